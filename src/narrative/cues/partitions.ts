// 分类: parts of which nobody counts the same twice, by what they are called: 行政 and 事业, 优 and 良, 轿车 and 越野车.
// Told in one row with their whole they come to no more, and in a bracket right behind it to all of it. Knows marks;
// the kinds are data.
import { isZero, sign } from '../../measure/exact.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { isAlike, type Scene, type Told, toldAround, withoutParticles, wordsOf } from './told.ts';
import { isPart } from './totals.ts';
import type { CueWords } from './words.ts';

const OPENS = /其中|包括|：|^[^，。；]{0,6}（/;
const JOINED = /^(?:[、，；和及与]|以及)/;
const TOTAL = /共计|合计|总计|总数|一共|共$/;
const LONGEST = 12;
const APART = /另|此外|外聘|不含/;

/** What a number is a part of its kind by: the word of the kind that its clause, or what stands behind it, names. */
function memberOf({ clause, tail }: Told, kind: string): string | undefined {
  const name = withoutParticles(clause);
  const behind = tail.split(/[，；：。、（）]/)[0]!;
  const words = wordsOf(kind);
  return (
    words.find((w) => name.endsWith(w) || (name.includes(w) && w.length > 1)) ??
    words.find((w) => w.length > 1 && /^个?项目/.test(behind) && behind.includes(w))
  );
}

/** The parts of one kind in one row, each by another word. */
function rowFrom(scene: Scene, first: Told, total: Told, kind: string, step: 1 | -1): Told[] {
  const row: Told[] = [];
  const met = new Set<string>();
  for (let t: Told | undefined = first; t && row.length < LONGEST; t = scene.told[t.at + step]) {
    const word = memberOf(t, kind);
    const fits = isPart(t) && isAlike(t.figure, total.figure) && t.sentence === total.sentence;
    if (!fits || !word || met.has(word) || APART.test(t.lead)) break;
    met.add(word);
    row.push(t);
    const next = scene.told[t.at + step];
    const joint = step > 0 ? next?.lead : t.lead;
    if (!joint || !JOINED.test(joint.replace(/^（[^（）]*）/, ''))) break;
  }
  return step > 0 ? row : row.reverse();
}

const sumOf = (parts: readonly Told[], { figure }: Told): SumEquation => ({
  kind: 'sum',
  form: [...parts.map((t): Term => [t.figure, 1]), [figure, -1]],
});

/** T（A a，B b）; T，其中A a、B b: no more than all of it. */
function openedOf(scene: Scene, total: Told, kind: string): TextRelation | undefined {
  const first = scene.told[total.at + 1];
  if (!first || !OPENS.test(first.lead) || memberOf(total, kind)) return undefined;
  const row = rowFrom(scene, first, total, kind, 1);
  const last = row.at(-1);
  if (!last || row.length < 2) return undefined;
  const equation = sumOf(row, total);
  const over = sign(sumOfTerms(equation.form).value) > 0;
  const whole = /^（[^（）]*$/.test(first.lead) && /^[个名人辆台套项家户份批次]*）/.test(last.tail);
  if (!over && !whole) return undefined;
  return relationFrom('total', total, [{ equation, plain: true }], { closed: true });
}

/** A a，B b，总数T: all that was told before it. */
function closedOf(scene: Scene, total: Told, kind: string): TextRelation | undefined {
  const last = scene.told[total.at - 1];
  if (!last || !TOTAL.test(withoutParticles(total.clause)) || memberOf(total, kind))
    return undefined;
  const row = rowFrom(scene, last, total, kind, -1);
  const all = toldAround(scene, total).filter(
    (t) => t.at < total.at && isAlike(t.figure, total.figure),
  );
  if (row.length < 2 || all.length !== row.length) return undefined;
  return relationFrom('total', total, [{ equation: sumOf(row, total), plain: true }], {
    closed: true,
  });
}

/** 分类合计 of a paragraph. */
export const partitionsIn = (scene: Scene, { kinds }: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => {
    const { figure } = own;
    const fits = figure.kind === 'count' && isPart(own) && !figure.token!.rough;
    if (!fits || isZero(figure.value)) return [];
    for (const kind of kinds) {
      const found = openedOf(scene, own, kind) ?? closedOf(scene, own, kind);
      if (found) return [found];
    }
    return [];
  });
