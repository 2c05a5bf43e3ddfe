// 读法有误: what comes out once the same numbers stand otherwise was read wrongly and accuses nobody. Knows equations and
// what is said of their numbers; knows no name.
import { equal, isZero, sign } from '../../measure/exact.ts';
import type { Figure } from '../text/figure.ts';
import { shownOf } from './explained.ts';
import { BESIDE_IT } from './parts.ts';
import type { Proofs } from './proofs.ts';
import type { Equation, Ratio, Term, TextRelation } from './relation.ts';
import { isKept, weigh } from './weigh.ts';

/** Digits that a number must show so that it is not met by chance. */
const TELLING = 3;

/** 目标a，实际b，完成率: the one divided by the other the other way round. */
const isInverted = (e: Ratio): boolean =>
  e.top.length === 1 &&
  e.base.length === 1 &&
  shownOf(e.rate) >= TELLING &&
  weigh({ ...e, top: e.base, base: e.top }) === 'exact';

/** 支出a，先付a，余款b: one of them told twice. */
function isTakenTwice(form: readonly Term[]): boolean {
  return form.some(([f], i) => {
    const again = form.some(([g], j) => j !== i && equal(g.value, f.value));
    const rest = form.filter((_, j) => j !== i);
    return again && rest.length > 2 && weigh({ kind: 'sum', form: rest }) === 'exact';
  });
}

/** 冲抵后净额为-6.25: its sign told with it. */
const isOfOtherSign = (form: readonly Term[]): boolean =>
  form.some(
    ([f, s], i) =>
      sign(f.value) < 0 &&
      weigh({
        kind: 'sum',
        form: form.map((t, j): Term => (j === i ? [f, s > 0 ? -1 : 1] : t)),
      }) === 'exact',
  );

/** The words before a number. */
const leadOf = (figure: Figure, proofs: Proofs): string =>
  proofs
    .saidOf(figure)
    ?.lead.map((t) => t.text)
    .join('') ?? '';

const ADJUSTED = /如不|若不|不计|剔除|扣除|不含|不考虑|同口径/;

/** 2021年a，本年增加b，增长p: what was taken for this year's is the former year's, or another reckoning is told. */
function isOfFormerYear(e: Ratio, { about }: TextRelation, proofs: Proofs): boolean {
  const [only, ...others] = e.mistaken ?? [];
  if (!only || others.length > 0 || !isKept(weigh({ ...e, base: e.mistaken! }))) return false;
  const said = proofs.saidOf(only[0]);
  if (said?.past || (said?.year !== undefined && said.year < (proofs.latestYear ?? 0))) return true;
  return [about, ...e.top.map(([f]) => f)].some((f) => ADJUSTED.test(leadOf(f, proofs)));
}

const FORMER_SHARE = /[较比](?:上年|去年|20\d\d年)[^，。；]{0,6}占比[为是]?$/;

/** 较上年占比p上升: a share of the former year. */
const isFormerShare = ({ topic, about }: TextRelation, proofs: Proofs): boolean =>
  topic === 'share' && FORMER_SHARE.test(leadOf(about, proofs));

/** 收入总计a（本年a、结转b）: what is as large as the whole is all of it, and the rest belongs to something else. */
const isAllOfIt = (form: readonly Term[], proofs: Proofs): boolean => {
  const total = form.at(-1)![0];
  const parts = form.slice(0, -1).filter(([f]) => !isZero(f.value));
  const [first] = parts;
  if (!first || parts.length < 2 || parts.some(([, s]) => s < 0)) return false;
  // 15个指标，其中一级3个、二级7个、三级15个: levels of one and the same.
  if (
    total.kind === 'count' &&
    parts.length > 2 &&
    parts.some(([f]) => equal(f.value, total.value))
  )
    return true;
  if (!parts.slice(1).some(([f]) => BESIDE_IT.test(leadOf(f, proofs)))) return false;
  return equal(first[0].value, total.value) && Math.abs(first[0].index - total.index) === 1;
};

const GOT = /得(?:分)?(?:为)?$/;
/** 产出50分，得47.5分: weights and scores added up together. */
function isOfTwoColumns(form: readonly Term[], proofs: Proofs): boolean {
  const parts = form.slice(0, -1).filter(([f]) => f.unit === '分');
  const got = parts.filter(([f]) => GOT.test(leadOf(f, proofs)));
  return parts.length === form.length - 1 && got.length > 0 && got.length < parts.length;
}

/** 转移支付a，其中：一般b，基金c，合计t: what is within a part is no part beside it. */
function isOfInnerParts(form: readonly Term[], proofs: Proofs): boolean {
  const outer = form.filter(([f], i) => i === 0 || !leadOf(f, proofs).includes('其中'));
  return (
    outer.length > 2 &&
    outer.length < form.length &&
    weigh({ kind: 'sum', form: outer }) === 'exact'
  );
}

/** 读法有误 of what a relation accuses. */
export function isMisread(relation: TextRelation, accused: Equation, proofs: Proofs): boolean {
  if (accused.kind === 'ratio')
    return (
      isInverted(accused) ||
      isOfFormerYear(accused, relation, proofs) ||
      isFormerShare(relation, proofs)
    );
  if (accused.kind !== 'sum') return false;
  const { form } = accused;
  return (
    isTakenTwice(form) ||
    isOfOtherSign(form) ||
    isOfTwoColumns(form, proofs) ||
    isAllOfIt(form, proofs) ||
    isOfInnerParts(form, proofs)
  );
}
