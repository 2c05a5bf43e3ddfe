// This year and last: what is printed of the four (both years, change, rate), for one thing and for its parts.
import { c, minus, over, sum, times } from '../arithmetic.ts';
import type { Draft } from '../passage.ts';
import { list } from '../voice.ts';
import { row } from './lists.ts';

interface Years {
  readonly now: number;
  readonly last: number;
  readonly diff: number;
}

/** Two years whose difference is more than the printed digit. */
function years(d: Draft): Years {
  const now = d.fen();
  for (;;) {
    const last = d.r.chance(0.1) ? d.near(now, 0.02, 8) : d.near(now);
    if (Math.abs(now - last) > Math.max(now / 200, 2 * d.grid))
      return { now, last, diff: now - last };
  }
}

const name = (d: Draft): string => d.subject(d.r.chance(0.5) ? d.head() : d.nouns(1)[0]!);
const because = (d: Draft): string =>
  d.r.pick([
    '',
    '',
    `，主要原因是${d.reason()}`,
    `，主要是${d.reason()}`,
    `。变动原因：${d.reason()}`,
  ]);
const than = (d: Draft): string => d.v.than;

export function changeAndRate(d: Draft): void {
  const { now, last, diff } = years(d);
  const [a, x, p] = [d.money(now), d.change(diff), d.rate(diff, last)];
  d.corner(p, a, x);
  d.say`${name(d)}${d.v.verb}${a}，${than(d)}${d.moved(x)}，${d.moved(p, d.v.rateUp)}${because(d)}。`;
}

export function allFour(d: Draft): void {
  const { now, last, diff } = years(d);
  const [a, b, x, p] = [d.money(now), d.money(last), d.change(diff), d.rate(diff, last)];
  d.changes(x, a, b);
  d.grows(p, x, b);
  d.growsFrom(p, a, b);
  d.say`${name(d)}${a}，${d.v.thanOf}${b}${d.r.pick(['', '，'])}${d.moved(x)}，${d.moved(p, d.v.rateUp)}${because(d)}。`;
}

export function bothYears(d: Draft): void {
  const { now, last, diff } = years(d);
  const [b, a] = [d.money(last), d.money(now)];
  const [y, before] = [String(d.v.year), String(d.v.year - 1)];
  const kind = d.r.integer(0, 4);
  const n = d.r.chance(0.5) ? d.head() : d.nouns(1)[0]!;
  if (kind === 0) {
    const x = d.change(diff);
    d.changes(x, a, b);
    d.say`${n}${y}年${a}，${before}年${b}，${d.r.pick(['对比', '相比', '同比', '两年相比'])}${d.moved(x)}。`;
  } else if (kind === 1) {
    const x = d.change(diff);
    d.changes(x, a, b);
    d.say`${n}由${d.r.pick(['上年的', `${before}年的`, '上年'])}${b}${diff > 0 ? '增加到' : '减少到'}${y}年的${a}，${d.moved(x)}。`;
  } else if (kind === 2) {
    const p = d.rate(diff, last);
    d.growsFrom(p, a, b);
    d.say`${n}${a}，${d.v.thanOf}${b}${d.moved(p, d.v.rateUp)}。`;
  } else if (kind === 3) {
    const [x, p] = [d.change(diff), d.rate(diff, last)];
    d.changes(x, a, b);
    d.grows(p, x, b);
    d.growsFrom(p, a, b);
    d.say`${before}年度${n}${b}，${y}年度${n}${a}，${d.moved(x)}，${d.moved(p, d.v.rateUp)}。`;
  } else {
    const x = d.change(diff);
    d.changes(x, a, b);
    d.say`${n}${a}（上年${b}），${d.moved(x)}${because(d)}。`;
  }
}

/** One figure for income and spending, one change of each. */
export function oneLabel(d: Draft): void {
  const { now, last, diff } = years(d);
  const [a, x, p] = [d.money(now), d.change(diff), d.rate(diff, last)];
  d.corner(p, a, x);
  const label = d.r.pick([
    '收、支总计',
    '收入支出总计',
    '收支总计',
    '收、支总计均为',
    '财政拨款收、支总计',
  ]);
  d.say`${d.v.period}${label}${a}。${d.r.pick(['与上年相比，', `与${d.v.year - 1}年度相比，`])}收、支总计各${d.moved(x)}，${d.moved(p, d.v.rateUp)}${because(d)}。`;
}

export function twoLabels(d: Draft): void {
  const { now, last, diff } = years(d);
  const [a, b, x, p] = [d.money(now), d.money(now), d.change(diff), d.rate(diff, last)];
  d.same(a, b);
  d.corner(p, a, x);
  d.say`${d.v.period}收入总计${a}，支出总计${b}，${than(d)}${d.r.pick(['各', '均', '收支各'])}${d.moved(x)}，${d.moved(p, d.v.rateUp)}${because(d)}。`;
}

/** Two values in one slot. */
export function twoSlots(d: Draft): void {
  const one = years(d);
  let two = years(d);
  while (two.diff > 0 !== one.diff > 0) two = years(d);
  const [a, b] = [d.money(one.now), d.money(two.now)];
  const [x, y] = [d.change(one.diff), d.change(two.diff)];
  const [p, q] = [d.rate(one.diff, one.last), d.rate(two.diff, two.last)];
  d.corner(p, a, x);
  d.corner(q, b, y);
  const [first, second] = d.nouns(2);
  d.say`${list([first!, second!])}分别为`;
  row(d, [a, b]);
  const word = (n: number, words: readonly [string, string]) => {
    const down = d.figures[n]!.sign < 0;
    d.say`${words[down ? 1 : 0]}`;
  };
  d.say`，${than(d)}分别`;
  word(x, d.v.up);
  row(d, [x, y]);
  d.say`，分别${one.diff < 0 ? '下降' : '增长'}`;
  row(d, [p, q]);
  d.say`。`;
}

/** The change of a total is the sum of its parts' changes. */
export function changeOfParts(d: Draft): void {
  const n = d.r.integer(2, 4);
  const each = Array.from({ length: n }, () => years(d));
  const all = each.reduce((s, y) => s + y.diff, 0);
  const lastAll = each.reduce((s, y) => s + y.last, 0);
  if (Math.abs(all) < lastAll / 200) {
    changeAndRate(d);
    return;
  }
  const [a, x, p] = [d.money(all + lastAll), d.money(all), d.rate(all, lastAll)];
  const parts = each.map((y) => d.money(y.diff));
  d.corner(p, a, x);
  const relation = d.relate('各项增减', { n: x }, sum(parts.map((m) => ({ n: m }))));
  const names = d.nouns(n);
  d.say`${name(d)}${a}，${than(d)}${d.moved(x)}，${d.moved(p, d.v.rateUp)}，其中：`;
  parts.forEach((m, i) => {
    d.entry(m, relation, () => d.say`${names[i]!}${d.moved(m)}`);
    d.say`${i === n - 1 ? '。' : d.r.pick(['，', '；'])}`;
  });
}

/** Each part with its amount and its own change. */
export function listWithChanges(d: Draft): void {
  const n = d.r.integer(2, 3);
  const each = Array.from({ length: n }, () => years(d));
  const names = d.nouns(n);
  const t = d.money(each.reduce((s, y) => s + y.now, 0));
  const parts = each.map((y) => d.money(y.now));
  const relation = d.sums(t, parts);
  d.say`${name(d)}${t}，其中：`;
  parts.forEach((m, i) => {
    const { diff, last } = each[i]!;
    const [x, p] = [d.change(diff), d.rate(diff, last)];
    d.corner(p, m, x);
    d.entry(
      m,
      relation,
      () => d.say`${names[i]!}${m}，${than(d)}${d.moved(x)}，${d.moved(p, d.v.rateUp)}`,
    );
    d.say`${i === n - 1 ? '。' : '；'}`;
  });
}

export function twoBases(d: Draft): void {
  const { now, last, diff } = years(d);
  const budget = d.near(now, 1.05, 2);
  const [a, x, p] = [d.money(now), d.change(diff), d.rate(diff, last)];
  const [e, q] = [d.money(now - budget), d.rate(now - budget, budget)];
  d.corner(p, a, x);
  d.corner(q, a, e);
  d.say`${name(d)}${a}，较上年${d.moved(x)}，${d.moved(p, d.v.rateUp)}；较年初预算数${d.moved(e)}，${d.moved(q, d.v.rateUp)}。`;
}

/** 占比 of two years and the points between. */
export function points(d: Draft): void {
  const [whole, before] = [d.fen(), d.fen()];
  const [part, was] = [
    Math.round(whole * (0.1 + 0.8 * d.r.next())),
    Math.round(before * (0.1 + 0.8 * d.r.next())),
  ];
  const [t, a] = [d.money(whole), d.money(part)];
  const p = d.rate(part, whole);
  const q = d.rate(was, before);
  const exact = part * before - was * whole;
  const up = exact >= 0;
  const scale = Number(
    ((BigInt(part) * BigInt(before) - BigInt(was) * BigInt(whole)) * 100_000_000n) /
      (BigInt(whole) * BigInt(before)),
  );
  const places = d.v.manner.ratePlaces;
  const x = d.figure({
    kind: 'points',
    digits: (Math.abs(scale) / 1e6).toFixed(places),
    unit: '个百分点',
    sign: up ? 1 : -1,
  });
  d.shares(p, a, t);
  d.relate('百分点', { n: x }, minus({ n: p }, { n: q }));
  const h = d.head();
  d.say`${h}${t}，其中${d.nouns(1)[0]!}${a}，占${h}的${p}，占比${d.r.pick(['比上年的', '较上年的', '由上年的'])}${q}${d.moved(x, ['提高', '下降'])}。`;
}

export function average(d: Draft): void {
  const people = d.r.integer(7, 900);
  const fen = d.fen();
  const [a, n] = [d.money(fen), d.count(people, '人')];
  const each = d.money(Math.round(fen / people), '元');
  d.relate('人均', { n: each }, over({ n: a }, { n }));
  d.say`${name(d)}${a}，${d.r.pick(['年平均职工', '在岗教职工', '服务对象', '在编在岗'])}${n}，人均${each}。`;
}

/** A base further back. */
export function earlierBase(d: Draft): void {
  const { now, last, diff } = years(d);
  const [a, b, x, p] = [d.money(now), d.money(last), d.change(diff), d.rate(diff, last)];
  d.changes(x, a, b);
  d.grows(p, x, b);
  d.growsFrom(p, a, b);
  d.say`${name(d)}${a}，${d.r.pick([`比${d.v.year - 3}年决算数`, `较${d.v.year - 4}年（机构改革前）决算数`])}${b}${d.moved(x)}，${d.moved(p, d.v.rateUp)}。`;
}

/** Each 分别 with its growth, a fall with a minus. */
export function growthsRespectively(d: Draft): void {
  const n = d.r.integer(2, 3);
  const each = Array.from({ length: n }, () => years(d));
  const names = d.nouns(n);
  const nows = each.map((y) => d.money(y.now));
  const lasts = each.map((y) => d.money(y.last));
  const rates = each.map((y) => d.rate(y.diff, y.last));
  rates.forEach((p, i) => {
    d.figures[p] = { ...d.figures[p]!, minus: true };
    d.relate('增幅', { n: p }, times(c(100), minus(over({ n: nows[i]! }, { n: lasts[i]! }), c(1))));
  });
  d.say`${list(names)}分别为`;
  row(d, nows);
  d.say`，上年分别为`;
  row(d, lasts);
  d.say`，增幅分别为`;
  row(d, rates);
  d.say`。`;
}
