// Parts of which an account's layout is composed, each drawn for itself: no list of places, so that combinations
// come up which nobody has seen.
import type { Random } from '../department/random.ts';
import type { Hand } from './sheet.ts';

/** 题头: how a table is headed. */
export interface Head {
  readonly year: number;
  readonly department: string;
  /** Where the department stands: its own line, in the title, on the line above, in no table at all. */
  readonly named: 'line' | 'title' | 'above' | 'nowhere';
  readonly title: 'plain' | 'year' | 'short-year' | 'of-unit' | 'spaced';
  /** Where the unit stands: at the right of the department, on its own line, in the same cell, after the title. */
  readonly unit: 'right' | 'own' | 'joined' | 'title';
  readonly mark: boolean;
}

/** 按科目的表: parts of a table by code. */
export interface CodeParts {
  /** One row of heads; with 项目 over codes; with a third for 决算数; merged down over all. */
  readonly depth: 1 | 2 | 3;
  readonly lead:
    | 'two'
    | 'three-whole'
    | 'three-split'
    | 'three-steps'
    | 'joined'
    | 'serial'
    | 'merged';
  readonly codeHead: string;
  readonly nameHead: string;
  readonly numbers: boolean;
  /** 类 款 项 over the three columns of codes: in a row of their own, or in the row of the sum. */
  readonly labels: 'none' | 'own' | 'sum' | 'sum-joined' | 'official';
  readonly sum: 'above' | 'below' | 'none';
  readonly sumWord: string;
  /** Heads of the lower storey stand in the row of the sum. */
  readonly headsInSum: boolean;
  readonly indent: boolean;
  readonly extra: readonly ('remark' | 'share' | 'last' | 'change')[];
  readonly blanks: 'none' | 'between' | 'end';
  readonly note: 'none' | 'below' | 'above' | 'inside';
  /** The head printed again after so many rows. */
  readonly page: number;
}

/** 两边的表: parts of a table with two sides. */
export interface SideParts {
  readonly numbers: boolean;
  readonly top: boolean;
  readonly storeys: 1 | 2;
  readonly columnNumbers: boolean;
  readonly amountHead: string;
  readonly ordinals: boolean;
  readonly blanks: boolean;
  readonly note: boolean;
  readonly budget: boolean;
}

export interface EconomicParts {
  readonly blocks: 1 | 2 | 3;
  readonly split: boolean;
  readonly top: boolean;
  readonly used: boolean;
  readonly totals: 'bottom' | 'bottom-far' | 'top';
  readonly amountHead: string;
  readonly codeHead: string;
  readonly note: boolean;
}

export interface ThreeParts {
  readonly shape: 'across' | 'interleaved' | 'down' | 'rows' | 'units' | 'final-row';
  readonly storeys: 1 | 2;
  readonly numbers: boolean;
  /** Further columns of a list, or rows. */
  readonly last: boolean;
  readonly budget: boolean;
  readonly rate: 'none' | 'share' | 'change';
  readonly counts: 'none' | 'beside' | 'below';
  readonly order: 'usual' | 'reception-second';
  readonly total: 'above' | 'below' | 'none';
  readonly wording: number;
  readonly meetings: boolean;
  readonly top: boolean;
}

export interface Parts {
  readonly seed: number;
  readonly hand: Hand;
  readonly head: Head;
  readonly modern: boolean;
  readonly sheets: 'each' | 'stacked';
  readonly names: 'title' | 'number' | 'plain';
  readonly income: CodeParts;
  readonly spending: CodeParts;
  readonly general: CodeParts;
  readonly funds: CodeParts;
  readonly capital: CodeParts;
  readonly summary: SideParts;
  readonly fiscal: SideParts;
  readonly economic: EconomicParts;
  readonly three: ThreeParts;
  /** 国资 with three columns, or with income and balances. */
  readonly capitalColumns: 3 | 6;
}

const CODE_HEADS = [
  '功能分类科目编码',
  '科目编码',
  '支出功能分类科目编码',
  '科目代码',
  '功能分类\n科目编码',
];
const NAME_HEADS = ['科目名称', '科目名称', '功能分类科目名称', '名称'];

function drawCodes(r: Random, like?: CodeParts): CodeParts {
  const lead =
    like?.lead ??
    r.pick([
      'two',
      'two',
      'three-whole',
      'three-split',
      'three-steps',
      'joined',
      'serial',
      'merged',
    ] as const);
  const three = lead.startsWith('three');
  const labels = three
    ? r.pick(['own', 'sum', 'sum', 'official'] as const)
    : lead === 'merged'
      ? r.pick(['none', 'sum-joined', 'sum-joined'] as const)
      : 'none';
  const depth = r.pick([1, 2, 2, 3] as const);
  const needsAbove = ['sum', 'sum-joined', 'official'].includes(labels);
  const sum = needsAbove ? 'above' : r.pick(['above', 'above', 'below', 'none'] as const);
  return {
    depth,
    lead,
    codeHead: r.pick(CODE_HEADS),
    nameHead: r.pick(NAME_HEADS),
    numbers: r.chance(0.4) || labels === 'official',
    labels,
    sum,
    sumWord: r.pick(['合计', '合计', '合  计', '总计']),
    headsInSum: depth === 2 && sum === 'above' && r.chance(0.15),
    indent: r.chance(0.3),
    extra: r.chance(0.2) ? r.some(['remark', 'share', 'last', 'change'] as const, 1, 2) : [],
    blanks: r.pick(['none', 'none', 'between', 'end'] as const),
    note: r.pick(['none', 'below', 'below', 'above', 'inside'] as const),
    page: r.chance(0.15) ? r.integer(6, 14) : 0,
  };
}

const drawSides = (r: Random): SideParts => ({
  numbers: r.chance(0.5),
  top: r.chance(0.8),
  storeys: r.pick([1, 2] as const),
  columnNumbers: r.chance(0.3),
  amountHead: r.pick(['决算数', '决算数', '金额', '决算']),
  ordinals: r.chance(0.85),
  blanks: r.chance(0.4),
  note: r.chance(0.6),
  budget: r.chance(0.12),
});

const drawEconomic = (r: Random): EconomicParts => ({
  blocks: r.pick([1, 2, 3, 3] as const),
  split: r.chance(0.2),
  top: r.chance(0.7),
  used: r.chance(0.3),
  totals: r.pick(['bottom', 'bottom', 'bottom-far', 'top'] as const),
  amountHead: r.pick(['决算数', '金额', '决算数', '本年支出']),
  codeHead: r.pick(['经济分类科目编码', '科目编码', '经济分类\n科目编码', '科目代码']),
  note: r.chance(0.6),
});

function drawThree(r: Random): ThreeParts {
  const shape = r.pick([
    'across',
    'interleaved',
    'down',
    'down',
    'rows',
    'units',
    'final-row',
  ] as const);
  return {
    shape,
    storeys: r.pick([1, 2] as const),
    numbers: r.chance(0.5),
    last: r.chance(0.4),
    budget: r.chance(0.75),
    rate: r.pick(['none', 'none', 'share', 'change'] as const),
    counts: r.pick(['none', 'none', 'beside', 'below'] as const),
    order: r.pick(['usual', 'usual', 'reception-second'] as const),
    total: r.pick(['above', 'above', 'above', 'below', 'none'] as const),
    wording: r.integer(0, 3),
    meetings: r.chance(0.15),
    top: r.chance(0.4),
  };
}

const drawHead = (r: Random, year: number, department: string): Head => ({
  year,
  department,
  named: r.pick(['line', 'line', 'title', 'above', 'nowhere'] as const),
  title: r.pick(['plain', 'year', 'year', 'short-year', 'of-unit', 'spaced'] as const),
  unit: r.pick(['right', 'right', 'own', 'joined', 'title'] as const),
  mark: r.chance(0.6),
});

/** The seed's layout. */
export function draw(r: Random, seed: number, department: string): Parts {
  const year = r.integer(2015, 2025);
  const income = drawCodes(r);
  const alike = r.chance(0.7) ? income : undefined;
  return {
    seed,
    hand: {
      unit: r.pick(['万元', '万元', '万元', '元'] as const),
      blank: r.pick(['empty', 'empty', 'zero', 'dash'] as const),
      typing: r.pick(['number', 'number', 'text', 'grouped', 'mixed'] as const),
      unmerged: r.chance(0.12),
    },
    head: drawHead(r, year, department),
    modern: year >= 2020,
    sheets: r.pick(['each', 'each', 'each', 'stacked'] as const),
    names: r.pick(['title', 'number', 'plain'] as const),
    income,
    spending: drawCodes(r, alike),
    general: drawCodes(r, alike),
    funds: drawCodes(r, alike),
    capital: drawCodes(r, alike),
    summary: drawSides(r),
    fiscal: drawSides(r),
    economic: drawEconomic(r),
    three: drawThree(r),
    capitalColumns: r.pick([3, 6] as const),
  };
}
