// One figure told twice: summed up again, repeated word for word, both sides of one account. Knows items; knows no
// table.
import {
  type Account,
  amountOf,
  type Claim,
  type Placed,
  type ToldItem,
} from '../clauses/account.ts';
import { norm } from '../clauses/alike.ts';
import type { Figure } from '../text/figure.ts';
import type { TextRelation } from './relation.ts';
import { mayBeSlip } from './slips.ts';
import { sumOf } from './sums.ts';

const SUMMING_UP = /综上|总之|综合以上|上述|总体看|综合来看/;
/** Shorter phrases are said of many things. */
const TELLING = 4;

const slipped = (a: Figure, b: Figure): boolean => mayBeSlip(a, b.value) || mayBeSlip(b, a.value);

function sameAs(about: Figure, other: Figure, strong: boolean): TextRelation[] {
  if (about === other || about.kind !== other.kind) return [];
  const equation = sumOf([
    [about, 1],
    [other, -1],
  ]);
  return [{ topic: 'same', about, readings: [{ equation, strong }] }];
}

const keyOf = (subject: string, { sentence }: ToldItem): string =>
  `${sentence.passage.id}|${norm(subject.replace(SUMMING_UP, '').replace(/支出$/, ''))}`;

/** 综上，A…: the same figure as when it was told first. */
function summedUp({ item, said }: Placed, known: ReadonlyMap<string, ToldItem>): TextRelation[] {
  if (!item || said.measure !== 'amount' || said.subject.length < TELLING) return [];
  if (!said.lead.some((t) => SUMMING_UP.test(t.text))) return [];
  const first = known.get(keyOf(said.subject, item));
  const old = amountOf(first);
  return first && old ? sameAs(said.figure, old, true) : [];
}

/** The very same words with an amount again, one slip away. */
function repeated(item: ToldItem, known: ReadonlyMap<string, ToldItem>): TextRelation[] {
  const { plain } = item.slots;
  const first = known.get(keyOf(item.own, item));
  const old = first?.slots.plain;
  if (!plain || !old || first === item || item.own !== first.own) return [];
  const apart = item.list || first.list || item.sentence === first.sentence;
  const alone = item.inReason || first.inReason || item.year !== first.year || item.past;
  if (apart || alone || item.unit !== first.unit || item.own.length < TELLING) return [];
  return sameAs(plain, old, slipped(plain, old));
}

const INCOME = /收入(?:决算)?总计$/;
const SPENDING = /支出(?:决算)?总计$/;

/** 收入总计a，支出总计b: both sides come to one figure. */
function sides(
  item: ToldItem,
  before: ToldItem | undefined,
  changes: readonly Claim[],
): TextRelation[] {
  if (!before || item.sentence !== before.sentence || item.inReason) return [];
  if (!SPENDING.test(item.subject) || !INCOME.test(before.subject)) return [];
  const [a, b] = [amountOf(item), amountOf(before)];
  if (!a || !b || item.year !== before.year) return [];
  const shared = changes.some((c) => c.said.lead.some((t) => /^[各均]|[收入]支/.test(t.text)));
  return sameAs(a, b, shared || slipped(a, b));
}

/** 前后一致 by structure alone. */
export function againIn({ items, claims, statements }: Account): TextRelation[] {
  const known = new Map<string, ToldItem>();
  for (const item of items) {
    const key = keyOf(item.subject, item);
    if (!known.has(key)) known.set(key, item);
  }
  const changes = new Map<unknown, Claim[]>();
  for (const claim of claims) {
    if (claim.said.measure !== 'change') continue;
    const own = changes.get(claim.sentence) ?? [];
    changes.set(claim.sentence, own);
    own.push(claim);
  }
  return [
    ...statements.flatMap((p) => summedUp(p, known)),
    ...items.flatMap((i) => repeated(i, known)),
    ...items.flatMap((i, at) => sides(i, items[at - 1], changes.get(i.sentence) ?? [])),
  ];
}
