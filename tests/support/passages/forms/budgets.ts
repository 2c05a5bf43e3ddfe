// Budgets and what became of them: opening, full-year and adjusted, each with the rate that names it.
import { c, minus, over, sum, times } from '../arithmetic.ts';
import { subject } from '../nouns.ts';
import type { Draft } from '../passage.ts';

const name = (d: Draft): string => d.subject(d.r.chance(0.4) ? d.head() : d.nouns(1)[0]!);
const budgetWord = (d: Draft): string =>
  d.r.pick([
    '年初预算',
    '年初预算',
    '年初预算数',
    '全年预算',
    '全年预算数',
    '调整预算数',
    '调整后预算',
  ]);
const final = (d: Draft): string =>
  d.r.pick(['支出决算', '决算', '支出决算为', '决算数为', '实际支出', '决算支出', '执行数']);

interface Pair {
  readonly b: number;
  readonly a: number;
  readonly p: number;
  readonly fens: readonly [number, number];
}

function pair(d: Draft): Pair {
  const now = d.fen();
  const budget = d.r.chance(0.08) ? d.near(now, 0.03, 0.2) : d.near(now, 0.6, 1.6);
  const [b, a] = [d.money(budget), d.money(now)];
  const p = d.rate(now, budget);
  d.completes(p, a, b);
  return { b, a, p, fens: [budget, now] };
}

/** 大于, 小于 or 等于, as printed. */
const beside = ([budget, now]: readonly [number, number]): string =>
  now > budget ? '大于' : now < budget ? '小于' : '等于';

export function plainBudget(d: Draft): void {
  const { b, a, p } = pair(d);
  const word = budgetWord(d);
  const way = d.r.integer(0, 3);
  const n = name(d);
  if (way === 0)
    d.say`${n}${word}${d.r.pick(['', '为'])}${b}，${final(d)}${a}，${d.v.done(word)}${p}。`;
  else if (way === 1)
    d.say`${n}${word}${b}，${final(d)}${a}，完成预算${d.r.pick(['的', ''])}${p}。`;
  else if (way === 2) d.say`${n}${a}，${d.r.pick(['完成', '为', '占'])}${word}${b}的${p}。`;
  else
    d.say`${n}${final(d)}${a}，${word}${b}，${d.r.pick(['预算完成率', '完成率', '执行率', '预算执行率为'])}${p}。`;
}

export function budgetAndDifference(d: Draft): void {
  const { b, a, p, fens } = pair(d);
  const x = d.money(fens[1] - fens[0]);
  if (Math.abs(fens[1] - fens[0]) < fens[0] / 200) {
    d.say`${name(d)}年初预算${b}，支出决算${a}，完成年初预算的${p}。`;
    return;
  }
  d.changes(x, a, b);
  const clause = d.r.integer(0, 2);
  d.say`${name(d)}年初预算${b}，支出决算${a}，完成年初预算的${p}，`;
  if (clause === 0) {
    const word = beside(fens);
    d.pieces.push({ text: '决算数' }, { word, other: word === '大于' ? '小于' : '大于', of: x });
    d.say`${d.r.pick(['年初预算数', '预算数'])}${x}`;
  } else if (clause === 1)
    d.say`${d.r.pick(['较年初预算', '比年初预算数', '与年初预算相比'])}${d.moved(x)}`;
  else d.say`${d.moved(x, ['超支', '结余'])}`;
  d.say`，主要原因是${d.reason()}。`;
}

/** 类款项 under one heading, the amounts without any subject of their own. */
export function labelled(d: Draft): void {
  const n = d.r.integer(2, 3);
  const label = d.r.pick([
    ([f, s, t]: readonly string[], i: number) => `${i}.${f}（类）${s}（款）${t}（项）。`,
    ([f, s, t]: readonly string[], i: number) => `${i}、${f}（类）${s}（款）${t}（项）`,
    ([f, s, t]: readonly string[], i: number) => `（${i}）${f}-${s}-${t}。`,
    ([, s, t]: readonly string[], i: number) => `${i}．“${s}”（款）“${t}”（项）：`,
    ([f, s, t]: readonly string[]) => `${f}（类）${s}（款）${t}（项）：`,
  ]);
  for (let i = 1; i <= n; i += 1) {
    const { b, a, p, fens } = pair(d);
    const word = d.r.pick(['年初预算', '全年预算']);
    d.say`${label(subject(d.r, d.used), i)}${word}${d.r.pick(['为', '', '数为'])}${b}，支出决算${d.r.pick(['为', '', '数为'])}${a}，完成${word}的${p}`;
    d.say`${d.r.chance(0.5) ? `，决算数${beside(fens)}${word}数的主要原因是${d.reason()}` : ''}。${d.r.pick(['', '\n'])}`;
  }
}

/** Opening and adjusted budget, a rate of each. */
export function twoBudgets(d: Draft): void {
  const now = d.fen();
  const [open, full] = [d.near(now, 0.5, 0.9), d.near(now, 1, 1.4)];
  const [b, f, a] = [d.money(open), d.money(full), d.money(now)];
  const [p, q] = [d.rate(now, open), d.rate(now, full)];
  d.completes(p, a, b);
  d.completes(q, a, f);
  const [one, two] = d.r.pick([
    ['年初预算', '全年预算'] as const,
    ['年初预算数', '调整预算数'] as const,
    ['年初预算', '调整后预算'] as const,
  ]);
  d.say`${name(d)}${one}${b}，${two}${f}，支出决算${a}，完成${one}的${p}，完成${two}的${q}。`;
}

/** Nothing at the beginning of the year: only the later budget has a rate. */
export function noOpeningBudget(d: Draft): void {
  const { b, a, p } = pair(d);
  d.say`${name(d)}年初预算为0，全年预算${b}，支出决算${a}，完成全年预算的${p}。`;
}

/** Each part with the rate of its own budget, which stands nowhere. */
export function ownRates(d: Draft): void {
  const { head, items: names } = d.topic(d.r.integer(2, 3));
  const finals = names.map(() => d.fen());
  const budgets = finals.map((f) => d.near(f, 0.9, 2));
  const total = (xs: readonly number[]) => xs.reduce((x, y) => x + y, 0);
  const [b, a] = [d.money(total(budgets)), d.money(total(finals))];
  const p = d.rate(total(finals), total(budgets));
  const parts = finals.map((f) => d.money(f));
  const rates = finals.map((f, i) => d.rate(f, budgets[i]!));
  d.completes(p, a, b);
  const relation = d.sums(a, parts);
  d.relate(
    '各项预算',
    { n: b },
    sum(parts.map((m, i) => times(c(100), over({ n: m }, { n: rates[i]! })))),
  );
  d.say`${d.subject(head)}预算为${b}，支出决算为${a}，完成预算的${p}，其中：`;
  parts.forEach((m, i) => {
    d.entry(m, relation, () => d.say`${names[i]!}支出决算为${m}，完成预算的${rates[i]!}`);
    d.say`${i === names.length - 1 ? '。' : '；'}`;
  });
}

/** Parts of the budget and of the final figure. */
export function splitBudget(d: Draft): void {
  const [x, y] = [d.fen(), d.fen()];
  const [u, v] = [d.near(x, 0.7, 1), d.near(y, 0.7, 1)];
  const [b, bx, by] = [d.money(x + y), d.money(x), d.money(y)];
  const [a, ax, ay] = [d.money(u + v), d.money(u), d.money(v)];
  const p = d.rate(u + v, x + y);
  d.sums(b, [bx, by]);
  d.sums(a, [ax, ay]);
  d.completes(p, a, b);
  const [m, n] = d.nouns(2);
  const word = d.r.pick(['全年预算数', '年初预算']);
  d.say`${name(d)}${word}${b}（${m!}${bx}、${n!}${by}），执行数${a}（${m!}${ax}、${n!}${ay}），完成${word}的${p}。`;
}

/** What is left of it. */
export function leftOver(d: Draft): void {
  const now = d.fen();
  const budget = d.near(now, 1.05, 1.6);
  const [b, a, x] = [d.money(budget), d.money(now), d.money(budget - now)];
  const p = d.rate(now, budget);
  d.relate('结余', { n: x }, minus({ n: b }, { n: a }));
  d.completes(p, a, b);
  d.say`${name(d)}${d.r.pick(['预算安排', '全年预算', '预算批复'])}${b}，${d.r.pick(['实际支出', '支出', '实际执行'])}${a}，${d.r.pick(['结余', '结转', '剩余', '未执行'])}${x}，${d.r.pick(['预算执行率', '执行率为', '执行进度'])}${p}。`;
}

/** Against the opening budget and last year's budget, rates only. */
export function ofBudgetNamed(d: Draft): void {
  const { b, a, p } = pair(d);
  d.say`${name(d)}${d.r.pick(['完成', '实现'])}${a}，为${d.r.pick(['预算', '年初预算', '调整预算', '变动预算'])}${b}的${p}。`;
}
