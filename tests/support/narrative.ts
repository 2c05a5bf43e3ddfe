// Departments with everything a text may want: last year's figures, budgets, counts and reasons, some of
// them zero, some equal, some missing. What is drawn does not depend on how a text is written.
import type { Snapshot } from '../../src/facts/grid.ts';
import { arrangement, layOut } from './department/layout.ts';
import { type Department, makeDepartment, sum } from './department/model.ts';
import { type Random, random } from './department/random.ts';
import { type SupplementRow, withSupplement } from './supplement.ts';

const yuan = (fen: number): number => fen / 100;
const wan = (fen: number): number => Math.round(fen / 10000) / 100;

const REASONS = [
  '人员增加，相关经费相应增长',
  '厉行节约，压减一般性支出；部分项目跨年实施',
  '1、追加人员经费 2、新增办公用房维修项目',
  '上级追加专项资金。项目按进度支付',
];

/** A figure near another, or the same, or zero. */
function near(r: Random, fen: number): number {
  if (r.chance(0.12)) return 0;
  if (r.chance(0.12)) return fen;
  return Math.round(fen * (0.4 + r.next() * 1.3));
}

function rowsOf(d: Department, r: Random): SupplementRow[] {
  const rows: SupplementRow[] = [];
  const inYuan = r.chance(0.3);
  const money = (name: string, fen: number) => {
    if (r.chance(0.12)) return;
    const reason = r.chance(0.8) ? r.pick(REASONS) : undefined;
    rows.push([name, inYuan ? yuan(fen) : wan(fen), inYuan ? '元' : '万元', reason]);
  };
  const count = (name: string, unit: string, n: number) => {
    if (!r.chance(0.12)) rows.push([name, n, unit]);
  };
  const general = d.leaves.map((l) => [l.code, l.general.basic + l.general.project] as const);
  const spent = sum(general.map(([, fen]) => fen));
  money('上年·收入支出总计', near(r, spent + d.opening));
  money('上年·财政拨款收入支出总计', near(r, spent));
  money('上年·一般公共预算财政拨款支出', near(r, spent));
  money('上年·机关运行经费', near(r, 5_000_000));
  const { abroad, purchase, running, reception } = d.three.actual;
  const last = [near(r, abroad), near(r, purchase), near(r, running), near(r, reception)];
  money('上年·“三公”经费支出', sum(last));
  const three = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
  three.forEach((name, i) => money(`上年·${name}`, last[i]!));
  const kind = r.pick(['年初预算', '全年预算']);
  money(`${kind}·合计`, near(r, spent));
  for (const name of three) rows.push([`年初预算·${name}`, null, '万元', r.pick(REASONS)]);
  for (const [code, fen] of general) if (fen > 0) money(`${kind}·${code}`, near(r, fen));
  for (const code of new Set(general.map(([c]) => c.slice(0, 3))))
    money(
      `${kind}·${code}`,
      near(r, sum(general.filter(([c]) => c.startsWith(code)).map(([, f]) => f))),
    );
  count('因公出国（境）团组数', '个', r.integer(0, 3));
  count('因公出国（境）人次', '人次', r.integer(0, 9));
  count('公务用车购置数', '辆', r.integer(0, 2));
  count('公务用车保有量', '辆', r.integer(0, 30));
  count('国内公务接待批次', '批次', r.integer(0, 60));
  count('国内公务接待人次', '人次', r.integer(0, 900));
  const goods = [near(r, 900_000), near(r, 700_000), near(r, 800_000)];
  money('政府采购·总额', sum(goods));
  ['货物', '工程', '服务'].forEach((name, i) => money(`政府采购·${name}`, goods[i]!));
  const small = near(r, sum(goods) / 2);
  money('政府采购·授予中小企业', small);
  money('政府采购·授予小微企业', Math.round(small / 2));
  count('车辆·合计', '辆', r.integer(0, 12));
  count('车辆·应急保障用车', '辆', r.integer(0, 6));
  count('车辆·执法执勤用车', '辆', r.integer(0, 6));
  count('单价100万元以上设备', '台（套）', r.integer(0, 4));
  const kinds = r.pick([
    [1, 0, 0],
    [2, 1, 3],
    [0, 0, 2],
  ] as const);
  ['行政', '参公', '事业'].forEach((name, i) => count(`单位类型·${name}`, '个', kinds[i]!));
  count('所辖单位数', '个', r.integer(0, 5));
  count('绩效·项目数', '个', r.integer(1, 20));
  money('绩效·资金', near(r, spent / 3));
  return rows;
}

const USES = ['日常公务出行', '接待上级检查指导', '业务培训与交流', '执法执勤，应急保障'];

/** Words and counts that some have and some have not; drawn apart, so that the others stay as they were. */
function wordsOf(r: Random): SupplementRow[] {
  const names = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
  const uses = names.map((n): SupplementRow => [`用途·${n}`, null, undefined, r.pick(USES)]);
  const counts: SupplementRow[] = [
    ['外事接待批次', r.integer(0, 2), '批次'],
    ['外事接待人次', r.integer(0, 20), '人次'],
    ['绩效·编报目标项目数', r.integer(1, 30), '个'],
    ['绩效·编报目标资金', r.integer(0, 90_000) / 100, '万元'],
    ['绩效·跟踪项目数', r.integer(0, 30), '个'],
    ['绩效·跟踪资金', r.integer(0, 90_000) / 100, '万元'],
    ['绩效·平均得分', r.integer(6000, 10_000) / 100, '分'],
    ...['评优', '评良', '评中', '评差'].map(
      (n): SupplementRow => [`绩效·${n}项目数`, r.integer(0, 9), '个'],
    ),
  ];
  const others: SupplementRow[] = ['一般性支出·内容', '其他·需要说明的事项'].map((n) => [
    n,
    null,
    undefined,
    r.pick(REASONS),
  ]);
  return [...uses, ...counts, ...others].filter(() => r.chance(0.75));
}

/** Some give budgets by 项 only: those of 类 and the whole are then their sums. */
const byItem = (rows: readonly SupplementRow[]): SupplementRow[] =>
  rows.filter(([name]) => !/预算·(?:合计|\d{3})$/.test(name));

/** Grades are given to the projects there are, no more of them. */
function graded(rows: readonly SupplementRow[]): SupplementRow[] {
  const total = rows.find(([name]) => name === '绩效·项目数')?.[1];
  let left = typeof total === 'number' ? total : Number.POSITIVE_INFINITY;
  return rows.map((row): SupplementRow => {
    const [name, value, ...rest] = row;
    if (!/^绩效·评.项目数$/.test(name) || typeof value !== 'number') return row;
    const own = Math.min(value, left);
    left -= own;
    return [name, own, ...rest];
  });
}

/** The seed's department as a workbook with its 补充资料, and last year's workbook for some. */
export function narrated(seed: number): { snapshot: Snapshot; last?: Snapshot } {
  const a = arrangement(seed);
  const wishes = a.layout.oldForm ? { capital: false } : {};
  const department = makeDepartment(seed, wishes);
  const r = random(seed * 101 + 9);
  const book = layOut(department, a).snapshot;
  const words = random(seed * 211 + 7);
  const given = rowsOf(department, r);
  const rows = graded([...(words.chance(0.3) ? byItem(given) : given), ...wordsOf(words)]);
  const snapshot = withSupplement(book, rows);
  if (!r.chance(0.35)) return { snapshot };
  const former = makeDepartment(seed + 50_000, wishes);
  const layout = { ...a.layout, year: a.layout.year - 1 };
  return { snapshot, last: layOut(former, { ...a, layout }).snapshot };
}
