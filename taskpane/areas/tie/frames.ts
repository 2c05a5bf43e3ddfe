// 框: where numbers of the text and cells of the tables stand on the pages of a file, each with its verdict.
import type { Verdict } from '../../../src/assertions/finding.ts';
import {
  type Booklet,
  type PagePlace,
  placeOfCell,
  placesOfSpan,
} from '../../../src/facts/booklet.ts';
import { parseAddress } from '../../../src/facts/grid.ts';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import type { CellVerdict } from '../../../src/review/cell-verdicts.ts';
import { type CellApart, type FoundPlace, placeKey } from './found.ts';
import { kindName, kindOfNumber, VERDICTS } from './words.ts';

/** 一框; the first of a number's boxes carries its name. */
export interface VerdictFrame {
  readonly key: string;
  readonly target: FoundPlace;
  readonly verdict: Verdict;
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

function numbersOf(booklet: Booklet, report: TieReport): VerdictFrame[] {
  return report.numbers.flatMap((number) => {
    const { start, end, verdict, text } = number;
    const target = { start, end };
    const label = `${text.replace(/\s/g, '')} ${kindName(kindOfNumber(number))}`;
    return placesOfSpan(booklet, target).map((place, i) => ({
      ...{ key: placeKey(target), target, verdict, place, label },
      ...{ first: i === 0, cell: false },
    }));
  });
}

function cellsOf(booklet: Booklet, { cells, apart = [] }: Framed): VerdictFrame[] {
  const differing = new Map(apart.map((a) => [placeKey(a), a]));
  const own = new Map<string, { sheet: string; address: string; verdict: Verdict }>();
  for (const [key, c] of cells ?? []) own.set(key, c);
  for (const [key, a] of differing) own.set(key, { ...a, verdict: 'broken' });
  return [...own].flatMap(([key, { sheet, address, verdict }]) => {
    const place = cellOf(booklet, { sheet, address });
    if (!place) return [];
    const target = { sheet, address };
    const label = `${sheet} ${address} ${VERDICTS[verdict]}`;
    return [{ key, target, verdict, place, label, first: true, cell: true }];
  });
}

/** 框 by page. */
export function framesBy(booklet: Booklet, framed: Framed): Frames {
  const frames = new Map<number, VerdictFrame[]>();
  const numbers = framed.report ? numbersOf(booklet, framed.report) : [];
  for (const frame of [...cellsOf(booklet, framed), ...numbers]) {
    const own = frames.get(frame.place.page) ?? [];
    own.push(frame);
    frames.set(frame.place.page, own);
  }
  return frames;
}

/** Where an entry stands on the pages. */
export const pagePlaceOf = (booklet: Booklet, place: FoundPlace): PagePlace | undefined =>
  'sheet' in place ? cellOf(booklet, place) : placesOfSpan(booklet, place)[0];
