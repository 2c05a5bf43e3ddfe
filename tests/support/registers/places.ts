// 情况说明 as people of many places write it, from province to county, 2018 to 2024. Departments are made up;
// none of the wording is the product's own.
import type { Book, Told } from './book.ts';

export interface Register {
  readonly place: string;
  readonly year: number;
  readonly unit: '元' | '万元';
  readonly form?: 'old';
  readonly write: (b: Book) => string;
}

const join = (...lines: (string | false | undefined)[]): string => lines.filter(Boolean).join('\n');
const some = (list: readonly (readonly [string, number])[]) => list.filter(([, fen]) => fen > 0);
const hubei = (t: Told): string => (t.now > t.budget ? '大于' : t.now < t.budget ? '小于' : '等于');
const HIGH = ['增加', '增长', '减少', '降低'] as const;
const RISE = ['增加', '上升', '减少', '下降'] as const;
const MORE = ['增加', '增长', '减少', '减少'] as const;

const hubeiText = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第三部分 ${b.name}${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收、支总计均为${b.w(b.total.now)}。与${y - 1}年度相比，收、支总计各${b.moved(b.total)}，主要原因是人员经费和项目支出变化。`,
    '图1：收、支决算总计变动情况',
    '二、收入决算情况说明',
    `${y}年度收入合计${b.w(b.income.all)}。其中：财政拨款收入${b.w(b.income.fiscal)}，占本年收入${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占本年收入${b.pct(fen, b.income.all)}`).join('；')}。`,
    '图2：收入决算结构',
    '三、支出决算情况说明',
    `${y}年度支出合计${b.w(b.spent)}。其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占本年支出${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计${b.w(b.fiscal.now)}。与${y - 1}年度相比，财政拨款收、支总计各${b.moved(b.fiscal)}。主要原因是调资及项目增减。`,
    `${y}年度财政拨款收入中，一般公共预算财政拨款收入${b.w(b.income.general)}，政府性基金预算财政拨款收入${b.w(b.income.fund)}，国有资本经营预算财政拨款收入${b.w(b.income.capital)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况。',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与${y - 1}年度相比，一般公共预算财政拨款支出${b.moved(b.general)}。主要原因是增加了人员经费。`,
    '（二）一般公共预算财政拨款支出决算结构情况。',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面：`,
    ...b.classes.map(
      (c, i) =>
        `${i + 1}.${c.name}支出（类）${b.w(c.now)}，占${b.pct(c.now, b.general.now)}。主要是用于保障机关运转。`,
    ),
    '（三）一般公共预算财政拨款支出决算具体情况。',
    `${y}年度一般公共预算财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}，完成年初预算的${b.done(i)}，支出决算数${hubei(i)}年初预算数的主要原因是年中调整预算。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，其中：`,
    b.personal > 0 && `人员经费${b.w(b.personal)}，主要包括：${b.economic(true).join('、')}。`,
    b.public > 0 && `公用经费${b.w(b.public)}，主要包括：${b.economic(false).join('、')}。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明。',
    `${y}年度“三公”经费财政拨款支出全年预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成全年预算的${b.done(three.all)}` : ''}。较上年${b.moved(three.all)}。`,
    '八、机关运行经费支出说明',
    `${y}年度机关运行经费支出${b.w(b.office.now)}，比${y - 1}年度${b.moved(b.office)}。主要原因是业务量变化。`,
    '九、政府采购支出说明',
    `${y}年度政府采购支出总额${b.w(b.purchases.all)}，其中：政府采购货物支出${b.w(b.purchases.goods)}、政府采购工程支出${b.w(b.purchases.works)}、政府采购服务支出${b.w(b.purchases.services)}。授予中小企业合同金额${b.w(b.purchases.small)}，占政府采购支出总额的${b.pct(b.purchases.small, b.purchases.all)}，其中：授予小微企业合同金额${b.w(b.purchases.tiny)}，占授予中小企业合同金额的${b.pct(b.purchases.tiny, b.purchases.small)}。`,
    '十、国有资产占用情况说明',
    `截至${y}年12月31日，本部门共有车辆17辆，其中，机要通信用车3辆、应急保障用车4辆、执法执勤用车8辆、其他用车2辆；单价100万元（含）以上设备（不含车辆）5台（套）。`,
  );
};

const yunnan = (b: Book): string => {
  const { y, three } = b;
  const parts = [['财政拨款收入', b.income.fiscal] as const, ...b.sources];
  return join(
    `第二部分 ${y}年度部门决算情况说明`,
    '一、收入决算情况说明',
    `${b.name}${y}年度收入合计${b.w(b.income.all)}。其中：${parts.map(([s, fen]) => `${s}${b.w(fen)}，占总收入的${b.pct(fen, b.income.all)}`).join('；')}。`,
    '二、支出决算情况说明',
    `${b.name}${y}年度支出合计${b.w(b.spent)}。其中：${b.types.map(([s, fen], i) => `${s}${b.w(fen)}，占总支出的${b.pct(fen, b.spent)}${i === 0 ? '' : ''}`).join('；')}。`,
    '（一）基本支出情况',
    `${y}年度用于保障${b.name}机关、下属事业单位等机构正常运转的日常支出${b.w(b.types[0]![1])}。`,
    '（二）项目支出情况',
    `${y}年度用于保障${b.name}机构、下属事业单位等机构为完成特定的行政工作任务或事业发展目标，用于专项业务工作的经费支出${b.w(b.types[1]![1])}。`,
    '三、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${b.name}${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与上年相比${b.moved(b.general)}，主要原因是增人增资。`,
    '（二）一般公共预算财政拨款支出决算具体情况',
    ...b.classes.map(
      (c, i) =>
        `${i + 1}.${c.name}（类）支出${b.w(c.now)}，占一般公共预算财政拨款总支出的${b.pct(c.now, b.general.now)}。主要用于在职人员工资及日常运转。`,
    ),
    '四、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况',
    `${b.name}${y}年度财政拨款“三公”经费支出年初预算为${b.w(three.all.budget)}，决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成年初预算的${b.done(three.all)}` : ''}。其中：因公出国（境）费支出决算为${b.w(three.abroad.now)}${three.abroad.budget > 0 ? `，完成年初预算的${b.done(three.abroad)}` : ''}；公务用车购置及运行费支出决算为${b.w(three.cars.now)}${three.cars.budget > 0 ? `，完成年初预算的${b.done(three.cars)}` : ''}；公务接待费支出决算为${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成年初预算的${b.done(three.reception)}` : ''}。`,
    `${y}年度财政拨款“三公”经费支出决算数比上年${b.moved(three.all)}。`,
    three.all.now > 0 && '（二）一般公共预算财政拨款“三公”经费支出决算具体情况',
    three.all.now > 0 &&
      `${y}年度一般公共预算财政拨款“三公”经费支出决算中，因公出国（境）费支出${b.w(three.abroad.now)}，占${b.pct(three.abroad.now, three.all.now)}；公务用车购置及运行维护费支出${b.w(three.cars.now)}，占${b.pct(three.cars.now, three.all.now)}；公务接待费支出${b.w(three.reception.now)}，占${b.pct(three.reception.now, three.all.now)}。具体情况如下：`,
    three.cars.now > 0 &&
      `2.公务用车购置及运行维护费支出${b.w(three.cars.now)}。其中：公务用车购置支出${b.w(three.purchase.now)}，购置车辆${three.purchase.now > 0 ? 1 : 0}辆。公务用车运行维护支出${b.w(three.running.now)}，开支财政拨款的公务用车保有量为13辆。主要用于日常公务所需车辆燃料费、维修费、过路过桥费、保险费等。`,
    three.reception.now > 0 &&
      `3.公务接待费支出${b.w(three.reception.now)}。其中：国内接待费支出${b.w(three.reception.now)}（其中：外事接待费支出0.00万元），共安排国内公务接待47批次（其中：外事接待0批次），接待人次386人（其中：外事接待人次0人）。主要用于上级调研发生的接待支出。`,
    '第四部分 其他重要事项及相关口径情况说明',
    '一、机关运行经费支出情况',
    `${b.name}${y}年机关运行经费支出${b.w(b.office.now)}，比上年${b.moved(b.office)}，主要原因是办公费变动。`,
  );
};

const sichuan = (b: Book): string => {
  const { y, three } = b;
  const fiscals = some([
    ['一般公共预算财政拨款收入', b.income.general],
    ['政府性基金预算财政拨款收入', b.income.fund],
    ['国有资本经营预算财政拨款收入', b.income.capital],
    ...b.sources,
  ]);
  return join(
    `第二部分 ${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收、支总计均为${b.w(b.total.now)}。与${y - 1}年度相比，收、支总计各${b.moved(b.total)}。主要变动原因是政策性增资。`,
    '（图1：收、支决算总计变动情况图）（柱状图）',
    '二、收入决算情况说明',
    `${y}年度本年收入合计${b.w(b.income.all)}，其中：${fiscals.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${y}年度本年支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计均为${b.w(b.fiscal.now)}。与${y - 1}年度相比，财政拨款收、支总计各${b.moved(b.fiscal)}。主要变动原因是项目增减。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与${y - 1}年度相比，一般公共预算财政拨款支出${b.moved(b.general)}。主要变动原因是人员变动。`,
    '（二）一般公共预算财政拨款支出决算结构情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况',
    `${y}年度一般公共预算支出决算数为${b.w(b.general.now)}，完成预算${b.done(b.general)}。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0].replace(/支出$/, '')}（类）${i.names[1]}（款）${i.names[2]}（项）：支出决算为${b.w(i.now)}，完成预算${b.done(i)}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，其中：`,
    b.personal > 0 &&
      `人员经费${b.w(b.personal)}，主要包括：${b.economic(true).slice(0, 3).join('、')}等。`,
    b.public > 0 &&
      `公用经费${b.w(b.public)}，主要包括：${b.economic(false).slice(0, 3).join('、')}等。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明',
    `${y}年度“三公”经费财政拨款支出决算为${b.w(three.all.now)}，较上年度${b.moved(three.all)}。`,
    three.all.now > 0 && '（二）“三公”经费财政拨款支出决算具体情况说明',
    three.all.now > 0 &&
      `${y}年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${b.w(three.abroad.now)}，占${b.pct(three.abroad.now, three.all.now)}；公务用车购置及运行维护费支出决算${b.w(three.cars.now)}，占${b.pct(three.cars.now, three.all.now)}；公务接待费支出决算${b.w(three.reception.now)}，占${b.pct(three.reception.now, three.all.now)}。具体情况如下：`,
    three.cars.now > 0 &&
      `2.公务用车购置及运行维护费支出${b.w(three.cars.now)}${three.cars.budget > 0 ? `，完成预算${b.done(three.cars)}` : ''}。公务用车购置及运行维护费支出决算比${y - 1}年度${b.moved(three.cars)}。主要原因是车辆老化。`,
    three.purchase.now > 0
      ? `其中：公务用车购置支出${b.w(three.purchase.now)}。全年按规定更新购置公务用车1辆，其中：轿车1辆。截至${y}年12月31日，单位共有公务用车13辆，其中：轿车9辆、越野车4辆。`
      : `其中：公务用车购置支出${b.w(0)}。全年按规定更新购置公务用车0辆。`,
    three.running.now > 0 &&
      `公务用车运行维护费支出${b.w(three.running.now)}。主要用于下乡所需的公务用车燃料费、维修费、过路过桥费、保险费等支出。`,
    three.reception.now > 0 &&
      `3.公务接待费支出${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成预算${b.done(three.reception)}` : ''}。公务接待费支出决算比${y - 1}年度${b.moved(three.reception)}。主要原因是接待批次变化。其中：`,
    three.reception.now > 0 &&
      `国内公务接待支出${b.w(three.reception.now)}，主要用于执行公务、开展业务活动开支的用餐费等。国内公务接待47批次，386人次（不包括陪同人员），共计支出${b.w(three.reception.now)}，具体内容包括：接待上级调研组用餐等。`,
    '十、其他重要事项的情况说明',
    '（一）机关运行经费支出情况',
    `${y}年度，${b.name}机关运行经费支出${b.w(b.office.now)}，比${y - 1}年度${b.moved(b.office)}。主要原因是人员变动。`,
    '（二）国有资产占有使用情况',
    `截至${y}年12月31日，${b.name}共有车辆17辆，其中：机要通信用车3辆、应急保障用车4辆、执法执勤用车8辆、其他用车2辆。其他用车主要是用于下乡。单价100万元以上专用设备5台（套）。`,
  );
};

const jiangsu = (b: Book): string => {
  const { y, three } = b;
  const t = b.total;
  return join(
    `第三部分 ${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收入、支出决算总计${b.w(t.now)}。与上年相比，收、支总计各${b.moved(t, MORE)}。其中：`,
    `（一）收入决算总计${b.w(t.now)}。包括：`,
    `1.本年收入决算合计${b.w(b.income.all)}。`,
    `2.使用非财政拨款结余（含专用结余）${b.w(b.d.useOfBalance)}。`,
    `3.年初结转和结余${b.w(b.opening)}。`,
    `（二）支出决算总计${b.w(t.now)}。包括：`,
    `1.本年支出决算合计${b.w(b.spent)}。`,
    `2.结余分配${b.w(b.d.allocation)}。`,
    `3.年末结转和结余${b.w(b.closing)}。结转和结余事项：项目未执行完毕。`,
    '二、收入决算情况说明',
    `${y}年度本年收入决算合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${y}年度本年支出决算合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收入、支出决算总计${b.w(b.fiscal.now)}。与上年相比，收、支总计各${b.moved(b.fiscal, MORE)}，变动原因：人员增加。`,
    '五、财政拨款支出决算情况说明',
    `${y}年度财政拨款支出决算${b.w(b.general.now + b.fund.spent + b.capital)}，占本年支出合计的${b.pct(b.general.now + b.fund.spent + b.capital, b.spent)}。`,
    '六、一般公共预算财政拨款支出决算情况说明',
    `${y}年度一般公共预算财政拨款支出决算${b.w(b.general.now)}，占本年支出合计${b.w(b.spent)}的${b.pct(b.general.now, b.spent)}。其中：`,
    ...b.classes.flatMap((c, k) => [
      `（${'一二三四五六七八九十'[k]}）${c.name}支出（类）`,
      ...b.items
        .filter((i) => i.code.startsWith(c.code))
        .map(
          (i, n) =>
            `${n + 1}.${i.names[1]}（款）${i.names[2]}（项）。年初预算${b.w(i.budget)}，支出决算${b.w(i.now)}，完成年初预算的${b.done(i)}。决算数与年初预算数的差异原因：年中追加。`,
        ),
    ]),
    '七、财政拨款“三公”经费支出决算情况说明',
    `${y}年度财政拨款“三公”经费支出决算${b.w(three.all.now)}（其中：一般公共预算支出${b.w(three.all.now)}；政府性基金预算支出0万元；国有资本经营预算支出0万元）。与上年相比，${b.moved(three.all, MORE)}，变动原因：厉行节约。`,
    `1.因公出国（境）费支出预算${b.w(three.abroad.budget)}，支出决算${b.w(three.abroad.now)}${three.abroad.budget > 0 ? `，完成预算的${b.done(three.abroad)}` : ''}。`,
    `2.公务用车购置及运行维护费支出预算${b.w(three.cars.budget)}，支出决算${b.w(three.cars.now)}${three.cars.budget > 0 ? `，完成预算的${b.done(three.cars)}` : ''}。其中：`,
    `（1）公务用车购置支出预算${b.w(three.purchase.budget)}，支出决算${b.w(three.purchase.now)}。`,
    `（2）公务用车运行维护费支出预算${b.w(three.running.budget)}，支出决算${b.w(three.running.now)}。公务用车运行维护费主要用于车辆维修，截至${y}年12月31日，由财政拨款开支运行维护费的公务用车保有量为13辆。`,
    `3.公务接待费支出预算${b.w(three.reception.budget)}，支出决算${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成预算的${b.done(three.reception)}` : ''}。其中：国内公务接待支出${b.w(three.reception.now)}${three.reception.now > 0 ? '，接待47批次，386人次' : ''}。`,
    '八、机关运行经费支出决算情况说明',
    `${y}年度机关运行经费支出决算${b.w(b.office.now)}。与上年相比，${b.moved(b.office, MORE)}，变动原因：压减支出。`,
    '九、政府采购支出决算情况说明',
    `${y}年度政府采购支出总额${b.w(b.purchases.all)}，其中：政府采购货物支出${b.w(b.purchases.goods)}、政府采购工程支出${b.w(b.purchases.works)}、政府采购服务支出${b.w(b.purchases.services)}。政府采购授予中小企业合同金额${b.w(b.purchases.small)}，占政府采购支出总额的${b.pct(b.purchases.small, b.purchases.all)}，其中：授予小微企业合同金额${b.w(b.purchases.tiny)}，占授予中小企业合同金额的${b.pct(b.purchases.tiny, b.purchases.small)}。`,
  );
};

const beijing = (b: Book): string => {
  const { y, three } = b;
  const compared = (t: Told): string => {
    const delta = t.now - t.budget;
    return `比${y}年年初预算${delta > 0 ? '增加' : '减少'}${b.w(Math.abs(delta))}，${delta > 0 ? '增长' : '下降'}${b.pct(Math.abs(delta), t.budget)}`;
  };
  return join(
    `第二部分 ${y}年度部门决算说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收、支总计${b.w(b.total.now)}，比上年${b.moved(b.total)}。`,
    '（一）收入决算说明',
    `${y}年度本年收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占收入合计的${b.pct(b.income.fiscal, b.income.all)}；${some(
      b.sources,
    )
      .map(([s, fen]) => `${s}${b.w(fen)}，占收入合计的${b.pct(fen, b.income.all)}`)
      .join('；')}。`.replace('；。', '。'),
    '（二）支出决算说明',
    `${y}年度本年支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占支出合计的${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '二、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计${b.w(b.fiscal.now)}，比上年${b.moved(b.fiscal)}。主要原因：项目经费调整。`,
    '三、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面（按大类）：${b.classes.map((c) => `${c.name}支出${b.w(c.now)}，占本年财政拨款支出${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（二）一般公共预算财政拨款支出决算具体情况',
    ...b.classes.map(
      (c, i) =>
        `${i + 1}、“${c.name}支出”（类）${y}年度决算${b.w(c.now)}，${compared(c)}。主要原因：年中追加经费。`,
    ),
    '四、财政拨款基本支出决算情况说明',
    `${y}年度使用一般公共预算财政拨款安排基本支出${b.w(b.basic)}，其中：人员经费${b.w(b.personal)}，公用经费${b.w(b.public)}。`,
    '第三部分 其他重要事项的情况说明',
    '一、“三公”经费财政拨款决算情况',
    `“三公”经费包括本部门所属1个行政单位、2个参照公务员法管理单位、3个事业单位。${y}年“三公”经费财政拨款决算数${b.w(three.all.now)}，比${y}年“三公”经费财政拨款年初预算${b.w(three.all.budget)}${three.all.now > three.all.budget ? '增加' : '减少'}${b.w(Math.abs(three.all.now - three.all.budget))}。其中：`,
    `1、因公出国（境）费用。${y}年决算数${b.w(three.abroad.now)}。`,
    `2、公务接待费。${y}年决算数${b.w(three.reception.now)}。${three.reception.now > 0 ? '公务接待47批次，公务接待386人次。' : ''}`,
    `3、公务用车购置及运行维护费。${y}年决算数${b.w(three.cars.now)}，其中：公务用车购置费${y}年决算数${b.w(three.purchase.now)}，公务用车运行维护费${y}年决算数${b.w(three.running.now)}。`,
    '二、机关运行经费支出情况',
    `${y}年本部门行政单位（含参照公务员法管理事业单位）机关运行经费支出合计${b.w(b.office.now)}，比上年${b.moved(b.office)}，主要原因是：会议增加。`,
    '三、政府采购支出情况',
    `${y}年政府采购支出总额${b.w(b.purchases.all)}，其中：政府采购货物支出${b.w(b.purchases.goods)}，政府采购工程支出${b.w(b.purchases.works)}，政府采购服务支出${b.w(b.purchases.services)}。授予中小企业合同金额${b.w(b.purchases.small)}，占政府采购支出总额的${b.pct(b.purchases.small, b.purchases.all)}，其中：授予小微企业合同金额${b.w(b.purchases.tiny)}，占政府采购支出总额的${b.pct(b.purchases.tiny, b.purchases.all)}。`,
    '四、国有资产占用情况',
    `${y}年车辆17台，其中：机要通信用车3台、应急保障用车4台、执法执勤用车8台、其他用车2台；单位价值100万元以上的设备5台（套）。`,
  );
};

const chongqing = (b: Book): string => {
  const { y, three } = b;
  return join(
    '二、部门决算情况说明',
    '（一）收入支出决算总体情况说明',
    `1．总体情况。本部门${y}年度收、支总计${b.w(b.total.now)}。收、支与${y - 1}年度相比，${b.moved(b.total)}，主要原因是人员经费增长。`,
    `2．收入情况。本部门${y}年度收入合计${b.w(b.income.all)}。其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all, 1)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all, 1)}`).join('；')}。此外，使用非财政拨款结余和专用结余${b.w(b.d.useOfBalance)}，年初结转和结余${b.w(b.opening)}。`,
    `3．支出情况。本部门${y}年度支出合计${b.w(b.spent)}。其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent, 1)}`).join('；')}。此外，结余分配${b.w(b.d.allocation)}。`,
    `4．结转结余情况。本部门${y}年度年末结转和结余${b.w(b.closing)}。`,
    '（二）财政拨款收入支出决算总体情况说明',
    `本部门${y}年度财政拨款收、支总计${b.w(b.fiscal.now)}。与${y - 1}年相比，财政拨款收、支总计各${b.moved(b.fiscal)}。主要原因是新增项目。`,
    '（三）一般公共预算财政拨款收入支出决算情况说明',
    `1．收入情况。本部门${y}年度一般公共预算财政拨款收入${b.w(b.income.general)}。`,
    `2．支出情况。本部门${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，较上年决算数${b.moved(b.general)}，主要原因是基本支出增长。较年初预算数${b.general.now > b.general.budget ? '增加' : '减少'}${b.w(Math.abs(b.general.now - b.general.budget))}，${b.general.now > b.general.budget ? '增长' : '下降'}${b.pct(Math.abs(b.general.now - b.general.budget), b.general.budget)}，主要原因是预算调整。`,
    `3．结转结余情况。本部门${y}年度年末一般公共预算财政拨款结转和结余${b.w(b.d.general.closing)}。`,
    '4．比较情况。本部门一般公共预算财政拨款支出主要用于以下几个方面：',
    ...b.classes.map(
      (c, i) =>
        `（${i + 1}）${c.name}支出${b.w(c.now)}，占${b.pct(c.now, b.general.now, 1)}，较年初预算数${c.now > c.budget ? '增加' : '减少'}${b.w(Math.abs(c.now - c.budget))}，${c.now > c.budget ? '增长' : '下降'}${b.pct(Math.abs(c.now - c.budget), c.budget, 1)}，主要原因是年中追加。`,
    ),
    '（四）一般公共预算财政拨款基本支出决算情况说明',
    `本部门${y}年度一般公共财政拨款基本支出${b.w(b.basic)}。其中：人员经费${b.w(b.personal)}，较上年决算数有所变化。人员经费用途主要包括${b.economic(true).slice(0, 2).join('、')}等。公用经费${b.w(b.public)}。公用经费用途主要包括${b.economic(false).slice(0, 2).join('、')}等。`,
    '三、“三公”经费情况说明',
    '（一）“三公”经费支出总体情况说明',
    `${y}年度本部门“三公”经费支出共计${b.w(three.all.now)}，${three.all.budget > 0 && three.all.now !== three.all.budget ? `较年初预算数${three.all.now > three.all.budget ? '增加' : '减少'}${b.w(Math.abs(three.all.now - three.all.budget))}，${three.all.now > three.all.budget ? '增长' : '下降'}${b.pct(Math.abs(three.all.now - three.all.budget), three.all.budget, 1)}，主要原因是严控支出。` : ''}较上年支出数${b.moved(three.all)}，主要原因是车辆减少。`,
    '（二）“三公”经费分项支出情况',
    `${y}年度本部门因公出国（境）费用${b.w(three.abroad.now)}。`,
    `公务车购置费${b.w(three.purchase.now)}。`,
    `公务车运行维护费${b.w(three.running.now)}，主要用于市内因公出行所需车辆的燃料费。`,
    `公务接待费${b.w(three.reception.now)}，主要用于接待兄弟单位。`,
    '（三）“三公”经费实物量情况',
    `${y}年度本部门因公出国（境）共计${three.abroad.now > 0 ? 2 : 0}个团组，${three.abroad.now > 0 ? 6 : 0}人；公务用车购置${three.purchase.now > 0 ? 1 : 0}辆，公务车保有量为13辆；国内公务接待${three.reception.now > 0 ? 47 : 0}批次${three.reception.now > 0 ? 386 : 0}人，其中：国内外事接待0批次，0人；国（境）外公务接待0批次，0人。`,
    '四、其他需要说明的事项',
    '（一）机关运行经费情况说明',
    `${y}年度本部门机关运行经费支出${b.w(b.office.now)}，机关运行经费较上年决算数${b.moved(b.office)}，主要原因是物价上涨。`,
  );
};

const old2018 = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第三部分 ${b.name}${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${b.name}${y}年度收入总计${b.w(b.total.now)}，支出总计${b.w(b.total.now)}。与${y - 1}年相比，收、支总计各${b.moved(b.total)}。`,
    '二、收入决算情况说明',
    `本年收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${some(
      b.sources,
    )
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`)
      .join('；')}。`.replace('；。', '。'),
    '三、支出决算情况说明',
    `本年支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.name}${y}年度财政拨款收支总决算${b.w(b.fiscal.now)}。与${y - 1}年相比，财政拨款收、支总计各${b.moved(b.fiscal, HIGH)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）财政拨款支出决算总体情况。',
    `${b.name}${y}年度财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与${y - 1}年相比，财政拨款支出${b.moved(b.general, HIGH)}。`,
    '（二）财政拨款支出决算结构情况。',
    `${y}年度财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（三）财政拨款支出决算具体情况。',
    `${b.name}${y}年度财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。决算数${hubei(b.general)}预算数的主要原因：政策变化。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}、${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}，完成年初预算的${b.done(i)}，决算数${hubei(i)}预算数的主要原因是年中调整。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.name}${y}年度财政拨款基本支出${b.w(b.basic)}，其中：人员经费${b.w(b.personal)}，公用经费${b.w(b.public)}。`,
    '七、一般公共预算财政拨款“三公”经费支出决算情况说明',
    `${y}年度“三公”经费财政拨款支出预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成预算的${b.done(three.all)}` : ''}，其中：因公出国（境）费支出决算为${b.w(three.abroad.now)}${three.abroad.budget > 0 ? `，完成预算的${b.done(three.abroad)}` : ''}；公务用车购置及运行费支出决算为${b.w(three.cars.now)}${three.cars.budget > 0 ? `，完成预算的${b.done(three.cars)}` : ''}；公务接待费支出决算为${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成预算的${b.done(three.reception)}` : ''}。`,
  );
};

const zhejiang = (b: Book): string => {
  const { y, three } = b;
  return join(
    `三、${b.name}${y}年度部门决算情况说明`,
    '（一）收入支出决算总体情况说明',
    `${y}年度收入总计${b.w(b.total.now)}，支出总计${b.w(b.total.now)}，与${y - 1}年度相比，各${b.moved(b.total, RISE)}。主要原因：人员变动。`,
    '（二）收入决算情况说明',
    `本年收入合计${b.w(b.income.all)}，包括财政拨款收入${b.w(b.income.fiscal)}（其中：一般公共预算${b.w(b.income.general)}，政府性基金预算${b.w(b.income.fund)}，国有资本经营预算${b.w(b.income.capital)}），占收入合计${b.pct(b.income.fiscal, b.income.all, 1)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占收入合计${b.pct(fen, b.income.all, 1)}`).join('；')}。`,
    '（三）支出决算情况说明',
    `本年支出合计${b.w(b.spent)}，其中${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent, 1)}`).join('；')}。`,
    '（四）财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收入总计${b.w(b.fiscal.now)}，支出总计${b.w(b.fiscal.now)}，与${y - 1}年度相比，各${b.moved(b.fiscal, RISE)}。主要原因是项目增加。`,
    '（五）一般公共预算财政拨款支出决算情况说明',
    '1.一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent, 1)}。与${y - 1}年度相比，一般公共预算财政拨款支出${b.moved(b.general, RISE)}。主要原因：工资调标。`,
    '2.一般公共预算财政拨款支出决算结构情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now, 1)}`).join('；')}。`,
    '3.一般公共预算财政拨款支出决算具体情况',
    `${y}年度一般公共预算财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.pct(b.general.now, b.general.budget, 1)}，主要原因是预算追加。其中：`,
    ...b.items.map(
      (i, n) =>
        `（${n + 1}）${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}，完成年初预算的${b.pct(i.now, i.budget, 1)}，决算数${hubei(i)}年初预算数的主要原因是追加经费。`,
    ),
    '（六）一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，其中：`,
    `人员经费${b.w(b.personal)}；公用经费${b.w(b.public)}。`,
    '（七）“三公”经费支出决算情况说明',
    `${y}年度“三公”经费财政拨款支出全年预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成预算的${b.pct(three.all.now, three.all.budget, 1)}` : ''}，${y}年度“三公”经费支出决算数${hubei(three.all)}预算数的主要原因是压减开支。`,
    `（1）因公出国（境）费用全年支出预算为${b.w(three.abroad.budget)}，支出决算为${b.w(three.abroad.now)}。与上年度相比，${b.moved(three.abroad)}。`.replace(
      /与上年度相比，与上年持平/,
      '与上年持平',
    ),
    `（2）公务接待费全年支出预算为${b.w(three.reception.budget)}，支出决算为${b.w(three.reception.now)}，${three.reception.now === 0 ? '与上年持平' : `与上年度相比，${b.moved(three.reception)}`}。${three.reception.now > 0 ? `国内公务接待累计47批次，累计386人次。` : ''}`,
  );
};

const xinjiang = (b: Book): string => {
  const { y } = b;
  const t = b.total;
  return join(
    '第二部分 部门决算情况说明',
    '一、收入支出决算总体情况说明',
    `${y}年度收入总计${b.w(t.now)}，其中：本年收入合计${b.w(b.income.all)}，使用非财政拨款结余（含专用结余）${b.w(b.d.useOfBalance)}，年初结转和结余${b.w(b.opening)}。`,
    `${y}年度支出总计${b.w(t.now)}，其中：本年支出合计${b.w(b.spent)}，结余分配${b.w(b.d.allocation)}，年末结转和结余${b.w(b.closing)}。`,
    `收入支出总计与上年相比，${b.moved(t)}，主要原因是：项目资金变化。`,
    '二、收入决算情况说明',
    `本年收入${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况说明',
    `本年支出${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收入总计${b.w(b.fiscal.now)}，其中：年初财政拨款结转和结余${b.w(b.d.general.opening + b.fund.opening)}，本年财政拨款收入${b.w(b.income.fiscal)}。财政拨款支出总计${b.w(b.fiscal.now)}，其中：年末财政拨款结转和结余${b.w(b.d.general.closing + b.fund.closing)}，本年财政拨款支出${b.w(b.general.now + b.fund.spent + b.capital)}。`,
    `财政拨款收入支出总体与上年相比，${b.moved(b.fiscal)}，主要原因是：人员变动。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与上年相比，${b.moved(b.general)}，主要原因是：绩效奖发放。与年初预算相比，${b.general.now > b.general.budget ? '增加' : '减少'}${b.w(Math.abs(b.general.now - b.general.budget))}，${b.general.now > b.general.budget ? '增长' : '下降'}${b.pct(Math.abs(b.general.now - b.general.budget), b.general.budget)}，主要原因是：追加项目。`,
    '（二）一般公共预算财政拨款支出决算结构情况',
    ...b.classes.map(
      (c, i) => `${i + 1}.${c.name}支出（类）${b.w(c.now)}，占${b.pct(c.now, b.general.now)}。`,
    ),
    '（三）一般公共预算财政拨款支出决算具体情况',
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）：支出决算数为${b.w(i.now)}，比上年决算${i.now > i.last ? '增加' : '减少'}${b.w(Math.abs(i.now - i.last))}，${i.now > i.last ? '增长' : '下降'}${b.pct(Math.abs(i.now - i.last), i.last)}，主要原因是：人员工资增加。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，其中：人员经费${b.w(b.personal)}，包括：${b.economic(true).join('、')}。`,
    `公用经费${b.w(b.public)}，包括：${b.economic(false).join('、')}。`,
  );
};

const shaanxi = (b: Book): string => {
  const { y, three } = b;
  return join(
    '第三部分 收入支出决算情况说明',
    '一、收入支出决算总体情况',
    `${y}年度收入、支出总计均为${b.w(b.total.now)}，与上年相比收、支总计各${b.moved(b.total)}。主要是人员经费增加。`,
    '二、收入决算情况',
    `${y}年度收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况',
    `${y}年度支出合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况',
    `${y}年度财政拨款收支均为${b.w(b.fiscal.now)}，与上年相比收、支总计各${b.moved(b.fiscal)}，主要原因是项目增加。`,
    '五、一般公共预算财政拨款支出决算情况',
    '（一）一般公共预算财政拨款支出决算总体情况。',
    `${y}年度一般公共预算财政拨款支出年初预算${b.w(b.general.budget)}，支出决算${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与上年相比，一般公共预算财政拨款支出${b.moved(b.general)}。`,
    '（二）按照政府功能分类科目，其中：',
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。年初预算${b.w(i.budget)}，支出决算${b.w(i.now)}，完成年初预算的${b.done(i)}，决算数${hubei(i)}年初预算数的主要原因是追加预算。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，包括人员经费和公用经费。其中：`,
    `（一）人员经费${b.w(b.personal)}，主要包括：${b.economic(true).join('、')}。`,
    `（二）公用经费${b.w(b.public)}，主要包括：${b.economic(false).join('、')}。`,
    '七、一般公共预算财政拨款“三公”经费及会议费、培训费支出决算情况',
    '（一）“三公”经费财政拨款支出决算总体情况。',
    `${y}年度“三公”经费财政拨款支出预算${b.w(three.all.budget)}，支出决算${b.w(three.all.now)}${three.all.budget > 0 ? `，完成预算的${b.done(three.all)}` : ''}。决算数较上年${b.moved(three.all)}。`,
    `${three.cars.now > 0 ? `2.公务用车购置费用支出情况说明。\n${y}年度购置车辆${three.purchase.now > 0 ? 1 : 0}台，预算${b.w(three.purchase.budget)}，支出决算${b.w(three.purchase.now)}。\n3.公务用车运行维护费用支出情况说明。\n${y}年度公务用车运行维护预算${b.w(three.running.budget)}，支出决算${b.w(three.running.now)}${three.running.budget > 0 ? `，完成预算的${b.done(three.running)}` : ''}。` : ''}`,
    three.reception.now > 0 &&
      `4.公务接待费支出情况说明。\n${y}年度公务接待47批次，386人次，预算${b.w(three.reception.budget)}，支出决算${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成预算的${b.done(three.reception)}` : ''}。`,
    '八、机关运行经费支出决算情况',
    `${y}年度机关运行经费支出预算${b.w(b.office.budget)}，支出决算${b.w(b.office.now)}，完成预算的${b.done(b.office)}。`,
    '九、国有资产占用情况',
    `截至${y}年末，本部门机关及所属单位共有车辆17辆，其中机要通信用车3辆，应急保障用车4辆，执法执勤用车8辆，其他用车2辆。单价100万元（含）以上设备（不含车辆）5台（套）。`,
  );
};

const guangdong = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第三部分 ${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${b.name}${y}年度总收入${b.w(b.total.now)}，其中本年收入${b.w(b.income.all)}，使用非财政拨款结余（含专用结余）${b.w(b.d.useOfBalance)}，年初结转和结余${b.w(b.opening)}。总支出${b.w(b.total.now)}，其中本年支出${b.w(b.spent)}，结余分配${b.w(b.d.allocation)}，年末结转和结余${b.w(b.closing)}。与上年相比，总收入和总支出各${b.moved(b.total)}，主要原因是项目经费增加。`,
    '二、收入决算情况说明',
    `${b.name}${y}年度收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all, 1)}；${some(
      b.sources,
    )
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all, 1)}`)
      .join('；')}。`.replace('；。', '。'),
    '三、支出决算情况说明',
    `${b.name}${y}年度支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent, 1)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.name}${y}年度财政拨款总收入${b.w(b.fiscal.now)}，财政拨款总支出${b.w(b.fiscal.now)}。与上年相比，财政拨款总收入和总支出各${b.moved(b.fiscal)}，主要原因是人员经费增加。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `${b.name}${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent, 1)}。与上年相比，一般公共预算财政拨款支出${b.moved(b.general)}。按支出功能分类科目看：${b.classes.map((c) => `${c.name}支出${b.w(c.now)}，占${b.pct(c.now, b.general.now, 1)}`).join('；')}。`,
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.name}${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}。其中：人员经费${b.w(b.personal)}，公用经费${b.w(b.public)}。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    `${b.name}${y}年度“三公”经费财政拨款支出决算${b.w(three.all.now)}，完成全年预算${b.w(three.all.budget)}的${three.all.budget > 0 ? b.done(three.all) : '--（预算为0，不可比）'}，比上年决算数${b.moved(three.all)}。其中：因公出国（境）费支出决算${b.w(three.abroad.now)}，公务用车购置及运行维护费支出决算${b.w(three.cars.now)}（其中公务用车购置费支出决算${b.w(three.purchase.now)}，公务用车运行维护费支出决算${b.w(three.running.now)}），公务接待费支出决算${b.w(three.reception.now)}。`,
    '八、机关运行经费支出说明',
    `${y}年度机关运行经费支出${b.w(b.office.now)}，比上年${b.moved(b.office)}，主要原因是：差旅费增加。`,
  );
};

const shandong = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第三部分 ${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收、支总计均为${b.w(b.total.now)}。与${y - 1}年度相比，收、支总计各${b.moved(b.total)}。主要是人员增加。`,
    '二、收入决算情况说明',
    `${y}年度收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    `（一）财政拨款收入${b.w(b.income.fiscal)}。`,
    ...b.sources.map(([s, fen], i) => `（${'二三四五六'[i]}）${s}${b.w(fen)}。`),
    '三、支出决算情况说明',
    `${y}年度支出合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计均为${b.w(b.fiscal.now)}。与${y - 1}年度相比，财政拨款收、支总计各${b.moved(b.fiscal)}。主要是政策增资。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与${y - 1}年度相比，一般公共预算财政拨款支出${b.moved(b.general)}。主要是养老支出增加。`,
    '（二）一般公共预算财政拨款支出决算结构情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况',
    `${y}年度一般公共预算财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。决算数${hubei(b.general)}年初预算数的主要原因是追加预算。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}，完成年初预算的${b.done(i)}，决算数${hubei(i)}年初预算数的主要原因是追加。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}。其中：`,
    `人员经费${b.w(b.personal)}。主要包括：${b.economic(true).join('、')}。`,
    `公用经费${b.w(b.public)}。主要包括：${b.economic(false).join('、')}。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    `${y}年度财政拨款“三公”经费支出全年预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成全年预算的${b.done(three.all)}` : ''}，与${y - 1}年度相比，${b.moved(three.all)}。`,
    `1.因公出国（境）费支出全年预算为${b.w(three.abroad.budget)}，支出决算为${b.w(three.abroad.now)}。全年安排因公出国（境）团组${three.abroad.now > 0 ? 2 : 0}个，累计${three.abroad.now > 0 ? 6 : 0}人次。`,
    `3.公务接待费全年预算为${b.w(three.reception.budget)}，支出决算为${b.w(three.reception.now)}。国内接待费支出${b.w(three.reception.now)}，${y}年共接待国内来访团组${three.reception.now > 0 ? 47 : 0}个、来宾${three.reception.now > 0 ? 386 : 0}人次（不包括陪同人员）。`,
  );
};

const guangxi = (b: Book): string => {
  const { y } = b;
  return join(
    `第二部分 ${y}年度部门决算情况说明`,
    `一、${y}年度收入支出决算总体情况`,
    `${y}年度收入总计${b.w(b.total.now)}，支出总计${b.w(b.total.now)}，与${y - 1}年度决算数相比${b.moved(b.total)}。收入支出具体情况如下：`,
    `（一）收入决算情况`,
    `本年收入合计${b.w(b.income.all)}。`,
    `1．财政拨款收入${b.w(b.income.fiscal)}，为本级财政当年拨付的资金。`,
    ...b.sources.map(([s, fen], i) => `${i + 2}．${s}${b.w(fen)}，为单位按规定取得的收入。`),
    '（二）支出决算情况',
    `本年支出合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    `二、${y}年度一般公共预算财政拨款支出决算情况`,
    `（一）${b.name}${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，较${y - 1}年度决算数${b.moved(b.general, HIGH)}。`,
    ...b.classes.map(
      (c, i) => `${i + 1}．${c.name}（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}。`,
    ),
    `三、${y}年度一般公共预算财政拨款基本支出决算情况`,
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}，其中：人员经费支出${b.w(b.personal)}，公用经费支出${b.w(b.public)}。`,
  );
};

const shanghai = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第二部分 ${y}年度${b.name}部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${b.name}${y}年度收入支出总计${b.w(b.total.now)}，与${y - 1}年度相比，收入支出总计${b.moved(b.total)}。主要原因是项目支出调整。`,
    '二、收入决算情况说明',
    `${b.name}${y}年度本年收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${some(
      b.sources,
    )
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`)
      .join('；')}。`.replace('；。', '。'),
    '三、支出决算情况说明',
    `${b.name}${y}年度本年支出合计${b.w(b.spent)}，其中：${some(b.types)
      .map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.name}${y}年度财政拨款收入支出总计${b.w(b.fiscal.now)}，与${y - 1}年度相比，财政拨款收入支出总计${b.moved(b.fiscal)}。主要原因是专项减少。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}。与${y - 1}年度相比，一般公共预算财政拨款支出${b.moved(b.general)}。主要原因是人员经费。`,
    '（二）一般公共预算财政拨款支出决算结构情况',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}支出（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况',
    `${y}年度一般公共预算财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。其中：基本支出${b.w(b.basic)}，项目支出${b.w(b.project)}。`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。主要用于：机关日常运行。年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}。决算数${hubei(i)}预算数的主要原因是年中调整。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度一般公共预算财政拨款基本支出${b.w(b.basic)}。其中：`,
    `（一）人员经费${b.w(b.personal)}，主要包括：${b.economic(true).join('、')}。`,
    `（二）公用经费${b.w(b.public)}，主要包括：${b.economic(false).join('、')}。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    `（一）“三公”经费支出决算总体情况说明`,
    `${y}年度“三公”经费支出预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成预算的${b.done(three.all)}` : ''}，其中：因公出国（境）费支出决算为${b.w(three.abroad.now)}；公务用车购置及运行维护费支出决算为${b.w(three.cars.now)}；公务接待费支出决算为${b.w(three.reception.now)}。${y}年度“三公”经费支出决算数${hubei(three.all)}预算数的主要原因是严格控制。`,
    `${y}年度“三公”经费支出决算数比${y - 1}年度${b.moved(three.all)}。`,
    `其中：因公出国（境）费支出决算${three.abroad.now === 0 ? '与上年持平' : b.moved(three.abroad)}；公务用车购置及运行维护费支出决算${three.cars.now === 0 ? '与上年持平' : b.moved(three.cars)}；公务接待费支出决算${three.reception.now === 0 ? '与上年持平' : b.moved(three.reception)}。`,
  );
};

const gansu = (b: Book): string => {
  const { y } = b;
  return join(
    '第三部分 2023年度部门决算情况说明'.replace('2023', String(y)),
    '一、收入支出决算总体情况说明',
    `${y}年度收入总计${b.w(b.total.now)}，较上年决算数${b.moved(b.total)}，主要原因是新增项目。${y}年度支出总计${b.w(b.total.now)}，较上年决算数${b.moved(b.total)}，主要原因是项目支出。`,
    '二、收入决算情况说明',
    `${y}年度收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${y}年度支出合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计均为${b.w(b.fiscal.now)}。与${y - 1}年相比，财政拨款收、支总计各${b.moved(b.fiscal)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `${y}年度一般公共预算财政拨款支出${b.w(b.general.now)}，较上年决算数${b.moved(b.general)}。主要原因是人员增加。按支出功能分类科目划分，主要用于以下方面：${b.classes.map((c) => `${c.name}支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    `（一）一般公共预算财政拨款支出决算具体情况`,
    `${y}年度一般公共预算财政拨款支出年初预算为${b.w(b.general.budget)}，支出决算为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}。其中：`,
    ...b.classes.map(
      (c, n) =>
        `${n + 1}.${c.name}支出年初预算为${b.w(c.budget)}，支出决算为${b.w(c.now)}，完成年初预算的${b.done(c)}，决算数${hubei(c)}年初预算数的主要原因是政策性调整。`,
    ),
  );
};

const hunan = (b: Book): string => {
  const { y, three } = b;
  return join(
    `第三部分 ${y}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${y}年度收、支总计${b.w(b.total.now)}。与上年相比，${b.moved(b.total, HIGH)}，主要是因为人员变动。`,
    '二、收入决算情况说明',
    `${y}年度收入合计${b.w(b.income.all)}，其中：财政拨款收入${b.w(b.income.fiscal)}，占${b.pct(b.income.fiscal, b.income.all)}；${b.sources.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.income.all)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${y}年度支出合计${b.w(b.spent)}，其中：${b.types.map(([s, fen]) => `${s}${b.w(fen)}，占${b.pct(fen, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${y}年度财政拨款收、支总计${b.w(b.fiscal.now)}，与上年相比，${b.moved(b.fiscal, HIGH)}，主要是因为项目减少。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）财政拨款支出决算总体情况',
    `${y}年度财政拨款支出${b.w(b.general.now)}，占本年支出合计的${b.pct(b.general.now, b.spent)}，与上年相比，财政拨款支出${b.moved(b.general, HIGH)}，主要是因为调资。`,
    '（二）财政拨款支出决算结构情况',
    `${y}年度财政拨款支出${b.w(b.general.now)}，主要用于以下方面：${b.classes.map((c) => `${c.name}（类）支出${b.w(c.now)}，占${b.pct(c.now, b.general.now)}`).join('；')}。`,
    '（三）财政拨款支出决算具体情况',
    `${y}年度财政拨款支出年初预算数为${b.n(b.general.budget)}万元，支出决算数为${b.w(b.general.now)}，完成年初预算的${b.done(b.general)}，其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}、${i.names[0]}（类）${i.names[1]}（款）${i.names[2]}（项）。\n年初预算为${b.w(i.budget)}，支出决算为${b.w(i.now)}，完成年初预算的${b.done(i)}，决算数${hubei(i)}年初预算数的主要原因是：年中追加。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${y}年度财政拨款基本支出${b.w(b.basic)}，其中：`,
    `人员经费${b.w(b.personal)}，占基本支出的${b.pct(b.personal, b.basic)}，主要包括${b.economic(true).join('、')}；`,
    `公用经费${b.w(b.public)}，占基本支出的${b.pct(b.public, b.basic)}，主要包括${b.economic(false).join('、')}。`,
    '七、财政拨款三公经费支出决算情况说明',
    `（一）“三公”经费财政拨款支出决算总体情况说明`,
    `“三公”经费财政拨款支出预算为${b.w(three.all.budget)}，支出决算为${b.w(three.all.now)}${three.all.budget > 0 ? `，完成预算的${b.done(three.all)}` : ''}，其中：`,
    `因公出国（境）费支出预算为${b.w(three.abroad.budget)}，支出决算为${b.w(three.abroad.now)}${three.abroad.budget > 0 ? `，完成预算的${b.done(three.abroad)}` : ''}。`,
    `公务接待费支出预算为${b.w(three.reception.budget)}，支出决算为${b.w(three.reception.now)}${three.reception.budget > 0 ? `，完成预算的${b.done(three.reception)}` : ''}。`,
    `公务用车购置费及运行维护费支出预算为${b.w(three.cars.budget)}，支出决算为${b.w(three.cars.now)}${three.cars.budget > 0 ? `，完成预算的${b.done(three.cars)}` : ''}。`,
    three.all.now > 0 && '（二）“三公”经费财政拨款支出决算具体情况说明',
    three.all.now > 0 &&
      `${y}年度“三公”经费财政拨款支出决算中，公务接待费支出决算${b.w(three.reception.now)}，占${b.pct(three.reception.now, three.all.now)}，因公出国（境）费支出决算${b.w(three.abroad.now)}，占${b.pct(three.abroad.now, three.all.now)}，公务用车购置费及运行维护费支出决算${b.w(three.cars.now)}，占${b.pct(three.cars.now, three.all.now)}。`,
  );
};

export const REGISTERS: readonly Register[] = [
  { place: '湖北', year: 2023, unit: '万元', write: hubeiText },
  { place: '云南', year: 2022, unit: '万元', write: yunnan },
  { place: '四川', year: 2023, unit: '元', write: sichuan },
  { place: '江苏', year: 2022, unit: '万元', write: jiangsu },
  { place: '北京', year: 2023, unit: '万元', write: beijing },
  { place: '重庆', year: 2023, unit: '万元', write: chongqing },
  { place: '河南', year: 2018, unit: '万元', form: 'old', write: old2018 },
  { place: '浙江', year: 2022, unit: '元', write: zhejiang },
  { place: '新疆', year: 2023, unit: '万元', write: xinjiang },
  { place: '陕西', year: 2020, unit: '万元', write: shaanxi },
  { place: '广东', year: 2021, unit: '元', write: guangdong },
  { place: '山东', year: 2022, unit: '万元', write: shandong },
  { place: '广西', year: 2023, unit: '万元', write: guangxi },
  { place: '上海', year: 2024, unit: '万元', write: shanghai },
  { place: '甘肃', year: 2024, unit: '万元', write: gansu },
  { place: '湖南', year: 2024, unit: '元', write: hunan },
];
