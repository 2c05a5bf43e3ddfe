// 增减的构成: 减少d，其中（一是、构成为）A减少a、B减少b、C增加c; in its sentence or behind it. They need not be all; they
// accuse only where a slip explains the gap. Knows the words that open reasons and what a clause says of a direction.
import { compare, equal, isZero } from '../../measure/exact.ts';
import { digitsOf, LIKELY, type Telling } from '../relations/explained.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { addedUp, type Candidate, relationFrom } from './evidence.ts';
import { isAlike, type Scene, type Told, toldAround } from './told.ts';

type Sign = 1 | -1;

const UP = /增加|增长|增支|增收|增资|追加|新增|上升|提高|超支|超收|上涨|多|升|增/g;
/** 防灾减灾: the name of a thing. */
const LESS = /减[灾贫排负税免]/g;
const DOWN = /减少|减支|减收|下降|降低|压减|压缩|核减|节约|短收|少|降|减/g;
/** 减少因素有…; 抵减. */
const NET = /净?(?:增|减|多|少|超|短|高|低|降|升)/;
/** Told one by one, or as what the change is made of. */
const WHOLE =
  /[一二三四五六]是|其中|构成|组成|包括|分别|增加因素|减少因素|具体|增量|三项|两项|四项/;
const OPENS = /原因|主要|由于|是因|系|[一二三四五六]是|其中|构成|组成|包括|分别|因素|具体|：/;
const OTHER =
  /上年|去年|20\d\d年|本年|全年|总额|年末|年初|合计|共计|总计|相抵|由|至|占|等|同口径|剔除|人均/;

const lastAt = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].at(-1)?.index ?? -1;

/** The direction that the words of one clause give. */
function signOf(text: string): Sign | undefined {
  const plain = text.replace(LESS, '');
  const [up, down] = [lastAt(plain, UP), lastAt(plain, DOWN)];
  return up === down ? undefined : up > down ? 1 : -1;
}

/** 比上年增加d: said of the account, in no bracket, for no reason. */
function isHead({ figure, said, clause, bracketed }: Told): boolean {
  if (figure.kind !== 'money' || figure.bound || isZero(figure.value) || bracketed) return false;
  if (said.reason || figure.token!.rough) return false;
  return NET.test(clause.slice(-6)) && !/[由从至到]/.test(clause.slice(-4));
}

const MOST = 8;
/** Digits, zeros at either end apart, that are no round number's. */
const FULL = 4;

interface Part {
  readonly told: Told;
  readonly sign: Sign;
}

/** What stands behind it, as far as it may belong to its reasons. */
function partsBehind({ told }: Scene, head: Told, own: Sign): { parts: Part[]; whole: boolean } {
  const parts: Part[] = [];
  let [open, whole] = [false, false];
  let since = '';
  for (const t of told.slice(head.at + 1, head.at + 1 + 2 * MOST)) {
    since += t.lead;
    const rate = t.figure.kind === 'percent' && !open;
    if (t.figure.kind !== 'money') {
      open ||= !rate && OPENS.test(since);
      if (rate && !OPENS.test(t.lead)) continue;
      continue;
    }
    // 一是收入增加a。二是支出增加b: beside it, not its parts.
    if (parts.length === 0 && /[二三四五六]是/.test(since) && !since.includes('一是')) break;
    open ||= OPENS.test(since);
    whole ||= WHOLE.test(since);
    const alike = isAlike(t.figure, head.figure) && !t.figure.bound && !t.figure.token!.rough;
    if (!open || !alike || t.bracketed || OTHER.test(t.clause)) break;
    // The change itself, told again.
    if (equal(t.figure.value, head.figure.value)) break;
    const numbered = /[一二三四五六]是/.test(since);
    const sign =
      signOf(t.clause) ?? signOf(t.lead) ?? (numbered || parts.length > 0 ? own : undefined);
    if (!sign) break;
    parts.push({ told: t, sign });
    since = '';
    if (/^等/.test(t.tail)) return { parts: [], whole: false };
  }
  return { parts, whole };
}

const formOf = (parts: readonly Part[], head: Told, own: Sign): SumEquation => ({
  kind: 'sum',
  form: [
    ...parts.map(({ told: t, sign }): Term => [t.figure, sign]),
    [head.figure, own > 0 ? -1 : 1],
  ],
});

function reasonsOf(scene: Scene, head: Told): TextRelation | undefined {
  const own = isHead(head) ? signOf(head.clause.slice(-6)) : undefined;
  if (!own) return undefined;
  const { parts, whole } = partsBehind(scene, head, own);
  if (parts.length < 2) return undefined;
  const telling: Telling = whole && parts.length < MOST ? { slip: 3, copy: 3 } : LIKELY;
  // 主要原因 names some; round numbers are a slip apart by chance.
  const telltale = whole || parts.every((p) => digitsOf(p.told.figure) >= FULL);
  const all: Candidate[] = [{ equation: formOf(parts, head, own), plain: telltale, telling }];
  for (let n = parts.length - 1; n >= 2; n -= 1)
    all.push({ equation: formOf(parts.slice(0, n), head, own), plain: false });
  const held = all.some((c) => isKept(weigh(c.equation)));
  // Reasons of far less than the change are only some of them.
  const near = parts.some((p) => compare(p.told.figure.value, head.figure.value) <= 0);
  // The parts added up whatever their directions: what was reckoned, and wrongly.
  const signs = new Set(parts.map((p) => p.sign));
  const unsigned = formOf(
    parts.map((p) => ({ ...p, sign: 1 })),
    head,
    1,
  );
  const copied = whole && signs.size > 1 && weigh(unsigned) === 'exact';
  if (copied && !held) return addedUp('changes', head);
  return held || near ? relationFrom('changes', head, all) : undefined;
}

const NETTED = /相抵|净(?:增|减|增加|减少)$|(?:合计|共计?)(?:增|减)/;

/** A多a，B少b，相抵后净增c: the changes told before it. */
function nettedOf(scene: Scene, net: Told): TextRelation | undefined {
  const own = NETTED.test(net.clause) ? signOf(net.clause.slice(-4)) : undefined;
  if (!own || net.figure.kind !== 'money' || net.figure.token!.rough) return undefined;
  const here = changesBefore(net, toldAround(scene, net));
  const offset = /增减相抵/.test(net.clause);
  const parts =
    here && here.length > 1
      ? here
      : offset
        ? changesBefore(net, scene.told.slice(Math.max(0, net.at - MOST), net.at))
        : undefined;
  if (!parts || parts.length < 2) return undefined;
  const unsigned = formOf(
    parts.map((p) => ({ ...p, sign: 1 })),
    net,
    1,
  );
  const signs = new Set(parts.map((p) => p.sign));
  if (signs.size > 1 && weigh(unsigned) === 'exact') return addedUp('changes', net);
  const telling: Telling = { slip: offset ? 2 : 3, copy: 3 };
  const equation = formOf(parts, net, own);
  return relationFrom('changes', net, [{ equation, plain: true, telling }]);
}

/** Changes told before the net one, since it was told itself; none where one of them has no direction. */
function changesBefore(net: Told, all: readonly Told[]): Part[] | undefined {
  const before = all.filter((t) => t.at < net.at && isAlike(t.figure, net.figure) && !t.bracketed);
  const again = before.findLastIndex(({ figure }) => equal(figure.value, net.figure.value));
  const own = before.slice(again + 1);
  const parts = own.flatMap((told): Part[] => {
    const sign = signOf(told.clause);
    return sign ? [{ told, sign }] : [];
  });
  return parts.length === own.length ? parts : undefined;
}

/** 增减构成 of a paragraph. */
export const reasonsIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => reasonsOf(scene, own) ?? nettedOf(scene, own) ?? []);
