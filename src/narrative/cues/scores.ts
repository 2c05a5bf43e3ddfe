// 得分: weight × rate = score; Σ scores = 总分; 满分 − 扣分 = 得分. Knows the words of scores.
import { compare, exact, isZero } from '../../measure/exact.ts';
import type { Relation, Term } from '../relations/relation.ts';
import { relationFrom } from './evidence.ts';
import { around, holds, type Scene, type Told } from './told.ts';
import type { CueWords } from './words.ts';

const HUNDRED = exact(100);

const isScore = ({ figure }: Told): boolean => figure.kind === 'count' && figure.unit === '分';

/** 执行率93%，权重10分，得9.3分. */
function weightedOf(scene: Scene, own: Told, words: CueWords): Relation | undefined {
  if (!isScore(own) || !holds(own.clause, words.scores) || holds(own.clause, words.deducted))
    return undefined;
  const near = scene.told
    .slice(Math.max(0, own.at - 3), own.at)
    .filter((t) => t.sentence === own.sentence);
  const weights = near.filter((t) => isScore(t) && holds(t.clause, words.weights));
  const rates = near.filter(
    (t) => t.figure.kind === 'percent' && /执行率|完成率|支出率/.test(t.clause),
  );
  const [weight, rate] = [weights.at(-1), rates.at(-1)];
  if (!weight || !rate || near.filter(isScore).length > 1) return undefined;
  // Beyond 100% the score is full, below a line it is nothing.
  const capped = compare(rate.figure.value, HUNDRED) > 0 || isZero(own.figure.value);
  if (capped || holds(own.clause, words.fullScores)) return undefined;
  const equation = {
    kind: 'ratio',
    top: [[own.figure, 1]],
    base: [[weight.figure, 1]],
    rate: rate.figure,
    signed: false,
    per: HUNDRED,
  } as const;
  return relationFrom('score', own, [{ equation, plain: rates.length === 1 }]);
}

/** 各项得分之和 = 总分. */
function summedOf(scene: Scene, own: Told, words: CueWords): Relation | undefined {
  if (!isScore(own) || !holds(own.clause, words.fullScores)) return undefined;
  const near = around(scene, own).filter(
    (t) => isScore(t) && t.at < own.at && !t.bracketed && !holds(t.clause, words.deducted),
  );
  const scored = near.flatMap((t) => {
    const row = t.figure.after && near.find((n) => n.figure === t.figure.after);
    const head = row ? headOf(row, near) : t;
    return holds(head.clause, words.scores) ? [t] : [];
  });
  if (scored.length < 2) return undefined;
  const form: Term[] = [...scored.map((t): Term => [t.figure, 1]), [own.figure, -1]];
  return relationFrom('score', own, [{ equation: { kind: 'sum', form }, plain: true }]);
}

/** The first of a row told apiece. */
function headOf(own: Told, near: readonly Told[]): Told {
  let head = own;
  for (let i = 0; i < near.length && head.figure.after; i += 1)
    head = near.find((n) => n.figure === head.figure.after) ?? head;
  return head;
}

/** 得分 of a paragraph. */
export const scoresIn = (scene: Scene, words: CueWords): Relation[] =>
  scene.told.flatMap((own) =>
    [weightedOf(scene, own, words), summedOf(scene, own, words)].filter((r) => r !== undefined),
  );
