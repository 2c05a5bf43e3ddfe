// Changes, differences, points: what a claim says of an item's own figures. Knows items; knows no table.
import { compare, exact, minus, plus } from '../../measure/exact.ts';
import type { Claim, Placed } from '../clauses/account.ts';
import { BUDGETS } from '../clauses/saying.ts';
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
import { doneRelation, growthRelation } from './rates.ts';
import type { Reading, Term, TextRelation } from './relation.ts';

function changeTerms(final: Figure, base: Figure, change: Figure, direction: number): Term[] {
  if (direction !== 0)
    return [
      [final, 1],
      [base, -1],
      [change, direction > 0 ? -1 : 1],
    ];
  const up = compare(final.value, base.value) >= 0;
  return up
    ? [
        [final, 1],
        [base, -1],
        [change, -1],
      ]
    : [
        [base, 1],
        [final, -1],
        [change, -1],
      ];
}

/** 增减额 = 本年 − 上年（预算）. */
function changeOf(claim: Claim): TextRelation | undefined {
  const { figure, direction = 0 } = claim.said;
  if (figure.kind === 'count' && claim.scope.every((i) => i.unit !== figure.unit)) return undefined;
  const readings = ownersOf(claim).flatMap(([item, strong]) =>
    basesOf(claim, item).flatMap((base) =>
      finalsOf(item, base).map(
        (final): Reading => ({
          equation: { kind: 'sum', form: changeTerms(final, base, figure, direction) },
          // 主要原因是…，增支30万元等: one of the reasons, which need not come to all of it.
          strong: strong && !claim.said.reason && isSure(item, base, claim),
          derived: figure,
          item,
        }),
      ),
    ),
  );
  return {
    topic: 'change',
    about: figure,
    readings: likeliest(readings, claim),
    missing: missingOf(claim),
  };
}

const FULL = exact(100);

/** 决算数大于预算数d: the difference, and the rate beside it. */
function differenceOf(claim: Claim, claims: readonly Claim[]): TextRelation[] {
  const { figure, direction = 1 } = claim.said;
  const s = direction > 0 ? -1 : 1;
  const readings = ownersOf(claim).flatMap(([item, strong]) =>
    unique(BUDGETS.map((b) => item.slots[b])).flatMap((budget) =>
      finalsOf(item, budget).map(
        (final): Reading => ({
          equation: {
            kind: 'sum',
            form: [
              [final, 1],
              [budget, -1],
              [figure, s],
            ],
          },
          derived: figure,
          strong,
          item,
        }),
      ),
    ),
  );
  const own: TextRelation = {
    topic: 'difference',
    about: figure,
    readings: likeliest(readings, claim),
    missing: MISSING.budget,
  };
  const rate = claims.findLast((c) => c.said.measure === 'done')?.said.figure;
  if (!rate || compare(figure.value, figure.half) <= 0) return [own];
  const opposed =
    direction > 0
      ? compare(plus(rate.value, rate.half), FULL) <= 0
      : compare(minus(rate.value, rate.half), FULL) >= 0;
  if (!opposed) return [own];
  const says = '与决算数和预算数的大小矛盾';
  return [
    own,
    {
      topic: 'difference',
      about: rate,
      readings: [
        { equation: { kind: 'never', figures: [rate], says }, derived: rate, strong: true },
      ],
    },
  ];
}

/** 占比为p，比上年的q提高d个百分点. */
function pointsOf({ said }: Claim, beside: readonly Placed[]): TextRelation[] {
  const { figure, direction } = said;
  const before = beside.filter(
    (p) => p.said.figure.kind === 'percent' && p.said.figure.index < figure.index,
  );
  const own = before.findLast((p) => p.said.measure !== 'share-before')?.said.figure;
  const old = before.findLast((p) => p.said.measure === 'share-before')?.said.figure;
  // Told right before it, of the rate before that: what stands elsewhere is of another.
  const adjoins = old && own && old.index === figure.index - 1 && own.index < old.index;
  if (!own || !old || !direction || !adjoins)
    return [{ topic: 'points', about: figure, readings: [], missing: '上年的比例没有写出' }];
  const form: Term[] = [
    [own, 1],
    [old, -1],
    [figure, direction > 0 ? -1 : 1],
  ];
  const equation = { kind: 'sum', form } as const;
  return [
    { topic: 'points', about: figure, readings: [{ equation, derived: figure, strong: true }] },
  ];
}

/** 增减、完成、差额 of a claim; `beside` are the statements and claims of its sentence. */
export function movementOf(
  claim: Claim,
  beside: { readonly statements: readonly Placed[]; readonly claims: readonly Claim[] },
): TextRelation[] {
  const { measure } = claim.said;
  if (measure === 'change') return [changeOf(claim)].filter((r) => r !== undefined);
  if (measure === 'growth') return growthRelation(claim);
  if (measure === 'done') return [doneRelation(claim, beside.claims)];
  if (measure === 'difference') return differenceOf(claim, beside.claims);
  return measure === 'points' ? pointsOf(claim, beside.statements) : [];
}

/** Signed: the change of an item as it enters a sum. */
export const signOf = (direction: number | undefined): 1 | -1 =>
  direction !== undefined && direction < 0 ? -1 : 1;
