// 指标值的用词, made ready to be looked for: signs and words of bounds, units, changes, qualities. Knows how words
// stand around a number; the words themselves are data of the catalogue.

/** 比较符: what a bound asks for. */
export type Operator = '≥' | '>' | '≤' | '<' | '=';

/** 指标值的用词: what 目标值 and 完成值 are worded with. */
export interface TargetWords {
  /** 比较词 before a number, in the order they are tried: 不低于95%. */
  readonly before: readonly (readonly [Operator, readonly string[]])[];
  /** Before 到 and 至 they say where something ends: 降至5%, and not by how much. */
  readonly reaching: Readonly<Partial<Record<Operator, readonly string[]>>>;
  /** 比较词 behind a number: 100件以内. */
  readonly after: readonly (readonly [Operator, readonly string[]])[];
  /** 约100件, 100件左右. */
  readonly roughly: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** A cell that says that there is nothing. */
  readonly nothing: readonly string[];
  /** 不发生, 未出现: none of it is wanted. */
  readonly happening: readonly string[];
  /** 零事故: behind 零, what is not wanted. */
  readonly zero: readonly string[];
  readonly changes: {
    /** 较上年, 比往年. */
    readonly since: readonly string[];
    readonly compared: readonly string[];
    readonly moved: readonly string[];
    readonly cut: readonly string[];
    readonly level: readonly string[];
    /** By how much less, before a number. */
    readonly less: readonly string[];
  };
  /** 每季度, 每一月: so much in each. */
  readonly periods: { readonly each: readonly string[]; readonly one: readonly string[] };
  /** 定性, the more telling first. */
  readonly qualities: readonly string[];
  /** 优良中差: the levels to choose from, the best first. */
  readonly choices: readonly string[];
  readonly less: readonly string[];
  readonly doneAbout: readonly string[];
  readonly byHowMuch: readonly string[];
  readonly saving: readonly string[];
  /** Ends of names of shares. */
  readonly shares: readonly string[];
  readonly payments: Readonly<Record<'of' | 'done' | 'rates', readonly string[]>>;
  readonly money: readonly string[];
  readonly units: readonly string[];
  readonly same: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly scales: readonly Readonly<Record<string, number>>[];
  readonly ratios: readonly Readonly<Record<string, number>>[];
  readonly alike: readonly (readonly string[])[];
  readonly anything: readonly string[];
  readonly measured: readonly string[];
}

/** Signs as they are typed, the longer first. */
const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/>=|=>|≧|⩾|》=/g, '≥'],
  [/<=|=<|≦|⩽|《=/g, '≤'],
  [/》(?!.*《)/g, '>'],
];

/** 比较符 in one form. */
export const withStandardSigns = (text: string): string =>
  SIGNS.reduce((t, [sign, standard]) => t.replace(sign, standard), text);

/** 比较: the operator beside a number, whether it is only roughly so, and the rest of the text. */
export interface Beside {
  readonly operator?: Operator;
  readonly approximate: boolean;
  readonly rest: string;
}

const longestFirst = (words: readonly string[]): string[] =>
  [...words].sort((a, b) => b.length - a.length);
const anyOf = (words: readonly string[]): string => `(?:${longestFirst(words).join('|')})`;

const endsInOperator = ([operator, words]: readonly [Operator, readonly string[]]) =>
  [new RegExp(`(?:[${operator}]|${anyOf(words)})$`), operator] as const;

const TIMES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** 词汇: the words of a catalogue made ready. */
export class TargetVocabulary {
  private readonly before: readonly (readonly [RegExp, Operator])[];
  private readonly after: readonly (readonly [RegExp, Operator])[];
  private readonly roughly: { readonly before: RegExp; readonly after: RegExp };
  private readonly unitsByLength: readonly string[];
  private readonly doneAbout: RegExp;
  private readonly less: RegExp;
  private readonly byHowMuch: RegExp;
  private readonly saving: RegExp;
  private readonly share: RegExp;
  private readonly payment: RegExp;
  private readonly money: RegExp;
  private readonly quality: RegExp;
  private readonly lessBy: RegExp;
  private readonly perPeriod: RegExp;
  /** 较上年增长: how something moved since when. */
  readonly trend: RegExp;
  /** 增长9.2%: by how much something moved, without saying since when. */
  readonly moved: RegExp;
  readonly nothing: RegExp;
  readonly noneWanted: RegExp;

  constructor(private readonly words: TargetWords) {
    const { changes, payments, periods } = words;
    const reaching = Object.entries(words.reaching).map(
      ([operator, moved]) =>
        [new RegExp(`${anyOf(moved)}(?:到|至)$`), operator as Operator] as const,
    );
    const [most, ...others] = words.before.map(endsInOperator);
    this.before = [most!, ...reaching, ...others];
    this.after = words.after.map(
      ([operator, own]) =>
        [new RegExp(`(?:及|或|\\(含\\))?${anyOf(own)}(?:\\(含\\))?$`), operator] as const,
    );
    this.roughly = {
      before: new RegExp(`${anyOf(words.roughly.before)}$`),
      after: new RegExp(`${anyOf(words.roughly.after)}$`),
    };
    this.unitsByLength = longestFirst(words.units);
    this.doneAbout = new RegExp(`${anyOf(words.doneAbout)}[^，。]{0,3}(?:率|数|数量|次数|度|性)?$`);
    this.less = new RegExp(anyOf(words.less));
    this.byHowMuch = new RegExp(anyOf(words.byHowMuch));
    this.saving = new RegExp(anyOf(words.saving));
    this.share = new RegExp(`${anyOf(words.shares)}$`);
    this.payment = new RegExp(
      `${anyOf(payments.of)}${anyOf(payments.done)}|${anyOf(payments.rates)}`,
    );
    this.money = new RegExp(anyOf(words.money));
    this.quality = new RegExp(words.qualities.join('|'));
    this.lessBy = new RegExp(`${anyOf(changes.less)}了?$`);
    this.perPeriod = new RegExp(
      `每个?${anyOf(periods.each)}|每(?:一|\\d)?个?${anyOf(periods.one)}`,
    );
    const either = [...changes.moved, ...changes.level].join('|');
    this.trend = new RegExp(
      `(?:(?:较|比)${anyOf(changes.since)}|${anyOf(changes.compared)}).*?(${either})`,
    );
    this.moved = new RegExp(
      `^(?:[^\\d≥≤<>=]*?)(${[...changes.moved, ...changes.cut].join('|')})(?:率|了|幅度)?(?:为|达|达到|至少|不低于|不少于|≥|>)?(?=\\d)`,
    );
    this.nothing = new RegExp(`^(?:|\\/|\\\\|-+|—+|–+|${words.nothing.join('|')})$`);
    this.noneWanted = new RegExp(
      `^(?:零|不|无|未)${anyOf(words.happening)}|^零${anyOf(words.zero)}`,
    );
  }

  private static operatorAt(
    text: string,
    patterns: readonly (readonly [RegExp, Operator])[],
    roughly: RegExp,
  ): Beside {
    for (const [pattern, operator] of patterns) {
      if (pattern.test(text))
        return { operator, approximate: false, rest: text.replace(pattern, '') };
    }
    const approximate = roughly.test(text);
    return { approximate, rest: approximate ? text.replace(roughly, '') : text };
  }

  /** The operator at the end of what stands before a number, and the rest. */
  operatorBefore(text: string): Beside {
    return TargetVocabulary.operatorAt(text, this.before, this.roughly.before);
  }

  /** The operator at the end of what stands behind a number, and the rest. */
  operatorAfter(text: string): Beside {
    if (text === '内') return { operator: '≤', approximate: false, rest: '' };
    return TargetVocabulary.operatorAt(text, this.after, this.roughly.after);
  }

  canonicalUnit(unit: string): string {
    return this.words.same[unit] ?? unit;
  }

  /** 立方米/日 and m3/d are one unit. */
  private unitByName(unit: string): string {
    const { aliases, same } = this.words;
    return unit
      .split('/')
      .map((u) => aliases[u] ?? same[u] ?? u)
      .join('/');
  }

  /** A known unit at the start of a text; empty where there is none. */
  unitAt(text: string): string {
    const known = this.unitsByLength.find((u) => text.startsWith(u));
    // 立方米/日, 元/人: so much of one for each of another.
    const each = known && /^\/([A-Za-z\u4e00-\u9fff]{1,3})/.exec(text.slice(known.length));
    if (each) return `${known}/${each[1]}`;
    if (known) return known;
    // A word of its own behind the number and nothing more is taken as the unit.
    return /^[A-Za-z°\u4e00-\u9fff]{1,4}$/.test(text) ? text : '';
  }

  isUnit(text: string): boolean {
    return this.words.units.includes(text) || text in this.words.same;
  }

  /** A unit that stands in the name of an indicator: 服务外包(万美元). */
  unitInName(name: string): string {
    const bracket = /[(（]([^()（）]{1,6})[)）]\s*$/.exec(name)?.[1] ?? '';
    if (this.isUnit(bracket)) return this.canonicalUnit(bracket);
    return /百分比$/.test(name) ? '%' : '';
  }

  /** A unit without the multiples before it: 万立方米 is 10 to the fourth 立方米. */
  private bareUnit(unit: string): { readonly unit: string; readonly power: number } {
    const multiples = /^([十百千]?[万亿]|[十百千])(.+)$/.exec(unit);
    const counted = multiples && this.isUnit(multiples[2]!.replace(/\/.*$/, ''));
    if (!multiples || this.words.scales.some((s) => unit in s) || !counted)
      return { unit: this.unitByName(unit), power: 0 };
    const power = [...multiples[1]!].reduce((sum, c) => sum + TIMES[c]!, 0);
    return { unit: this.unitByName(multiples[2]!), power };
  }

  /** Whether two counting words can mean the same things. */
  private countsAlike(a: string, b: string): boolean {
    const { alike, anything, measured } = this.words;
    const countable = (unit: string): boolean => !measured.includes(unit) && !/元$/.test(unit);
    return (
      alike.some((words) => words.includes(a) && words.includes(b)) ||
      (anything.includes(a) && countable(b)) ||
      (anything.includes(b) && countable(a))
    );
  }

  /** Power of ten from one unit to another; undefined across kinds. */
  scaleBetween(from: string, to: string): number | undefined {
    const [a, b] = [this.bareUnit(this.unitByName(from)), this.bareUnit(this.unitByName(to))];
    if (a.unit === b.unit || this.countsAlike(a.unit, b.unit)) return a.power - b.power;
    for (const scale of this.words.scales) {
      const [x, y] = [scale[a.unit], scale[b.unit]];
      if (x !== undefined && y !== undefined) return x + a.power - y - b.power;
    }
    return undefined;
  }

  /** So many of the second unit make as much as so many of the first: 1 日 and 24 小时; undefined across kinds. */
  ratioBetween(from: string, to: string): readonly [number, number] | undefined {
    const [a, b] = [this.unitByName(from), this.unitByName(to)];
    for (const ratios of this.words.ratios) {
      const [x, y] = [ratios[a], ratios[b]];
      if (x !== undefined && y !== undefined) return [x, y];
    }
    return undefined;
  }

  isQuality(text: string): boolean {
    return this.quality.test(text);
  }

  /** 定性 words only where the whole says little else. */
  qualityIn(text: string): string {
    if (/^是否/.test(text)) return '是';
    if (this.words.choices.includes(text)) return text[0]!;
    return this.quality.exec(text)?.[0] ?? '';
  }

  /** Said by how much less: whether at least or at most, and of what, is not. */
  isLessBy(text: string): boolean {
    return this.lessBy.test(text);
  }
  /** So much in each month or quarter: not what a whole year comes to. */
  isPerPeriod(text: string): boolean {
    return this.perPeriod.test(text);
  }
  /** Names of which less is better; what is done about them is not less of them. */
  lessIsBetter(name: string): boolean {
    return this.less.test(name) && !this.byHowMuch.test(name) && !this.doneAbout.test(name);
  }
  /** Saving is more of a cost, in a good sense. */
  isSaving(name: string): boolean {
    return this.saving.test(name);
  }
  /** Names that say by themselves that the value is a share. */
  isShareName(name: string): boolean {
    return this.share.test(name);
  }
  /** A payment is an input, not an output. */
  isPayment(name: string): boolean {
    return this.payment.test(name);
  }
  isMoneyName(name: string): boolean {
    return this.money.test(name);
  }
}

const known = new WeakMap<TargetWords, TargetVocabulary>();
/** 词汇 of a catalogue, made once. */
export function targetVocabulary(words: TargetWords): TargetVocabulary {
  const vocabulary = known.get(words) ?? new TargetVocabulary(words);
  known.set(words, vocabulary);
  return vocabulary;
}
