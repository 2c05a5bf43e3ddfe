// What the comparisons of a text share: its mentions, the tables' figures, how its numbers are printed.
// Knows how to look things up; compares nothing.
import { type Exact, toText } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { Dictionary, Indicator, Partition } from './dictionary.ts';
import type { Base, Role } from './lead.ts';
import type { Mention } from './mention.ts';
import { type Decimals, tokenInterval } from './printed.ts';
import { firstWorth, type Holdings, type TableWorth, worthOfFormula } from './worth.ts';

/** 核对台: everything that is looked up for one text, each thing worked out once. */
export class Desk {
  readonly #worths = new Map<string, TableWorth | undefined>();
  readonly #at: ReadonlyMap<Mention, number>;
  readonly #told = new Map<string, string[]>();
  readonly #byKey = new Map<string, Mention[]>();
  readonly #indicators: ReadonlyMap<string, Indicator>;

  constructor(
    readonly mentions: readonly Mention[],
    readonly holdings: Holdings,
    readonly dictionary: Dictionary,
    readonly decimals: Decimals,
  ) {
    this.#at = new Map(mentions.map((m, i) => [m, i]));
    for (const m of mentions) {
      const own = this.#byKey.get(m.subject.key) ?? [];
      this.#byKey.set(m.subject.key, own);
      own.push(m);
    }
    // The first declared of a key counts.
    this.#indicators = new Map([...dictionary.indicators].reverse().map((i) => [i.key, i]));
  }

  /** 指标 of a key. */
  indicator(key: string): Indicator | undefined {
    return this.#indicators.get(key);
  }

  /** 分项 declared of a whole. */
  partitions(of: string): readonly Partition[] {
    return this.dictionary.partitions.filter((p) => p.of === of);
  }

  /** Keys told in a section of what is declared a part of a whole, by the head of the key. */
  partsTold(section: string | undefined, whole: string, head: string): string[] {
    const at = `${section}|${whole}|${head}`;
    let known = this.#told.get(at);
    if (!known) {
      const own = this.mentions.filter(
        (m) => m.section === section && m.subject.indicators[0]?.of === whole,
      );
      known = own.map((m) => m.subject.key).filter((key) => key.startsWith(head));
      this.#told.set(at, known);
    }
    return known;
  }

  /** The next mention that fits, within the reach of a sentence. */
  after(of: Mention, fits: (m: Mention) => boolean): Mention | undefined {
    const at = this.at(of);
    return this.mentions.slice(at + 1, at + AHEAD).find(fits);
  }

  /** Place of a mention among all. */
  at(mention: Mention): number {
    return this.#at.get(mention) ?? -1;
  }

  /** The last amount of a key told before a mention. */
  before(of: Mention, key: string): Mention | undefined {
    return this.#byKey.get(key)?.findLast((m) => m.index < of.index && m.role === 'amount');
  }

  /** 取值 of a formula, worked out once; undefined where the tables do not hold it. */
  worth(says: string, counted = false): TableWorth | undefined {
    const key = `${says}|${counted}`;
    if (!this.#worths.has(key)) this.#worths.set(key, worthOfFormula(says, this.holdings, counted));
    return this.#worths.get(key);
  }

  /** 决算数 a subject may have, and whether all its formulas are known. */
  amounts(indicators: readonly Indicator[]): {
    worths: TableWorth[];
    complete: boolean;
    /** The user has filled it in: nothing else can be meant. */
    sure?: boolean;
  } {
    const worths: TableWorth[] = [];
    let complete = true;
    for (const { says = [], counted, rule, fallback } of indicators) {
      // 补充资料 comes first and alone where it is filled in.
      const own = says.map((s) => this.worth(s, counted));
      if (fallback && !own[0]) own[0] = this.worth(fallback);
      const known = own.filter((w) => w !== undefined);
      if (rule === 'C16' && own[0]) return { worths: [own[0]], complete: true, sure: true };
      if (known.length < own.length || own.length === 0) complete = false;
      worths.push(...known);
    }
    return { worths, complete: complete && worths.length > 0 };
  }

  /** The one 决算数 the tables hold; undefined where several are possible. */
  amount(indicators: readonly Indicator[]): TableWorth | undefined {
    const { worths, complete } = this.amounts(indicators);
    return complete && worths.length === 1 ? worths[0] : undefined;
  }

  /** 上年数 of the one quantity meant; undefined where several are, or last year is not known. */
  last(indicators: readonly Indicator[]): TableWorth | undefined {
    if (indicators.length !== 1) return undefined;
    return firstWorth(indicators[0]!.last, this.holdings, indicators[0]!.counted);
  }

  /** Budgets a text may mean: 年初 or 全年 where it says which. */
  budgets(indicators: readonly Indicator[], word: string | undefined): TableWorth[] {
    if (indicators.length !== 1) return [];
    const fits = (says: string): boolean => {
      if (says.startsWith('表7') || !word) return true;
      return /年初/.test(word)
        ? says.includes('年初预算')
        : /全年|调整/.test(word)
          ? says.includes('全年预算')
          : true;
    };
    const found = (indicators[0]!.budget ?? []).filter(fits).map((says) => this.worth(says));
    return found.filter((w) => w !== undefined).slice(0, word ? 1 : 2);
  }

  /** Digits that a figure in the number's place would be printed with. */
  digits({ unit, decimals }: NumberToken): number {
    return Math.max(decimals, isMoney(unit) || unit === '%' ? (this.decimals.get(unit) ?? 0) : 0);
  }

  /** How a value reads in the number's place; what ought to stand there in full. */
  words(value: Exact, { token }: Mention): string {
    const least = token.unit === '万元' || token.unit === '%' ? FULL : 0;
    return `${toText(value, this.decimals.has(token.unit) ? this.digits(token) : least)}${token.unit}`;
  }

  /** 取值区间 of a number in the manner of this text: in 万元, a fraction or a count. */
  interval(mention: Mention): Interval {
    return tokenInterval(mention.token, this.decimals);
  }

  /** The nearest number of the same subject before (or, in its sentence, after) a place. */
  near(
    of: Mention,
    role: Role,
    options: { base?: Base; unit?: (unit: string) => boolean; budget?: string } = {},
  ): Mention | undefined {
    const at = this.at(of);
    const fits = (m: Mention): boolean =>
      m.subject.key === of.subject.key &&
      m.role === role &&
      m.section === of.section &&
      (options.base === undefined || m.base === options.base) &&
      (options.budget === undefined || isOfVersion(m.budget, options.budget)) &&
      (options.unit === undefined || options.unit(m.token.unit));
    for (let i = at - 1; i >= 0; i -= 1) {
      const m = this.mentions[i]!;
      if (m.section !== of.section || m.token.paragraph < of.token.paragraph - REACH) break;
      if (fits(m)) return m;
    }
    return this.mentions
      .slice(at + 1, at + AHEAD)
      .find((m) => m.sentence === of.sentence && fits(m));
  }

  /** Figures printed of a quantity, by its key, in reading order. */
  printed(key: string, role: Role = 'amount'): Mention[] {
    return (this.#byKey.get(key) ?? []).filter((m) => m.role === role && m.accounts);
  }
}

/** 年初 and 全年 are two budgets; one that does not say which may be either. */
const isOfVersion = (own: string | undefined, asked: string): boolean =>
  own === undefined || /年初/.test(own) === /年初/.test(asked);

/** Decimals of 万元 and % where the text shows no manner of its own. */
const FULL = 2;
/** So many paragraphs back a subject is still spoken of. */
const REACH = 12;
/** So many numbers ahead a sentence may still go on. */
const AHEAD = 60;
