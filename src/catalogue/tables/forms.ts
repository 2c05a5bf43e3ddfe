// 表样: the nine tables and 补充资料, declared once; reading and writing both come from here.
import type { Form, Forms, ItemDeclaration } from '../../forms/form.ts';
import { EVALUATIONS } from './evaluations.ts';
import { CLASSES, ECONOMIC } from './subjects.ts';
import { SUPPLEMENT } from './supplement.ts';

const BASIS = '部门决算公开样表';
const [GENERAL, FUND, CAPITAL] = [
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
] as const;

/** 其他来源: income rows of 表1 that are columns of 表2 too. */
const OTHER_SOURCES: readonly (readonly [string, ...string[]])[] = [
  ['上级补助收入'],
  ['事业收入'],
  ['经营收入'],
  ['附属单位上缴收入', '附属单位缴款', '附属单位上缴'],
  ['其他收入'],
];

const fiscalRow = (fund: string, printed: readonly string[], number: number): ItemDeclaration => ({
  key: `${fund}收入`,
  names: [`${fund}收入`],
  printed,
  side: '收入',
  number,
  groups: ['收入来源', '财政拨款收入'],
  members: { 资金: fund },
});

const SUMMARY: Form = {
  id: '表1',
  title: '收入支出决算总表',
  aliases: ['收入支出决算表', '收支决算总表', '收支决算表', '收入支出总表', '收入支出总体情况表'],
  basis: BASIS,
  since: 2015,
  shape: 'sides',
  signature: ['上级补助收入', '使用非财政拨款结余', '结余分配'],
  rows: [
    fiscalRow(GENERAL, ['一般公共预算拨款收入', '一般公共预算财政拨款', '一般公共预算收入'], 1),
    fiscalRow(
      FUND,
      ['政府性基金预算拨款收入', '政府性基金预算财政拨款', '政府性基金收入', '政府性基金预算收入'],
      2,
    ),
    fiscalRow(
      CAPITAL,
      [
        '国有资本经营财政拨款收入',
        '国有资本经营预算拨款收入',
        '国有资本经营预算财政拨款',
        '国有资本经营财政拨款',
        '国有资本经营预算收入',
      ],
      3,
    ),
    {
      key: '财政拨款收入',
      names: ['财政拨款收入'],
      printed: ['财政拨款'],
      side: '收入',
      groups: ['收入来源', '财政拨款收入'],
    },
    ...OTHER_SOURCES.map(
      ([name, ...printed], i): ItemDeclaration => ({
        key: name,
        names: [name],
        printed,
        side: '收入',
        groups: ['收入来源', '其他来源'],
        number: 4 + i,
      }),
    ),
    {
      key: '收入·本年收入合计',
      names: ['本年收入合计'],
      printed: ['本年收入小计', '收入合计'],
      side: '收入',
      number: 27,
    },
    {
      key: '使用非财政拨款结余',
      names: ['使用非财政拨款结余'],
      side: '收入',
      number: 28,
      printed: [
        '使用非财政拨款结余和专用结余',
        '使用非财政拨款结余(含专用结余)',
        '用事业基金弥补收支差额',
        '使用非财政拨款结余及专用结余',
      ],
    },
    {
      key: '收入·年初结转和结余',
      names: ['年初结转和结余'],
      printed: ['上年结转和结余', '上年结转', '年初结转结余'],
      side: '收入',
      number: 29,
    },
    { key: '收入·总计', names: ['总计'], printed: ['收入总计', '合计'], side: '收入', number: 30 },
    {
      key: '支出·本年支出合计',
      names: ['本年支出合计'],
      printed: ['本年支出小计', '支出合计'],
      side: '支出',
      number: 57,
    },
    { key: '结余分配', names: ['结余分配'], printed: ['提取专用结余'], side: '支出', number: 58 },
    {
      key: '支出·年末结转和结余',
      names: ['年末结转和结余'],
      printed: ['结转下年', '年末结转结余'],
      side: '支出',
      number: 59,
    },
    { key: '支出·总计', names: ['总计'], printed: ['支出总计', '合计'], side: '支出', number: 60 },
  ],
  columns: [
    {
      key: '收入决算数',
      names: ['决算数'],
      printed: ['金额', '决算', '支出决算数', '收入决算数'],
      side: '收入',
      whole: true,
      number: 1,
    },
    {
      key: '支出决算数',
      names: ['决算数'],
      printed: ['金额', '决算', '支出决算数', '收入决算数'],
      side: '支出',
      whole: true,
      number: 2,
    },
  ],
};

const INCOME: Form = {
  id: '表2',
  title: '收入决算表',
  aliases: ['收入决算总表', '收入决算明细表', '收入总表'],
  byUnits: '分单位收入决算表',
  basis: BASIS,
  since: 2015,
  shape: 'codes',
  signature: ['财政拨款收入', '事业收入', '经营收入', '科目名称'],
  excludes: ['总计'],
  columns: [
    {
      key: '本年收入合计',
      names: ['本年收入合计'],
      printed: ['合计', '收入合计', '本年收入', '小计'],
      whole: true,
      number: 1,
    },
    {
      key: '财政拨款收入',
      names: ['财政拨款收入'],
      printed: ['财政拨款'],
      groups: ['收入来源'],
      within: ['本年收入合计'],
      number: 2,
    },
    ...OTHER_SOURCES.map(
      ([name, ...printed], i): ItemDeclaration => ({
        key: name,
        names: [name],
        printed,
        groups: ['收入来源', '其他来源'],
        within: ['本年收入合计'],
        number: 3 + i,
      }),
    ),
  ],
};

const spendingColumn = (key: string, number: number, within: string): ItemDeclaration => ({
  key,
  names: [key],
  groups: ['支出类型'],
  members: { 支出类型: key },
  within: [within],
  number,
});

const SPENDING: Form = {
  id: '表3',
  title: '支出决算表',
  aliases: ['支出决算总表', '支出决算明细表', '支出总表'],
  byUnits: '分单位支出决算表',
  basis: BASIS,
  since: 2015,
  shape: 'codes',
  signature: ['基本支出', '项目支出', '经营支出', '科目名称'],
  excludes: ['总计'],
  columns: [
    {
      key: '本年支出合计',
      names: ['本年支出合计'],
      printed: ['合计', '支出合计', '本年支出', '小计'],
      whole: true,
      members: { 支出类型: '合计' },
      number: 1,
    },
    spendingColumn('基本支出', 2, '本年支出合计'),
    spendingColumn('项目支出', 3, '本年支出合计'),
    { ...spendingColumn('上缴上级支出', 4, '本年支出合计'), printed: ['上缴上级'] },
    spendingColumn('经营支出', 5, '本年支出合计'),
    {
      ...spendingColumn('对附属单位补助支出', 6, '本年支出合计'),
      printed: ['对附属单位补助', '对下级单位补助支出'],
    },
  ],
};

const fund = (
  name: string,
  of: string,
  number: number,
  printed: readonly string[],
): ItemDeclaration => ({
  key: `${of}·${name}`,
  names: [name],
  printed,
  side: '收入',
  of,
  number,
  groups: [of === '本年收入合计' ? '本年收入来源' : '年初来源'],
  members: { 资金: name },
});
const FUND_NAMES: readonly (readonly [string, readonly string[]])[] = [
  [GENERAL, ['一般公共预算财政拨款收入', '一般公共预算拨款', '一般公共预算']],
  [FUND, ['政府性基金预算财政拨款收入', '政府性基金预算拨款', '政府性基金预算', '政府性基金']],
  [
    CAPITAL,
    [
      '国有资本经营财政拨款',
      '国有资本经营预算财政拨款收入',
      '国有资本经营预算拨款',
      '国有资本经营预算',
    ],
  ],
];

const FISCAL: Form = {
  id: '表4',
  title: '财政拨款收入支出决算总表',
  aliases: [
    '财政拨款收入支出决算表',
    '财政拨款收支决算总表',
    '财政拨款收支决算表',
    '财政拨款收支总表',
  ],
  basis: BASIS,
  since: 2015,
  shape: 'sides',
  signature: ['年初财政拨款结转和结余', '年末财政拨款结转和结余'],
  rows: [
    ...FUND_NAMES.map(([name, printed], i) => fund(name, '本年收入合计', 1 + i, printed)),
    {
      key: '收入·本年收入合计',
      names: ['本年收入合计'],
      printed: ['本年收入小计', '收入合计'],
      side: '收入',
      number: 27,
    },
    {
      key: '年初财政拨款结转和结余',
      names: ['年初财政拨款结转和结余'],
      printed: ['年初财政拨款结转结余', '上年财政拨款结转和结余', '上年结转', '年初结转和结余'],
      side: '收入',
      number: 28,
    },
    ...FUND_NAMES.map(([name, printed], i) =>
      fund(name, '年初财政拨款结转和结余', 29 + i, printed),
    ),
    { key: '收入·总计', names: ['总计'], printed: ['收入总计', '合计'], side: '收入', number: 32 },
    {
      key: '支出·本年支出合计',
      names: ['本年支出合计'],
      printed: ['本年支出小计', '支出合计'],
      side: '支出',
      number: 59,
    },
    {
      key: '年末财政拨款结转和结余',
      names: ['年末财政拨款结转和结余'],
      printed: ['年末财政拨款结转结余', '结转下年', '年末结转和结余'],
      side: '支出',
      number: 60,
    },
    { key: '支出·总计', names: ['总计'], printed: ['支出总计', '合计'], side: '支出', number: 64 },
  ],
  columns: [
    {
      key: '收入决算数',
      names: ['决算数'],
      printed: ['金额', '决算', '收入决算数', '合计'],
      side: '收入',
      whole: true,
      number: 1,
    },
    {
      key: '合计',
      names: ['合计'],
      printed: ['小计', '决算数', '金额'],
      side: '支出',
      whole: true,
      members: { 资金: '合计' },
      number: 2,
    },
    ...FUND_NAMES.map(
      ([name, printed], i): ItemDeclaration => ({
        key: name,
        names: [name],
        printed: [...printed, name.replace('财政拨款', '')],
        side: '支出',
        groups: ['资金'],
        members: { 资金: name },
        within: ['合计'],
        number: 3 + i,
      }),
    ),
  ],
};

const CURRENT = ['小计', '合计', '本年支出合计', '支出合计', '本年支出小计'];
const currentSpending = (number: number, total: '小计' | '合计' = '小计'): ItemDeclaration[] => [
  {
    key: '本年支出',
    names: ['本年支出'],
    printed: CURRENT,
    whole: true,
    members: { 支出类型: '合计' },
    number,
    heading: ['本年支出', total],
  },
  ...['基本支出', '项目支出'].map((key, i) => ({
    ...spendingColumn(key, number + 1 + i, '本年支出'),
    heading: ['本年支出', key],
  })),
];
const balances: readonly ItemDeclaration[] = [
  {
    key: '年初结转和结余',
    names: ['年初结转和结余'],
    printed: ['年初财政拨款结转和结余', '上年结转和结余', '年初结转结余', '上年结转'],
    number: 1,
  },
  { key: '本年收入', names: ['本年收入'], printed: ['本年收入合计', '收入'], number: 2 },
];
const closing: ItemDeclaration = {
  key: '年末结转和结余',
  names: ['年末结转和结余'],
  printed: ['年末财政拨款结转和结余', '结转下年', '年末结转结余'],
  number: 6,
};

/** Columns and rows that tables of all money have. */
const NOT_OF_ONE_FUND = ['上缴上级支出', '经营支出', '上级补助收入', '事业收入', '总计'];

const GENERAL_SPENDING: Form = {
  id: '表5',
  title: '一般公共预算财政拨款支出决算表',
  aliases: [
    '一般公共预算支出决算表',
    '一般公共预算财政拨款支出决算总表',
    '一般公共预算财政拨款收入支出决算表',
    '一般公共预算收入支出决算表',
    '一般公共预算财政拨款支出表',
  ],
  basis: BASIS,
  since: 2015,
  shape: 'codes',
  signature: ['基本支出', '项目支出', '科目名称'],
  excludes: NOT_OF_ONE_FUND,
  silentOn: ['政府性基金', '国有资本经营'],
  columns: [
    ...balances.map(({ number: _, ...d }) => d),
    ...currentSpending(1),
    { ...closing, number: undefined },
  ],
};

const classes = (group: string, codes: readonly string[]): ItemDeclaration[] =>
  codes.map((code) => ({ key: code, names: [code], code, level: '类', groups: [group] }));

const BASIC: Form = {
  id: '表6',
  title: '一般公共预算财政拨款基本支出决算明细表',
  aliases: [
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算基本支出决算表',
    '一般公共预算基本支出决算明细表',
    '一般公共预算财政拨款基本支出明细表',
    '一般公共预算财政拨款基本支出表',
  ],
  basis: BASIS,
  since: 2015,
  shape: 'economic',
  signature: ['工资福利支出', '商品和服务支出', '基本工资'],
  rows: [
    { key: '人员经费合计', names: ['人员经费合计'], printed: ['人员经费小计', '人员支出合计'] },
    {
      key: '公用经费合计',
      names: ['公用经费合计'],
      printed: ['公用经费小计', '公用支出合计', '日常公用经费合计'],
    },
  ],
  columns: [{ key: '决算数', names: ['决算数'], whole: true }],
  codes: [
    ...classes('人员经费类', ['301', '303']),
    ...classes('公用经费类', ['302', '307', '309', '310', '311', '312', '313', '399']),
  ],
};

const VEHICLES = '公务用车购置及运行维护费';
const item = (
  key: string,
  printed: readonly string[],
  names: readonly string[] = [key],
  last = key,
): ItemDeclaration => ({
  key,
  names,
  printed,
  members: { 三公项目: key },
  ...(!/^公务用车(?:购置|运行维护)费$/.test(key) && { groups: ['合计项'] }),
  ...(/^公务用车/.test(key) && { heading: [VEHICLES, last] }),
});

/** What some places print beside the official items. */
const beside = (key: string, printed: readonly string[] = []): ItemDeclaration => ({
  key,
  names: [key],
  printed,
  local: true,
});

const THREE: Form = {
  id: '表7',
  title: '财政拨款“三公”经费支出决算表',
  aliases: [
    '一般公共预算财政拨款“三公”经费支出决算表',
    '财政拨款安排的“三公”经费支出决算表',
    '“三公”经费支出决算表',
    '“三公”经费公共预算财政拨款支出决算表',
    '一般公共预算“三公”经费支出决算表',
    '一般公共预算财政拨款“三公”经费支出情况表',
    '财政拨款“三公”经费支出情况表',
    '“三公”经费支出情况表',
    '一般公共预算“三公”经费情况表',
    '一般公共预算财政拨款“三公”经费情况表',
    '“三公”经费情况表',
    '一般公共预算财政拨款“三公”经费情况表',
    '财政拨款“三公”经费情况表',
    '财政拨款“三公”经费、会议费和培训费支出决算表',
    '一般公共预算“三公”经费、会议费、培训费支出决算表',
    '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表',
    '一般公共预算财政拨款“三公”经费及会议费培训费支出决算表',
    '财政拨款“三公”经费及会议费、培训费支出决算表',
    '财政拨款“三公”经费及机关运行经费支出决算表',
    '一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表',
    '一般公共预算财政拨款“三公”经费支出表',
    '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算总表',
    '机构运行信息决算表',
    '机构运行信息表',
  ],
  titledBy: ['三公', '(?:表|情况|统计|汇总|对比)$'],
  byUnits: '分单位三公经费表',
  basis: BASIS,
  since: 2015,
  shape: 'spending',
  signature: [
    '公务接待费|公务接待|公务接待支出|公务接待经费|公务接待费用',
    '公务用车购置费|公务用车购置|车辆购置|车辆购置费|公车购置费|购置费|公务用车购置支出|公务用车购置经费|购置经费',
    '因公出国(境)费|因公出国(境)费用|因公出国(境)经费|因公出国(境)支出|出国(境)费|因公出国(境)',
  ],
  rows: [
    {
      key: '合计',
      names: ['合计'],
      printed: [
        '“三公”经费合计',
        '三公经费合计',
        '三公经费',
        '“三公”经费',
        '“三公”经费小计',
        '总计',
        '小计',
        '三公经费小计',
        '一般公共预算财政拨款安排的“三公”经费',
        '财政拨款安排的“三公”经费',
        '一般公共预算财政拨款“三公”经费',
        '财政拨款“三公”经费',
        '“三公”经费支出',
      ],
      whole: true,
      members: { 三公项目: '合计' },
    },
    item(
      '因公出国（境）费',
      [
        '因公出国（境）费用',
        '因公出国(境)经费',
        '因公出国（境）支出',
        '因公出国境费',
        '出国（境）费',
      ],
      ['因公出国（境）费', '因公出国(境)费'],
    ),
    item(
      VEHICLES,
      [
        '公务用车购置及运行费',
        '公务用车购置和运行费',
        '公务用车购置及运行维护费小计',
        '公务用车购置和运行维护费',
        '公务用车购置及运行费小计',
        '公务用车费',
        '公务用车购置及运行维护经费',
      ],
      ['公务用车购置及运行维护费', '公务用车购置及运行费'],
      '小计',
    ),
    item('公务用车购置费', ['公务用车购置', '购置费', '公务用车购置支出']),
    item(
      '公务用车运行维护费',
      [
        '公务用车运行费',
        '运行维护费',
        '公务用车运行',
        '运行费',
        '公务用车运行维护',
        '公务用车运行维护支出',
      ],
      ['公务用车运行维护费', '公务用车运行费'],
    ),
    item('公务接待费', ['公务接待', '接待费', '公务接待费用', '公务接待费支出']),
    beside('国内接待费', ['国内公务接待费', '国内公务接待支出']),
    beside('外事接待费', ['外宾接待费', '国内公务接待费·外事接待费']),
    beside('其他国内公务接待费', ['其他国内接待费']),
    beside('国（境）外接待费', ['国（境）外公务接待费', '境外接待费']),
    { ...beside('会议费'), groups: ['合计项'] },
    { ...beside('培训费'), groups: ['合计项'] },
    beside('机关运行经费', ['机关运行费']),
    beside('行政单位机关运行经费', ['行政单位']),
    beside('参公单位机关运行经费', [
      '参照公务员法管理的事业单位',
      '参照公务员法管理事业单位',
      '参公单位',
      '参公事业单位',
    ]),
    beside('政府采购支出合计', ['政府采购支出', '政府采购金额']),
    beside('政府采购货物支出'),
    beside('政府采购工程支出'),
    beside('政府采购服务支出'),
    beside('授予中小企业合同金额', ['政府采购授予中小企业合同金额']),
    beside('授予小微企业合同金额', ['政府采购授予小微企业合同金额']),
  ],
  columns: [
    {
      key: '预算',
      names: ['预算', '预算数'],
      printed: ['年初预算数', '全年预算数'],
      members: { 预决算: '预算' },
    },
    { key: '决算', names: ['决算', '决算数'], printed: [], members: { 预决算: '决算' } },
    {
      key: '上年',
      names: ['上年', '上年决算数'],
      printed: [],
      members: { 预决算: '上年' },
      local: true,
    },
    { key: '增减额', names: ['增减额'], printed: [], members: { 预决算: '增减额' }, local: true },
    { key: '增减率', names: ['增减率'], printed: [], unit: '%', local: true },
    { key: '完成率', names: ['完成率'], printed: [], unit: '%', local: true },
  ],
};

/** 云南: the same of all fiscal money, with counts and what running the offices cost. */
const THREE_AND_RUNNING: Form = {
  ...THREE,
  id: '三公机关运行经费表',
  title: '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
  aliases: [
    '财政拨款“三公”经费及行政参公单位机关运行经费情况表',
    '“三公”经费、行政参公单位机关运行经费情况表',
    '财政拨款“三公”经费、机关运行经费情况表',
  ],
  titledBy: undefined,
  byUnits: undefined,
  signature: undefined,
  least: 1,
  extra: true,
  basis: '云南省部门决算公开样表',
};

/** “三公”经费 unit by unit, with the sum of them. */
const THREE_BY_UNITS: Form = {
  id: '分单位三公经费表',
  title: '分单位“三公”经费表',
  aliases: [],
  basis: BASIS,
  since: 2015,
  shape: 'units',
  rows: [
    { key: '合计', names: ['合计'], level: '合计' },
    { key: '单位', names: ['单位'], groups: ['单位'] },
  ],
  columns: (THREE.rows ?? []).map((row): ItemDeclaration => {
    const { members: _, ...column } = row;
    return row.key === '合计' ? { ...column, key: '三公合计', names: ['三公合计'] } : column;
  }),
};

const FUNDS: Form = {
  id: '表8',
  title: '政府性基金预算财政拨款收入支出决算表',
  aliases: [
    '政府性基金预算收入支出决算表',
    '政府性基金收入支出决算表',
    '政府性基金预算财政拨款支出决算表',
    '政府性基金预算支出决算表',
    '政府性基金预算财政拨款收支决算表',
    '政府性基金预算财政拨款收入支出表',
  ],
  basis: BASIS,
  since: 2015,
  shape: 'codes',
  signature: ['基本支出', '项目支出', '科目名称', '年末结转和结余'],
  excludes: NOT_OF_ONE_FUND,
  mentions: '政府性基金',
  columns: [...balances, ...currentSpending(3), closing],
};

const CAPITALS: Form = {
  id: '表9',
  title: '国有资本经营预算财政拨款支出决算表',
  aliases: [
    '国有资本经营预算支出决算表',
    '国有资本经营预算财政拨款收入支出决算表',
    '国有资本经营预算收入支出决算表',
    '国有资本经营财政拨款支出决算表',
    '国有资本经营预算财政拨款支出表',
    '国有资本经营财政拨款收入支出决算表',
  ],
  basis: BASIS,
  since: 2020,
  shape: 'codes',
  signature: ['基本支出', '项目支出', '科目名称'],
  excludes: NOT_OF_ONE_FUND,
  mentions: '国有资本经营',
  columns: [
    ...balances.map(({ number: _, ...d }) => d),
    ...currentSpending(1, '合计'),
    { ...closing, number: undefined },
  ],
};

/** The same amounts by unit, as some places publish them beside the table by subject. */
const unitsOf = ({ columns, title }: Form): Form => ({
  id: `分单位${title}`,
  title: `分单位${title}`,
  aliases: [`${title}分单位`, `单位${title}汇总表`],
  basis: '浙江省部门决算公开样表',
  since: 2020,
  shape: 'units',
  rows: [
    { key: '合计', names: ['合计'], level: '合计' },
    { key: '单位', names: ['单位'], groups: ['单位'] },
  ],
  columns,
});

/** 附表: extra tables of some places; of their columns the total and the economic classes are ours. */
const detail = (title: string, aliases: readonly string[], repeats = false): Form => ({
  id: title,
  title,
  aliases,
  basis: '四川省部门决算公开样表',
  since: 2020,
  shape: 'codes',
  least: 1,
  ...(repeats && { repeats }),
  columns: [
    {
      key: '本年支出',
      names: ['本年支出'],
      printed: [...CURRENT, '总计'],
      whole: true,
      heading: ['合计'],
    },
    ...ECONOMIC.filter((e) => e.code.length === 3).map(
      ({ names: [name = '', ...others] }): ItemDeclaration => ({
        key: name,
        names: [name],
        printed: others,
        groups: ['经济类'],
        within: ['本年支出'],
      }),
    ),
  ],
});
const DETAILS: readonly Form[] = [
  detail('财政拨款支出决算明细表', ['财政拨款支出明细表']),
  detail('一般公共预算财政拨款支出决算明细表', ['一般公共预算支出决算明细表']),
  detail('一般公共预算财政拨款项目支出决算表', ['一般公共预算项目支出决算表'], true),
];

export const FORMS: Forms = {
  forms: [
    SUMMARY,
    INCOME,
    SPENDING,
    FISCAL,
    GENERAL_SPENDING,
    BASIC,
    THREE,
    FUNDS,
    CAPITALS,
    unitsOf(INCOME),
    unitsOf(SPENDING),
    THREE_BY_UNITS,
    THREE_AND_RUNNING,
    ...DETAILS,
    SUPPLEMENT,
    ...EVALUATIONS,
  ],
  classes: CLASSES,
  economic: ECONOMIC,
  others: [
    '财政拨款支出决算表',
    '项目支出决算表',
    '基本支出决算表',
    '基本支出决算明细表',
    '财政拨款基本支出决算表',
    '财政拨款基本支出决算明细表',
    '政府性基金预算财政拨款基本支出决算表',
    '政府性基金预算财政拨款支出决算明细表',
    '政府采购情况表',
    '政府购买服务支出情况表',
    '政府购买服务决算公开情况表',
    '国有资产使用情况表',
    '国有资产占有使用情况表',
    '机关运行经费情况表',
    '政府采购支出情况表',
    '机关运行经费支出情况表',
    '部门整体支出绩效自评表',
    '项目支出绩效自评表',
    '国有资本经营预算财政拨款收入支出决算明细表',
    '一般公共预算财政拨款收入支出决算总表',
    '项目收入支出决算表',
    '财政拨款机关运行经费支出决算表',
    '机关运行经费支出决算表',
    '政府采购支出决算表',
    '机构运行经费支出、国有资产占用情况及政府采购支出信息表',
  ],
};
