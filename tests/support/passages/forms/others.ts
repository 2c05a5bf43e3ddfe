// Purchases, cars, guests, projects, the whole government; and sentences whose numbers claim nothing.
import { c, minus, over, times } from '../arithmetic.ts';
import { money, rate } from '../figures.ts';
import type { Draft } from '../passage.ts';

const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
const cut = (d: Draft, whole: number, low: number, high: number): number =>
  Math.max(1, Math.round((whole * (low + d.r.next() * (high - low))) / 1e4) * 1e4);

export function purchases(d: Draft): void {
  const parts = [d.fen(), d.fen(), d.fen()];
  const all = total(parts);
  const [t, ...each] = [d.money(all), ...parts.map((f) => d.money(f))];
  const relation = d.sums(t, each);
  const small = cut(d, all, 0.3, 0.95);
  const tiny = cut(d, small, 0.1, 0.9);
  const [s, m] = [d.money(small), d.money(tiny)];
  const [p, q] = [d.rate(small, all), d.rate(tiny, small)];
  d.shares(p, s, t);
  d.shares(q, m, s);
  d.say`${d.v.period}政府采购支出总额${t}，其中：`;
  ['货物', '工程', '服务'].forEach((k, i) => {
    d.entry(each[i]!, relation, () => d.say`政府采购${k}支出${each[i]!}`);
    d.say`${i === 2 ? '。' : '、'}`;
  });
  d.say`授予中小企业合同金额${s}，占政府采购支出总额的${p}，其中：授予小微企业合同金额${m}，占授予中小企业合同金额的${q}。`;
}

/** A chain of shares of things nobody lists. */
export function chain(d: Draft): void {
  const all = d.fen();
  const one = cut(d, all, 0.3, 0.9);
  const two = cut(d, one, 0.2, 0.9);
  const [t, a, b] = [d.money(all), d.money(one), d.money(two)];
  const [p, q] = [d.rate(one, all), d.rate(two, one)];
  d.shares(p, a, t);
  d.shares(q, b, a);
  const [x, y, z] = d.nouns(3);
  d.say`${d.v.period}${x!}${t}，其中用于${y!}${a}，占${x!}的${p}；${y!}中用于${z!}${b}，占${y!}的${q}。`;
}

export function cars(d: Draft): void {
  const kinds = d.r.some(
    [
      '机要通信用车',
      '应急保障用车',
      '执法执勤用车',
      '特种专业技术用车',
      '离退休干部服务用车',
      '其他用车',
      '潜航器运输车',
      '马匹转运车',
      '流动采血车',
    ],
    2,
    5,
  );
  const each = kinds.map(() => d.r.integer(1, 30));
  const t = d.count(total(each), '辆');
  const parts = each.map((n) => d.count(n, '辆'));
  const relation = d.sums(t, parts);
  d.say`截至${String(d.v.year)}年12月31日，${d.r.pick(['共有车辆', '本单位共有车辆', '车辆保有量'])}${t}，其中${d.r.pick(['：', '，', ''])}`;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => d.say`${kinds[i]!}${p}`);
    d.say`${i === parts.length - 1 ? '' : '、'}`;
  });
  const sets = d.count(d.r.integer(0, 40), '台（套）');
  d.say`；${d.r.pick(['单价100万元（含）以上设备（不含车辆）', '单位价值50万元以上通用设备', '单价100万元以上专用设备'])}${sets}。`;
}

export function people(d: Draft): void {
  const kinds = d.r.some(
    ['行政人员', '事业人员', '工勤人员', '参公人员', '专任教师', '外聘潜水员', '驻外观测员'],
    2,
    4,
  );
  const each = kinds.map(() => d.r.integer(1, 400));
  const t = d.count(total(each), '人');
  const parts = each.map((n) => d.count(n, '人'));
  const relation = d.sums(t, parts);
  d.say`年末${d.r.pick(['在职人员', '实有人数', '编制内实有', '聘用人员'])}${t}，其中${d.r.pick(['：', '', '，'])}`;
  parts.forEach((p, i) => {
    d.entry(p, relation, () => d.say`${kinds[i]!}${p}`);
    d.say`${i === parts.length - 1 ? '。' : d.r.pick(['，', '、'])}`;
  });
}

export function guests(d: Draft): void {
  const fen = d.fen();
  const abroad = cut(d, fen, 0.1, 0.5);
  const [a, b] = [d.money(fen), d.money(fen - abroad)];
  const e = d.money(abroad);
  d.sums(a, [b, e]);
  const visits = d.count(d.r.integer(3, 300), '批次');
  const heads = d.count(d.r.integer(900, 9000), '人次');
  d.say`公务接待费支出${a}，其中：国内公务接待支出${b}，外事接待支出${e}。全年共接待${visits}、${heads}。`;
}

/** Marks given to projects. */
export function projects(d: Draft): void {
  const each = [d.r.integer(1, 40), d.r.integer(1, 20), d.r.integer(1, 9)];
  const t = d.count(total(each), '个');
  const parts = each.map((n) => d.count(n, '个'));
  const relation = d.sums(t, parts);
  const fund = d.fen();
  const whole = d.near(fund, 1, 2);
  const [f, w] = [d.money(fund), d.money(Math.max(whole, fund))];
  const p = d.rate(fund, Math.max(whole, fund));
  d.shares(p, f, w);
  d.say`${d.v.period}组织对${t}项目开展绩效自评，涉及资金${f}，占项目支出总额${w}的${p}。自评结果为`;
  ['优', '良', '中'].forEach((k, i) => {
    d.entry(parts[i]!, relation, () => d.say`“${k}”的${parts[i]!}`);
    d.say`${i === 2 ? '。' : '、'}`;
  });
}

export function performance(d: Draft): void {
  const now = d.fen();
  const budget = d.near(now, 1, 1.5);
  const [b, a] = [d.money(Math.max(budget, now)), d.money(now)];
  const p = d.rate(now, Math.max(budget, now));
  d.completes(p, a, b);
  const score = d.figure({
    kind: 'score',
    digits: String(d.r.integer(820, 1000) / 10),
    unit: '分',
    sign: 1,
  });
  d.say`${d.nouns(1)[0]!}绩效自评综述：根据年初设定的绩效目标，自评得分${score}。全年预算数为${b}，执行数为${a}，完成预算的${p}。`;
}

/** A government's own: 亿元, its own level and those below. */
export function government(d: Draft): void {
  const unit = d.v.manner.unit === '元' ? '万元' : d.v.manner.unit;
  const here = { ...d.v.manner, unit, places: 2, grouped: '' as const };
  const parts = [d.fen(), d.fen()].map((f) => f * (unit === '万元' ? 10 : 1));
  const [own = 1, below = 1] = parts;
  const all = own + below;
  const lasts = parts.map((f) => Math.round(f * (0.8 + 0.5 * d.r.next())));
  const last = total(lasts);
  const budget = Math.round(all * (0.85 + 0.3 * d.r.next()));
  const m = (f: number) => d.figure(money(f, here));
  const p = (x: number, y: number) => d.figure(rate(x, y, here));
  if (all === last) return;
  const [t, x, g, r] = [m(all), m(all - last), p(all - last, last), p(all, budget)];
  const [a, b] = [m(own), m(below)];
  d.corner(g, t, x);
  d.sums(t, [a, b]);
  const [e, f] = [p(own - lasts[0]!, lasts[0]!), p(below - lasts[1]!, lasts[1]!)];
  const words = ['增长', '下降'] as const;
  const kind = d.r.pick([
    ['收入', '增收', '减收'],
    ['支出', '增支', '减支'],
  ] as const);
  const [low, under] = d.r.pick([
    ['市本级', '区县'],
    ['市级', '县区级'],
    ['省本级', '市县'],
    ['州本级', '县市'],
  ] as const);
  d.say`${String(d.v.year)}年全市一般公共预算${kind[0]}${d.r.pick(['完成', ''])}${t}，为预算的${r}，${d.r.pick(['比上年', '同比'])}${d.moved(x, [kind[1], kind[2]])}，${d.moved(g, words)}。其中：${low}${a}，${d.moved(e, words)}；${under}${b}，${d.moved(f, words)}。`;
}

/** Twice the same, and its use. */
export function saidTwice(d: Draft): void {
  const fen = d.fen();
  const [a, b] = [d.money(fen), d.money(fen)];
  d.same(a, b);
  const name = `${d.nouns(1)[0]!}`;
  d.say`${d.v.period}${name}${a}，主要用于${d.reason()}等方面。${d.r.pick(['综上，', '总体看，', ''])}${d.v.period}${name}${b}，均按规定程序支出。`;
}

export function wholeBefore(d: Draft): void {
  const part = d.fen();
  const whole = part + d.fen();
  const [t, a] = [d.money(whole), d.money(part)];
  const p = d.rate(part, whole);
  d.shares(p, a, t);
  const { head: x, items } = d.topic(1);
  const [y] = items;
  d.say`${d.subject(x)}${t}。${d.r.pick([d.reason(), '年中预算作了调整'])}。${y!}${a}，占${x}的${p}。`;
}

export function rest(d: Draft): void {
  const [one, two] = [d.fen(), d.fen()];
  const [t, a, b] = [d.money(one + two), d.money(one), d.money(two)];
  const [p, q] = [d.rate(one, one + two), d.rate(two, one + two)];
  d.sums(t, [a, b]);
  d.shares(p, a, t);
  d.shares(q, b, t);
  d.relate('占比合计', c(100), minus({ n: p }, times(c(-1), { n: q })));
  const [x, y] = d.nouns(2);
  d.say`${d.head()}共${t}，其中${x!}${a}，占${p}，其余${b}为${y!}，占${q}。`;
}

/** Sentences whose numbers stand alone: nothing may be made of them. */
export function calm(d: Draft): void {
  const m = () => d.money(d.fen());
  const [x, y] = d.nouns(2);
  const yr = d.v.year;
  const way = d.r.integer(0, 9);
  if (way === 0) d.say`${x!}${m()}，与上年持平。`;
  else if (way === 1)
    d.say`根据《关于做好${String(yr)}年度决算编审工作的通知》（财库〔${String(yr)}〕${String(d.r.integer(3, 90))}号），${y!}支出${m()}。`;
  else if (way === 2) d.say`主要原因是${x!}增加${m()}，${y!}减少${m()}。`;
  else if (way === 3) d.say`${x!}0万元，无此项支出，与上年一致。`;
  else if (way === 4) d.say`${x!}支出${m()}，上年无此项支出，无可比基数。`;
  else if (way === 5)
    d.say`${x!}${m()}，主要用于${d.reason()}。${y!}${m()}，主要用于${d.reason()}。`;
  else if (way === 6)
    d.say`自${String(yr - 2)}年7月1日起，补助标准由每人每月${d.count(d.r.integer(100, 300), '元')}提高到${d.count(d.r.integer(301, 800), '元')}。`;
  else if (way === 7)
    d.say`${x!}增长${d.rate(d.r.integer(1, 900), 1000)}，高于${y!}增幅${d.count(d.r.integer(1, 9), '个百分点')}。`;
  else if (way === 8)
    d.say`${String(yr)}年度${x!}年初预算0万元，支出决算${m()}，年初未安排预算，年中追加。`;
  else d.say`${x!}上年${m()}，今年${m()}，纳入统筹管理。`;
}

/** 增加到 a multiple of last year. */
export function times2(d: Draft): void {
  const last = d.fen();
  const k = d.r.integer(2, 6);
  const [b, a, n] = [
    d.money(last),
    d.money(last * k),
    d.figure({ kind: 'score', digits: String(k), unit: '倍', sign: 1 }),
  ];
  d.relate('倍数', { n }, over({ n: a }, { n: b }));
  d.say`${d.nouns(1)[0]!}${a}，上年${b}，是上年的${n}。`;
}
