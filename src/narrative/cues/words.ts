// The words that open a relation between numbers: means, rates, balances, totals, scores. Knows shapes; the words
// themselves are data, apart by blanks.

/** 均值用词: what is said of a mean, and the units of what it is divided by. */
export interface MeanWord {
  readonly cues: string;
  readonly units: string;
}

/** 收支余用词: result = from − less. */
export interface BalanceWord {
  readonly result: string;
  readonly from: string;
  readonly less: string;
}

/** 率的用词: what stands in its numerator, where the name of the rate does not say so. */
export interface RateWord {
  readonly rate: string;
  readonly part: string;
  /** The rest is told: 1 − part ÷ whole. */
  readonly rest?: string;
}

/** 收支总计用词: what each number of an account is called, its fund and fillings apart. */
export interface FlowWords {
  readonly roles: Readonly<
    Record<'total' | 'ins' | 'uses' | 'opening' | 'outs' | 'dealt' | 'closing', string>
  >;
  readonly funds: string;
  readonly filling: string;
}

/** 关系用词: lists of words in one text each, apart by blanks. */
export interface CueWords {
  readonly means: readonly MeanWord[];
  /** 每人每月: so many of them in a year. */
  readonly periods: Readonly<Record<string, number>>;
  /** Said of what ought to be, of others, of what is only nearly so. */
  readonly unlike: string;
  /** A standard by which was paid. */
  readonly paid: string;
  readonly balances: readonly BalanceWord[];
  /** A balance of more than what is told here. */
  readonly notLeft: string;
  /** 年初 + ins − outs = 年末. */
  readonly opening: string;
  readonly closing: string;
  readonly ins: string;
  readonly outs: string;
  /** What is left of a list, told as one. */
  readonly rest: string;
  /** All of it: its share is a hundred. */
  readonly all: string;
  /** What a rate is called by its last word, and what is no rate of two numbers told. */
  readonly rates: string;
  readonly noRates: string;
  readonly rateWords: readonly RateWord[];
  /** 提高、降低 of points. */
  readonly up: string;
  readonly down: string;
  /** 增长、降幅: of a rate between two numbers, as its last word. */
  readonly rises: string;
  readonly falls: string;
  readonly flows: FlowWords;
  /** 结余, 缺口, 相差: what lies between two numbers. */
  readonly gaps: string;
  /** 合计, 累计: close a run of numbers, before or behind what they are of. */
  readonly totals: string;
  /** 编制总数: what a total is called by its last word. */
  readonly totalNames: string;
  /** 优, 良, 中, 差: grades that make up what was graded. */
  readonly grades: string;
  /** 行政 事业 工勤: kinds that nothing is of twice, one list each. */
  readonly kinds: readonly string[];
  /** 权重, 得分, 总分, 扣分. */
  readonly weights: string;
  readonly scores: string;
  readonly fullScores: string;
  readonly deducted: string;
}
