// 其中：基本支出…、项目支出… behind an item: the columns of the item's own row, or those of the whole table. Knows
// keys of items; reads no sentence.
import { abs } from '../../measure/exact.ts';
import { overlaps, upright } from '../../measure/interval.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { Indicator } from './dictionary.ts';
import type { Subject } from './mention.ts';
import { NO_MANNER, tokenInterval } from './printed.ts';
import type { ReadingTask } from './reading-task.ts';
import { type Holdings, worthOfFormula } from './worth.ts';

const COLUMN = /(?:^|·|预算|财政)(基本支出|项目支出)$/;
const ITEM = /^(科目·(表\d)·(\d{3,7}))(?:·(?:基本|项目)支出)?$/;
/** 没有认出的: an item that no row resolves, a name that no table knows. */
const NAMELESS = /^(?:科目·表\d·|#)/;
const OPENS = /^[，、；：]?(?:（|其中|包括|含)/;

const fits = (token: NumberToken, { indicators }: Subject, holdings: Holdings): boolean =>
  indicators
    .flatMap((i) => i.says ?? [])
    .some((says) => {
      const worth = worthOfFormula(says, holdings);
      const own = tokenInterval({ ...token, value: abs(token.value) }, NO_MANNER);
      return worth !== undefined && overlaps(own, upright(worth.value));
    });

function columnSubject(item: RegExpExecArray, column: string, rule: string): Subject {
  const [, key, form, code] = item;
  const indicator: Indicator = {
    key: `${key}·${column}`,
    names: [column],
    rule,
    says: [`${form}.${code}·${column}`],
    of: key!,
  };
  return { key: indicator.key, indicators: [indicator] };
}

/** 所在: what was spoken of, in which sentence, and the words in between. */
export interface ColumnsBeside {
  readonly subject: Subject | undefined;
  /** The last amount before. */
  readonly whole: NumberToken | undefined;
  readonly words: string;
  /** In one sentence with the item, or under the item's own number. */
  readonly near: boolean;
}

/** 科目的基本支出、项目支出; undefined where neither row is meant for certain. */
export function columnOf(
  named: Subject,
  token: NumberToken,
  { subject, whole, words, near }: ColumnsBeside,
  { dictionary, holdings }: Pick<ReadingTask, 'dictionary' | 'holdings'>,
): Subject | undefined {
  const column = COLUMN.exec(named.key)?.[1];
  if (!column || !subject || !NAMELESS.test(subject.key)) return named;
  const item = ITEM.exec(subject.key);
  const opened = near && (OPENS.test(words) || item?.[0] !== item?.[1]);
  if (!item) {
    const key = named.indicators[0]?.of;
    const declared = dictionary.indicators.filter((i) => i.key === key);
    const ofAll = !near || !whole || fits(whole, { key: '', indicators: declared }, holdings);
    return ofAll || fits(token, named, holdings) ? named : undefined;
  }
  const own = columnSubject(item, column, subject.indicators[0]?.rule ?? 'C09');
  const [first, second] = opened ? [own, named] : [named, own];
  const found = [first, second].find((s) => fits(token, s, holdings));
  return found ?? (opened ? own : undefined);
}
