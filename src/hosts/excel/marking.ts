// Marks as tagged conditional formats: an overlay that leaves the user's own formats alone, travels
// with the file and is found again by its formula, with nothing remembered. Only what differs is written:
// a check that changes nothing leaves Excel's undo as it was.
import { addressOf } from '../../facts/grid.ts';
import type { Mark, MarkReport } from '../port.ts';
import { HostError } from '../port.ts';
import { addressLists, areasOf } from './areas.ts';
import { missingSheet } from './trouble.ts';

type Marked = Mark['verdict'];
/** What is painted: marks, and the light on what a finding is made of. */
type Painted = Marked | 'light';
interface Look {
  readonly fill: string;
  readonly line: string;
  readonly style: 'Continuous' | 'Dash' | 'Dot' | 'DashDot';
}
/** Light fills, dark text, borders of three kinds: told apart in black and white too. */
const LOOKS: Readonly<Record<Painted, Look>> = {
  broken: { fill: '#FDE7E9', line: '#B10E1C', style: 'Continuous' },
  rounding: { fill: '#FEF7E6', line: '#835B00', style: 'Dash' },
  unknown: { fill: '#F0F0F0', line: '#616161', style: 'Dot' },
  light: { fill: '#DCEBFB', line: '#0F5FA8', style: 'DashDot' },
};
/** From the verdict that weighs least to the one that weighs most. */
const WEIGHT = ['unknown', 'rounding', 'broken'] as const;
/** Whatever bears a tag of ours. */
const OURS = [...WEIGHT, 'light'] as const;
const INK = '#242424';
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const tag = (verdict: Painted): string => `=LEN("Gouji#${verdict}")>0`;
const TAG = /^\s*=?\s*LEN\(\s*"Gouji#(broken|rounding|unknown|light)"\s*\)\s*>\s*0\s*$/i;

interface Ours {
  readonly sheet: Excel.Worksheet;
  readonly format: Excel.ConditionalFormat;
  readonly verdict: Painted;
  readonly cells: number;
  /** Where it applies; absent where somebody has spread it over more cells than we ever mark. */
  readonly addresses?: readonly string[];
}

/** So many rules are asked for in one request; a workbook may hold thousands of somebody else's. */
const ASKED_AT_ONCE = 300;
/** A rule over more cells than this is no longer as we left it. */
const SPREAD = 20_000;

/**
 * Asks for many things in few requests. A request that fails is asked again in halves, so that one rule
 * which Excel itself cannot read costs that rule alone.
 */
async function answered<T, R>(
  context: Excel.RequestContext,
  items: readonly T[],
  ask: (item: T) => R,
): Promise<(readonly [T, R])[]> {
  if (items.length === 0) return [];
  if (items.length > ASKED_AT_ONCE) {
    const first = await answered(context, items.slice(0, ASKED_AT_ONCE), ask);
    return [...first, ...(await answered(context, items.slice(ASKED_AT_ONCE), ask))];
  }
  try {
    const asked = items.map((item) => [item, ask(item)] as const);
    await context.sync();
    return asked;
  } catch (thrown) {
    if (!mayBeOneItem(thrown)) throw thrown;
    if (items.length === 1) return [];
    const half = items.length >> 1;
    const first = await answered(context, items.slice(0, half), ask);
    return [...first, ...(await answered(context, items.slice(half), ask))];
  }
}

/** A lost connection or a cell being edited concerns all: asking again would only take long. */
export function mayBeOneItem(thrown: unknown): boolean {
  const { code } = (thrown ?? {}) as { code?: string };
  return !['InvalidOperationInCellEditMode', 'ConnectionFailure', 'HostRestartNeeded'].includes(
    code ?? '',
  );
}

/** All marks of ours, on every sheet. */
async function findOurs(context: Excel.RequestContext): Promise<Ours[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const listed = await answered(context, worksheets.items, (sheet) =>
    sheet.getRange().conditionalFormats.load('items/id,items/type'),
  );
  const custom = listed.flatMap(([sheet, formats]) =>
    formats.items.filter((f) => f.type === 'Custom').map((format) => ({ sheet, format })),
  );
  const ruled = await answered(context, custom, ({ format }) => format.custom.rule.load('formula'));
  const tagged = ruled.flatMap(([one, rule]) => {
    const verdict = TAG.exec(rule.formula)?.[1]?.toLowerCase() as Painted | undefined;
    return verdict ? [{ ...one, verdict }] : [];
  });
  const placed = await answered(context, tagged, ({ format }) =>
    format.getRanges().load('address,cellCount'),
  );
  return placed.map(([one, areas]) => ({
    ...one,
    cells: areas.cellCount,
    ...(areas.cellCount <= SPREAD && { addresses: cellsIn(areas.address) }),
  }));
}

const cellsIn = (address: string): string[] =>
  areasOf(address).flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, i) =>
      addressOf({ row: row + Math.floor(i / columns), column: column + (i % columns) }),
    ),
  );

/** Adds our rules over these cells; gives them back. */
export function paint(
  sheet: Excel.Worksheet,
  verdict: Painted,
  addresses: readonly string[],
): Excel.ConditionalFormat[] {
  const { fill, line, style } = LOOKS[verdict];
  return addressLists(addresses).map((list) => {
    const added = sheet.getRanges(list).conditionalFormats.add('Custom');
    const { custom } = added;
    custom.rule.formula = tag(verdict);
    custom.format.fill.color = fill;
    custom.format.font.color = INK;
    for (const edge of EDGES) {
      const border = custom.format.borders.getItem(edge);
      border.style = style;
      border.color = line;
    }
    return added;
  });
}

const NONE: ReadonlySet<string> = new Set();

/** By sheet and verdict the cells that are to be marked: a cell bears the verdict that weighs most. */
function wantedBy(marks: readonly Mark[]): Map<string, Map<Marked, Set<string>>> {
  const heaviest = new Map<string, Map<string, Marked>>();
  for (const { sheet, address, verdict } of marks) {
    const cells = heaviest.get(sheet) ?? new Map<string, Marked>();
    heaviest.set(sheet, cells);
    const cell = address.replaceAll('$', '').toUpperCase();
    const known = cells.get(cell);
    if (!known || WEIGHT.indexOf(known) < WEIGHT.indexOf(verdict)) cells.set(cell, verdict);
  }
  return new Map(
    [...heaviest].map(([sheet, cells]) => {
      const byVerdict = new Map<Marked, Set<string>>();
      for (const [cell, verdict] of cells)
        byVerdict.set(verdict, (byVerdict.get(verdict) ?? new Set()).add(cell));
      return [sheet, byVerdict];
    }),
  );
}

/** Whether these marks stand exactly where they are wanted. */
function asWanted(standing: readonly Ours[], wanted: ReadonlySet<string>): boolean {
  if (standing.some((o) => !o.addresses)) return false;
  const cells = standing.flatMap((o) => o.addresses ?? []);
  return cells.length === wanted.size && cells.every((c) => wanted.has(c));
}

/**
 * Puts these marks in place of ours that stand there: of several on a cell the one that weighs most. A
 * protected sheet is left as it is and named as refused; one that is not there throws `not-found` before
 * anything is written.
 */
export async function markCells(
  context: Excel.RequestContext,
  marks: readonly Mark[],
): Promise<MarkReport> {
  const ours = await findOurs(context);
  const sheets = new Map(context.workbook.worksheets.items.map((s) => [s.name, s]));
  const wanted = wantedBy(marks);
  for (const name of wanted.keys()) if (!sheets.has(name)) throw missingSheet(name);
  const refused = [...wanted.keys()].filter((name) => sheets.get(name)!.protection.protected);
  let written = false;
  for (const [name, sheet] of sheets) {
    if (sheet.protection.protected) continue;
    for (const verdict of OURS) {
      const standing = ours.filter((o) => o.sheet.name === name && o.verdict === verdict);
      const cells = (verdict !== 'light' && wanted.get(name)?.get(verdict)) || NONE;
      if (asWanted(standing, cells)) continue;
      for (const { format } of standing) format.delete();
      if (cells.size > 0) paint(sheet, verdict, [...cells]);
      written = true;
    }
  }
  if (written) await context.sync();
  const placed = marks.filter((m) => !refused.includes(m.sheet));
  return { marked: placed.length, refused };
}

/** Takes every light of ours away, whichever pane lit it; marks stay. */
export async function eraseLights(context: Excel.RequestContext): Promise<void> {
  const ours = await findOurs(context);
  const lit = ours.filter((o) => o.verdict === 'light' && !o.sheet.protection.protected);
  for (const { format } of lit) format.delete();
  if (lit.length > 0) await context.sync();
}

/** Cells that bear a mark of ours. */
export async function countMarked(context: Excel.RequestContext): Promise<number> {
  return (await findOurs(context)).reduce((sum, { cells }) => sum + cells, 0);
}

/**
 * Removes our marks and gives the number of cells that bore one. Those on protected sheets stay: then
 * `protected` is thrown after all others are gone.
 */
export async function eraseMarks(context: Excel.RequestContext): Promise<number> {
  const ours = await findOurs(context);
  const free = ours.filter(({ sheet }) => !sheet.protection.protected);
  for (const { format } of free) format.delete();
  if (free.length > 0) await context.sync();
  const kept = ours.filter(({ sheet }) => sheet.protection.protected);
  if (kept.length > 0) {
    const names = [...new Set(kept.map(({ sheet }) => `“${sheet.name}”`))].join('、');
    throw new HostError(
      'protected',
      `${names}受保护，其中的标记没有清除；请先撤销保护，再清除标记。其他工作表的标记已清除。`,
    );
  }
  return free.reduce((sum, { cells }) => sum + cells, 0);
}
