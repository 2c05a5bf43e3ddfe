// 收支余: 年初 + ins − outs = 年末; 原值 − 折旧 = 净值, 编制 − 实有 = 空编, 收入 − 支出 = 结余. Knows the words of
// balances.
import { isZero } from '../../measure/exact.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import { addedUp, type Candidate, relationFrom } from './evidence.ts';
import { breath, earlier, holds, isAlike, type Scene, type Told, toldAround } from './told.ts';
import type { BalanceWord, CueWords } from './words.ts';

const isStock = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  said.measure !== 'before';

type Role = 'opening' | 'in' | 'out' | 'closing';

function roleOf({ clause, tail }: Told, words: CueWords): Role | undefined {
  if (holds(clause, words.closing)) return 'closing';
  if (holds(clause, words.opening)) return 'opening';
  const text = clause || tail.slice(0, 4);
  const [down, up] = [holds(text, words.outs), holds(text, words.ins)];
  if (down === up) return undefined;
  return down ? 'out' : 'in';
}

const TOTAL = /总计|合计|共计/;

/** 年初214人，调入7人，调出3人，年末218人. */
function rolledOf(scene: Scene, closing: Told, words: CueWords): TextRelation | undefined {
  if (!isStock(closing) || roleOf(closing, words) !== 'closing') return undefined;
  if (holds(closing.clause, words.outs)) return undefined;
  const before = toldAround(scene, closing).filter(
    (t) => t.at < closing.at && isAlike(t.figure, closing.figure),
  );
  const from = before.findLastIndex((t) => roleOf(t, words) === 'opening');
  const moves = before.slice(from + 1);
  const [opening] = before.slice(from);
  if (from < 0 || !opening || moves.length === 0) return undefined;
  const roles = moves.map((t) => roleOf(t, words));
  const terms = moves.flatMap((t, i): Term[] =>
    roles[i] === 'in' ? [[t.figure, 1]] : roles[i] === 'out' ? [[t.figure, -1]] : [],
  );
  const form: Term[] = [[opening.figure, 1], ...terms, [closing.figure, -1]];
  const unknown = moves.filter((_, i) => roles[i] === undefined);
  if (unknown.length === 1) return turnedOf(closing, opening, moves, roles);
  const told = moves.every((t) => !t.bracketed && !TOTAL.test(t.clause));
  const plain = terms.length === moves.length && told;
  return relationFrom('balance', closing, [{ equation: { kind: 'sum', form }, plain }]);
}

/** 年初20辆，新购2辆，报废9辆，在册a: of one move the words say neither in nor out. */
function turnedOf(
  closing: Told,
  opening: Told,
  moves: readonly Told[],
  roles: readonly (Role | undefined)[],
): TextRelation | undefined {
  if (moves.some((t) => t.bracketed || TOTAL.test(t.clause))) return undefined;
  const all = ([1, -1] as const).map((s): Candidate => {
    const terms = moves.map(
      (t, i): Term => [t.figure, roles[i] === 'in' ? 1 : roles[i] === 'out' ? -1 : s],
    );
    const form: Term[] = [[opening.figure, 1], ...terms, [closing.figure, -1]];
    return { equation: { kind: 'sum', form }, plain: true, telling: { slip: 4, copy: 4 } };
  });
  return relationFrom('balance', closing, all);
}

const SIDE = /(?:支出|收入)$/;
const ADJUSTS = /追|增|减|收回|调|上缴|交回/;

/** 年初预算a，追加b，收回c，调整后预算d. */
function adjustedOf(scene: Scene, closing: Told, words: CueWords): TextRelation | undefined {
  const { version } = closing.said;
  if (version !== 'adjusted' && !/调整后/.test(closing.clause)) return undefined;
  const before = breath(scene, closing).filter(
    (t) => isAlike(t.figure, closing.figure) && !t.bracketed,
  );
  const from = before.findLastIndex(
    ({ said, clause }) => (said.version === 'opening' || /年初/.test(clause)) && !said.past,
  );
  const moves = before.slice(from + 1);
  const signs = moves.map((t): 1 | -1 | undefined => {
    const role = roleOf(t, words);
    return role === 'in' ? 1 : role === 'out' ? -1 : undefined;
  });
  if (from < 0 || moves.length === 0 || signs.some((s) => s === undefined)) return undefined;
  // 年初预算支出a，均为教育支出b，调整预算收入c: what was budgeted moves nothing.
  if (moves.some((t) => SIDE.test(t.clause) && !ADJUSTS.test(t.clause))) return undefined;
  const sum = (of: (i: number) => 1 | -1): Equation => ({
    kind: 'sum',
    form: [
      [before[from]!.figure, 1],
      ...moves.map((t, i): Term => [t.figure, of(i)]),
      [closing.figure, -1],
    ],
  });
  const equation = sum((i) => signs[i]!);
  // All added up, whatever was taken back: what was reckoned, and wrongly.
  const wrongly = signs.includes(-1) && weigh(sum(() => 1)) === 'exact';
  if (wrongly) return addedUp('balance', closing);
  return relationFrom('balance', closing, [{ equation, plain: true }]);
}

/** 上年结转a，收入b，支出c，结转下年d: in any order, every role said. */
function flowOf(scene: Scene, closing: Told, words: CueWords): TextRelation | undefined {
  if (!isStock(closing) || roleOf(closing, words) !== 'closing') return undefined;
  // 年底待报废2辆: no balance.
  if (holds(closing.clause, words.outs) || holds(closing.clause, words.ins)) return undefined;
  const terms: Term[] = [];
  const roles: Role[] = [];
  for (const t of breath(scene, closing)) {
    if (!isAlike(t.figure, closing.figure) || t.bracketed) continue;
    const role = isStock(t) && !TOTAL.test(t.clause) ? roleOf(t, words) : undefined;
    if (!role || role === 'closing') return undefined;
    roles.push(role);
    terms.push([t.figure, role === 'out' ? -1 : 1]);
  }
  const each = (r: Role): number => roles.filter((x) => x === r).length;
  if (each('opening') !== 1 || each('in') !== 1 || each('out') !== 1) return undefined;
  const form: Term[] = [...terms, [closing.figure, -1]];
  return relationFrom('balance', closing, [{ equation: { kind: 'sum', form }, plain: true }]);
}

const FEW = 3;

/** Nearest first, without the parts of a list where its head is there. */
function topmost(all: readonly Told[]): Told[] {
  const heads = all.filter((t) => !t.lead.startsWith('、') && !t.lead.includes('其中'));
  return (heads.length > 0 ? heads : [...all]).reverse();
}

/** from − less = result. */
function leftOf(scene: Scene, own: Told, word: BalanceWord): TextRelation | undefined {
  const near = [
    ...earlier(scene, own),
    ...toldAround(scene, own).filter((t) => t.at < own.at),
  ].filter((t) => isStock(t) && isAlike(t.figure, own.figure) && !isZero(t.figure.value));
  const less = topmost(near.filter((t) => holds(t.clause, word.less)));
  const from = topmost(near.filter((t) => holds(t.clause, word.from) && !less.includes(t)));
  const all = from.slice(0, FEW).flatMap((f) =>
    less.slice(0, FEW).map((l): Candidate => {
      const form: Term[] = [
        [f.figure, 1],
        [l.figure, -1],
        [own.figure, -1],
      ];
      const here = f.sentence === own.sentence && l.sentence === own.sentence;
      return {
        equation: { kind: 'sum', form },
        plain: here && from.length === 1 && less.length === 1 && !own.said.past,
      };
    }),
  );
  return relationFrom('balance', own, all);
}

/** A扣除B后的余额C: in any order, the largest is what the others make up. */
const LESS = /扣除|减去|剔除/;
const OVER = /余额|余下|后的?(?:为|是|实际)/;

function deductedOf(scene: Scene, own: Told): TextRelation | undefined {
  const { told } = scene;
  const [a, b] = [told[own.at - 1], told[own.at - 2]];
  const near = toldAround(scene, own);
  if (!a || !b || !LESS.test(a.lead)) return undefined;
  const result = OVER.test(own.lead)
    ? own
    : OVER.test(a.tail)
      ? near.filter((t) => t.at < b.at && isAlike(t.figure, a.figure)).at(-1)
      : undefined;
  if (!result || !isAlike(a.figure, result.figure) || !isAlike(b.figure, result.figure))
    return undefined;
  const form: Term[] = [
    [b.figure, 1],
    [a.figure, -1],
    [result.figure, -1],
  ];
  return relationFrom('balance', result, [{ equation: { kind: 'sum', form }, plain: true }]);
}

/** 余额 of a paragraph. */
export function balancesIn(scene: Scene, words: CueWords): TextRelation[] {
  return scene.told.flatMap((own): TextRelation[] => {
    const deducted = deductedOf(scene, own);
    if (!isStock(own) || isZero(own.figure.value)) return deducted ? [deducted] : [];
    const rolled =
      adjustedOf(scene, own, words) ?? flowOf(scene, own, words) ?? rolledOf(scene, own, words);
    const word = words.balances.find((w) => holds(own.clause, w.result));
    const left =
      word && !rolled && !holds(own.clause, words.notLeft) ? leftOf(scene, own, word) : undefined;
    return [rolled, left, deducted].filter((r) => r !== undefined);
  });
}
