// Relations that no list word opens: running sums, several items together, what is left of a budget, one
// figure said twice. Knows items; knows no table.
import { sign } from '../../measure/exact.ts';
import {
  type Account,
  amountOf,
  budgetsOf,
  type Claim,
  type Placed,
  type ToldItem,
  type ToldSentence,
  type Wording,
} from '../clauses/account.ts';
import { isBudget } from '../clauses/saying.ts';
import { closingsIn } from './closing.ts';
import type { Term, TextRelation } from './relation.ts';
import { slipExplains, sumOf } from './sums.ts';
import { sumOfTerms } from './weigh.ts';

const RUNNING = /(?:总计|合计|总量)$/;

/** A，加B，调入C，总计T; behind it another sum may begin. */
function runningOf({ items, plus }: ToldSentence): TextRelation[] {
  if (!plus) return [];
  const told: TextRelation[] = [];
  let start = 0;
  items.forEach((item, at) => {
    if (!RUNNING.test(item.subject) || item.list) return;
    const total = amountOf(item);
    const parts = items.slice(start, at).flatMap((i) => amountOf(i) ?? []);
    start = at + 1;
    if (!total || parts.length < 2 || parts.some((p) => p.kind !== total.kind)) return;
    const form: Term[] = [...parts.map((p): Term => [p, 1]), [total, -1]];
    const strong = sign(sumOfTerms(form).value) > 0 || slipExplains(form);
    told.push({ topic: 'running', about: total, readings: [{ equation: sumOf(form), strong }] });
  });
  return told;
}

/** After the label, and again as the final figure. */
function twiceOf(item: ToldItem): TextRelation[] {
  const { plain, final } = item.slots;
  if (!plain || !final || plain.index >= final.index) return [];
  const beside = final.index - plain.index <= 2;
  const strong = beside && item.passage.label.length > 3 && item.passage.items[0] === item;
  const equation = sumOf([
    [plain, 1],
    [final, -1],
  ]);
  return [{ topic: 'same', about: final, readings: [{ equation, strong }] }];
}

/** 分别为a、b和c，分别占W的…: the parts of W. */
function tupleOf({ whole, item, nth }: Claim): TextRelation[] {
  if (!whole || !item?.tuple || nth > 0) return [];
  const parts = item.tuple.flatMap((i) => amountOf(i) ?? []);
  const form: Term[] = [...parts.map((p): Term => [p, 1]), [whole, -1]];
  return [{ topic: 'total', about: whole, readings: [{ equation: sumOf(form), strong: false }] }];
}

const COUNTED: readonly (readonly [RegExp, number])[] = [
  [/[两二]/, 2],
  [/三/, 3],
  [/四/, 4],
];

/** So many items back a name is looked for. */
const REACH = 30;

/** A和B两项合计: the items of the paragraph that the phrase names. */
function namedIn(phrase: string, { passage, id, unit }: ToldItem): ToldItem[] {
  const before = passage.items.filter((i) => i.id < id && i.id >= id - REACH);
  const found = new Map<string, ToldItem>();
  for (const i of before)
    if (i.unit === unit && !i.ghost && i.own.length > 1 && phrase.includes(i.own))
      found.set(i.own, found.get(i.own) ?? i);
  return [...found.values()];
}

/** A、B，两项合计T: the items right before it. */
function togetherOf({ said, item, sentence }: Placed): TextRelation[] {
  if (!item || said.measure !== 'amount' || !said.joint) return [];
  const word = said.lead.find((t) => t.kind === 'joint')?.text ?? '';
  const count = COUNTED.find(([pattern]) => pattern.test(word))?.[1] ?? 0;
  const at = sentence.items.indexOf(item);
  const near = sentence.items.slice(0, at).filter((i) => i.unit === item.unit && !i.ghost);
  const named = namedIn(said.subject, item);
  const meant = named.length === count ? named : near.slice(-count);
  const parts = meant.flatMap((i) => amountOf(i) ?? []);
  const { figure } = said;
  if (count < 2 || parts.length < count || parts.some((p) => p.kind !== figure.kind)) return [];
  const form: Term[] = [...parts.map((p): Term => [p, 1]), [figure, -1]];
  // Named again (A和B两项合计), they may be any of the sentence.
  const alone = near.length === count && said.subject.length <= word.length + 4;
  const strong = alone || named.length === count;
  return [{ topic: 'total', about: figure, readings: [{ equation: sumOf(form), strong }] }];
}

const LEFT = /(?:剩余|尚余|未执行|未支出|结余|结转)(?:资金|金额|数)?$/;

/** 预算b，支出a，剩余c. */
function leftOf({ said, item, sentence }: Placed): TextRelation[] {
  if (!item || said.measure !== 'amount' || !LEFT.test(said.subject)) return [];
  const at = sentence.items.indexOf(item);
  const before = sentence.items[at - 1];
  const [budget, ...more] = before ? budgetsOf(before) : [];
  const final = before?.slots.final ?? before?.slots.plain;
  if (!budget || !final || more.length > 0 || final.kind !== said.figure.kind) return [];
  const form: Term[] = [
    [budget, 1],
    [final, -1],
    [said.figure, -1],
  ];
  const reading = { equation: sumOf(form), strong: true, derived: said.figure };
  return [{ topic: 'difference', about: said.figure, readings: [reading] }];
}

/** 决算b，预算a，两者一致. */
const BOTH = /^(?:两者|二者|两数|预决算数?)$/;

/** 预算b，决算a，与预算一致: the two are one. */
function levelOf({ kind, item, before, token, reason, sentence }: Wording): TextRelation[] {
  const budget = before.some((t) => isBudget(t.kind) || BOTH.test(t.text));
  const final = item?.slots.final ?? item?.slots.plain;
  const [only, ...others] = item ? budgetsOf(item) : [];
  if (kind !== 'level' || !budget || !final || !only || others.length > 0) return [];
  if (reason || item?.passage !== sentence.passage) return [];
  const equation = sumOf([
    [final, 1],
    [only, -1],
  ]);
  // Of what is only nearly so, or told in other words, nothing is accused.
  const strong = token.text === '持平' || token.text === '一致' || token.text === '相同';
  return [{ topic: 'same', about: final, readings: [{ equation, strong }] }];
}

/** 其他关系 of a text. */
export function othersIn({ items, claims, statements, wordings }: Account): TextRelation[] {
  return [
    ...claims.flatMap(tupleOf),
    ...[...new Set(items.map((i) => i.sentence))].flatMap((s) => [
      ...runningOf(s),
      ...(s.plus ? [] : closingsIn(s)),
    ]),
    ...items.flatMap(twiceOf),
    ...statements.flatMap(togetherOf),
    ...statements.flatMap(leftOf),
    ...wordings.flatMap(levelOf),
  ];
}
