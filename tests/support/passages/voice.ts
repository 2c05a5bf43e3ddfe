// How one writer words things: drawn once for a passage, so that a passage speaks with one voice, as real ones do.
import type { Random } from '../department/random.ts';
import { drawManner, type Manner } from './figures.ts';
import { UNITS } from './nouns.ts';

export interface Voice {
  readonly manner: Manner;
  readonly year: number;
  /** Changes in a smaller unit than amounts. */
  readonly mixed: boolean;
  /** 较上年 and the like; `of` names last year's figure right after. */
  readonly than: string;
  readonly thanOf: string;
  readonly up: readonly [string, string];
  readonly rateUp: readonly [string, string];
  /** Before a share whose whole is not said. */
  readonly share: string;
  readonly shareOf: (whole: string) => string;
  readonly opener: string;
  readonly sep: string;
  readonly verb: string;
  readonly unit: string;
  readonly period: string;
  readonly done: (budget: string) => string;
}

export function drawVoice(r: Random): Voice {
  const year = r.integer(2016, 2025);
  const y = r.pick([`${year}年度`, `${year}年`, `${year}年`, '本年度', '全年', '']);
  const last = r.pick(['上年', '上年', '上年度', '去年', `${year - 1}年度`, `${year - 1}年`]);
  const than = r.pick([
    `比${last}`,
    `较${last}`,
    `与${last}相比，`,
    `与${last}相比`,
    `较${last}决算数`,
    '同比',
    '比上年同期',
  ]);
  return {
    manner: drawManner(r),
    year,
    mixed: r.chance(0.12),
    than,
    thanOf: r.pick([`比${last}的`, `比${last}`, `较${last}的`, `较${last}决算数`, `比${last}决算`]),
    up: r.pick([
      ['增加', '减少'] as const,
      ['增加', '减少'] as const,
      ['增长', '下降'] as const,
      ['增加', '降低'] as const,
      ['上升', '下降'] as const,
    ]),
    rateUp: r.pick([
      ['增长', '下降'] as const,
      ['增长', '下降'] as const,
      ['增长', '降低'] as const,
      ['上升', '下降'] as const,
      ['增加', '减少'] as const,
      ['增幅', '降幅'] as const,
      ['增幅为', '降幅为'] as const,
      ['增长率为', '减少率为'] as const,
    ]),
    share: r.pick(['占', '占', '占比', '占比为', '占比', '所占比重为']),
    shareOf: r.pick([
      (w: string) => `占${w}的`,
      (w: string) => `占${w}的`,
      (w: string) => `占${w}比例为`,
      (w: string) => `占${w}的比重为`,
      (w: string) => `占${w}`,
    ]),
    opener: r.pick([
      '，其中：',
      '，其中：',
      '，其中，',
      '，其中',
      '。其中：',
      '，包括：',
      '，包括',
      '，分别是：',
      '，具体为：',
      '：',
      '。包括：',
      '，由以下部分组成：',
    ]),
    sep: r.pick(['；', '；', '，', '，', '、']),
    verb: r.pick(['', '', '', '为', '共', '达', '是', '计']),
    unit: r.chance(0.25) ? r.pick(UNITS) : '',
    period: y,
    done: r.pick([
      (b: string) => `完成${b}的`,
      (b: string) => `完成${b}的`,
      (b: string) => `完成${b}`,
      (b: string) => `为${b}的`,
      (b: string) => `占${b}的`,
    ]),
  };
}

/** ASCII and other shapes of the same marks are left to `noise.ts`. */
export const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`;
