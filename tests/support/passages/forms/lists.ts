// Totals and their parts: 其中, brackets, numbered lines, running sums, lists in lists, open lists; with shares.
import { sum } from '../arithmetic.ts';
import type { Draft } from '../passage.ts';
import { list } from '../voice.ts';

const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

interface Drawn {
  readonly head: string;
  readonly names: readonly string[];
  readonly fens: readonly number[];
  readonly all: number;
  readonly t: number;
  readonly parts: readonly number[];
  readonly relation: number;
}

/** A total and its parts, not yet written. */
function drawn(d: Draft, n = d.r.integer(2, 5)): Drawn {
  const { head, items: names } = d.topic(n);
  const fens = d.parts(n);
  const all = total(fens);
  const t = d.money(all);
  const parts = fens.map((f) => d.money(f));
  return { head, names, fens, all, t, parts, relation: d.sums(t, parts) };
}

/** The total by its name and, now and then, a word for a total. */
function headed(d: Draft, head: string, verb = false): string {
  const end = d.r.pick(['', '', '', '合计', '总计', '总额', '共计', '总数', '规模', '合计数']);
  return `${d.subject(head)}${end}${verb && !/计$/.test(end) ? d.v.verb : ''}`;
}
const last = (i: number, all: readonly unknown[], d: Draft): string =>
  i === all.length - 1 ? '。' : d.v.sep;

export function plainList(d: Draft): void {
  const { head, names, t, parts, relation } = drawn(d);
  const verb = d.r.pick(['', '', '为', '是']);
  d.say`${headed(d, head, true)}${t}${d.v.opener}`;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => d.say`${names[i]!}${verb}${p}`);
    d.say`${last(i, parts, d)}`;
  });
}

export function listWithShares(d: Draft): void {
  const { head, names, fens, all, t, parts, relation } = drawn(d);
  const word = d.v.share;
  d.say`${headed(d, head, true)}${t}${d.v.opener}`;
  parts.forEach((p, i) => {
    const s = d.rate(fens[i]!, all);
    d.shares(s, p, t);
    d.entry(p, relation, () => d.say`${names[i]!}${p}，${word}${s}`);
    d.say`${i === parts.length - 1 ? '。' : '；'}`;
  });
}

export function listWithSharesOf(d: Draft): void {
  const { head: h, names, fens, all, t, parts, relation } = drawn(d);
  const of = d.v.shareOf(d.r.pick([h, `${h}合计`, `${h}总额`]));
  d.say`${d.subject(h)}合计${t}。`;
  parts.forEach((p, i) => {
    const s = d.rate(fens[i]!, all);
    d.shares(s, p, t);
    const lead = i === 0 ? '其中：' : '';
    d.say`${lead}`;
    d.entry(p, relation, () => d.say`${names[i]!}${p}，${of}${s}`);
    d.say`${i === parts.length - 1 ? '。' : '；'}`;
  });
}

export function bracketList(d: Draft): void {
  const { head, names, t, parts, relation } = drawn(d);
  d.say`${headed(d, head, true)}${t}（${d.r.pick(['', '其中：', '其中'])}`;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => d.say`${names[i]!}${p}`);
    d.say`${i === parts.length - 1 ? '）' : d.r.pick(['、', '，'])}`;
  });
  d.say`。`;
}

export function numberedLines(d: Draft): void {
  const { head, names, fens, all, t, parts, relation } = drawn(d);
  const share = d.r.chance(0.6);
  const mark = d.r.pick([
    (i: number) => `${i}.`,
    (i: number) => `${i}．`,
    (i: number) => `${i}、`,
    (i: number) => `（${i}）`,
    (i: number) => `${i}. `,
  ]);
  const quote = d.r.pick([(s: string) => s, (s: string) => `${s}（类）`, (s: string) => `“${s}”`]);
  d.say`${headed(d, head)}${t}，${d.r.pick(['具体如下：', '主要用于以下方面：', '按用途分：', '其中：'])}\n`;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => {
      d.say`${mark(i + 1)}${quote(names[i]!)}${d.r.pick(['', '支出', '：']) === '：' ? '：' : ''}${p}`;
      if (share) {
        const s = d.rate(fens[i]!, all);
        d.shares(s, p, t);
        d.say`，${d.v.share}${s}`;
      }
      d.say`${d.r.pick(['', '，主要用于日常业务开展', '。主要是用于聘用外业队员'])}`;
    });
    d.say`${i === parts.length - 1 ? '。' : d.r.pick(['；\n', '。\n'])}`;
  });
}

export function nested(d: Draft): void {
  const { head, items: a } = d.topic(2);
  const b = d.nouns(2);
  const inner = d.parts(2);
  const [x, y] = [total(inner), d.fen()];
  const t = d.money(x + y);
  const [p, q] = [d.money(x), d.money(y)];
  const parts = inner.map((f) => d.money(f));
  const outer = d.sums(t, [p, q]);
  const within = d.sums(p, parts);
  d.say`${headed(d, head)}${t}，其中：${a[0]!}${p}（${d.r.pick(['其中，', '其中：', '包括'])}`;
  parts.forEach((n, i) => {
    d.entry(n, within, () => d.say`${b[i]!}${n}`);
    d.say`${i === 1 ? '）' : '，'}`;
  });
  if (d.r.chance(0.5)) {
    const [s, u] = [d.rate(x, x + y), d.rate(y, x + y)];
    d.shares(s, p, t);
    d.shares(u, q, t);
    d.say`，${d.v.share}${s}；`;
    d.entry(q, outer, () => d.say`${a[1]!}${q}，${d.v.share}${u}`);
  } else {
    d.say`；`;
    d.entry(q, outer, () => d.say`${a[1]!}${q}`);
  }
  d.say`。`;
}

export function runningSum(d: Draft): void {
  const { names, t, parts } = drawn(d, d.r.integer(3, 5));
  parts.forEach((p, i) => {
    d.say`${i === 0 ? d.v.period : d.r.pick(['，加', '，加上', '，加：'])}${names[i]!}${p}`;
  });
  d.say`，${d.r.pick(['总计', '合计', '总计为'])}${t}。`;
}

/** Open: what is named is at most the total. */
export function openList(d: Draft): void {
  const n = d.r.integer(2, 3);
  const { head, items: names } = d.topic(n);
  const fens = d.parts(n);
  const t = d.money(total(fens) + d.fen());
  const parts = fens.map((f) => d.money(f));
  d.sums(t, parts, true);
  const pairs = parts.map((p, i) => [names[i]!, p] as const);
  d.say`${headed(d, head)}${t}，${d.r.pick(['其中', '主要包括', '包括'])}`;
  pairs.forEach(([name, p], i) => {
    d.say`${i > 0 ? '、' : ''}${name}${p}`;
  });
  d.say`等。`;
}

/** A single 其中 claims nothing but to be a part. */
export function singlePart(d: Draft): void {
  const { head, items } = d.topic(1);
  const [name] = items;
  const part = d.fen();
  const t = d.money(part + d.fen());
  const p = d.money(part);
  d.sums(t, [p], true);
  d.say`${headed(d, head)}${t}，其中${name!}${p}。`;
}

export function twoLists(d: Draft): void {
  [0, 1].forEach((k) => {
    const { head, names, t, parts, relation } = drawn(d, d.r.integer(2, 3));
    d.say`${k === 0 ? '' : '；'}${head}${d.v.verb}${t}，其中：`;
    parts.forEach((p, i) => {
      d.entry(p, relation, () => d.say`${names[i]!}${p}`);
      d.say`${i === parts.length - 1 ? '' : '，'}`;
    });
  });
  d.say`。`;
}

export function partsFirst(d: Draft): void {
  const n = d.r.integer(2, 4);
  const { names, t, parts, relation } = drawn(d, n);
  const numeral = ['', '', '两', '三', '四'][n]!;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => d.say`${names[i]!}${p}`);
    if (i < n - 1) d.say`${d.r.pick(['、', '，'])}`;
  });
  d.say`，${d.r.pick([`${numeral}项合计`, '共计', '合计', '以上合计', `以上${numeral}项共计`])}${t}。`;
}

/** Both sides, each the sum of what it is made of. */
export function bothSides(d: Draft): void {
  const income = [d.fen(), d.fen()];
  const all = total(income);
  const spent = Math.max(1, Math.round((all * d.r.integer(500, 980)) / 1000 / 1e6) * 1e6) || all;
  const left = all - spent;
  const [inNames, outNames] = [
    ['本年收入合计', '年初结转和结余'],
    ['本年支出合计', '年末结转和结余'],
  ];
  const [t, u] = [d.money(all), d.money(all)];
  d.same(t, u);
  const ins = income.map((f) => d.money(f));
  const outs = [spent, left].map((f) => d.money(f));
  const [a, b] = [d.sums(t, ins), d.sums(u, outs)];
  const side = (
    name: string,
    n: number,
    names: readonly string[],
    parts: readonly number[],
    relation: number,
  ) => {
    d.say`${name}${n}，其中：`;
    parts.forEach((p, i) => {
      d.entry(p, relation, () => d.say`${names[i]!}${p}`);
      d.say`${i === 0 ? d.r.pick(['，', '、']) : ''}`;
    });
  };
  side(`${d.v.period}收入总计`, t, inNames!, ins, a);
  d.say`${d.r.pick(['；', '。'])}`;
  side('支出总计', u, outNames!, outs, b);
  d.say`。`;
}

export function respectively(d: Draft): void {
  const { head: h, names, fens, all, t, parts } = drawn(d, d.r.integer(2, 4));
  const shares = fens.map((f) => d.rate(f, all));
  shares.forEach((s, i) => {
    d.shares(s, parts[i]!, t);
  });
  d.say`${h}${t}，其中${list(names)}分别为`;
  row(d, parts);
  d.say`，${d.r.pick(['', '分别'])}占${d.r.pick([`${h}的`, '总额的', '比'])}`;
  row(d, shares);
  d.say`。`;
}

export function row(d: Draft, numbers: readonly number[]): void {
  numbers.forEach((n, i) => {
    d.say`${i === 0 ? '' : i === numbers.length - 1 ? d.r.pick(['和', '、']) : '、'}${n}`;
  });
}

/** Two of the shares taken together. */
export function twoTogether(d: Draft): void {
  const { head, names, fens, all, t, parts, relation } = drawn(d, 3);
  const shares = fens.map((f) => d.rate(f, all));
  d.say`${headed(d, head)}${t}，其中：`;
  parts.forEach((p, i) => {
    d.shares(shares[i]!, p, t);
    d.entry(p, relation, () => d.say`${names[i]!}${p}，${d.v.share}${shares[i]!}`);
    d.say`${i === 2 ? '。' : '；'}`;
  });
  const both = d.rate(fens[0]! + fens[1]!, all);
  const m = d.money(fens[0]! + fens[1]!);
  d.relate('两项占比', { n: both }, sum([{ n: shares[0]! }, { n: shares[1]! }]));
  d.sums(m, [parts[0]!, parts[1]!]);
  d.say`${list(names.slice(0, 2))}两项合计${m}，占${both}。`;
}
