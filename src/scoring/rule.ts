// Rules of scoring as declarations, and presets as lists of them with parameters. Knows the shape of
// the data; computes nothing.
import type { Declaration } from '../assertions/declaration.ts';
import type { Family } from '../facts/evaluation.ts';
import type { TargetWords } from './target/words.ts';
import type { PerformanceWords } from './text/written.ts';

/** 计分对象: what a rule says the points of. The first rule of a preset for it is in force. */
export type Scored =
  | '权重'
  | '执行率'
  | '执行率原因'
  | '预算口径'
  | '超预算'
  | '零预算'
  | '正向'
  | '反向'
  | '等于'
  | '零目标'
  | '负完成值'
  | '区间'
  | '是否'
  | '日期'
  | '多项'
  | '多项日期'
  | '系数'
  | '不适用'
  | '成本'
  | '扣分'
  | '超额'
  | '反向超额'
  | '定性'
  | '总分'
  | '整体'
  | '覆盖'
  | '等级';

/** 计分办法: head, what it is for, and what it says in the notation. */
export interface ScoringRule extends Declaration {
  readonly for: Scored;
  readonly says: string;
  /** 另一口径: another basis that is equally right, such as the raw quotient beside the printed rate. */
  readonly or?: string;
  /** 逐行办法: how a row's own method text says it (每降低5%扣1分), with its numbers in order of `takes`. */
  readonly printed?: string;
  readonly takes?: readonly string[];
  /** 参数: what it is reckoned with where a preset gives nothing else. */
  readonly parameters?: Parameters;
  /** Names of parameters for which there is no usual number: a preset that picks the rule gives them. */
  readonly open?: readonly string[];
  /** 扣分数: takes off points, not shares of the weight: it needs the weight itself, and units as printed. */
  readonly inPoints?: true;
  /** 通行办法: what holds for its object where nobody says otherwise. */
  readonly plain?: true;
  /** 不计分: only marks a level; the row stays outside the total. */
  readonly unscored?: true;
  /** 定性档次 that it stands for. */
  readonly bands?: readonly Band[];
}

/** 定性档次: a level, its share of the weight, and words that stand for it. */
export interface Band {
  readonly level: string;
  /** As printed: `80%`. The lower end belongs to the level; the upper one only to the best. */
  readonly low: string;
  readonly high: string;
  readonly words: readonly string[];
}

/** 等级: the least score of each, best first. */
export interface Grade {
  readonly from: string;
  readonly name: string;
}

/** 参数: numbers that a rule leaves open (执行分值, 超额门槛, 每档扣分 …), by name. */
export type Parameters = Readonly<Record<string, string>>;

/** 计分预设: the rules of a place and years, and their parameters. */
export interface Preset extends Declaration {
  /** 待确认: until a finance user has held it against the local notice. */
  readonly unconfirmed: boolean;
  /** 自定: from the user's own file; comes before the catalogue's. */
  readonly own?: true;
  /** Tables that print no place are judged by the preset whose form they have. */
  readonly families: readonly Family[];
  /** Ids of scoring rules; the first for each 计分对象 is in force. */
  readonly rules: readonly string[];
  readonly parameters: Parameters;
  /** Another wording of a rule in this place, mostly its steps. */
  readonly says?: Readonly<Record<string, string>>;
  /** In place of those of its rule for qualities. */
  readonly bands?: readonly Band[];
  readonly grades: readonly Grade[];
  readonly boundStyle: '连续' | '整数';
  /** Rounding of a score: 四舍五入, or cut off behind the last digit. */
  readonly rounding: { readonly decimals: number; readonly way: '四舍五入' | '截去' };
}

/** 绩效核对条目: a check of a 自评表: the relation in the notation that is run, or what it is about in words. */
export interface DeclaredCheck extends Declaration {
  readonly says?: string;
  readonly about?: string;
  /** 另一口径: relations of which one has to hold instead, in the order of `says`. */
  readonly or?: readonly string[];
  /** 用词 that it is decided by. */
  readonly words?: readonly string[];
  /** 核对文稿的: it is about a text beside the tables. */
  readonly text?: true;
}

/** 绩效核对: a check in force; `says` is empty where only words say what it is about. */
export interface EvaluationCheck extends DeclaredCheck {
  readonly says: string;
}

/** 用语次序: words of one quality, best first, those of one level together; the last level is its failure. */
export type Scale = readonly (readonly string[])[];

/** 计分规程: everything declared about scoring. */
export interface Scoring {
  readonly rules: readonly ScoringRule[];
  readonly presets: readonly Preset[];
  readonly scales: readonly Scale[];
  /** 酌情幅度: what scorers usually take off at most from an indicator that was met. */
  readonly leniency: string;
  readonly checks: readonly DeclaredCheck[];
  readonly words: PerformanceWords;
  /** 指标值的用词. */
  readonly targets: TargetWords;
}
