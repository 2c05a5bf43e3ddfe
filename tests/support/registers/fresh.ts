// 情况说明 in registers that no template gives: short headings, units of 元 and 亿元, words as people say them, a
// small table set in between. Departments are made up; none of the wording is the product's own.
import type { Book, Told } from './book.ts';
import type { Register } from './places.ts';

const join = (...lines: (string | false | undefined)[]): string => lines.filter(Boolean).join('\n');
const some = (list: readonly (readonly [string, number])[]) => list.filter(([, fen]) => fen > 0);
/** 12,345,600.00元 */
const yuan = (fen: number): string =>
  `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}元`;
/** 1.2346亿元 */
const yi = (fen: number): string => `${(fen / 10_000_000_000).toFixed(4)}亿元`;
const ORDER = '一二三四五六七八九十';
const nth = (i: number): string => (i < 10 ? ORDER[i]! : `十${ORDER[i - 10]}`);

/** 街道: amounts in 元, headings as short as can be. */
const street = (b: Book): string => {
  const { y, three } = b;
  const moved = (t: Told): string =>
    t.now === t.last
      ? '与上年持平'
      : `比上年${t.now > t.last ? '多' : '少'}${yuan(Math.abs(t.now - t.last))}`;
  return join(
    `${b.name}${y}年决算公开说明`,
    '一、收支情况',
    `全年收支总计${yuan(b.total.now)}，${moved(b.total)}。`,
    '二、收入情况',
    `全年收入${yuan(b.income.all)}，其中财政拨款收入${yuan(b.income.fiscal)}（${b.pct(b.income.fiscal, b.income.all, 1)}）${some(
      b.sources,
    )
      .map(([s, fen]) => `，${s}${yuan(fen)}（${b.pct(fen, b.income.all, 1)}）`)
      .join('')}。`,
    '三、支出情况',
    `全年支出${yuan(b.spent)}，其中${some(b.types)
      .map(([s, fen]) => `${s}${yuan(fen)}（${b.pct(fen, b.spent, 1)}）`)
      .join('，')}。`,
    '四、财政拨款收支情况',
    `财政拨款收入、支出总计都是${yuan(b.fiscal.now)}，${moved(b.fiscal)}。`,
    '五、关于一般公共预算支出的说明',
    `全年支出${yuan(b.general.now)}，年初预算${yuan(b.general.budget)}，完成${b.pct(b.general.now, b.general.budget)}。分科目看：`,
    ...b.items.map(
      (i, n) =>
        `${nth(n)}是${i.names[1]}里的“${i.names[2]}”，年初预算${yuan(i.budget)}，决算${yuan(i.now)}，完成${b.pct(i.now, i.budget)}；`,
    ),
    '六、基本支出说明',
    `一般公共预算基本支出${yuan(b.basic)}，人员经费${yuan(b.personal)}，公用经费${yuan(b.public)}。`,
    '七、“三公”经费情况',
    `预算${yuan(three.all.budget)}，实际支出${yuan(three.all.now)}。其中：出国（境）费${yuan(three.abroad.now)}；公务用车购置及运行费${yuan(three.cars.now)}（购置费${yuan(three.purchase.now)}，运行费${yuan(three.running.now)}）；接待费${yuan(three.reception.now)}。`,
    '八、政府性基金情况',
    `本年收入${yuan(b.fund.income)}，本年支出${yuan(b.fund.spent)}，年末结转${yuan(b.fund.closing)}。`,
  );
};

/** 乡: accounts told as a county's people write, everything below one heading. */
const township = (b: Book): string => {
  const { y, three } = b;
  return join(
    `${b.name}${y}年度部门决算说明`,
    '第三部分 部门决算情况说明',
    '一、决算收支总体情况',
    `本年度收入总计${b.w(b.total.now)}，支出总计${b.w(b.total.now)}。收入、支出总计与上年的${b.w(b.total.last)}相比，各${b.moved(b.total)}。`,
    `其中：本年收入${b.w(b.income.all)}，年初结转和结余${b.w(b.opening)}${b.d.useOfBalance > 0 ? `，使用非财政拨款结余${b.w(b.d.useOfBalance)}` : ''}；本年支出${b.w(b.spent)}，结余分配${b.w(b.d.allocation)}，年末结转和结余${b.w(b.closing)}。`,
    '二、收入决算',
    `本年收入${b.w(b.income.all)}。按来源分：${some([
      ['一般公共预算财政拨款收入', b.income.general],
      ['政府性基金预算财政拨款收入', b.income.fund],
      ...b.sources,
    ])
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`)
      .join('；')}。`,
    '三、支出决算',
    `本年支出${b.w(b.spent)}。按性质分：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '四、一般公共预算',
    `一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出的${b.pct(b.general.now, b.spent)}，与上年相比${b.moved(b.general)}。`,
    `按功能分：${b.classes.map((c) => `${c.name}支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}、${i.names[2]}（${i.code}）：年初预算${b.w(i.budget)}，决算${b.w(i.now)}，完成预算的${b.pct(i.now, i.budget)}。`,
    ),
    '五、基本支出',
    `基本支出${b.w(b.basic)}。人员支出${b.w(b.personal)}，公用支出${b.w(b.public)}。`,
    '六、三公经费',
    `当年财政拨款“三公”经费支出${b.w(three.all.now)}，上年${b.w(three.all.last)}，${b.moved(three.all)}。公务用车费${b.w(three.cars.now)}，公务接待${b.w(three.reception.now)}${three.abroad.now > 0 ? `，因公出国（境）${b.w(three.abroad.now)}` : ''}。`,
    '七、机关运行',
    `机关运行经费${b.w(b.office.now)}，比上年${b.moved(b.office)}。`,
  );
};

/** 高校: totals in 亿元, points of a numbering without headings of the template. */
const university = (b: Book): string => {
  const { y } = b;
  return join(
    `${b.name}${y}年度决算分析`,
    `（一）收入支出决算总体情况`,
    `${y}年，学校收支总规模${yi(b.total.now)}，即${b.w(b.total.now)}。`,
    '（二）收入决算情况',
    `本年收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占比${b.pct(b.income.fiscal, b.income.all)}${some(
      b.sources,
    )
      .map(([s, fen]) => `；${s}${b.w(fen)}，占比${b.pct(fen, b.income.all)}`)
      .join('')}。`,
    '（三）支出决算情况',
    `本年支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占比${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '（四）财政拨款收支总体情况',
    `财政拨款收支总计${b.w(b.fiscal.now)}，上年为${b.w(b.fiscal.last)}，${b.moved(b.fiscal)}。`,
    '（五）一般公共预算财政拨款支出情况',
    `1.总体情况。一般公共预算财政拨款支出${b.w(b.general.now)}，较上年${b.moved(b.general)}。`,
    `2.结构情况。${b.classes.map((c) => `${c.name}支出（类）${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    `3.具体情况。年初预算${b.w(b.general.budget)}，支出决算${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。`,
    ...b.items.map(
      (i, n) =>
        `（${n + 1}）${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）年初预算数${b.w(i.budget)}，决算数${b.w(i.now)}，差异率${b.pct(Math.abs(i.now - i.budget), i.budget)}，原因是年中调整预算。`,
    ),
    '（六）一般公共预算财政拨款基本支出情况',
    `基本支出${b.w(b.basic)}，其中：人员经费${b.w(b.personal)}，占${b.pct(b.personal, b.basic)}；公用经费${b.w(b.public)}，占${b.pct(b.public, b.basic)}。`,
    '（七）政府采购情况',
    `采购总额${b.w(b.purchases.all)}，其中货物${b.w(b.purchases.goods)}、工程${b.w(b.purchases.works)}、服务${b.w(b.purchases.services)}。授予中小企业合同金额${b.w(b.purchases.small)}，占${b.pct(b.purchases.small, b.purchases.all)}。`,
  );
};

/** 法院: names and amounts told apiece, a small table of the parts between. */
const court = (b: Book): string => {
  const { y, three } = b;
  const types = some(b.types);
  return join(
    `${b.name}${y}年部门决算情况说明`,
    `一、关于${y}年度收支决算总体情况的说明`,
    `${y}年收支决算总计${b.w(b.total.now)}，与${y - 1}年的${b.w(b.total.last)}相比${b.moved(b.total)}。`,
    `二、关于${y}年度收入决算的说明`,
    `收入决算${b.w(b.income.all)}：财政拨款${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}${some(
      b.sources,
    )
      .map(([s, fen]) => `，${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`)
      .join('')}。`,
    `三、关于${y}年度支出决算的说明`,
    `支出决算${b.w(b.spent)}。${types.map(([s]) => s).join('、')}分别为${types.map(([, fen]) => b.w(fen)).join('、')}，分别占${types.map(([, fen]) => b.pct(fen, b.spent)).join('、')}。`,
    `四、关于${y}年度财政拨款收支的说明`,
    `财政拨款收支总计${b.w(b.fiscal.now)}，${b.moved(b.fiscal)}。`,
    `五、关于${y}年度一般公共预算财政拨款支出的说明`,
    `支出合计${b.w(b.general.now)}，比年初预算${b.w(b.general.budget)}${b.general.now >= b.general.budget ? '多' : '少'}${b.w(Math.abs(b.general.now - b.general.budget))}。`,
    '支出功能科目 决算数（万元）',
    ...b.classes.map((c) => `${c.name}支出 ${b.n(c.now)}`),
    `合计 ${b.n(b.general.now)}`,
    `六、关于${y}年度一般公共预算财政拨款基本支出的说明`,
    `基本支出${b.w(b.basic)}，人员经费和公用经费分别为${b.w(b.personal)}和${b.w(b.public)}。`,
    `七、关于${y}年度“三公”经费支出的说明`,
    `“三公”经费支出${b.w(three.all.now)}，比预算${three.all.budget >= three.all.now ? '节约' : '增加'}${b.w(Math.abs(three.all.budget - three.all.now))}，比上年${b.moved(three.all)}。`,
    `因公出国（境）费用${b.w(three.abroad.now)}；公务用车购置及运行维护费${b.w(three.cars.now)}，其中购置${b.w(three.purchase.now)}、运行维护${b.w(three.running.now)}；公务接待费${b.w(three.reception.now)}。`,
  );
};

/** 林场: an old form, 同比 and 占比 in brackets, no sentence longer than it must be. */
const forest = (b: Book): string => {
  const { y } = b;
  const same = ({ now, last }: Told): string =>
    now === last
      ? '同比持平'
      : `同比${now > last ? '增长' : '下降'}${b.pct(Math.abs(now - last), last)}`;
  return join(
    `${b.name}${y}年度部门决算公开`,
    '一、收入支出决算总体情况说明',
    `收入总计${b.w(b.total.now)}；支出总计${b.w(b.total.now)}。`,
    '二、收入决算情况说明',
    `本年收入合计${b.w(b.income.all)}。来自一般公共预算拨款${b.w(b.income.general)}${b.income.fund > 0 ? `，来自政府性基金预算拨款${b.w(b.income.fund)}` : ''}${some(
      b.sources,
    )
      .map(([s, fen]) => `，${s}${b.w(fen)}`)
      .join('')}。`,
    '三、支出决算情况说明',
    `本年支出合计${b.w(b.spent)}。${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}（占比${b.pct(fen, b.spent, 1)}）`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `财政拨款收入总计${b.w(b.fiscal.now)}，${same(b.fiscal)}。财政拨款支出总计${b.w(b.fiscal.now)}，${same(b.fiscal)}。`,
    '五、一般公共预算支出情况',
    `一般公共预算支出${b.w(b.general.now)}，${same(b.general)}。`,
    ...b.classes.map(
      (c, i) =>
        `（${i + 1}）${c.name}支出${b.w(c.now)}（占比${b.pct(c.now, b.general.now, 1)}），${same(c)}。`,
    ),
    '六、一般公共预算基本支出情况',
    `一般公共预算基本支出${b.w(b.basic)}：人员经费${b.w(b.personal)}（占比${b.pct(b.personal, b.basic, 1)}），公用经费${b.w(b.public)}（占比${b.pct(b.public, b.basic, 1)}）。`,
    '七、政府性基金预算财政拨款支出情况',
    `政府性基金预算财政拨款支出${b.w(b.fund.spent)}。`,
  );
};

/** 医院: what a unit of the second kind says, loosely. */
const hospital = (b: Book): string => {
  const { y, three } = b;
  return join(
    `${b.name}${y}年度单位决算说明`,
    '一、总体情况',
    `我院${y}年度总收入${b.w(b.total.now)}，总支出${b.w(b.total.now)}，${b.moved(b.total)}。`,
    '二、收入',
    `当年实现收入${b.w(b.income.all)}，${some([
      ['财政补助', b.income.fiscal],
      ['医疗业务形成的事业收入', b.sources[1]![1]],
    ])
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`)
      .join('；')}；余下为其他各项收入。`,
    '三、支出',
    `当年支出${b.w(b.spent)}，其中基本支出${b.w(b.types[0]![1])}，项目支出${b.w(b.types[1]![1])}。`,
    '四、财政拨款收支',
    `财政拨款收支总计${b.w(b.fiscal.now)}。其中本年收入${b.w(b.income.fiscal)}。`,
    '五、一般公共预算财政拨款支出',
    `一般公共预算财政拨款支出${b.w(b.general.now)}，占全部支出的${b.pct(b.general.now, b.spent)}。主要科目：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}. ${i.names[1]}—${i.names[2]}${b.w(i.now)}，较年初预算${b.w(i.budget)}${i.now >= i.budget ? '多' : '少'}支${b.w(Math.abs(i.now - i.budget))}。`,
    ),
    '六、基本支出',
    `基本支出${b.w(b.basic)}，用于人员${b.w(b.personal)}、公用${b.w(b.public)}。`,
    '七、“三公”经费',
    `车辆运行${b.w(three.running.now)}，接待${b.w(three.reception.now)}，合计${b.w(three.running.now + three.reception.now)}。`,
  );
};

export const FRESH: readonly Register[] = [
  { place: '福建街道', year: 2022, unit: '元', write: street },
  { place: '贵州乡', year: 2020, unit: '万元', write: township },
  { place: '天津高校', year: 2023, unit: '万元', write: university },
  { place: '山西法院', year: 2021, unit: '元', write: court },
  { place: '黑龙江林场', year: 2018, unit: '万元', form: 'old', write: forest },
  { place: '安徽医院', year: 2024, unit: '元', write: hospital },
];
