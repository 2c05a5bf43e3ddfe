// Rates of change and of completion: every owner, base and budget that the words leave open is a reading.
// Knows items; knows no table.
import { isZero, sign } from '../../measure/exact.ts';
import { amountOf, budgetsOf, type Claim, type ToldItem } from '../clauses/account.ts';
import type { Budget } from '../clauses/saying.ts';
import type { Figure } from '../text/figure.ts';
import {
  basesOf,
  finalsOf,
  isSure,
  likeliest,
  MISSING,
  missingOf,
  ownersOf,
  unique,
} from './owners.ts';
import type { Ratio, Reading, Term, TextRelation } from './relation.ts';

const ratio = (
  rate: Figure,
  top: readonly Term[],
  base: readonly Term[],
  more: Partial<Ratio> = {},
): Ratio => ({
  kind: 'ratio',
  top,
  base,
  rate,
  signed: false,
  ...more,
});

/** 剔除…后同口径增加d: of an amount that is not the one printed. */
const OTHER_SCOPE = /同口径|可比口径|剔除|扣除/;
const isOfOtherScope = ({ change }: Claim): boolean =>
  OTHER_SCOPE.test((change?.lead ?? []).reduce((text, t) => text + t.text, ''));

/** The amount of the item is of the year before that of the change. */
const isOfYearBefore = ({ change, said, base }: Claim, { year }: ToldItem): boolean =>
  year !== undefined &&
  (change?.year === year + 1 || said.year === year + 1 || (base?.year === year && !base.plan));

/** 增减率 = 增减额 ÷ (本年 ∓ 增减额). */
function byChange(claim: Claim, item: ToldItem, sure: boolean): Reading[] {
  const { figure: rate, direction } = claim.said;
  const change = claim.change?.figure;
  const now = amountOf(item);
  if (!change) return [];
  const strong = sure && !isOfOtherScope(claim);
  if (isZero(change.value))
    return [
      {
        equation: { kind: 'sum', form: [[rate, 1]] },
        also: [change],
        derived: rate,
        strong,
        item,
      },
    ];
  // 减少d，增长-p: the sign says what the word does not.
  const turned = claim.said.signed && sign(rate.value) < 0;
  if (direction && claim.change!.direction === -direction && !isZero(rate.value) && !turned)
    return [
      {
        equation: { kind: 'never', figures: [rate, change], says: '增减方向前后相反' },
        strong,
        item,
      },
    ];
  if (!now || now === change || now.kind !== change.kind) return [];
  // 2023年a，2024年增加c: a is what it is compared to.
  if (isOfYearBefore(claim, item))
    return [{ equation: ratio(rate, [[change, 1]], [[now, 1]]), derived: rate, strong, item }];
  const told = claim.change!.direction || direction || 1;
  const over = (s: 1 | -1): Reading => ({
    equation: ratio(
      rate,
      [[change, 1]],
      [
        [now, 1],
        [change, s],
      ],
      { mistaken: [[now, 1]] },
    ),
    derived: rate,
    strong,
    item,
  });
  const open = claim.change!.direction === 0 || direction === 0;
  return [over(told > 0 ? -1 : 1), ...(open ? [over(told > 0 ? 1 : -1)] : [])];
}

/** 增减率 = (本年 − 上年) ÷ 上年. */
function byYears(claim: Claim, item: ToldItem, strong: boolean): Reading[] {
  const { figure: rate, direction = 0, signed } = claim.said;
  const falls = direction < 0 && !signed;
  return basesOf(claim, item).flatMap((base) =>
    finalsOf(item, base).map(
      (final): Reading => ({
        equation: ratio(
          rate,
          falls
            ? [
                [base, 1],
                [final, -1],
              ]
            : [
                [final, 1],
                [base, -1],
              ],
          [[base, 1]],
          { signed: direction !== 0, mistaken: [[final, 1]] },
        ),
        derived: rate,
        strong: strong && isSure(item, base, claim),
        item,
      }),
    ),
  );
}

/**
 * 增减率 of a claim: by the change told before it, or by both years; with change and years told, each base gives
 * a relation of its own besides.
 */
export function growthRelation(claim: Claim): TextRelation[] {
  const { figure: rate } = claim.said;
  const change = claim.change?.figure;
  const main: Reading[] = [];
  const corners: Reading[] = [];
  for (const [item, strong] of ownersOf(claim)) {
    main.push(...byChange(claim, item, strong));
    const years = byYears(claim, item, strong);
    if (!change) main.push(...years);
    else if (item === claim.item) {
      corners.push(...years);
      if (!isZero(change.value))
        for (const base of basesOf(claim, item))
          corners.push({
            equation: ratio(rate, [[change, 1]], [[base, 1]]),
            derived: rate,
            strong: strong && isSure(item, base, claim),
            item,
          });
    }
  }
  const missing = missingOf(claim);
  return [
    { topic: 'growth', about: rate, readings: likeliest(main, claim), missing },
    // With both years printed each corner is a claim of its own.
    ...corners.map((r): TextRelation => ({ topic: 'corner', about: rate, readings: [r] })),
  ];
}

/** The budgets a completion rate may be of, the named one first. */
function budgetsNamed(item: ToldItem, version: string | undefined): Figure[] {
  if (version && version !== 'plan' && version !== 'final') {
    const { full, adjusted } = item.slots;
    const own =
      item.slots[version as Budget] ?? (version === 'opening' ? undefined : (full ?? adjusted));
    return own ? [own] : unique([item.slots.plan]);
  }
  return unique([item.slots.plan, item.slots.adjusted, item.slots.full, item.slots.opening]);
}

/** 完成预算的 r%，比预算减少 Δ: the budget is the final figure less the change. */
function impliedBudget(claim: Claim, claims: readonly Claim[]): Reading[] {
  const { item, said } = claim;
  const final = item?.slots.final ?? item?.slots.plain;
  const change = claims.find(
    (c) => c.said.measure === 'change' && c.base?.budget && c.item === item,
  )?.said;
  if (!item || !final || !change?.direction || budgetsOf(item).length > 0) return [];
  const base: Term[] = [
    [final, 1],
    [change.figure, change.direction > 0 ? -1 : 1],
  ];
  const rate = said.figure;
  return [{ equation: ratio(rate, [[final, 1]], base), derived: rate, strong: true, item }];
}

/** So many paragraphs back the section's own total may stand. */
const PARAGRAPHS = 30;

/** 年初预算b，预算完成率r behind a numbered list: of what the list is of, or of the section. */
function resumed({ item, said: { figure: rate } }: Claim): Reading[] {
  const [budget] = item ? budgetsOf(item) : [];
  if (item?.own !== '' || !budget || amountOf(item) !== budget) return [];
  const finals: Figure[] = [];
  let above = item.passage.parent;
  for (let i = 0; i < PARAGRAPHS && above; i += 1) {
    for (const { list, ghost, unit, slots } of above.items) {
      const final = slots.final ?? slots.plain;
      if (final && !list && !ghost && unit === item.unit) finals.push(final);
    }
    above = above.parent;
  }
  return finals.map((final) => ({
    equation: ratio(rate, [[final, 1]], [[budget, 1]]),
    derived: rate,
    strong: false,
    item,
  }));
}

/** Told with its budget and what became of it: a rate right behind is its own. */
const isSpent = (item: ToldItem): boolean =>
  (item.slots.final ?? item.slots.plain) !== undefined && budgetsOf(item).length > 0;

/** 完成率 = 决算 ÷ 预算. */
export function doneRelation(claim: Claim, claims: readonly Claim[]): TextRelation {
  const { figure: rate, version } = claim.said;
  const implied = impliedBudget(claim, claims);
  const readings = ownersOf(claim).flatMap(([item, strong], rank): Reading[] => {
    // A part's rate is of its own budget, never of the head's.
    const other = rank > 0 && claim.item && claim.item !== item;
    if (other && (claim.item!.list || isSpent(claim.item!))) return [];
    const final = item.slots.final ?? item.slots.plain;
    if (!final) return [];
    const budgets = budgetsNamed(item, version);
    return budgets.map((budget): Reading => {
      const nothing = isZero(budget.value) && !isZero(final.value) && !isZero(rate.value);
      if (!nothing)
        return { equation: ratio(rate, [[final, 1]], [[budget, 1]]), derived: rate, strong, item };
      const says = '预算为 0，不能计算完成率';
      return {
        equation: { kind: 'never', figures: [rate], says },
        derived: rate,
        strong: budgets.every((b) => isZero(b.value)),
        item,
      };
    });
  });
  return {
    topic: 'done',
    about: rate,
    readings: [...likeliest([...implied, ...readings], claim), ...resumed(claim)],
    missing: MISSING.budget,
  };
}
