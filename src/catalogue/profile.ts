// 地方规程: what a place expects in a year. Data; each cites where it is from.
import type { Declaration } from '../assertions/declaration.ts';

/** 公开部分: the parts of the published booklet. */
export type BookletPart = '概况' | '决算表' | '情况说明' | '名词解释';

/** 地方规程: tables expected and their order, in a place and over some years. */
export interface Profile extends Declaration {
  /** Forms in the order in which the place publishes them. */
  readonly tables: readonly string[];
  /** Extra tables of the place, by title. */
  readonly extras?: readonly string[];
  /** All tables as they are printed, forms and extra tables; else the extra ones stand last. */
  readonly order?: readonly string[];
  /** Which form is called what there, when not by its usual title. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Parts of the booklet in their order, where it is not the usual one. */
  readonly parts?: readonly BookletPart[];
}

const note = { severity: 'note' } as const;
const NINE = ['表1', '表2', '表3', '表4', '表5', '表6', '表7', '表8', '表9'];
const THREE_LAST = ['表1', '表2', '表3', '表4', '表5', '表6', '表8', '表9', '表7'];

export const PROFILES: readonly Profile[] = [
  {
    id: '全国',
    title: '全国通用（八张表）',
    basis: '2019 年度及以前部门决算公开样表',
    since: 2015,
    until: 2019,
    ...note,
    tables: NINE.slice(0, 8),
  },
  {
    id: '全国',
    title: '全国通用（九张表，“三公”第七）',
    basis: '2020、2021 年度部门决算公开样表',
    since: 2020,
    until: 2021,
    ...note,
    tables: NINE,
  },
  {
    id: '全国',
    title: '全国通用（九张表，“三公”第九）',
    basis: '2022 年度起部门决算公开样表',
    since: 2022,
    ...note,
    tables: THREE_LAST,
  },
  {
    id: '全国',
    title: '湖北（九张表，“三公”第七）',
    basis: '湖北省部门决算公开样表',
    since: 2020,
    until: 2021,
    region: '湖北',
    ...note,
    tables: NINE,
  },
  {
    id: '全国',
    title: '上海（九张表，“三公”第七）',
    basis: '上海市部门决算公开样表',
    since: 2022,
    region: '上海',
    ...note,
    tables: NINE,
  },
  {
    id: '全国',
    title: '四川（十三张附表）',
    basis: '四川省部门决算公开样表',
    since: 2022,
    region: '四川',
    ...note,
    parts: ['概况', '情况说明', '名词解释', '决算表'],
    tables: THREE_LAST,
    order: [
      ...['表1', '表2', '表3', '表4', '财政拨款支出决算明细表', '表5'],
      ...['一般公共预算财政拨款支出决算明细表', '表6', '一般公共预算财政拨款项目支出决算表'],
      ...['表8', '国有资本经营预算财政拨款收入支出决算表', '表9', '表7'],
    ],
    extras: [
      '财政拨款支出决算明细表',
      '一般公共预算财政拨款支出决算明细表',
      '一般公共预算财政拨款项目支出决算表',
      '国有资本经营预算财政拨款收入支出决算表',
    ],
  },
  {
    id: '全国',
    title: '广东（九张表，“三公”第七）',
    basis: '广东省部门决算公开样表',
    since: 2020,
    until: 2021,
    region: '广东',
    ...note,
    tables: NINE,
  },
  {
    id: '全国',
    title: '陕西（九张表，“三公”含会议费、培训费）',
    basis: '陕西省部门决算公开样表',
    since: 2020,
    until: 2021,
    region: '陕西',
    ...note,
    tables: NINE,
    titles: {
      表2: '收入决算总表',
      表3: '支出决算总表',
      表7: '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表',
    },
  },
  {
    id: '全国',
    title: '云南（八张表，表名不带“总”）',
    basis: '云南省部门决算公开样表',
    since: 2017,
    until: 2019,
    region: '云南',
    ...note,
    tables: NINE.slice(0, 8),
    titles: { 表1: '收入支出决算表', 表4: '财政拨款收入支出决算表' },
  },
  {
    id: '全国',
    title: '云南（九张表）',
    basis: '云南省部门决算公开样表',
    since: 2020,
    until: 2021,
    region: '云南',
    ...note,
    tables: NINE,
    titles: {
      表1: '收入支出决算表',
      表4: '财政拨款收入支出决算表',
      表5: '一般公共预算财政拨款收入支出决算表',
      表7: '一般公共预算财政拨款“三公”经费情况表',
    },
  },
  {
    id: '全国',
    title: '云南（另有项目支出、机关运行经费、国有资产表）',
    basis: '云南省部门决算公开样表',
    since: 2022,
    until: 2022,
    region: '云南',
    ...note,
    tables: THREE_LAST,
    extras: [
      '一般公共预算财政拨款项目支出决算表',
      '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
      '国有资产使用情况表',
    ],
    titles: {
      表1: '收入支出决算表',
      表4: '财政拨款收入支出决算表',
      表5: '一般公共预算财政拨款收入支出决算表',
      表7: '一般公共预算财政拨款“三公”经费情况表',
    },
  },
  {
    id: '全国',
    title: '云南（另有项目支出、机关运行经费表）',
    basis: '云南省部门决算公开样表',
    since: 2023,
    region: '云南',
    ...note,
    tables: THREE_LAST,
    extras: [
      '一般公共预算财政拨款项目支出决算表',
      '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
    ],
    titles: {
      表1: '收入支出决算表',
      表4: '财政拨款收入支出决算表',
      表5: '一般公共预算财政拨款收入支出决算表',
      表7: '一般公共预算财政拨款“三公”经费情况表',
    },
  },
  {
    id: '全国',
    title: '北京（另有采购、购买服务表）',
    basis: '北京市部门决算公开样表',
    since: 2022,
    region: '北京',
    ...note,
    tables: THREE_LAST,
    order: [
      ...['表1', '表2', '表3', '表4', '一般公共预算财政拨款收入支出决算表', '表5', '表6', '表8'],
      ...['政府性基金预算财政拨款基本支出决算表', '表9', '表7', '政府采购情况表'],
      '政府购买服务决算公开情况表',
    ],
    extras: [
      '政府采购情况表',
      '政府购买服务决算公开情况表',
      '政府性基金预算财政拨款基本支出决算表',
      '一般公共预算财政拨款收入支出决算表',
    ],
  },
  {
    id: '全国',
    title: '湖南（九张表，“三公”第九）',
    basis: '湖南省部门决算公开样表',
    since: 2022,
    region: '湖南',
    ...note,
    tables: THREE_LAST,
  },
  {
    id: '全国',
    title: '甘肃（九张表，“三公”第九）',
    basis: '甘肃省部门决算公开样表',
    since: 2022,
    region: '甘肃',
    ...note,
    tables: THREE_LAST,
  },
  {
    id: '全国',
    title: '广西（九张表，“三公”第九）',
    basis: '广西壮族自治区部门决算公开样表',
    since: 2022,
    region: '广西',
    ...note,
    tables: THREE_LAST,
  },
  {
    id: '全国',
    title: '浙江（收入、支出决算表另有分单位的）',
    basis: '浙江省部门决算公开样表',
    since: 2022,
    region: '浙江',
    ...note,
    tables: THREE_LAST,
  },
  {
    id: '全国',
    title: '新疆（九张表，国资第九）',
    basis: '新疆维吾尔自治区部门决算公开样表',
    since: 2022,
    region: '新疆',
    ...note,
    tables: NINE,
  },
];
