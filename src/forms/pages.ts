// Which pages are one table: 续表 on further sheets or below, with a title and a header of their own or
// without. Knows what is printed on pages; reads them by the reader it is given.
import { type PageReading, type PrintedPart, readOn } from './continuation.ts';
import { columnOfPlace, type Draft, extraItem, rowOfPlace } from './draft.ts';
import type { Form } from './form.ts';
import { type Heading, headingOf } from './heading.ts';
import type { Region } from './region.ts';
import type { ReadRegion } from './table.ts';

/** 散页: a region without a header of its own; with a title, or on a sheet where no title stands. */
interface Loose {
  readonly region: Region;
  /** Undefined where no title tells. */
  readonly form: Form | undefined;
  /** Which sheet of the workbook, counted from 0. */
  readonly sheet: number;
}

/** 印张次序: what was found on the sheets, in their order. */
export type FoundPage = (ReadRegion & { readonly sheet: number }) | Loose;
type Reader = (form: Form, region: Region) => Draft | undefined;
type Group = { readings: ReadRegion[]; sheet: number };

const RUNNING = ['codes', 'economic', 'sides'];

const totalAt = (draft: Draft): number =>
  draft.rows.findIndex((r) => r.level === '合计' || /合计$/.test(r.key));

/** The printed amounts of the total row; the empty text where there is none. */
function totalText({ draft, region }: PrintedPart): string {
  const line = draft.cells[totalAt(draft)] ?? [];
  return line
    .map((at) => (at === undefined ? '' : region.view.text(rowOfPlace(at), columnOfPlace(at))))
    .join('|');
}

const codesIn = (parts: readonly PrintedPart[]): string[] =>
  parts.flatMap((p) => p.draft.rows.flatMap((r) => r.code ?? []));
const highest = (codes: readonly string[]): string => [...codes].sort().at(-1) ?? '';

/** A table with two sides ends with its 总计. */
const isComplete = (parts: readonly PrintedPart[]): boolean =>
  parts.some((p) => p.draft.rows.some((r) => /总计$/.test(r.key)));

const sameColumns = (one: Draft, other: Draft): boolean =>
  one.columns.length === other.columns.length &&
  one.columns.every((c, i) => c.key === other.columns[i]?.key);

/** No row of a page is one that an earlier page has. */
function isFresh(before: readonly PrintedPart[], draft: Draft): boolean {
  const codes = new Set(codesIn(before));
  const again = (key: string) => /#\d+$/.test(key);
  return draft.rows.every((r) => !again(r.key) && (!r.code || !codes.has(r.code)));
}

/** The last page may hold nothing but the total. */
const endsWithTotal = (before: readonly PrintedPart[], draft: Draft): boolean =>
  totalAt(draft) >= 0 && before.every((p) => totalAt(p.draft) < 0);

/** Whether a page with a header of its own is the rest: said to be, or the half without the total. */
function continues(last: ReadRegion, next: ReadRegion, draft: Draft): boolean {
  const { shape } = last.form;
  if (last.form !== next.form || !RUNNING.includes(shape)) return false;
  if (!sameColumns(last.draft, draft)) return false;
  if (last.heading.year !== next.heading.year && next.heading.year !== undefined) return false;
  if (!isFresh(last.parts, draft)) return false;
  if (shape === 'sides') return !isComplete(last.parts);
  const codes = codesIn([{ region: next.region, draft }]);
  if (codes.length === 0) return endsWithTotal(last.parts, draft);
  if (next.region.continued || last.region.continued) return true;
  const [one, other] = [totalAt(last.draft) >= 0, totalAt(next.draft) >= 0];
  if (one !== other) return true;
  if (!one) return codes[0]! > highest(codesIn(last.parts));
  // Some repeat the total at the head of every page.
  return /[1-9]/.test(totalText(last)) && totalText(last) === totalText(next);
}

/** Whether a page without a header goes on where the pages before it stop. */
function goesOn({ form, parts }: ReadRegion, { draft, entire }: PageReading): boolean {
  if (!entire || !RUNNING.includes(form.shape) || !isFresh(parts, draft)) return false;
  if (form.shape === 'sides') return !isComplete(parts);
  const end = parts.at(-1)!.draft.rows;
  const ended = end.length > 1 && end.at(-1)!.level === '合计';
  const codes = codesIn([{ ...parts[0]!, draft }]);
  if (codes.length === 0) return endsWithTotal(parts, draft);
  if (ended) return false;
  return form.shape === 'economic' || codes[0]! > highest(codesIn(parts));
}

/** Pages read so far as one table, for the question whether a further one belongs to it. */
const whole = ({ readings }: Group): ReadRegion => {
  const titled = readings.find((p) => totalAt(p.draft) >= 0) ?? readings[0]!;
  return { ...titled, parts: readings.flatMap((p) => p.parts) };
};

/** A page whose total an earlier page holds already: it stays, as a row that no rule knows. */
function withTotalRepeated(part: PrintedPart, page: number): PrintedPart {
  const at = totalAt(part.draft);
  const rows = part.draft.rows.map((row, i) =>
    i === at ? extraItem(`合计@${page}`, row.printed) : row,
  );
  return { ...part, draft: { ...part.draft, rows } };
}

/** 续表 in the order of its codes, whatever the order of the sheets; the first page gives the head. */
function pagesInOrder(readings: readonly ReadRegion[]): ReadRegion {
  const first = ({ draft }: PrintedPart): string => draft.rows.find((r) => r.code)?.code ?? '~';
  const sorted = readings
    .flatMap((r) => r.parts)
    .sort((a, b) => (first(a) === first(b) ? 0 : first(a) < first(b) ? -1 : 1));
  const inFront = readings.find((r) => r.parts[0] === sorted[0])!;
  const { shape } = inFront.form;
  let found = false;
  const once = sorted.map((part, page) => {
    const has = shape !== 'sides' && totalAt(part.draft) >= 0;
    const repeated = found && has;
    found ||= has;
    return repeated ? withTotalRepeated(part, page + 1) : part;
  });
  return { ...inFront, draft: once[0]!.draft, parts: once };
}

/** A page read with its header, once more as going on from others: that tells its first codes. */
function withHeader(last: ReadRegion, next: ReadRegion, read: Reader): Draft {
  const on = readOn(last.parts, next.region, (region) => read(next.form, region));
  const better = on?.headed && on.entire && on.draft.rows.length >= next.draft.rows.length;
  return better ? on.draft : next.draft;
}

function joinReading(groups: Group[], next: ReadRegion & { sheet: number }, read: Reader): void {
  for (const group of groups) {
    const last = whole(group);
    if (last.form !== next.form || !RUNNING.includes(last.form.shape)) continue;
    const draft = withHeader(last, next, read);
    if (!continues(last, next, draft)) continue;
    group.readings.push({ ...next, draft, parts: [{ region: next.region, draft }] });
    group.sheet = next.sheet;
    return;
  }
  groups.push({ readings: [next], sheet: next.sheet });
}

const NO_HEADING: Heading = {
  unit: undefined,
  units: [],
  department: undefined,
  year: undefined,
};

/** True where the page was found to belong to a table. */
function joinLoose(
  groups: Group[],
  { region, form, sheet }: Loose,
  read: Reader,
  headed = false,
): boolean {
  // A sheet that names no table can only go on from what stands right before it.
  const near = form
    ? groups.filter((g) => g.readings[0]!.form === form)
    : groups.slice(-1).filter((g) => g.sheet === sheet - 1);
  for (const group of [...near].reverse()) {
    const last = whole(group);
    const on = readOn(last.parts, region, (r) => read(last.form, r));
    if (!on || (headed && !on.headed) || !goesOn(last, on)) continue;
    const { draft } = on;
    const heading = form ? headingOf(region, region.body) : NO_HEADING;
    group.readings.push({ ...last, region, draft, heading, parts: [{ region, draft }] });
    group.sheet = sheet;
    return true;
  }
  return false;
}

/** 合页: pages that are one table joined; loose ones that belong to none are given back. */
export function joinedPages(
  found: readonly FoundPage[],
  read: Reader,
): { readings: ReadRegion[]; loose: Loose[] } {
  const groups: Group[] = [];
  const loose: Loose[] = [];
  for (const page of found) {
    if ('draft' in page) {
      // What a page without a title seems to be weighs less than what stands right before it.
      const untitled = { region: page.region, form: undefined, sheet: page.sheet };
      if (page.region.titled !== 'none' || !joinLoose(groups, untitled, read, true))
        joinReading(groups, page, read);
    } else if (!joinLoose(groups, page, read)) loose.push(page);
  }
  const readings = groups.map(({ readings: own }) =>
    own.length === 1 ? own[0]! : pagesInOrder(own),
  );
  return { readings, loose };
}
