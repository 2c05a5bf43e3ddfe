// How one table is composed: which parts, in which order, how worded, how typed. Knows the choices; lays
// nothing out.
import type { Random } from '../../department/random.ts';
import type { Typing } from './sheet.ts';

const MONEY = [
  'rows',
  'rows',
  'rows',
  'no-names',
  'pairs',
  'two-rows',
  'sides',
  'sources-across',
  'lettered',
  'columns-beside',
] as const;
export type MoneyShape = (typeof MONEY)[number];
export type WeightPlace = 'column' | 'column-first' | 'level-columns' | 'name' | 'none';
export type ScorePlace = 'column' | 'unheaded' | 'reviewed-too';
export type TotalPlace = 'below' | 'below-in-words' | 'head' | 'both' | 'none';

export interface Look {
  readonly overall: boolean;
  readonly merged: boolean;
  readonly order: readonly ('money' | 'goals' | 'indicators')[];
  readonly title: string;
  readonly yearIn: 'title' | 'below' | 'head' | 'label';
  readonly mark: '' | 'above' | 'beside' | 'behind';
  readonly side: '' | 'plain' | 'down' | 'points';
  readonly moneySide: boolean;
  readonly money: MoneyShape;
  readonly moneyUnit: 'side' | 'heading' | 'corner';
  readonly initial: boolean;
  readonly rateShown: boolean;
  readonly executionScored: boolean;
  readonly sourceScores: '' | '—' | '/' | 'again';
  readonly sourceRates: boolean;
  readonly levels: 'three' | 'two' | 'named';
  readonly levelPoints: '' | 'name' | 'below';
  readonly spread: 'merged' | 'first' | 'repeated';
  readonly split: boolean;
  readonly weights: WeightPlace;
  readonly scores: ScorePlace;
  readonly reasons: boolean;
  readonly extra: readonly (
    | 'slash'
    | 'dash'
    | 'parts'
    | 'preprinted'
    | 'dots'
    | 'remark'
    | 'subtotals'
  )[];
  readonly total: TotalPlace;
  readonly tail: readonly ('reasons' | 'grade' | 'notes' | 'signed')[];
  readonly typing: { readonly money: Typing; readonly rate: Typing; readonly points: Typing };
  readonly wrapped: boolean;
}

const TITLES = [
  '项目支出绩效自评表',
  '项目绩效自评表',
  '绩效自评表',
  '项目支出绩效目标自评表',
  '专项资金绩效自评表',
  '预算项目支出绩效自评表',
  '转移支付区域（项目）绩效自评表',
  '项目自评表',
  '部门预算项目绩效自评表',
];
const OVERALL = [
  '部门整体支出绩效自评表',
  '部门整体绩效自评表',
  '部门（单位）整体支出绩效自评表',
  '整体支出绩效自评表',
];

export function lookOf(r: Random): Look {
  const overall = r.chance(0.2);
  const merged = r.chance(0.75);
  const weights = r.pick<WeightPlace>([
    'column',
    'column',
    'column',
    'column-first',
    'level-columns',
    'name',
    'none',
  ]);
  const money = r.pick(MONEY);
  const extra = r.some(['slash', 'dash', 'parts', 'preprinted', 'dots', 'remark'] as const, 0, 2);
  const total = r.pick<TotalPlace>(['below', 'below', 'below', 'below-in-words', 'head', 'both']);
  return {
    overall,
    merged,
    order: r.pick([
      ['money', 'goals', 'indicators'],
      ['money', 'goals', 'indicators'],
      ['goals', 'money', 'indicators'],
      ['money', 'indicators'],
      ['money', 'indicators', 'goals'],
    ] as const),
    title: r.pick(overall ? OVERALL : TITLES),
    yearIn: r.pick(['title', 'below', 'head', 'label'] as const),
    mark: r.pick(['', '', '', 'above', 'beside', 'behind'] as const),
    side: r.pick(['', 'plain', 'down', 'points'] as const),
    moneySide: r.chance(0.75),
    money,
    moneyUnit: r.pick(['side', 'heading', 'corner'] as const),
    initial: r.chance(0.5),
    rateShown: r.chance(0.9),
    executionScored: r.chance(0.9),
    sourceScores: r.pick(['', '—', '/', 'again'] as const),
    sourceRates: r.chance(0.4),
    levels:
      weights === 'level-columns'
        ? 'three'
        : r.pick(['three', 'three', 'three', 'two', 'named'] as const),
    levelPoints: weights === 'level-columns' ? '' : r.pick(['', '', 'name', 'below'] as const),
    spread: r.pick(['merged', 'merged', 'first', 'repeated'] as const),
    split: r.chance(0.2),
    weights,
    scores: r.pick<ScorePlace>(['column', 'column', 'column', 'reviewed-too', 'unheaded']),
    reasons: r.chance(0.7),
    extra: r.chance(0.15) ? [...extra, 'subtotals'] : extra,
    total,
    tail: r.some(['reasons', 'grade', 'notes', 'signed'] as const, 0, 3),
    typing: {
      money: r.pick<Typing>(['number', 'two', 'two', 'text', 'grouped', 'unit']),
      rate: r.pick<Typing>(['percent', 'share', 'share', 'percent']),
      points: r.pick<Typing>(['number', 'number', 'two', 'text', 'unit']),
    },
    wrapped: r.chance(0.4),
  };
}
