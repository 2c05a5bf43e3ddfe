// Counts of “三公”: 团组, 人次, 辆, 批次 belong to amounts. Read by their unit and the words before them;
// an amount of nothing has no count, and a count has an amount.

import { isZero } from '../../measure/exact.ts';
import { overlaps } from '../../measure/interval.ts';
import type { MeanWord } from '../cues/words.ts';
import { NAME_RULES } from '../register.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { Desk } from './desk.ts';
import type { Mention, Subject } from './mention.ts';
import type { Tie } from './quote.ts';
import type { ReadingTask } from './reading-task.ts';

interface Counted {
  readonly key: string;
  readonly units: RegExp;
  /** The last of these words before the number decides. */
  readonly after: RegExp;
  /** Key of the amount it goes with. */
  readonly amount: string;
}

const ABROAD = '三公·因公出国（境）费';
const COUNTED: readonly Counted[] = [
  {
    key: '因公出国（境）团组数',
    units: /^(?:个|批|次|批次)$/,
    after: /^团组|^出国/,
    amount: ABROAD,
  },
  {
    key: '因公出国（境）人次',
    units: /^(?:人次|人|人\/次)$/,
    after: /^团组|^出国/,
    amount: ABROAD,
  },
  {
    key: '公务用车购置数',
    units: /^(?:辆|台)$/,
    after: /购置|更新/,
    amount: '三公·公务用车购置费',
  },
  {
    key: '公务用车保有量',
    units: /^(?:辆|台)$/,
    after: /保有|共有/,
    amount: '三公·公务用车运行维护费',
  },
  {
    key: '国内公务接待批次',
    units: /^(?:批次|批|次|个)$/,
    after: /接待|来访|来宾/,
    amount: '三公·公务接待费',
  },
  {
    key: '国内公务接待人次',
    units: /^(?:人次|人|人\/次)$/,
    after: /接待|来访|来宾/,
    amount: '三公·公务接待费',
  },
];
const WORDS =
  /(?:外事|国（境）外|境外|外宾)[^，。；（）\d]{0,8}?(?:接待|来访)|接待[^，。；（）\d]{0,8}(?:团组|来访|来宾)|来访团组|来宾|团组|出国|购置及运行|购置|更新|保有|共有公务用?车|接待|外事|外宾|陪同/g;
const APART = /外事|国（境）外|境外|外宾|陪同/;
/** 外事接待支出1.00万元，接待2批次: said of guests from abroad, until 国内 is named again. */
const ABROAD_STILL = /(?:外事|境外|国（境）外|外宾)(?!.*国内)/;
/** 共接待14批次，其中：国内…12批次，外事…2批次: a total of both, which nothing at hand tells. */
const INLAND = /国内[^。；\d]{0,12}\d+(?:批|个|人)/;
const isDivided = (rest: string): boolean => {
  const [sentence = ''] = rest.split(/[。；]/, 1);
  const at = sentence.indexOf('其中');
  return at >= 0 && INLAND.test(sentence.slice(at));
};

/** 平均每辆（31辆）2.55万元: a mean, told of so many. */
const isMean = (before: string, means: readonly MeanWord[]): boolean => {
  const open = before.lastIndexOf('（');
  // Looked for from its end: a list of hundreds is read number by number.
  if (open < 0 || before.indexOf('）', open) !== before.length - 1) return false;
  const told = before.slice(0, open);
  const aside = told.slice(Math.max(told.lastIndexOf('（'), told.lastIndexOf('，')) + 1);
  return means.some(({ cues }) => cues.split(' ').some((cue) => aside.endsWith(cue)));
};

/** What a count of the section counts; undefined where the words leave a doubt. */
function countedBy(token: NumberToken, before: string): Counted | undefined {
  // An aside that is over speaks of something else: （其中：外事接待0批次），386人.
  const told = before.replace(/（[^（）]*）/g, (aside) => (/^（境）$/.test(aside) ? aside : ''));
  const last = [...told.matchAll(WORDS)].at(-1);
  const word = last?.[0];
  if (!word || APART.test(word) || word === '购置及运行') return undefined;
  if (word === '接待' && ABROAD_STILL.test(told)) return undefined;
  // 购置公务用车2辆，其中轿车1辆: kinds of what was counted before.
  if (/[辆台]/.test(token.unit) && /\d/.test(told.slice(last.index))) return undefined;
  return COUNTED.find((c) => c.units.test(token.unit) && c.after.test(word));
}

/** 2016年购置2辆，上年接待5批次: of another year than the text's. */
const OF_OTHER_YEAR = /(?:(20\d\d)年|上年|去年|上一年)[^，。；\d]{0,8}$/;
const isOfOtherYear = (before: string, year: number | undefined): boolean => {
  const told = OF_OTHER_YEAR.exec(before);
  return told !== null && (told[1] === undefined || (year !== undefined && +told[1] !== year));
};

/** Counts of “三公” are read by themselves, means are of nobody; what was spoken of before them goes on behind. */
export function isApart(
  token: NumberToken,
  { section }: OutlinePlace,
  { plain, dictionary }: Pick<ReadingTask, 'plain' | 'dictionary'>,
): boolean {
  const { start, text } = plain.paragraphs[token.paragraph]!;
  const clause = text
    .slice(0, token.start - start)
    .split(/[。；]/)
    .at(-1)!;
  if (isMean(clause, dictionary.cues.means)) return true;
  return section === '三公' && countedBy(token, clause) !== undefined;
}

/** 数量 of “三公” as mentions of their own; they replace what the clauses made of them. */
export function countsIn(
  plain: PlainText,
  tokens: readonly NumberToken[],
  places: readonly OutlinePlace[],
  mentions: readonly Mention[],
  subjectOf: (key: string) => Subject | undefined,
  year: number | undefined,
): Mention[] {
  const others = new Set<number>();
  const found = tokens.flatMap((token, index): Mention[] => {
    const place = places[token.paragraph]!;
    const paragraph = plain.paragraphs[token.paragraph]!;
    if (place.section !== '三公' || paragraph.row || token.rough) return [];
    const before = plain.text
      .slice(paragraph.start, token.start)
      .split(/[。；]/)
      .at(-1)!;
    const rest = plain.text.slice(token.end, paragraph.end);
    if (!before.includes('国内') && isDivided(rest)) return [];
    const counted = countedBy(token, before);
    const subject = counted && subjectOf(counted.key);
    if (!subject) return [];
    if (isOfOtherYear(before, year)) {
      others.add(index);
      return [];
    }
    return [
      {
        index,
        token,
        subject,
        role: 'amount',
        section: '三公',
        accounts: true,
        sentence: -1 - index,
      },
    ];
  });
  const taken = new Set(found.map((m) => m.index));
  const rest = mentions.filter((m) => !taken.has(m.index) && !others.has(m.index));
  return [...rest, ...found].sort((a, b) => a.index - b.index);
}

const AMOUNTS = new Map(COUNTED.map((c) => [c.key, c.amount]));

/** Another count of the same amount is more than nothing. */
const isTold = (desk: Desk, { subject }: Mention, key: string): boolean =>
  desk.mentions.some(
    (m) =>
      m.section === '三公' &&
      m.subject.key !== subject.key &&
      m.subject.key !== '公务用车保有量' &&
      AMOUNTS.get(m.subject.key) === key &&
      !isZero(m.token.value),
  );

/** 数量与金额对应: verdicts on counts by whether their amounts are nothing. */
export function countTiesOf(desk: Desk): Tie[] {
  return desk.mentions.flatMap((mention): Tie[] => {
    const key = AMOUNTS.get(mention.subject.key);
    const indicator = desk.dictionary.indicators.find((i) => i.key === key);
    if (!key || !indicator || mention.section !== '三公') return [];
    const worth = desk.amount([indicator]);
    const [printed] = desk.printed(key).map((m) => desk.interval(m));
    // The text's own figure first: a table in 亿元 shows small amounts as nothing. A mistyped one does not count.
    const misprinted = printed && worth && !overlaps(printed, worth.value);
    const amount = misprinted ? worth.value : (printed ?? worth?.value);
    if (!amount) return [];
    const [none, nothing] = [isZero(mention.token.value), isZero(amount.value)];
    const name = indicator.names[0]!;
    const base = { mention, rule: NAME_RULES.counts, cells: worth?.cells ?? [] } as const;
    if (none && nothing) return [{ ...base, match: 'exact', message: `${name}为 0，数量也为 0` }];
    // Cars are kept without costs of the year; other counts without money are wrong.
    if (nothing && mention.subject.key !== '公务用车保有量')
      return [
        {
          ...base,
          match: 'broken',
          message: `${name}为 0，数量却写“${wordsOf(desk, mention)}”，请核对`,
        },
      ];
    // 团组0个，累计1人次: in groups of others.
    if (none && isTold(desk, mention, key)) return [];
    if (none && mention.subject.key !== '公务用车保有量')
      return [{ ...base, match: 'broken', message: `${name}有支出，数量却为 0，请核对` }];
    if (none)
      return [
        {
          ...base,
          match: 'broken',
          severity: 'warning',
          message: `${name}有支出，保有量却为 0，请核对`,
        },
      ];
    return [];
  });
}

const wordsOf = (desk: Desk, m: Mention): string => desk.words(m.token.value, m);
