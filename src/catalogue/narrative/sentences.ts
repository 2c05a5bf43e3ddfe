// 说明句式: what the official text says, one declaration for writing and for reading. Numbers P01–P24
// follow the order of the official text; each cites where its wording is from.
import type { Sentence } from '../../narrative/sentence.ts';

/** Head of every sentence. */
export const sentenceHead = { since: 2015, severity: 'error' } as const;
const NATION = '部门决算公开：情况说明的通用写法';
const HUBEI = '湖北省部门决算公开模板（情况说明）';
const SHANGHAI = '上海市部门决算公开模板（情况说明）';

interface Change {
  readonly now: string;
  readonly before: string;
  /** Row of 补充资料 that holds the reason; without one the reasons stand elsewhere. */
  readonly key?: string;
  readonly wanted?: string;
  /** Between the subject and the word of direction: 各. */
  readonly each?: string;
  /** 比… before a change, 与… before 持平: what the year before is called. */
  readonly than?: string;
  readonly incomparable?: string;
  readonly because?: string;
}

/** 与上年相比: change and growth, 持平, no base, and the reason. */
function change({ now, before, key, wanted, ...more }: Change): string {
  const { each = '', than, incomparable = '上年无此项，不可比' } = more;
  const { because = '，主要原因是' } = more;
  // + 0 asks what it is worth: a blank in last year's table is nothing, not unknown.
  const known = `有(${before} + 0)`;
  const lead = than === undefined ? each : `比${than}`;
  return (
    `{?${known}}{?进位(${now} - ${before}, 2) = 0}${than === undefined ? '' : `与${than}`}持平{:}` +
    `${lead}{增减=${now} - ${before}|增减万元}，` +
    `{?${before} = 0}${incomparable}{:}{?进位(${before}, 2) ≤ 0}上年基数过小，不可比{:}` +
    `{若(${known}, 增减 ÷ ${before}, 增减 ÷ (${now} - 增减))|增长%}{/}{/}` +
    `${key ? `${because}{~${key}|${wanted}}` : ''}{/}{:}${lead}{${now} - ${before}|增减万元}{/}`
  );
}

/** Two figures that stand side by side differ as they are printed. */
export const apart = (now: string, base: string): string => `进位(${now}, 2) - 进位(${base}, 2)`;

/** 预算与决算: budget, final figure, rate, and the reason where they differ. */
export function budget(now: string, base: string, key: string, wanted: string): string {
  return (
    `{?有(${base})}{?进位(${base}, 2) = 0}{预算种类}为{${base}|万元}，支出决算为{${now}|万元}` +
    `{?进位(${now}, 2) = 0}{:}{?${base} = 0}，年初未安排预算{?表4.年初财政拨款结转和结余 = 0}，年中追加{/}{/}` +
    `，主要原因是{~${key}|${wanted}}{/}{:}` +
    `{预算种类}为{${base}|万元}，支出决算为{${now}|万元}，完成{预算种类}的{${now} ÷ ${base}|%}` +
    `{?${apart(now, base)} = 0}{:}，支出决算数{${apart(now, base)}|大小}{预算种类}数的主要原因是{~${key}|${wanted}}{/}` +
    `{/}{:}{预算种类}为{${base}|万元}，支出决算为{${now}|万元}{/}`
  );
}

export const DIFFER = '预算与决算差异的主要原因';

/** 三公 item against its budget: no rate without a budget, no reason without a difference. */
function spent(name: string, key: string): string {
  const [now, base] = [`${name}决算`, `${name}预算`];
  return (
    `{${now}|万元}{?有(${base})}{?进位(${base}, 2) = 0}{:}，完成{预算种类}的{${now} ÷ ${base}|%}{/}` +
    `{?进位(${now} - ${base}, 2) = 0}{:}，比{预算种类}{${now} - ${base}|增减万元}，主要原因是{~预算种类·${key}|${key}${DIFFER}}{/}{/}`
  );
}

/** Composition by source or kind. */
export const composition = (group: string, whole: string, of: string): string =>
  `{*${group}|；}{名}{${group}|万元}，占${of}{${group} ÷ ${whole}|%}{/}`;

const yearly = (name: string, item: string, key: string, incomparable?: string): string =>
  `{?上年${name} = 0; ${name}决算 = 0}{:}${item}支出决算${change({
    now: `${name}决算`,
    before: `上年${name}`,
    key: `上年·${key}`,
    wanted: `${item}变动的主要原因`,
    ...(incomparable && { incomparable }),
  })}{/}`;

export const threeChanges = (manner: Pick<Change, 'than' | 'incomparable'>): string => {
  const items = [
    ['出国', '因公出国（境）费', '因公出国（境）费'],
    ['用车', '公务用车购置及运行维护费', '公务用车运行维护费'],
    ['接待', '公务接待费', '公务接待费'],
  ] as const;
  const clauses = items.map(([name, item, key]) => yearly(name, item, key, manner.incomparable));
  const total = change({ now: '三公决算', before: '上年三公', ...manner });
  return `{?三公决算 = 0; 上年三公 = 0}{:}{年度}年度“三公”经费财政拨款支出决算数${total}{?有(上年三公 + 0)}{*|；|。其中：}${clauses.join('{,}')}{/}{/}。{/}`;
};

const CLASS_SHARES =
  '{*表5.类|；}{干}（类）支出{表5.类·本年支出|万元}，占{表5.类·本年支出 ÷ 一般公共预算支出|%}{/}';

export const FUND_ITEMS = (table: string): string =>
  `{*${table}.末级|\\n|具体情况为：\\n}＊{序|1.}{科目}。＊支出决算为{${table}.科目·本年支出|万元}。{/}`;

/** 用途 of what was spent; of nothing there is none. */
const usedFor = (item: string, wanted: string): string => `主要用于{~用途·${item}|${wanted}}`;
const ABROAD =
  '全年组织因公出国（境）团组{团组数|个}，累计{出国人次|人次}。' +
  '开支内容：{~用途·因公出国（境）费|因公出国（境）的开支内容}。';
/** Cars bought: without money only where the count was given. */
const bought = (verb: string, stop = ''): string =>
  `{?进位(购置决算, 2) = 0}{?有(购置数)}${verb}公务用车{购置数|辆}${stop}{/}{:}` +
  `${verb}公务用车{购置数|辆}，${usedFor('公务用车购置费', '购置公务用车的用途')}${stop}{/}`;
const KEPT_CARS = '截至{年度}年12月31日，开支财政拨款的公务用车保有量{保有量|辆}。';
const KEPT = `{?进位(用车决算, 2) = 0}{?有(保有量)}${KEPT_CARS}{/}{:}${KEPT_CARS}{/}`;
const RECEIVED =
  '国内公务接待{接待批次|批次}、{接待人次|人次}' +
  '{?有(外事批次)}{?进位(外事批次, 2) = 0}{:}（其中：外事接待{外事批次|批次}、{外事人次|人次}）{/}{/}，' +
  `${usedFor('公务接待费', '公务接待的主要内容')}。`;
const NO_THREE = '{部门}{年度}年度无“三公”经费财政拨款支出。';

/** The three items one after the other, each against its budget and with its counts. */
export const three = (intro: string): string =>
  `{?三公预算 = 0; 三公决算 = 0}${NO_THREE}{:}${intro}，其中：\n` +
  `1.因公出国（境）费支出决算为${spent('出国', '因公出国（境）费')}。{?进位(出国决算, 2) = 0}{:}${ABROAD}{/}\n` +
  `2.公务用车购置及运行维护费支出决算为{用车决算|万元}{?有(用车预算)}{?进位(用车预算, 2) = 0}{:}，完成{预算种类}的{用车决算 ÷ 用车预算|%}{/}{/}；其中：\n` +
  `（1）公务用车购置费${spent('购置', '公务用车购置费')}。${bought('本年度购置（更新）', '。')}\n` +
  `（2）公务用车运行维护费${spent('运行', '公务用车运行维护费')}。{?进位(运行决算, 2) = 0}{:}该项支出${usedFor('公务用车运行维护费', '公务用车运行维护的用途')}。{/}${KEPT}\n` +
  `3.公务接待费支出决算为${spent('接待', '公务接待费')}。{?进位(接待决算, 2) = 0}{:}${RECEIVED}{/}{/}`;

export const threeTotal =
  '{年度}年度“三公”经费财政拨款{预算种类}数为{三公预算|万元}，支出决算为{三公决算|万元}{?有(三公预算)}{?进位(三公预算, 2) = 0}{:}，完成{预算种类}的{三公决算 ÷ 三公预算|%}{/}{/}';

/** 三公 item in a list: its amount, and its rate where there is a budget. */
const rated = (item: string, name: string): string =>
  `${item}支出决算为{${name}决算|万元}{?有(${name}预算)}{?进位(${name}预算, 2) = 0}{:}，完成{预算种类}的{${name}决算 ÷ ${name}预算|%}{/}{/}`;

/** How a place compares with the year before. */
interface Manner extends Pick<Change, 'incomparable' | 'because'> {
  readonly basis: string;
  /** What the two totals are called together, and whether each is told apart: 收、支总计各…. */
  readonly totals: string;
  readonly each?: string;
  /** 与…相比 */
  readonly before: string;
}
export const YEAR_BEFORE = '{上年度}年度';

/** P01, P04, P05, P20: the sentences that compare with the year before, in the manner of a place. */
export function compared({ basis, totals, each = '', before, ...manner }: Manner): Sentence[] {
  const own = { basis, ...sentenceHead };
  const total = (of: string, now: string, key: string): string =>
    `{年度}年度${of}${totals}{${now}|万元}。与${before}相比，${of}${totals}${change({
      now,
      before: `上年${now}`,
      key: `上年·${key}`,
      wanted: `${of}${totals}变动的主要原因`,
      each,
      ...manner,
    })}。`;
  const general = change({
    now: '一般公共预算支出',
    before: '上年一般公共预算支出',
    key: '上年·一般公共预算财政拨款支出',
    wanted: '一般公共预算财政拨款支出变动的主要原因',
    ...manner,
  });
  const running = change({
    now: '机关运行经费',
    before: '上年机关运行经费',
    key: '上年·机关运行经费',
    wanted: '机关运行经费变动的主要原因',
    than: before,
    ...manner,
  });
  return [
    {
      id: 'P01',
      title: '收入支出总体',
      rule: 'C01',
      changes: 'C02',
      ...own,
      says: total('', '收支总计', '收入支出总计'),
    },
    {
      id: 'P04',
      title: '财政拨款收入支出总体',
      rule: 'C05',
      changes: 'C02',
      ...own,
      says: total('财政拨款', '财政拨款收支总计', '财政拨款收入支出总计'),
    },
    {
      id: 'P05',
      title: '一般公共预算财政拨款支出总体',
      rule: 'C06',
      changes: 'C02',
      ...own,
      says: `{年度}年度一般公共预算财政拨款支出{一般公共预算支出|万元}{?进位(本年支出合计, 2) = 0}{:}，占本年支出合计的{一般公共预算支出 ÷ 本年支出合计|%}{/}。与${before}相比，一般公共预算财政拨款支出${general}。`,
    },
    {
      id: 'P20',
      title: '机关运行经费',
      rule: 'C16',
      changes: 'C16',
      ...own,
      says: `{?行政单位数 = 0; 参公单位数 = 0}{部门}为事业单位，无机关运行经费。{:}{年度}年度{部门}机关运行经费支出{机关运行经费|万元}{?有(机关运行经费)}，${running}{/}。{/}`,
    },
  ];
}

export const SENTENCES: readonly Sentence[] = [
  ...compared({ basis: HUBEI, totals: '收、支总计', each: '各', before: YEAR_BEFORE }),
  {
    id: 'P02',
    title: '收入决算',
    rule: 'C03',
    basis: HUBEI,
    closed: true,
    ...sentenceHead,
    says: `{?本年收入合计 = 0}{年度}年度没有收入。{:}{年度}年度收入合计{本年收入合计|万元}。其中：${composition('表2.合计·收入来源', '本年收入合计', '本年收入')}。{/}`,
  },
  {
    id: 'P03',
    title: '支出决算',
    rule: 'C04',
    basis: HUBEI,
    closed: true,
    ...sentenceHead,
    says: `{?本年支出合计 = 0}{年度}年度没有支出。{:}{年度}年度支出合计{本年支出合计|万元}。其中：${composition('表3.合计·支出类型', '本年支出合计', '本年支出')}。{/}`,
  },
  {
    id: 'P06',
    title: '一般公共预算财政拨款支出结构',
    rule: 'C07',
    basis: HUBEI,
    closed: true,
    ...sentenceHead,
    says: `{?一般公共预算支出 = 0}{年度}年度没有一般公共预算财政拨款支出。{:}{年度}年度一般公共预算财政拨款支出{一般公共预算支出|万元}，主要用于以下方面：${CLASS_SHARES}。{/}`,
  },
  {
    id: 'P07',
    title: '一般公共预算财政拨款支出预算与决算',
    rule: 'C08',
    basis: HUBEI,
    ...sentenceHead,
    says: '{年度}年度一般公共预算财政拨款支出{预算种类}为{预算合计|万元}，支出决算为{一般公共预算支出|万元}{?有(预算合计)}{?进位(预算合计, 2) = 0}{:}，完成{预算种类}的{一般公共预算支出 ÷ 预算合计|%}{/}{/}。其中：基本支出{基本支出|万元}，项目支出{项目支出|万元}。',
  },
  {
    id: 'P08',
    title: '各项支出预算与决算',
    rule: 'C09',
    basis: NATION,
    closed: true,
    ...sentenceHead,
    says: `{*表5.末级|\\n}＊{序|1.}{科目}。＊${budget('科目决算', '科目预算', '预算种类·科目', DIFFER)}。{/}`,
  },
  {
    id: 'P09',
    title: '基本支出',
    rule: 'C10',
    basis: HUBEI,
    closed: true,
    ...sentenceHead,
    says: '{年度}年度一般公共预算财政拨款基本支出{基本支出|万元}{?基本支出 = 0}。{:}，其中：\n人员经费{人员经费|万元}{?进位(人员经费, 2) = 0}{:}，主要包括：{*表6.人员经费类|、}{*末级|、}{名}{/}{/}{/}。\n公用经费{公用经费|万元}{?进位(公用经费, 2) = 0}{:}，主要包括：{*表6.公用经费类|、}{*末级|、}{名}{/}{/}{/}。{/}',
  },
  {
    id: 'P10',
    title: '“三公”经费的单位范围',
    rule: 'C14',
    basis: HUBEI,
    ...sentenceHead,
    says: '{部门}有财政拨款预算安排“三公”经费的单位包括{部门}本级{?有(所属单位数)}{?进位(所属单位数, 2) = 0}{:}及所属单位{所属单位数|个}{*|、|。以上单位中，}{?行政单位数 = 0}{:}{?有(行政单位数)}行政单位{行政单位数|个}{/}{/}{,}{?参公单位数 = 0}{:}{?有(参公单位数)}参照公务员法管理的事业单位{参公单位数|个}{/}{/}{,}{?事业单位数 = 0}{:}{?有(事业单位数)}其他事业单位{事业单位数|个}{/}{/}{/}{/}{:}及所属单位{所属单位数|个}{/}。',
  },
  {
    id: 'P11',
    title: '“三公”经费预算与决算',
    rule: 'C11',
    basis: SHANGHAI,
    ...sentenceHead,
    says: `{?三公预算 = 0; 三公决算 = 0}${NO_THREE}{:}${threeTotal}，其中：${rated('因公出国（境）费', '出国')}；${rated('公务用车购置及运行维护费', '用车')}；${rated('公务接待费', '接待')}。{?有(三公预算)}{?${apart('三公决算', '三公预算')} = 0}{:}“三公”经费支出决算数{${apart('三公决算', '三公预算')}|大小}{预算种类}数的主要原因是{~预算种类·“三公”经费|“三公”经费${DIFFER}}。{/}{/}{/}`,
  },
  {
    id: 'P12',
    title: '“三公”经费与上年相比',
    rule: 'C13',
    basis: HUBEI,
    ...sentenceHead,
    says: threeChanges({ than: YEAR_BEFORE }),
  },
  {
    id: 'P13',
    title: '“三公”经费结构',
    rule: 'C12',
    basis: SHANGHAI,
    closed: true,
    ...sentenceHead,
    says: '{?进位(三公决算, 2) = 0}{:}“三公”经费财政拨款支出决算中，因公出国（境）费支出决算{出国决算|万元}，占{出国决算 ÷ 三公决算|%}；公务用车购置及运行维护费支出决算{用车决算|万元}，占{用车决算 ÷ 三公决算|%}；公务接待费支出决算{接待决算|万元}，占{接待决算 ÷ 三公决算|%}。{/}',
  },
  {
    id: 'P14',
    title: '因公出国（境）费',
    rule: 'C14',
    basis: SHANGHAI,
    ...sentenceHead,
    says: `{?三公预算 = 0; 三公决算 = 0}{:}1.因公出国（境）费支出{出国决算|万元}。{?进位(出国决算, 2) = 0}{:}${ABROAD}{/}{/}`,
  },
  {
    id: 'P15',
    title: '公务用车购置及运行维护费',
    rule: 'C14',
    basis: SHANGHAI,
    ...sentenceHead,
    says: `{?三公预算 = 0; 三公决算 = 0}{:}2.公务用车购置及运行维护费支出{用车决算|万元}，其中：公务用车购置费支出{购置决算|万元}${bought('，购置（更新）')}；公务用车运行维护费支出{运行决算|万元}{?进位(运行决算, 2) = 0}{:}，${usedFor('公务用车运行维护费', '公务用车运行维护的用途')}{/}。${KEPT}{/}`,
  },
  {
    id: 'P16',
    title: '公务接待费',
    rule: 'C14',
    basis: SHANGHAI,
    ...sentenceHead,
    says: `{?三公预算 = 0; 三公决算 = 0}{:}3.公务接待费支出{接待决算|万元}。{?进位(接待决算, 2) = 0}{:}${RECEIVED}{/}{/}`,
  },
  {
    id: 'P18',
    title: '政府性基金预算财政拨款',
    rule: 'C15',
    basis: HUBEI,
    ...sentenceHead,
    says: `{?基金收入 = 0; 基金支出 = 0; 基金年初 = 0}本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出。{:}{年度}年度政府性基金预算财政拨款年初结转和结余{基金年初|万元}，本年收入{基金收入|万元}，本年支出{基金支出|万元}，年末结转和结余{基金年末|万元}。${FUND_ITEMS('表8')}{/}`,
  },
  {
    id: 'P19',
    title: '国有资本经营预算财政拨款',
    rule: 'C15',
    basis: HUBEI,
    ...sentenceHead,
    says: `{?国资收入 = 0; 国资支出 = 0}本部门没有国有资本经营预算财政拨款收入，也没有使用国有资本经营预算财政拨款安排的支出。{:}{年度}年度国有资本经营预算财政拨款本年支出{国资支出|万元}。${FUND_ITEMS('表9')}{/}`,
  },
  {
    id: 'P21',
    title: '政府采购',
    rule: 'C17',
    basis: HUBEI,
    ...sentenceHead,
    says: '{年度}年度{部门}政府采购支出总额{采购总额|万元}{?进位(采购总额, 2) = 0}{:}，其中：政府采购货物支出{采购货物|万元}、政府采购工程支出{采购工程|万元}、政府采购服务支出{采购服务|万元}。授予中小企业合同金额{中小企业|万元}{?有(中小企业)}，占政府采购支出总额的{中小企业 ÷ 采购总额|%}{?进位(中小企业, 2) = 0}{:}，其中：授予小微企业合同金额{小微企业|万元}{?有(小微企业)}，占授予中小企业合同金额的{小微企业 ÷ 中小企业|%}{/}{/}{/}{/}。',
  },
  {
    id: 'P22',
    title: '国有资产占用',
    rule: 'C18',
    basis: HUBEI,
    ...sentenceHead,
    says: '截至{年度}年12月31日，{部门}共有车辆{车辆数|辆}{?有(车辆数)}{?进位(车辆数, 2) = 0}{:}{*补充资料.车辆|，|，其中，}{名}{补充资料.车辆|辆}{/}{/}{/}；单价100万元（含）以上设备（不含车辆）{大型设备|台（套）}。',
  },
  {
    id: 'P23',
    title: '预算绩效管理',
    rule: 'C19',
    basis: HUBEI,
    ...sentenceHead,
    says: '根据预算绩效管理要求，{部门}组织对{年度}年度一般公共预算项目支出全面开展绩效自评，共涉及项目{绩效项目数|个}，资金{绩效资金|万元}{?有(绩效资金)}{?进位(项目支出, 2) = 0}{:}，占一般公共预算项目支出总额的{绩效资金 ÷ 项目支出|%}{/}{/}。从绩效评价情况来看，{~绩效·评价情况|绩效评价的总体情况}。',
  },
  {
    id: 'P23-1',
    title: '部门整体支出自评结果',
    rule: 'C19',
    basis: HUBEI,
    ...sentenceHead,
    says: '{*整体自评|\n}部门整体支出全年预算数为{整体自评.资金总额·全年预算数|万元}，执行数为{整体自评.资金总额·执行数|万元}{?进位(整体自评.资金总额·全年预算数, 2) = 0}{:}，完成预算的{整体自评.资金总额·执行数 ÷ 整体自评.资金总额·全年预算数|%}{/}。{/}从评价情况来看，{~绩效·整体自评结果|部门整体支出自评结果}。',
  },
  {
    id: 'P23-2',
    title: '项目支出自评结果',
    rule: 'C19',
    basis: HUBEI,
    ...sentenceHead,
    says: '{?有(项目自评)}在{年度}年度部门决算中反映项目绩效自评结果，共涉及项目{项目自评|个}。\n{*项目自评|\n}＊{序|1.}{名}绩效自评综述：＊项目全年预算数为{项目自评.资金总额·全年预算数|万元}，执行数为{项目自评.资金总额·执行数|万元}{?进位(项目自评.资金总额·全年预算数, 2) = 0}{:}，完成预算的{项目自评.资金总额·执行数 ÷ 项目自评.资金总额·全年预算数|%}{/}。主要产出和效益：{~绩效·产出·项目自评|的主要产出和效益}。{?项目自评.资金总额·执行数 ÷ 项目自评.资金总额·全年预算数 ≥ 90%}{:}发现的问题及原因：{~绩效·问题·项目自评|发现的问题及原因}。下一步改进措施：{~绩效·措施·项目自评|的下一步改进措施}。{/}{/}{:}主要产出和效果：{~绩效·项目自评结果|各项目的主要产出和效果}。{/}',
  },
  {
    id: 'P23-3',
    title: '绩效自评结果应用',
    rule: 'C19',
    basis: HUBEI,
    ...sentenceHead,
    says: '{~绩效·结果应用|绩效自评结果的应用情况}。',
  },
  {
    id: 'P25',
    title: '一般性支出',
    rule: 'C16',
    basis: '湖南省部门决算公开样表（情况说明）',
    ...sentenceHead,
    says: '{年度}年度一般公共预算财政拨款基本支出中，会议费{表6.30215|万元}，培训费{表6.30216|万元}。{~一般性支出·内容|会议、培训的内容和人数，以及节庆、晚会、论坛、赛事活动的举办情况}。',
  },
];
