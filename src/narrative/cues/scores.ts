// 得分: weight × rate = score; Σ scores = 总分; 满分 − 扣分 = 得分. Knows the words of scores.
import { compare, equal, exact, isZero, times, toDouble } from '../../measure/exact.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { holds, type Scene, type Told, toldAround, toldNear } from './told.ts';
import type { CueWords } from './words.ts';

const HUNDRED = exact(100);
const HUNDREDTH = exact(1, 2);
/** A score is rounded to its last place. */
const HALF = exact(5, 1);

const isScore = ({ figure }: Told): boolean => figure.kind === 'count' && figure.unit === '分';

/** 执行率93%，权重10分，得9.3分. */
function weightedOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isScore(own) || !holds(own.clause, words.scores) || holds(own.clause, words.deducted))
    return undefined;
  const near = scene.told
    .slice(Math.max(0, own.at - 3), own.at)
    .filter((t) => t.sentence === own.sentence);
  // 按比例得a分: of whatever rate stands before.
  const byRate = /按[^，。；：、]{0,6}比例[^，。；：、]{0,4}得$/.test(own.clause);
  const weights = near.filter(
    (t) => isScore(t) && holds(t.clause + t.tail.slice(0, 3), words.weights),
  );
  const rates = near.filter(
    (t) =>
      t.figure.kind === 'percent' &&
      (byRate || /执行率|预算(?:完成|支出)率|支出率|预算的$/.test(t.clause)),
  );
  const [weight, rate] = [weights.at(-1), rates.at(-1)];
  if (!weight || !rate || near.filter(isScore).length > 1) return undefined;
  // Beyond 100% the score is full, below a line it is nothing.
  const capped = compare(rate.figure.value, HUNDRED) > 0 || isZero(own.figure.value);
  if (capped || holds(own.clause, words.fullScores)) return undefined;
  const rounded = { ...own.figure, half: times(own.figure.last, HALF) };
  const equation = {
    kind: 'products',
    products: [
      { of: weight.figure, by: rate.figure, times: HUNDREDTH, sign: 1 },
      { of: rounded, sign: -1 },
    ],
  } as const;
  const plain = rates.length === 1;
  return relationFrom('score', own, [{ equation, plain }], { closed: byRate && plain });
}

/** 各项得分之和 = 总分. */
function summedOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isScore(own) || !holds(own.clause, words.fullScores)) return undefined;
  const near = toldAround(scene, own).filter(
    (t) =>
      isScore(t) &&
      t.at < own.at &&
      !t.bracketed &&
      !holds(t.clause, words.deducted) &&
      !/满分/.test(t.clause),
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

/** 得分96分，其中：A（20分）得19分，B得48分…; 96分（其中A 9分、B 48分…）. */
function partsOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isScore(own) || !holds(own.clause, words.fullScores) || /满分/.test(own.clause))
    return undefined;
  const behind = toldNear(scene, own, MOST).filter((t) => t.at > own.at && isScore(t));
  const [first] = behind.filter((t) => !/满分/.test(t.clause));
  if (!first || !/(?:其中|包括|：|具体为)/.test(first.lead) || first.sentence > own.sentence + 1)
    return undefined;
  let parts: Told[] = [];
  for (const t of behind) {
    if (t.sentence !== first.sentence) break;
    // （20分）,（满分20分）, 分值20分: what it was to be.
    const full = /(?:满分|分值|权重)[^，。；]*$/.test(t.clause);
    const alone = /（$/.test(t.lead) && t.tail.startsWith('）');
    if (!full && !alone) parts.push(t);
  }
  // 产出50分，得47.5分: of weights and scores told side by side the scores.
  const got = parts.filter((t) => GOT.test(t.clause));
  if (got.length > 0) parts = got;
  const spoilt = behind.some((t) => holds(t.clause, words.deducted) || /平均|均分/.test(t.clause));
  if (
    parts.length < 3 ||
    spoilt ||
    parts.some((t) => compare(t.figure.value, own.figure.value) > 0)
  )
    return undefined;
  const form: Term[] = [...parts.map((t): Term => [t.figure, 1]), [own.figure, -1]];
  const equation = { kind: 'sum', form } as const;
  return relationFrom('score', own, [{ equation, plain: true }], { copied: isNear(equation) });
}
const MOST = 24;
const GOT = /得(?:分)?(?:为)?$/;

/** Off by no more than a twentieth: the parts are those of the whole. */
function isNear({ form }: SumEquation): boolean {
  const gap = Math.abs(toDouble(sumOfTerms(form).value));
  return gap * 20 <= toDouble(form.at(-1)![0].value);
}

const WEIGHTED = /权重|分值|设置|满分/;

/** 权重为预算执行10分、产出50分、…，满分100分: weights make up the whole. */
function wholeOf(scene: Scene, own: Told): TextRelation | undefined {
  if (!/满分|总分|合计|共计|总计/.test(own.clause)) return undefined;
  const { kind, unit, value } = own.figure;
  const row: Told[] = [];
  for (let i = own.at - 1; i >= 0; i -= 1) {
    const t = scene.told[i]!;
    if (t.figure.kind !== kind || t.figure.unit !== unit || t.sentence !== own.sentence) break;
    row.unshift(t);
    if (!/^[、，和及]/.test(t.lead)) break;
  }
  const [first] = row;
  if (!first || row.length < 3 || !WEIGHTED.test(first.lead) || compare(value, HUNDRED) !== 0)
    return undefined;
  // 满分100分，A 16分、…，权重合计100分: the whole is told before its parts as well.
  const parts =
    /满分|总分/.test(first.clause) && equal(first.figure.value, value) ? row.slice(1) : row;
  const form: Term[] = [...parts.map((t): Term => [t.figure, 1]), [own.figure, -1]];
  const equation = { kind: 'sum', form } as const;
  return relationFrom('score', own, [{ equation, plain: true }], { copied: true });
}

const DEDUCTED = /扣(?:减|分|除)?了?$/;

/** 共扣4分：A扣1.2分，B扣2分，C扣0.8分; 满分100分，扣4分，得96分. */
function deductedOf(scene: Scene, own: Told): TextRelation[] {
  if (!isScore(own) || !DEDUCTED.test(own.clause)) return [];
  const parts: Told[] = [];
  for (const t of scene.told.slice(own.at + 1)) {
    if (!isScore(t)) continue;
    if (!DEDUCTED.test(t.clause)) {
      if (parts.length > 0) break;
      continue;
    }
    parts.push(t);
  }
  const form: Term[] = [...parts.map((t): Term => [t.figure, 1]), [own.figure, -1]];
  const telling = { slip: 2, copy: 2 };
  const equation = { kind: 'sum', form } as const;
  const summed =
    parts.length > 1
      ? relationFrom('total', own, [
          {
            equation,
            plain: /共|：|其中/.test(parts[0]!.lead + own.clause) || /点|原因/.test(parts[0]!.lead),
            telling,
          },
        ])
      : undefined;
  return [summed, leftOf(scene, own)].filter((r) => r !== undefined);
}

/** 满分 − 扣分 = 得分, of the nearest score and the only full one. */
function leftOf(scene: Scene, deducted: Told): TextRelation | undefined {
  const all = scene.told.filter(isScore);
  const fulls = all.filter((t) => /满分|总分|分值/.test(t.clause));
  const [full, ...others] = fulls;
  const got = [scene.told[deducted.at - 1], scene.told[deducted.at + 1]].filter(
    (t) => t !== undefined && isScore(t) && /得分?$|得分为$/.test(t.clause),
  );
  const [score, ...more] = got;
  if (
    !full ||
    others.length > 0 ||
    !score ||
    more.length > 0 ||
    !/共|合计|：/.test(deducted.clause)
  )
    return undefined;
  const form: Term[] = [
    [full.figure, 1],
    [deducted.figure, -1],
    [score.figure, -1],
  ];
  return relationFrom('score', score, [{ equation: { kind: 'sum', form }, plain: true }], {
    copied: true,
  });
}

/** 得分 of a paragraph. */
export const scoresIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) =>
    [
      weightedOf(scene, own, words),
      summedOf(scene, own, words) ?? partsOf(scene, own, words),
      wholeOf(scene, own),
      ...deductedOf(scene, own),
    ].filter((r) => r !== undefined),
  );
