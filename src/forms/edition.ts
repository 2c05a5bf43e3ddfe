// Editions: how the official forms are printed in some years and places. Data shapes only.
import type { Declaration } from '../assertions/declaration.ts';

/** 样表版本: what of the forms an edition prints, and in which words. */
export interface Edition extends Declaration {
  /** 行次 beside names and 栏次 under headings. */
  readonly numbered: boolean;
  /** Number of a table, `{n}` or `{nn}` standing for it: behind the title, or in the corner. */
  readonly mark: { readonly at: 'title' | 'corner'; readonly text: string };
  /** 类 in the order of the tables with two sides. */
  readonly classes: readonly string[];
  /** Names by key or code where the edition prints another than the first declared. */
  readonly wording: Readonly<Record<string, string>>;
  /** Titles by form where the edition prints another than the first declared. */
  readonly titles: Readonly<Record<string, string>>;
  /** Rows and columns by form which the edition does not print. */
  readonly without: Readonly<Record<string, readonly string[]>>;
  /** 经济分类 of each block of 基本支出, by 类. */
  readonly economic: readonly (readonly string[])[];
  readonly three: 'across' | 'interleaved' | 'list';
  /** 附注 by form, before the relations. */
  readonly notes: Readonly<Record<string, string>>;
}
