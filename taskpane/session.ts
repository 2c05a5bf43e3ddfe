// What the pane does, apart from how it looks: check, mark, clear, correct, explain. Knows the host's
// port and the use case; names no spreadsheet program and no component.
import { explanationOf, isAbout, type Kept, keptIn } from '../src/assertions/explained.ts';
import type { Finding, Suspect } from '../src/assertions/finding.ts';
import { cellAt, parseAddress, type Snapshot } from '../src/facts/grid.ts';
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

export { suspectsOf } from '../src/review/suspects.ts';

import { changeKept } from './kept.ts';

/** 选择: what the user chose instead of what the workbook says, and other workbooks to compare with. */
export type Choice = ReviewOptions;
export type Check = (snapshot: Snapshot, choice: Choice) => { book: Book; review: Review };

export interface Checked {
  readonly snapshot: Snapshot;
  /** The workbook as it was opened for the review: what else is shown or written is taken from it. */
  readonly book: Book;
  readonly review: Review;
  readonly at: Date;
}

export const findingKey = (f: Finding): string =>
  `${f.rule}|${f.part ?? 0}|${f.cells[0]?.sheet ?? f.sheet ?? ''}|${f.cells[0]?.address ?? f.message}`;

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
    if (verdict === 'exact' || (verdict === 'broken' && finding.severity === 'note')) continue;
    const suspects = suspectsOf(finding, review.suspects);
    const places = suspects.length === 1 ? suspects : finding.cells.filter(isOwn).slice(0, 1);
    for (const { sheet, address } of places) put(sheet, address, verdict);
  }
  return [...marks.values()];
}

/** How a re-check differs from the one before. */
export interface Difference {
  readonly mended: readonly Finding[];
  readonly left: number;
  readonly fresh: number;
}
export function differenceOf(before: Review, after: Review): Difference {
  const broken = (r: Review) => r.told.filter((f) => f.verdict === 'broken');
  const was = new Map(broken(before).map((f) => [findingKey(f), f]));
  const now = new Set(broken(after).map(findingKey));
  const mended = [...was].filter(([key]) => !now.has(key)).map(([, f]) => f);
  const fresh = [...now].filter((key) => !was.has(key)).length;
  return { mended, left: now.size - fresh, fresh };
}

/** The write that a suspect asks for, in the manner its cell is kept. */
function correctionOf(suspect: Suspect, snapshot: Snapshot): CellWrite | undefined {
  const grid = snapshot.sheets.find((s) => s.name === suspect.sheet);
  const at = parseAddress(suspect.address);
  const value = parseExact(suspect.suggested);
  if (!grid || !at || !value) return undefined;
  const cell = cellAt(grid, at.row, at.column);
  const { sheet, address } = suspect;
  if (typeof cell?.value === 'string') return { sheet, address, value: suspect.suggested };
  const scale = Math.min(shownScale(cell?.format), 0);
  return { sheet, address, value: toDouble(shift(value, -scale)) };
}

export interface Session {
  check(choice: Choice, progress: (sheet: string) => void): Promise<Checked>;
  mark(review: Review): Promise<MarkReport>;
  clear(): Promise<number>;
  reveal(sheet: string, address: string): Promise<void>;
  correct(suspect: Suspect, snapshot: Snapshot): Promise<readonly CellWrite[]>;
  undo(former: readonly CellWrite[]): Promise<void>;
  explain(finding: Finding, text: string): Promise<void>;
  explanation(finding: Finding): Promise<string>;
}

export function sessionOf(host: Host, check: Check): Session {
  const kept = async (): Promise<Kept> => keptIn(await host.load());
  return {
    async check(choice, progress) {
      const snapshot = await host.snapshot(progress);
      return { snapshot, ...check(snapshot, choice), at: new Date() };
    },
    mark: (review) => host.mark(marksFor(review)),
    clear: () => host.clear(),
    async reveal(sheet, address) {
      const at = parseAddress(address);
      if (at) await host.reveal({ sheet, ...at });
    },
    async correct(suspect, snapshot) {
      const write = correctionOf(suspect, snapshot);
      if (!write) throw new HostError('not-found', '这一格已经不在了，请重新体检。');
      return host.write([write]);
    },
    async undo(former) {
      await host.write(former);
    },
    async explain(finding, text) {
      await changeKept(host, (json) => {
        const all = keptIn(JSON.stringify(json)).explanations.filter((e) => !isAbout(e, finding));
        const own = text.trim() ? [explanationOf(finding, text.trim())] : [];
        return { explanations: [...all, ...own] };
      });
    },
    async explanation(finding) {
      return (await kept()).explanations.find((e) => isAbout(e, finding))?.text ?? '';
    },
  };
}
