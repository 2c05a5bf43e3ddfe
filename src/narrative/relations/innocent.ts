// 清白: what accuses numbers that all come out of others was read wrongly, and so was what comes out to the last digit
// once another number of the paragraph stands for one that was only inferred. Such a relation is left open. Knows
// relations; knows no word.
import { abs, equal, minus, negate, sign, toDouble, toText } from '../../measure/exact.ts';
import type { Account } from '../clauses/account.ts';
import type { Figure } from '../text/figure.ts';
import { digitsOf, SURE, shownOf } from './explained.ts';
import { isMisread } from './misread.ts';
import { isImplausible } from './plausible.ts';
import { Proofs, type Whole } from './proofs.ts';
import { type Equation, membersOf, type Term, type TextRelation, type Topic } from './relation.ts';
import { isItsSlip } from './twins.ts';
import { isKept, mend, weigh } from './weigh.ts';

/** Numbers that stand in for one: of so few digits any would do. */
const FEWEST = 2;
const SUMS: ReadonlySet<Topic> = new Set(['total', 'part', 'running']);
/** So many terms and signs are tried. */
const MOST_TERMS = 6;

/** The reading that accuses, where no reading clears. */
function accusedBy({ readings, closed }: TextRelation): Equation | undefined {
  const [first] = readings;
  if (closed || !first?.strong || first.equation.kind === 'never') return undefined;
  if (readings.some(({ equation }) => weigh(equation) !== 'broken')) return undefined;
  return first.equation;
}

/** 增加 for 减少: the numbers are right and the word is not. */
const isTurned = ({ about }: TextRelation, equation: Equation): boolean =>
  sign(about.value) >= 0 && isKept(weigh(equation, { figure: about, value: negate(about.value) }));

/** 占A的: of a share the part and the whole as they are accused, where the words or the tables name that whole. */
function wholeOf(
  { topic, nameless }: TextRelation,
  equation: Equation,
  isKnown: (f: Figure) => boolean,
): Whole | undefined {
  if (topic !== 'share' || equation.kind !== 'ratio') return undefined;
  const [top, base] = [equation.top, equation.base].map((form) => form.map(([f]) => f));
  const certain = [...top!, ...base!].every(isKnown);
  return nameless && !certain ? undefined : { top: top!, base: base!, ...(certain && { certain }) };
}

/** A、B共C, read as the parts of A: another of them is the total. */
function isRearranged({ topic }: TextRelation, equation: Equation): boolean {
  if (!SUMS.has(topic) || equation.kind !== 'sum' || equation.form.length > MOST_TERMS)
    return false;
  const figures = equation.form.map(([f]) => f);
  return figures.some((total) => {
    const form = figures.map((f): Term => [f, f === total ? -1 : 1]);
    return weigh({ kind: 'sum', form }) === 'exact';
  });
}

/** The figures whose proof is enough: of a part said to be no more than the whole, the parts. */
function accusedIn(equation: Equation): Figure[] {
  const members = membersOf(equation).filter((f) => f.token);
  if (equation.kind !== 'most') return members;
  const whole = equation.form.find(([, s]) => s < 0)?.[0];
  return members.filter((f) => f !== whole);
}

/** 以本年数为基数: the mistake itself, not what was meant. */
function isWrongBase(equation: Equation, figure: Figure, other: Figure): boolean {
  if (equation.kind !== 'ratio' || !equation.base.some(([f]) => f === figure)) return false;
  if (equation.mistaken?.some(([f]) => f === other)) return true;
  const gap = abs(minus(other.value, figure.value));
  return equation.top.length === 1 && equation.top.some(([f]) => equal(abs(f.value), gap));
}

/** 小数点错位: the same digits are the same number, of which one is wrong. */
const isMoved = (a: Figure, b: Figure): boolean => bare(a) === bare(b);
const bare = ({ value }: Figure): string =>
  toText(value)
    .replace(/^-|[.]|^0[.]?0*|0+$/g, '')
    .replace(/0+$/, '');

/** 1485.85，上年1485.85，减少57.02: one of the two is the other's copy. */
const isCopiedIn = (members: readonly Figure[], figure: Figure): boolean =>
  members.some(
    (f) =>
      f !== figure &&
      f.kind === figure.kind &&
      digitsOf(f) >= SURE.copy &&
      equal(abs(f.value), abs(figure.value)),
  );

/** 1.31亿元（13114万元）: one amount in two units, side by side. */
const isRestated = ([a, b, ...more]: readonly Figure[]): boolean =>
  a !== undefined && b !== undefined && more.length === 0 && Math.abs(a.index - b.index) === 1;

const totalOf = (equation: Equation): Figure | undefined =>
  equation.kind === 'sum' ? equation.form.find(([, s]) => s < 0)?.[0] : undefined;

/** 共91辆，其中甲5辆、乙86辆: the parts are told right behind their whole, in so many words. */
function isHead(figure: Figure, equation: Equation, proofs: Proofs): boolean {
  const parts = membersOf(equation).filter((f) => f !== figure);
  const first = parts.find((f) => f.index === figure.index + 1);
  return (
    first !== undefined &&
    parts.every((f) => f.index > figure.index) &&
    (proofs.saidOf(first)?.lead.some((t) => t.kind === 'include') ?? false)
  );
}

/** Another number of the paragraph in the place of one that was inferred makes it come out. */
function isOfAnother(
  relation: TextRelation,
  equation: Equation,
  proofs: Proofs,
  whole: Whole | undefined,
): boolean {
  const { about, topic } = relation;
  if (equation.kind === 'most' || equation.kind === 'never') return false;
  const members = membersOf(equation);
  // A number told twice may be a copy: what fits it fits the other.
  if (isRestated(members) || (equation.kind === 'ratio' && proofs.isTwice(about))) return false;
  const named = whole?.base ?? [];
  return members.some((figure) => {
    // Of a list its whole is inferred; what is beside its own name in it is not.
    const isInferred = SUMS.has(topic)
      ? figure === totalOf(equation) && !isHead(figure, equation, proofs)
      : figure !== about;
    if (!isInferred || !figure.token || named.includes(figure)) return false;
    return proofs.insteadOf(figure, about, SUMS.has(topic)).some((other) => {
      if (members.includes(other) || shownOf(other) < FEWEST || sign(other.value) <= 0)
        return false;
      if (isWrongBase(equation, figure, other) || isMoved(figure, other)) return false;
      if (isItsSlip(figure, other) || isCopiedIn(members, figure)) return false;
      return weigh(equation, { figure, value: other.value, half: other.half }) === 'exact';
    });
  });
}

/** Digits that a total must show, so that nothing else is as large by chance. */
const FIRM = 4;

/** 甲、乙、丙，三项共丁; 人员小计a，工资b，津贴c: one of the parts is what others before or behind it come to. */
function isSubtotalled(equation: Equation): boolean {
  if (equation.kind !== 'most' && equation.kind !== 'sum') return false;
  const parts = equation.form.slice(0, -1).map(([f]) => f);
  // Sums up to each place, roughly: only what comes near is reckoned, for long lists have many runs.
  const until = [0];
  for (const f of parts) until.push(until.at(-1)! + toDouble(f.value));
  const comesNear = (from: number, to: number, total: Figure): boolean => {
    const gap = until[to]! - until[from]! - toDouble(total.value);
    return Math.abs(gap) <= toDouble(total.last) * (to - from + 1);
  };
  const comesTo = (from: number, to: number, total: Figure): boolean =>
    to - from > 1 &&
    comesNear(from, to, total) &&
    weigh({
      kind: 'sum',
      form: [...parts.slice(from, to).map((f): Term => [f, 1]), [total, -1]],
    }) === 'exact';
  return parts.some((total, at) =>
    parts.some((_, i) =>
      i < at - 1 ? comesTo(i, at, total) : digitsOf(total) >= FIRM && comesTo(at + 1, i + 1, total),
    ),
  );
}

/** 支出总计a，支出合计a，结余b: 合计 once more, called 总计; what stands beside it is no part of it. */
function isCalledTotal(
  equation: Equation,
  members: readonly Figure[],
  totals: ReadonlySet<Figure>,
): boolean {
  const total = totalOf(equation);
  if (!total || shownOf(total) < FIRM) return false;
  return members.some((f) => f !== total && equal(f.value, total.value) && totals.has(f));
}

/** What the parts told of it come to. */
const totalsIn = (relations: readonly TextRelation[]): ReadonlySet<Figure> =>
  new Set(
    relations.flatMap(({ readings }) =>
      readings.flatMap(({ equation }) => {
        const total = totalOf(equation);
        const held = total && membersOf(equation).length > 2 && isKept(weigh(equation));
        return held ? [total] : [];
      }),
    ),
  );

/** By their names one thing, and yet part and whole of one row. */
const isPartOfOther = (
  { topic }: TextRelation,
  [a, b]: readonly Figure[],
  proofs: Proofs,
): boolean => topic === 'same' && a !== undefined && b !== undefined && proofs.areInOneRun(a, b);

const NONE: ReadonlySet<number> = new Set();

/** 各关系, those that accuse none but proven numbers no longer accusing. */
export function withInnocence(
  relations: readonly TextRelation[],
  account: Account,
  /** Numbers that the tables know: none of them is mistaken for another. */
  known: ReadonlySet<number> = NONE,
): TextRelation[] {
  const proofs = new Proofs(account);
  const totals = totalsIn(relations);
  const isInnocent = (relation: TextRelation, accused: Equation): boolean => {
    const members = membersOf(accused).filter((f) => f.token);
    if (isRearranged(relation, accused) || isMisread(relation, accused, proofs)) return true;
    if (isSubtotalled(accused) || isCalledTotal(accused, members, totals)) return true;
    const isKnown = (f: Figure) => !f.token || known.has(f.index);
    const ofTables = membersOf(accused).some(isKnown);
    if (!ofTables && isImplausible(accused, relation.topic, proofs.beside(members))) return true;
    const whole = wholeOf(relation, accused, isKnown);
    if (isOfAnother(relation, accused, proofs, whole)) return true;
    if (isPartOfOther(relation, members, proofs)) return true;
    return accusedIn(accused).every((f) =>
      proofs.isProven(f, members, f === relation.about ? whole : undefined, mend(accused, f)),
    );
  };
  return relations.map((relation) => {
    const accused = accusedBy(relation);
    if (!accused || isTurned(relation, accused) || !isInnocent(relation, accused)) return relation;
    return { ...relation, readings: relation.readings.map((r) => ({ ...r, strong: false })) };
  });
}
