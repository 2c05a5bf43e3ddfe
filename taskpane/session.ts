// What the pane does, apart from how it looks: check, mark, clear, correct, explain. Knows the host's
// port and the use case; names no spreadsheet program and no component.
import {
  explanationOf,
  isAbout,
  isExplanation,
  type Kept,
  keptIn,
} from '../src/assertions/explained.ts';
import type { Finding, Suspect } from '../src/assertions/finding.ts';
import {
  type Ignoring,
  ignoringOf,
  ignoringsIn,
  isIgnoringEntry,
  isSameIgnoring,
} from '../src/assertions/ignored.ts';
import { type CellLocation, cellAt, parseAddress, type Snapshot } from '../src/facts/grid.ts';
import { withUnchanged } from '../src/facts/unchanged.ts';
import {
  type CellWrite,
  type Host,
  HostError,
  type Mark,
  type MarkReport,
} from '../src/hosts/port.ts';
import { parseExact, shift, toDouble } from '../src/measure/exact.ts';
import { shownScale } from '../src/measure/shown.ts';
import type { Book, ReviewOptions } from '../src/review/book.ts';
import { isOwn, suspectsOf } from '../src/review/suspects.ts';
import type { Review } from '../src/review.ts';

import { changeKept } from './kept.ts';
import type { EditedSheets } from './useEdits.ts';

/** 选择: what the user chose instead of what the workbook says, and other workbooks to compare with. */
export type Choice = ReviewOptions;
export type Check = (snapshot: Snapshot, choice: Choice) => { book: Book; review: Review };

export interface Checked {
  readonly snapshot: Snapshot;
  /** The workbook as it was opened for the review: what else is shown or written is taken from it. */
  readonly book: Book;
  readonly review: Review;
  /** When the workbook was read: what was edited later is not in it. */
  readonly at: Date;
}

/**
 * Marks for a review. A break whose culprit is decided marks the culprit, so that one wrong figure is
 * one mark; otherwise the cell that states the sum. Notes are not marked: they need no mending.
 */
function marksFor(review: Review): Mark[] {
  const marks = new Map<string, Mark>();
  const rank = { broken: 2, rounding: 1, unknown: 0 } as const;
  const put = (sheet: string, address: string, verdict: Mark['verdict']) => {
    const key = `${sheet}!${address}`;
    const known = marks.get(key);
    if (!known || rank[known.verdict] < rank[verdict]) marks.set(key, { sheet, address, verdict });
  };
  for (const finding of review.told) {
    const { verdict } = finding;
    if (verdict === 'exact' || finding.ignored !== undefined) continue;
    if (verdict === 'broken' && finding.severity === 'note') continue;
    const suspects = suspectsOf(finding, review.suspects);
    const places = suspects.length === 1 ? suspects : finding.cells.filter(isOwn).slice(0, 1);
    for (const { sheet, address } of places) put(sheet, address, verdict);
  }
  return [...marks.values()];
}

/** 不能代改的原因: why a correction would be refused, as a sentence; undefined where it would not. */
export function refusalOf(suspect: Suspect, { sheets }: Snapshot): string | undefined {
  const grid = sheets.find((s) => s.name === suspect.sheet);
  const at = parseAddress(suspect.address);
  if (!grid || !at || !parseExact(suspect.suggested)) return '这一格已经不在了，请重新体检。';
  if (grid.protected) return `“${suspect.sheet}”受保护，请撤销保护后自己改。`;
  const formula = cellAt(grid, at.row, at.column)?.formula;
  return formula === undefined ? undefined : '这一格是公式，请改公式或它引用的单元格。';
}

/** The write that a suspect asks for, in the manner its cell is kept. */
function correctionOf(suspect: Suspect, snapshot: Snapshot): CellWrite {
  const refusal = refusalOf(suspect, snapshot);
  if (refusal !== undefined) throw new HostError('refused', `${refusal}未作改动。`);
  const grid = snapshot.sheets.find((s) => s.name === suspect.sheet)!;
  const at = parseAddress(suspect.address)!;
  const cell = cellAt(grid, at.row, at.column);
  const { sheet, address } = suspect;
  if (typeof cell?.value === 'string') return { sheet, address, value: suspect.suggested };
  const scale = Math.min(shownScale(cell?.format), 0);
  return { sheet, address, value: toDouble(shift(parseExact(suspect.suggested)!, -scale)) };
}

export interface Session {
  /** Where the sheets edited since the last check are known, only what may have changed is read. */
  check(choice: Choice, progress: (sheet: string) => void, edited?: EditedSheets): Promise<Checked>;
  mark(review: Review): Promise<MarkReport>;
  clear(): Promise<number>;
  /** Takes the user to a cell; others of its sheet are selected with it. */
  reveal(
    sheet: string,
    address: string,
    beside?: readonly string[],
  ): Promise<CellLocation | undefined>;
  /** All of them or none; returns what stood there before. */
  correct(suspects: readonly Suspect[], snapshot: Snapshot): Promise<readonly CellWrite[]>;
  explain(finding: Finding, text: string): Promise<void>;
  explanation(finding: Finding): Promise<string>;
  /** 按规则忽略: this finding, or its rule in this workbook. */
  ignore(finding: Finding, reason: string, whole: boolean): Promise<void>;
  ignorings(): Promise<readonly Ignoring[]>;
  unignore(one: Ignoring): Promise<void>;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What the host takes of a 体检, to be read beside the whole of it (the bench does). */
async function timed<T>(name: 'snapshot' | 'mark', work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(`gouji.${name}`, { start });
  }
}

/** Reads the workbook, of which sheets that nobody touched stay the same objects: they are not compared again. */
function readingOf(host: Host) {
  let before: Snapshot | undefined;
  return async (progress: (sheet: string) => void, edited?: EditedSheets): Promise<Snapshot> => {
    const sheets = edited?.();
    const since = sheets && before && { snapshot: before, edited: sheets };
    const read = await timed('snapshot', () => host.snapshot(progress, since));
    before = withUnchanged(read, before);
    return before;
  };
}

export function sessionOf(host: Host, check: Check): Session {
  const kept = async (): Promise<Kept> => keptIn(await host.load());
  const changeIgnored = (change: (all: readonly Ignoring[]) => readonly Ignoring[]) =>
    changeKept(host, (json) => {
      const former = listOf(json.ignored);
      const others = former.filter((one) => !isIgnoringEntry(one));
      return { ignored: [...others, ...change(former.filter(isIgnoringEntry))] };
    });
  const read = readingOf(host);
  return {
    async check(choice, progress, edited) {
      const at = new Date();
      const snapshot = await read(progress, edited);
      return { snapshot, ...check(snapshot, choice), at };
    },
    mark: (review) => timed('mark', () => host.mark(marksFor(review))),
    clear: () => host.clear(),
    async reveal(sheet, address, beside) {
      const at = parseAddress(address);
      return at && host.reveal({ sheet, ...at }, beside);
    },
    correct: async (suspects, snapshot) =>
      host.write(suspects.map((s) => correctionOf(s, snapshot))),
    async explain(finding, text) {
      await changeKept(host, (json) => {
        // Entries of another kind stay among ours.
        const all = listOf(json.explanations).filter(
          (e) => !(isExplanation(e) && isAbout(e, finding)),
        );
        const own = text.trim() ? [explanationOf(finding, text.trim())] : [];
        return { explanations: [...all, ...own] };
      });
    },
    async explanation(finding) {
      return (await kept()).explanations.find((e) => isAbout(e, finding))?.text ?? '';
    },
    ignore(finding, reason, whole) {
      const own = whole
        ? { rule: finding.rule, reason: reason.trim() }
        : ignoringOf(finding, reason.trim());
      return changeIgnored((all) => [...all.filter((one) => !isSameIgnoring(one, own)), own]);
    },
    ignorings: async () => ignoringsIn(await host.load()),
    unignore: (gone) => changeIgnored((all) => all.filter((one) => !isSameIgnoring(one, gone))),
  };
}
