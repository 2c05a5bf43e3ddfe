// Layouts drawn by seed, and a department laid out as a workbook.
import type { Snapshot } from '../../../src/facts/grid.ts';
import type { Department } from './model.ts';
import { type AmountCell, Page, sheetOf, type UnitWord } from './page.ts';
import { type Random, random } from './random.ts';
import { detailPages, type Layout, pagesOf } from './tables.ts';
import {
  continued,
  drawTwists,
  extraPages,
  foreignPages,
  gapped,
  signed,
  spaced,
  type Twists,
  titledInHalves,
  titledInLines,
  withFormulas,
} from './twists.ts';

const SHEET_NAMES = [
  'form',
  'public',
  'software',
  'title',
  'default',
  'gk',
  'digit',
  'annex',
] as const;

export interface Arrangement {
  readonly layout: Layout;
  readonly sheets: 'each' | 'stacked' | 'beside' | 'one';
  readonly sheetNames: (typeof SHEET_NAMES)[number];
  readonly margin: { readonly rows: number; readonly columns: number };
  readonly noise: boolean;
  readonly lastYear: boolean;
  readonly twists: Twists;
  readonly seed: number;
}
export interface Workbook {
  readonly snapshot: Snapshot;
  readonly amounts: readonly AmountCell[];
}

const TITLES = [
  'plain',
  'plain',
  'numbered',
  'department',
  'yearless',
  'unquoted',
  'ofUnit',
  'ofDepartment',
  'spaced',
  'book',
  'chinese',
  'withUnit',
] as const;

/** Some workbooks give a table or two in another unit. */
function mixedUnits(r: Random): Readonly<Record<string, UnitWord>> {
  if (!r.chance(0.15)) return {};
  const forms = r.some(['表1', '表2', '表3', '表4', '表5', '表6', '表7'], 1, 3);
  return Object.fromEntries(forms.map((f) => [f, r.pick(['元', '千元', '万元'] as const)]));
}

/** The seed's layout; wishes override what it draws. */
export function arrangement(seed: number, wishes: Partial<Layout> = {}): Arrangement {
  const r = random(seed * 7919 + 13);
  const oldForm = wishes.oldForm ?? random(seed + 77).chance(0.12);
  const layout: Layout = {
    manner: {
      unit: r.pick(['元', '万元', '万元', '万元', '千元', '亿元'] as const),
      blank: r.pick(['empty', 'empty', 'zero', 'dash', 'slash', 'mixed'] as const),
      typing: r.pick([
        'number',
        'number',
        'number',
        'text',
        'grouped',
        'wide',
        'mixed',
        'precise',
        'rescaled',
      ] as const),
    },
    year: oldForm ? r.integer(2016, 2019) : r.integer(2020, 2025),
    titles: ((drawn) => (oldForm && drawn === 'yearless' ? 'plain' : drawn))(r.pick(TITLES)),
    synonym: r.integer(0, 2),
    numbers: r.chance(0.6),
    rowNumbers: r.chance(0.6),
    classes: r.pick([26, 26, 24, 29, 'used'] as const),
    oldForm,
    totalAtBottom: r.chance(0.3),
    codes: r.pick([
      'whole',
      'text',
      'split',
      'wide',
      'spaced',
      'steps',
      'joined',
      'numbers',
    ] as const),
    depth: r.pick([7, 7, 7, 7, 5, 3] as const),
    totalWord: r.pick(['合计', '合计', '总计', '合  计'] as const),
    storeys: r.pick([2, 2, 3] as const),
    names: r.pick(['plain', 'indented', 'wrapped'] as const),
    blocks: r.pick([2, 3, 3, 1, 'list'] as const),
    splitEconomic: r.chance(0.3),
    three: r.pick(['across', 'interleaved', 'list', 'official'] as const),
    capital: r.pick([3, 6] as const),
    general: random(seed + 79).chance(0.15) ? 'balances' : 'spending',
    meetings: random(seed + 80).chance(0.15),
    notes: r.chance(0.6),
    unitWords: r.pick([
      '单位：?',
      '金额单位：?',
      '单位:?',
      '单位：人民币?',
      '（单位：?）',
      '货币单位：?',
    ] as const),
    departmentWord: r.pick(['部门', '单位名称', '编制单位', '公开部门'] as const),
    units: {},
    ...wishes,
  };
  const mixed = wishes.units ?? mixedUnits(random(seed + 81));
  return {
    layout: layout.manner.unit === '亿元' ? layout : { ...layout, units: mixed },
    sheets: r.pick(['each', 'each', 'each', 'each', 'stacked', 'beside', 'one'] as const),
    sheetNames: r.pick(SHEET_NAMES),
    margin: { rows: r.integer(0, 2), columns: r.integer(0, 2) },
    noise: r.chance(0.4),
    lastYear: r.chance(0.15),
    twists: drawTwists(random(seed + 78)),
    seed,
  };
}

function nameOf(a: Arrangement, form: string, title: string, i: number): string {
  const n = String(i + 1).padStart(2, '0');
  const short = title.replace(/\n/g, '').slice(0, 24);
  return {
    form,
    public: `公开${n}表`,
    software: `Z${n}-${short}`,
    title: `${i + 1}${short}`,
    default: `Sheet${i + 1}`,
    gk: `GK${n}`,
    digit: String(i + 1),
    annex: `附件1-${i + 1}`,
  }[a.sheetNames];
}

const titleIn = (page: Page): string =>
  String(page.cells.find((line) => /表/.test(String(line?.[0]?.value ?? '')))?.[0]?.value ?? '')
    .replace(/^.*年度/, '')
    .replace(/（表.*$/, '');

function noiseSheets(
  pages: readonly [string, Page][],
  a: Arrangement,
): ReturnType<typeof sheetOf>[] {
  const cover = new Page(a.layout.manner);
  cover.put(2, 0, `${a.layout.year}年度部门决算公开`);
  const contents = new Page(a.layout.manner);
  contents.put(0, 0, '目录');
  pages.forEach(([, page], i) => contents.put(i + 1, 0, `${i + 1}. ${titleIn(page)}`));
  return [
    sheetOf('封面', [{ page: cover, row: 0, column: 0 }]),
    sheetOf('目录', [{ page: contents, row: 0, column: 0 }]),
  ];
}

function twisted(page: Page, a: Arrangement, i: number): Page {
  const { twists, layout } = a;
  const r = random(a.seed * 31 + i);
  let result = page;
  if (twists.formulas) result = withFormulas(result);
  if (twists.gaps) result = gapped(result, r);
  if (twists.spaced) result = spaced(result);
  if (twists.signed) result = signed(result, layout.year);
  if (twists.halves && a.sheets === 'each') result = titledInHalves(result);
  return twists.twoLines && a.sheets === 'each'
    ? titledInLines(result, layout.year, i + 1)
    : result;
}

/** Lays a department out; with `former`, last year's tables stand beside this year's. */
export function layOut(d: Department, a: Arrangement, former?: Department): Workbook {
  const pages = pagesOf(d, a.layout).map(([form, page], i): [string, Page] => [
    form,
    twisted(page, a, i),
  ]);
  const { rows, columns } = a.margin;
  const sheets: ReturnType<typeof sheetOf>[] = a.noise ? noiseSheets(pages, a) : [];
  if (a.sheets === 'each') {
    pages.forEach(([form, whole], i) => {
      const parts = a.twists.continued ? continued(whole) : [whole];
      parts.forEach((page, n) => {
        const name = `${nameOf(a, form, titleIn(page), i)}${n === 0 ? '' : '续'}`;
        sheets.push(sheetOf(name, [{ page, row: rows, column: columns }]));
      });
    });
  } else {
    const many = a.sheets === 'one' ? pages.length : 3;
    for (let i = 0; i < pages.length; i += many) {
      const parts: { page: Page; row: number; column: number }[] = [];
      let [row, column] = [rows, columns];
      for (const [, page] of pages.slice(i, i + many)) {
        parts.push({ page, row, column });
        if (a.sheets !== 'beside') row += page.rows + 2;
        else column += page.columns + 1;
      }
      sheets.push(sheetOf(`决算${i / many + 1}`, parts));
    }
  }
  const amounts = sheets.flatMap((s) => s.amounts);
  if (a.twists.extras && a.sheets === 'each')
    for (const [name, page] of detailPages(d, a.layout))
      sheets.push(sheetOf(name, [{ page, row: rows, column: columns }]));
  if (a.twists.extras)
    for (const [name, page] of extraPages(a.layout.manner, a.layout.year, random(a.seed + 5)))
      sheets.push(sheetOf(name, [{ page, row: 0, column: 0 }]));
  if (a.twists.foreign)
    for (const [name, page] of foreignPages(
      d.name,
      a.layout.manner,
      a.layout.year,
      random(a.seed + 6),
    ))
      sheets.push(sheetOf(name, [{ page, row: 0, column: 0 }]));
  if (former) {
    pagesOf(former, { ...a.layout, year: a.layout.year - 1, titles: 'plain' }).forEach(
      ([form, page]) => {
        sheets.push(sheetOf(`上年${form}`, [{ page, row: 0, column: 0 }], true));
      },
    );
  }
  const grids = sheets.map(({ grid }) => (a.twists.unmerged ? { ...grid, merges: [] } : grid));
  return { snapshot: { sheets: grids }, amounts };
}

/** One digit changed in one amount cell, its way of being typed kept. */
export function disturb(
  snapshot: Snapshot,
  at: AmountCell,
  seed: number,
): { snapshot: Snapshot; from: string; to: string } {
  const r = random(seed);
  const grid = snapshot.sheets.find((s) => s.name === at.sheet)!;
  const cell = grid.cells[at.row]![at.column]!;
  const text =
    typeof cell.value === 'number' ? cell.value.toFixed(at.decimals) : String(cell.value);
  const places = [...text].flatMap((c, i) => (/[0-9０-９]/.test(c) ? [i] : []));
  const i = r.pick(places);
  const old = text[i]!;
  const base = old >= '０' ? '０'.charCodeAt(0) : '0'.charCodeAt(0);
  const digit = (old.charCodeAt(0) - base + r.integer(1, 9)) % 10;
  const to = text.slice(0, i) + String.fromCharCode(base + digit) + text.slice(i + 1);
  const value = typeof cell.value === 'number' ? Number(to) : to;
  // A typed number replaces a formula.
  const { formula: _formula, ...typed } = cell;
  const cells = grid.cells.map((line, row) =>
    row === at.row
      ? line!.map((c, column) => (column === at.column ? { ...typed, value } : c))
      : line,
  );
  const sheets = snapshot.sheets.map((s) => (s === grid ? { ...grid, cells } : s));
  return { snapshot: { ...snapshot, sheets }, from: text, to };
}
