// A booklet as one file holds it: tables as sheets, the running text, and where both stand on pages.
// Knows pages and offsets; knows no file format, no table and no sentence.
import type { Snapshot } from './grid.ts';

/** 框, in points from the upper left corner of the page as it is shown. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** 版面位置: a box on a page; pages are counted from 1 through the file. */
export interface PagePlace {
  readonly page: number;
  readonly box: Box;
}

/** 页面, as it is shown, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** 表在册中的位置: where the table of one sheet stands in the text and on the pages. */
export interface SheetPlace {
  /** UTF-16 offset into the text before which the table stands. */
  readonly at: number;
  /** The page it begins on, where the file has pages. */
  readonly page?: number;
  /** By row, then column, sparse like the cells of the sheet. */
  readonly cells?: readonly (readonly (PagePlace | undefined)[] | undefined)[];
}

/** 文字片段: a run of the text that stands in one line of one page, its `end` behind its last character. */
export interface TextRun {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly place: PagePlace;
}

/** 一页的障碍: what keeps a page from being read whole. */
export interface PageTrouble {
  readonly code: 'scanned' | 'unreadable-font';
  readonly page: number;
  readonly message: string;
}

/** 决算公开文本（一册）: what one file says, tables and text apart. */
export interface Booklet {
  readonly kind: 'pdf' | 'docx' | 'html';
  readonly snapshot: Snapshot;
  readonly text: string;
  /** The same in simplified characters, character for character; absent where nothing differs. */
  readonly reading?: string;
  /** Lines of the text may be broken where a printed line ended; false where a line is a paragraph. */
  readonly broken: boolean;
  /** In the order of the snapshot's sheets. */
  readonly sheets: readonly SheetPlace[];
  /** In the order of the text, none over another; empty where the file has no pages. */
  readonly runs: readonly TextRun[];
  /** Empty where the file has no pages. */
  readonly pages: readonly PageSize[];
  readonly troubles: readonly PageTrouble[];
}

/** 打开结果 of a booklet; what stands in the way comes back as a value with a sentence for people. */
export type OpenedBooklet =
  | { readonly ok: true; readonly booklet: Booklet }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * 单元格在版面上的位置, by its zero-based row and column; undefined where the file has no pages or the sheet no such
 * cell.
 */
export function placeOfCell(
  { snapshot, sheets }: Booklet,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
): PagePlace | undefined {
  const index = snapshot.sheets.findIndex((s) => s.name === at.sheet);
  return sheets[index]?.cells?.[at.row]?.[at.column];
}

/** A Chinese character is about as wide as two digits. */
const weightOf = (text: string): number => {
  let weight = 0;
  for (const char of text) weight += char.charCodeAt(0) > 0x2000 ? 2 : 1;
  return weight;
};

/**
 * 片段在版面上的位置, in the order of the text: one box a line, as wide as the part of the line that is meant; none
 * where it stands on no page.
 */
export function placesOfSpan(
  { text, runs }: Booklet,
  { start, end }: { readonly start: number; readonly end: number },
): PagePlace[] {
  const own = runs.filter((run) => run.start < end && run.end > start);
  const places = own.map((run): PagePlace => {
    const whole = weightOf(text.slice(run.start, run.end));
    const before = weightOf(text.slice(run.start, Math.max(start, run.start)));
    const after = weightOf(text.slice(Math.min(end, run.end), run.end));
    const { box } = run.place;
    const left = box.left + (box.width * before) / whole;
    const width = (box.width * (whole - before - after)) / whole;
    return { page: run.place.page, box: { ...box, left, width } };
  });
  return beside(places);
}

/** Boxes that follow each other in one line become one. */
function beside(places: readonly PagePlace[]): PagePlace[] {
  const result: PagePlace[] = [];
  for (const place of places) {
    const last = result.at(-1);
    const { box } = place;
    const sameLine =
      last?.page === place.page &&
      box.left >= last.box.left &&
      Math.abs(last.box.top + last.box.height / 2 - box.top - box.height / 2) < box.height / 2;
    if (!sameLine) result.push(place);
    else {
      const top = Math.min(last.box.top, box.top);
      const bottom = Math.max(last.box.top + last.box.height, box.top + box.height);
      const width = box.left + box.width - last.box.left;
      const joined = { left: last.box.left, top, width, height: bottom - top };
      result[result.length - 1] = { page: place.page, box: joined };
    }
  }
  return result;
}
