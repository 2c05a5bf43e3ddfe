// 说明体例: the order of sections, decimals of percentages, zero items and budgets by place and year.
import type { Outline, OutlineEntry, Section } from '../../narrative/outline.ts';

/** A sentence of an outline. */
export const s = (sentence: string): OutlineEntry => ({ sentence });
/** A heading of an outline. */
export const h = (heading: string): OutlineEntry => ({ heading });
const PICTURES = {
  总体: { chart: '收支总计变动', caption: '收、支决算总计变动情况' },
  收入: { chart: '收入结构', caption: '收入决算结构' },
  支出: { chart: '支出结构', caption: '支出决算结构' },
  财拨: { chart: '财政拨款总计变动', caption: '财政拨款收、支决算总计变动情况' },
} as const satisfies Record<string, OutlineEntry>;

/** Sections by key; a place takes them in its own order and may retitle them. */
export const SECTIONS = {
  总体: {
    key: '总体',
    title: '收入支出决算总体情况说明',
    entries: [s('P01')],
  },
  收入: { key: '收入', title: '收入决算情况说明', entries: [s('P02')] },
  支出: { key: '支出', title: '支出决算情况说明', entries: [s('P03')] },
  财拨: {
    key: '财拨',
    title: '财政拨款收入支出决算总体情况说明',
    entries: [s('P04')],
  },
  一般: {
    key: '一般',
    title: '一般公共预算财政拨款支出决算情况说明',
    entries: [
      h('一般公共预算财政拨款支出决算总体情况。'),
      s('P05'),
      h('一般公共预算财政拨款支出决算结构情况。'),
      s('P06'),
      h('一般公共预算财政拨款支出决算具体情况。'),
      s('P07'),
      s('P08'),
    ],
  },
  基本: {
    key: '基本',
    title: '一般公共预算财政拨款基本支出决算情况说明',
    entries: [s('P09')],
  },
  三公: {
    key: '三公',
    title: '财政拨款“三公”经费支出决算情况说明',
    entries: [
      h('“三公”经费财政拨款支出决算总体情况。'),
      s('P11'),
      s('P12'),
      h('“三公”经费财政拨款支出决算具体情况。'),
      s('P13'),
      s('P14'),
      s('P15'),
      s('P16'),
    ],
  },
  基金: {
    key: '基金',
    title: '政府性基金预算财政拨款收入支出决算情况说明',
    entries: [s('P18')],
  },
  国资: {
    key: '国资',
    title: '国有资本经营预算财政拨款支出决算情况说明',
    entries: [s('P19')],
  },
  机关: { key: '机关', title: '机关运行经费支出情况说明', entries: [s('P20')] },
  采购: { key: '采购', title: '政府采购支出情况说明', entries: [s('P21')] },
  资产: { key: '资产', title: '国有资产占用情况说明', entries: [s('P22')] },
  绩效: {
    key: '绩效',
    title: '预算绩效情况说明',
    entries: [
      h('预算绩效管理工作开展情况。'),
      s('P23'),
      h('部门整体支出自评结果。'),
      s('P23-1'),
      h('项目支出自评结果。'),
      s('P23-2'),
      h('绩效自评结果应用情况。'),
      s('P23-3'),
    ],
  },
  事项: { key: '事项', title: '其他需要说明的情况', entries: [s('P26')] },
  一般性: { key: '一般性', title: '一般性支出情况说明', entries: [s('P25')] },
} as const satisfies Record<string, Section>;

type Key = keyof typeof SECTIONS;

export const pictured = (section: Section): Section => {
  const picture = PICTURES[section.key as keyof typeof PICTURES] as OutlineEntry | undefined;
  return picture ? { ...section, entries: [...section.entries, picture] } : section;
};
export const sections = (keys: string, titles: Partial<Record<Key, string>> = {}): Section[] =>
  keys.split(' ').map((key) => {
    const section: Section = SECTIONS[key as Key];
    return { ...section, title: titles[key as Key] ?? section.title };
  });

export const THIRTEEN = '总体 收入 支出 财拨 一般 基本 三公 基金 国资 机关 采购 资产 绩效';
/** 国有资本经营预算 has a table of its own since 2020. */
export const TWELVE = THIRTEEN.replace('国资 ', '');
/** Head of every outline. */
export const outlineHead = { severity: 'note', id: '说明' } as const;
export const UNTIL_2021 = { 三公: '一般公共预算财政拨款“三公”经费支出决算情况说明' };

/** 其他重要事项: matters of their own elsewhere, one section with headings here. */
export const OTHERS: Section = {
  key: '其他',
  title: '其他重要事项的情况说明',
  entries: [
    h('机关运行经费支出情况。'),
    s('P20'),
    h('政府采购支出情况。'),
    s('P21'),
    h('国有资产占有使用情况。'),
    s('P22'),
  ],
};
/** Until 2021 “三公” is of the general budget only, and its section says so. */
export function dated(outline: Outline): Outline[] {
  const former = outline.sections.map((x) => ({
    ...x,
    title: UNTIL_2021[x.key as keyof typeof UNTIL_2021] ?? x.title,
  }));
  return [
    { ...outline, until: 2021, sections: former },
    { ...outline, since: 2022 },
  ];
}

export const OUTLINES: readonly Outline[] = [
  {
    ...outlineHead,
    title: '全国通用（十三节）',
    basis: '部门决算公开：情况说明的通用写法',
    since: 2022,
    sections: sections(THIRTEEN),
    percent: 2,
    zeros: 'printed',
    budget: '年初预算',
  },
  {
    ...outlineHead,
    title: '全国通用（十二节，没有国有资本经营预算）',
    basis: '部门决算公开：情况说明的通用写法',
    since: 2015,
    until: 2019,
    sections: sections(TWELVE, UNTIL_2021),
    percent: 2,
    zeros: 'printed',
    budget: '年初预算',
  },
  {
    ...outlineHead,
    title: '全国通用（十三节，“三公”为一般公共预算）',
    basis: '部门决算公开：情况说明的通用写法',
    since: 2020,
    until: 2021,
    sections: sections(THIRTEEN, UNTIL_2021),
    percent: 2,
    zeros: 'printed',
    budget: '年初预算',
  },
];
