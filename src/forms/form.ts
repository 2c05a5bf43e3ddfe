// Forms: what an official table looks like, declared as data. Knows shapes and names; reads nothing.
import type { Level } from '../facts/fact.ts';

/** 表样的行或栏: an item as the official form prints it. */
export interface ItemDeclaration {
  readonly key: string;
  /** Official name first, then names by which rules and other years call it. */
  readonly names: readonly string[];
  /** Further wordings met in print; they serve reading only. */
  readonly printed?: readonly string[];
  readonly code?: string;
  readonly level?: Level;
  readonly side?: '收入' | '支出';
  readonly of?: string;
  readonly groups?: readonly string[];
  readonly members?: Readonly<Record<string, string>>;
  readonly whole?: boolean;
  /** Columns under whose heading it may stand without being a part of something else. */
  readonly within?: readonly string[];
  /** Unit of this row alone; a row of money has a unit of money. */
  readonly unit?: string;
  /** Further rows of the kind are told apart by a code: 年初预算·2010101. */
  readonly byCode?: boolean;
  /** Any row that begins with its group: 自评·党建经费·问题. */
  readonly byName?: boolean;
  /** What to fill in, for people: shown beside the row of a new sheet. */
  readonly hint?: string;
  /** 行次 or 栏次 in the printed form of this edition, for writing a blank one. */
  readonly number?: number;
  /** Some places print it beside the official ones: it is read, and never written. */
  readonly local?: boolean;
  /** Headings over it in the blank form from the top down (words, or keys); its name where absent. */
  readonly heading?: readonly string[];
}

/** 版式: how a table is laid out in print. */
export type Shape =
  /** Two blocks 收入 | 支出, each 项目 | 行次 | amounts. */
  | 'sides'
  /** Codes and names down, amounts across; an open list. */
  | 'codes'
  /** Economic codes in blocks side by side. */
  | 'economic'
  /** Units down, amounts across. */
  | 'units'
  /** “三公”: one row of figures under a two-storey header, or a list. */
  | 'spending'
  /** Name, value, unit, reason: 补充资料. */
  | 'list'
  /** 绩效自评表: labelled texts, money, indicators; its title may have any words before it. */
  | 'evaluation';

/** 表样: one official table, its names and items. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly basis: string;
  readonly since: number;
  readonly until?: number;
  readonly shape: Shape;
  readonly rows?: readonly ItemDeclaration[];
  readonly columns: readonly ItemDeclaration[];
  /** A title with all of these words is its title too, whatever else it says; of words with a stroke one. */
  readonly titledBy?: readonly string[];
  /** The form that a sheet with this title is when it lists units instead of subjects. */
  readonly byUnits?: string;
  /** How many columns of ours, of a list how many items, have to be there; two and three where nothing is said. */
  readonly least?: number;
  /** 附表 of one place: where its rows are not known it is left alone, as others are. */
  readonly extra?: true;
  /** A code may stand on several lines, one a project: then its lines add up to nothing sure. */
  readonly repeats?: boolean;
  /** Words that together tell the form when no title does; of words with a stroke between them one. */
  readonly signature?: readonly string[];
  /** Words whose presence excludes it by signature. */
  readonly excludes?: readonly string[];
  /** Labels of texts beside the figures: 项目名称, 改进措施 … */
  readonly labels?: readonly ItemDeclaration[];
  /** With the signature: what some text of the sheet, a note for instance, has to speak of. */
  readonly mentions?: string;
  /** With the signature: what no text of the sheet may speak of. */
  readonly silentOn?: readonly string[];
  /** Economic classes that make up each total of the bottom line. */
  readonly codes?: readonly ItemDeclaration[];
}

/** 科目名称: a code of the classification with its names by year. */
export interface CodeName {
  readonly code: string;
  /** Current name first; former names after it. */
  readonly names: readonly string[];
  /** Former names with the last year of account in which each was in use. */
  readonly former?: Readonly<Record<string, number>>;
  readonly since?: number;
  readonly until?: number;
}

/** 表样库: forms, class names, and titles of tables that are known but not ours to check. */
export interface Forms {
  readonly forms: readonly Form[];
  readonly classes: readonly CodeName[];
  readonly economic: readonly CodeName[];
  /** Titles of extra tables of some places: recognised and left alone. */
  readonly others: readonly string[];
}
