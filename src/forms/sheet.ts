// 一张工作表: which tables stand in it, each with its items and their places, as far as labels tell. Knows readers of
// shapes; reads no amount, and joins no sheets.
import { type Draft, rowOfPlace } from './draft.ts';
import type { Form, Forms } from './form.ts';
import { headingOf } from './heading.ts';
import { Layouts } from './known.ts';
import type { FoundPage } from './pages.ts';
import { type Region, regionsOf, sheetRegion, titlesSeen } from './region.ts';
import { readCodes } from './shapes/codes/read.ts';
import { readEconomic } from './shapes/economic/read.ts';
import { readList } from './shapes/list/read.ts';
import { readSides } from './shapes/sides/read.ts';
import { readSpending } from './shapes/spending/read.ts';
import { readSpendingUnits } from './shapes/spending/units.ts';
import { listsUnits, readUnits } from './shapes/units/read.ts';
import { headsOfBudget } from './titles.ts';
import { type HeadTold, toldByHead } from './told.ts';
import { type View, viewOf } from './view.ts';

function readDraft(form: Form, region: Region, forms: Forms): Draft | undefined {
  switch (form.shape) {
    case 'sides':
      return readSides(form, region, forms);
    case 'codes':
      return readCodes(form, region);
    case 'economic':
      return readEconomic(form, region, forms);
    case 'spending':
      return readSpending(form, region);
    case 'list':
      return readList(form, region);
    case 'units': {
      const base = forms.forms.find((f) => f.byUnits === form.id && f.shape === 'spending');
      return base ? readSpendingUnits(form, base, region) : readUnits(form, region);
    }
    case 'evaluation':
      return undefined;
  }
}

/** Titles in which a year or 预算 tells what the columns are. */
const isTold = ({ shape }: Form): boolean => shape === 'spending' || shape === 'units';

/**
 * The table of a form as its shape is read, by the labels of the region alone, whoever's they were; undefined where
 * the region is none of it, and for 自评表, which have a reader of their own.
 */
export function draftOf(form: Form, region: Region, forms: Forms): Draft | undefined {
  const { body, bottom, left, right } = region;
  const printedTitle = isTold(form) ? region.printedTitle : '';
  const by = `${form.id} ${body} ${bottom} ${left} ${right} ${printedTitle}\n`;
  const read = (view: View): FoundDraft => ({
    draft: readDraft(form, { ...region, view, printedTitle }, forms),
  });
  const { lists, drafts } = memoriesOf(forms);
  // Every department has codes of its own.
  const isList = form.shape === 'codes' || form.shape === 'economic';
  return (isList ? lists : drafts).within(region, by, read).draft;
}

function firstRow({ end, cells }: Draft): number {
  let first = end;
  for (const line of cells)
    for (const at of line) if (at !== undefined && rowOfPlace(at) < first) first = rowOfPlace(at);
  return first;
}

/** Without a title, a table of ours has at least its total column: a working paper has not. */
const hasWhole = (form: Form, draft: Draft): boolean =>
  !form.columns.some((c) => c.whole) || draft.columns.some((c) => c.whole);

/** 一张工作表所见: what its labels tell. Of 自评表 it is the region alone: what they say depends on figures too. */
export interface Seen {
  readonly found: FoundPage[];
  readonly evaluated: Region[];
  readonly others: { sheet: string; title: string }[];
  readonly titles: string[];
  readonly told: HeadTold[];
}

/** A title may stand over units as well as over subjects. */
function byUnits(region: Region, forms: Forms): Region {
  const other = forms.forms.find((f) => f.id === region.form?.byUnits);
  if (!other) return region;
  const base = region.form!;
  const lists =
    base.shape === 'spending' ? readSpendingUnits(other, base, region) : listsUnits(region);
  if (!lists) return region;
  return { ...region, form: other, title: other.title };
}

function readSheet(view: View, sheet: number, forms: Forms, seen: Seen): void {
  const { grid } = view;
  seen.titles.push(grid.name, ...titlesSeen(view));
  const regions = regionsOf(view, forms);
  if (!grid.hidden && !headsOfBudget(view)) seen.told.push(toldByHead(view, regions.length === 0));
  if (regions.length === 0) seen.found.push({ region: sheetRegion(view), form: undefined, sheet });
  for (const titled of regions) {
    const region = byUnits(titled, forms);
    const place = { sheet: grid.name, title: region.printedTitle };
    if (!region.form) {
      if (region.other) seen.others.push(place);
      continue;
    }
    if (region.form.shape === 'evaluation') {
      seen.evaluated.push(region);
      continue;
    }
    const draft = draftOf(region.form, region, forms);
    if (!draft && region.form.extra) {
      seen.others.push(place);
      continue;
    }
    if (draft && region.titled === 'none' && !hasWhole(region.form, draft)) continue;
    if (draft) {
      const heading = headingOf(region, firstRow(draft));
      const parts = [{ region, draft }];
      seen.found.push({ form: region.form, region, draft, heading, parts, sheet });
    } else {
      // Words of a form without its header are no title.
      seen.found.push({ region, form: region.titled === 'none' ? undefined : region.form, sheet });
    }
  }
}

const nothingSeen = (): Seen => ({
  found: [],
  evaluated: [],
  others: [],
  titles: [],
  told: [],
});

/**
 * So many cells: sheets of some ten workbooks, and lists of codes of some four, which somebody may check again; and of other
 * regions some fifty layouts, as other departments fill them in.
 */
const SHEETS = 20_000;
const LISTS = 10_000;
const DRAFTS = 40_000;

/** 表草稿, or that a region is none. */
interface FoundDraft {
  readonly draft: Draft | undefined;
}

/** What sheets, and regions of sheets, were found to be. */
interface Memories {
  readonly sheets: Layouts<Seen>;
  readonly lists: Layouts<FoundDraft>;
  readonly drafts: Layouts<FoundDraft>;
}
const memories = new WeakMap<Forms, Memories>();

function memoriesOf(forms: Forms): Memories {
  let own = memories.get(forms);
  if (!own) {
    own = { sheets: new Layouts(SHEETS), lists: new Layouts(LISTS), drafts: new Layouts(DRAFTS) };
    memories.set(forms, own);
  }
  return own;
}

const NO_VIEW = viewOf({
  name: '',
  hidden: false,
  protected: false,
  rows: 0,
  columns: 0,
  cells: [],
  merges: [],
});

/** What was found, as it stands in a sheet with the same labels. */
function seenThrough(view: View, seen: Seen, sheet: number): Seen {
  const through = (region: Region): Region => ({ ...region, view });
  const found = seen.found.map((page): FoundPage => {
    const region = through(page.region);
    if (!('draft' in page)) return { ...page, region, sheet };
    const parts = page.parts.map((part) => ({ ...part, region }));
    return { ...page, region, parts, sheet };
  });
  return { ...seen, found, evaluated: seen.evaluated.map(through) };
}

/** 读一张工作表; by its labels, where these were seen before. */
export function sheetSeen(view: View, sheet: number, forms: Forms): Seen {
  const seen = memoriesOf(forms).sheets.of(view, (watched) => {
    const own = nothingSeen();
    readSheet(watched, sheet, forms, own);
    return seenThrough(NO_VIEW, own, 0);
  });
  return seenThrough(view, seen, sheet);
}
