// 收支余: 年初 + ins − outs = 年末; 原值 − 折旧 = 净值, 编制 − 实有 = 空编, 收入 − 支出 = 结余. Knows the words of
// balances.
import { isZero } from '../../measure/exact.ts';
import type { Relation, Term } from '../relations/relation.ts';
import { type Candidate, relationFrom } from './evidence.ts';
import { around, earlier, holds, isAlike, type Scene, type Told } from './told.ts';
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
function rolledOf(scene: Scene, closing: Told, words: CueWords): Relation | undefined {
  if (!isStock(closing) || roleOf(closing, words) !== 'closing') return undefined;
  const before = around(scene, closing).filter(
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
  const told = moves.every((t) => !t.bracketed && !TOTAL.test(t.clause));
  const plain = terms.length === moves.length && told;
  return relationFrom('balance', closing, [{ equation: { kind: 'sum', form }, plain }]);
}

const FEW = 3;

/** Nearest first, without the parts of a list where its head is there. */
function topmost(all: readonly Told[]): Told[] {
  const heads = all.filter((t) => !t.lead.startsWith('、') && !t.lead.includes('其中'));
  return (heads.length > 0 ? heads : [...all]).reverse();
}

/** from − less = result. */
function leftOf(scene: Scene, own: Told, word: BalanceWord): Relation | undefined {
  const near = [...earlier(scene, own), ...around(scene, own).filter((t) => t.at < own.at)].filter(
    (t) => isStock(t) && isAlike(t.figure, own.figure) && !isZero(t.figure.value),
  );
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

function deductedOf(scene: Scene, own: Told): Relation | undefined {
  const { told } = scene;
  const [a, b] = [told[own.at - 1], told[own.at - 2]];
  const near = around(scene, own);
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
export function balancesIn(scene: Scene, words: CueWords): Relation[] {
  return scene.told.flatMap((own): Relation[] => {
    const deducted = deductedOf(scene, own);
    if (!isStock(own) || isZero(own.figure.value)) return deducted ? [deducted] : [];
    const rolled = rolledOf(scene, own, words);
    const word = words.balances.find((w) => holds(own.clause, w.result));
    const left =
      word && !rolled && !holds(own.clause, words.notLeft) ? leftOf(scene, own, word) : undefined;
    return [rolled, left, deducted].filter((r) => r !== undefined);
  });
}
