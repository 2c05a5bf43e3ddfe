// 框: where numbers and words of the text and cells of the tables stand on the pages of a file, each with what came of
// it.
import {
  type Booklet,
  type PagePlace,
  placeOfCell,
  placesOfSpan,
} from '../../../src/facts/booklet.ts';
import { parseAddress } from '../../../src/facts/grid.ts';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import type { Kind } from '../../../src/review/attention.ts';
import type { CellVerdict } from '../../../src/review/cell-verdicts.ts';
import { type CellApart, type FoundPlace, placeKey } from './found.ts';
import { kindName, kindOfNumber, TIE_WORDS } from './words.ts';

/** 一框; the first of a number's boxes carries its name. */
export interface VerdictFrame {
  readonly key: string;
  readonly target: FoundPlace;
  readonly kind: Kind;
  readonly place: PagePlace;
  readonly first: boolean;
  readonly cell: boolean;
  readonly label: string;
}
export type Frames = ReadonlyMap<number, readonly VerdictFrame[]>;

interface Framed {
  readonly report?: TieReport | undefined;
  readonly cells?: ReadonlyMap<string, CellVerdict> | undefined;
  readonly apart?: readonly CellApart[] | undefined;
}

const cellOf = (booklet: Booklet, { sheet, address }: { sheet: string; address: string }) => {
  const at = parseAddress(address);
  return at && placeOfCell(booklet, { sheet, ...at });
};

/** A span that is longer is underlined nowhere, and framed nowhere. */
export const SHORT = 60;

const spanFrames = (
  booklet: Booklet,
  { start, end }: { readonly start: number; readonly end: number },
  kind: Kind,
  label: string,
): VerdictFrame[] => {
  const target = { start, end };
  return placesOfSpan(booklet, target).map((place, i) => ({
    ...{ key: placeKey(target), target, kind, place, label },
    ...{ first: i === 0, cell: false },
  }));
};

function numbersOf(booklet: Booklet, report: TieReport): VerdictFrame[] {
  return report.numbers.flatMap((number) => {
    const kind = kindOfNumber(number);
    return spanFrames(booklet, number, kind, `${number.text.replace(/\s/g, '')} ${kindName(kind)}`);
  });
}

/** 文字问题 but for what spans whole paragraphs, and what stands at a number that has a frame. */
function wordsOf(booklet: Booklet, { findings, numbers }: TieReport): VerdictFrame[] {
  const framed = new Set(numbers.map((n) => n.start));
  return findings
    .filter((f) => f.end - f.start < SHORT && !framed.has(f.start))
    .flatMap((f) => {
      const kind = f.verdict === 'broken' ? f.severity : f.verdict;
      return spanFrames(booklet, f, kind, `${TIE_WORDS.inWords} ${f.title} ${kindName(kind)}`);
    });
}

function cellsOf(booklet: Booklet, { cells, apart = [] }: Framed): VerdictFrame[] {
  const differing = new Map(apart.map((a) => [placeKey(a), a]));
  const own = new Map<string, { sheet: string; address: string; kind: Kind }>();
  for (const [key, c] of cells ?? []) own.set(key, c);
  for (const [key, a] of differing) own.set(key, { ...a, kind: 'error' });
  return [...own].flatMap(([key, { sheet, address, kind }]) => {
    const place = cellOf(booklet, { sheet, address });
    if (!place) return [];
    const target = { sheet, address };
    const label = `${sheet} ${address} ${kindName(kind)}`;
    return [{ key, target, kind, place, label, first: true, cell: true }];
  });
}

/** 框 by page. */
export function framesBy(booklet: Booklet, framed: Framed): Frames {
  const frames = new Map<number, VerdictFrame[]>();
  const numbers = framed.report ? numbersOf(booklet, framed.report) : [];
  const words = framed.report ? wordsOf(booklet, framed.report) : [];
  // What spans words lies below the numbers in them.
  for (const frame of [...words, ...cellsOf(booklet, framed), ...numbers]) {
    const own = frames.get(frame.place.page) ?? [];
    own.push(frame);
    frames.set(frame.place.page, own);
  }
  return frames;
}

/** Where an entry stands on the pages. */
export const pagePlaceOf = (booklet: Booklet, place: FoundPlace): PagePlace | undefined =>
  'sheet' in place ? cellOf(booklet, place) : placesOfSpan(booklet, place)[0];
