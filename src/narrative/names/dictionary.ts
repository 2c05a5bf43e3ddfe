// The dictionary that texts are read by: sections by their headings, quantities by their names. Knows shapes;
// the words are data of the catalogue.
import type { Declaration } from '../../assertions/declaration.ts';
import type { CueWords } from '../cues/words.ts';
import type { CarefulWords } from '../remarks/careful-words.ts';
import type { ClauseWords } from '../text/lexicon.ts';
import type { HeadingWords } from '../text/outline.ts';

/**
 * 文稿核对项: head of a check of texts (C01 …); its words are made where the check is. What its figures are held
 * against is said in the notation, quantity by quantity, by the indicators, items and parts of this dictionary.
 */
export interface TextCheck extends Declaration {
  readonly about: string;
}

/** 指标: a quantity that texts name, and where its figures stand. */
export interface Indicator {
  readonly key: string;
  readonly names: readonly string[];
  /** Sections in which the name means it; absent: wherever it is named. */
  readonly sections?: readonly string[];
  readonly rule: string;
  /** 决算数: the text's figure is one of these. */
  readonly says?: readonly string[];
  /** Where a layout has no place of its own for it. */
  readonly fallback?: string;
  /** Its figure may be another than those of `says`: then nothing is claimed. */
  readonly open?: boolean;
  /** Key of what makes it another: where the text tells nothing of that, it is queried. */
  readonly unless?: string;
  /** 上年决算数 and 预算数, the first that is known. */
  readonly last?: readonly string[];
  readonly budget?: readonly string[];
  /** The whole it is a part of, by key. */
  readonly of?: string;
  /** Said of the whole department, whatever units its sentence names. */
  readonly own?: boolean;
  /** A count: its unit, as 辆 or 个. */
  readonly counted?: boolean;
}

/** 科目所在: the form that a section's functional items stand in. */
export interface ItemForm {
  readonly section: string;
  readonly form: string;
  /** Column of the amount. */
  readonly column: string;
  readonly whole: string;
  readonly rule: string;
  /** Further figures the amount may be; … stands for the code. */
  readonly also?: readonly string[];
}

/** 模板残留与用词: a pattern that no finished text holds. */
export interface Residue {
  readonly rule: string;
  /** A regular expression over the plain text (half width, no blanks). */
  readonly pattern: string;
  /** Signs of which none stands directly before it. */
  readonly notAfter?: string;
  readonly message: string;
}

/** 读文稿的词典: everything that the catalogue says of texts. */
export interface Dictionary {
  readonly checks: readonly TextCheck[];
  readonly sections: readonly HeadingWords[];
  readonly indicators: readonly Indicator[];
  readonly items: readonly ItemForm[];
  /** Sections that tell economic items by name. */
  readonly economic: readonly ItemForm[];
  readonly partitions: readonly Partition[];
  readonly residues: readonly Residue[];
  /** 句中用词. */
  readonly words: ClauseWords;
  /** 关系用词. */
  readonly cues: CueWords;
  /** 细读用词. */
  readonly careful: CarefulWords;
  /** Forms whose copies may be printed inside a text, and the check they fall under. */
  readonly printed: { readonly forms: readonly string[]; readonly rule: string };
}

/** 分项: parts that together make a whole. */
export interface Partition {
  readonly of: string;
  readonly parts: readonly string[];
  readonly rule: string;
  /** A list of its parts that does not end in 等 is whole, however few it names. */
  readonly closed?: boolean;
}
