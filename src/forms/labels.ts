// 标签: what a text in a cell comes to, worked out once a text: how it is compared, whether it is an amount, whether
// it may be a title. A cell looks its label up once. Knows texts; knows no form.
import type { Grid, Scalar } from '../facts/grid.ts';
import { Memory } from '../measure/memory.ts';
import { isTitle, mayBeTitle, plain } from './names.ts';

/** An amount typed as text: with a point or in groups, so that it is no code and no year. */
const TYPED = /^\s*[-+(（]?[¥￥]?[\d,]*\d(?:\.\d+[)）]?|,\d{3})\s*$/;

/** Most labels begin with a Chinese character, as no amount does. */
const mayBegin = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first < 0x3001 || first > 0xff00;
};

const isTyped = (text: string): boolean => text.length < 32 && mayBegin(text) && TYPED.test(text);

/** 金额: what is no word, whichever it is: a number, or digits that only amounts have. */
export const isAmount = (value: Scalar): boolean =>
  typeof value === 'number' || (typeof value === 'string' && isTyped(value));

/** 编制单位：某某局; 单位：万元 is another matter. */
const DEPARTMENT =
  /^((?:填报|编制|公开|预算|报表)?(?:部门|单位)(?:名称|全称)?(?:\((?:盖章|公章)\))?:)(?!.*元\)?$)./;

/** The words that a line of the department begins with; undefined where a text is none. */
export const departmentLine = (text: string): string | undefined =>
  /[:：]/.test(text) ? DEPARTMENT.exec(plain(text))?.[1] : undefined;

/** What stands in a cell, as a number: labels each by their own, amounts all by the same. */
export const KIND = { nothing: 0, number: 1, typed: 2, no: 3, yes: 4 } as const;
let last: number = KIND.yes;

/** 标签: one text, and what it comes to. */
export class Label {
  /** Equal for equal texts, and of typed amounts for all of them. */
  readonly number: number;
  /** Digits that only amounts have. */
  readonly isAmount: boolean;
  /** Width and blanks made one. */
  readonly plain: string;
  /** As it stands. */
  readonly text: string;
  #mayBeTitle: boolean | undefined;
  #isTitle: boolean | undefined;
  #unnamed: Label | undefined;

  constructor(text: string, number: number, amount: boolean) {
    this.text = text;
    this.number = number;
    this.isAmount = amount;
    this.plain = plain(text);
  }

  /** Whether it may be the title of one of our tables; most labels are not. */
  get mayBeTitle(): boolean {
    this.#mayBeTitle ??= !this.isAmount && mayBeTitle(this.plain);
    return this.#mayBeTitle;
  }

  /** Whether it is the title of some table. */
  get isTitle(): boolean {
    this.#isTitle ??= this.text.includes('表') && isTitle(this.plain);
    return this.#isTitle;
  }

  /** Of a line of the department what stands before its name; any other label itself. */
  get unnamed(): Label {
    if (!this.#unnamed) {
      const word = this.isAmount ? undefined : departmentLine(this.text);
      this.#unnamed = word === undefined ? this : labelOf(word);
    }
    return this.#unnamed;
  }
}

/** So many texts are remembered; one that was forgotten gets another number. */
const known = new Memory<Label>(30_000);

/** 标签 of a text. */
function labelOf(text: string): Label {
  const own = known.recall(text);
  if (own) return own;
  // Hardly any amount comes again.
  if (isTyped(text)) return new Label(text, KIND.typed, true);
  last += 1;
  return known.keep(text, new Label(text, last, false));
}

type Line = readonly (Label | undefined)[];

/** 一张工作表的标签, row by row as they are asked for. */
export class SheetLabels {
  readonly #grid: Grid;
  readonly #lines: (Line | undefined)[] = [];

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  /** Labels of a row by column; undefined where no text stands. */
  line(row: number): Line {
    const known = this.#lines[row];
    if (known) return known;
    const cells = this.#grid.cells[row];
    const line: (Label | undefined)[] = [];
    for (let column = 0; cells && column < cells.length; column += 1) {
      const value = cells[column]?.value;
      line.push(typeof value === 'string' ? labelOf(value) : undefined);
    }
    this.#lines[row] = line;
    return line;
  }
}

const sheets = new WeakMap<Grid, SheetLabels>();

/** 标签 of a sheet, each cell looked up once. */
export function labelsIn(grid: Grid): SheetLabels {
  let own = sheets.get(grid);
  if (!own) {
    own = new SheetLabels(grid);
    sheets.set(grid, own);
  }
  return own;
}
