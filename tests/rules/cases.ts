// The notation of the case files (README.md): read into cases, and the workbooks a case speaks of.
import { existsSync, readFileSync } from 'node:fs';
import type { Cell, Grid, Scalar, Snapshot } from '../../src/facts/grid.ts';
import type { ReviewOptions } from '../../src/review.ts';
import { type CellChange, changed, sample } from '../support/samples.ts';

/** One assignment of a case: a cell of this or another workbook, or a row of 补充资料. */
type Change =
  | (CellChange & { readonly in: '本表' | '上年' | number })
  | { readonly in: '补充'; readonly name: string; readonly entry: string };

/** A further workbook of a case: whose sample it is, and what is different in it. */
interface Book {
  readonly sample: string;
  readonly changes: readonly Change[];
}

export interface Case {
  readonly line: number;
  readonly sample: string;
  readonly verdict: '成立' | '不符' | '已说明' | '无法核对';
  readonly last?: Book;
  readonly units: readonly Book[];
  readonly extras: readonly Extra[];
  /** Changes to the sample that every case of it starts from. */
  readonly scene: readonly Change[];
  /** Of the lines above, and of the case itself. */
  readonly changes: readonly Change[];
  readonly named: readonly string[];
}

const scalar = (text: string): Scalar =>
  text === '空' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.replaceAll('_', ' ');

function change(text: string): Change {
  const supplement = /^补充\.(.+?)=(.*)$/.exec(text);
  if (supplement) return { in: '补充', name: supplement[1]!, entry: supplement[2]! };
  const m = /^(?:(上年|下级\d+)\.)?(.+)!([A-Z]+\d+)=(.*)$/.exec(text);
  if (!m) throw new Error(`看不懂：${text}`);
  const where = m[1] === '上年' ? '上年' : m[1] === undefined ? '本表' : Number(m[1].slice(2)) - 1;
  return {
    in: where,
    sheet: m[2]!.replaceAll('_', ' '),
    address: m[3]!,
    value: scalar(m[4]!),
  };
}

/** 附表: an extra table by code, as some places publish them. */
interface Extra {
  readonly title: string;
  readonly rows: readonly string[];
  /** Its rows are cells between bars. */
  readonly drawn?: boolean;
}

export interface Setting {
  sample: string;
  extras: Extra[];
  scene: Change[];
  last?: Book;
  units: Book[];
  changes: Change[];
}

export const NOTHING = (): Setting => ({
  sample: '',
  units: [],
  changes: [],
  extras: [],
  scene: [],
});

/** A line that sets the scene for those below it; false when it is a case. */
export function sets(setting: Setting, word: string, rest: readonly string[]): boolean {
  const book = (): Book => ({ sample: rest[0]!, changes: rest.slice(1).map(change) });
  if (word === '样本') Object.assign(setting, { ...NOTHING(), sample: rest[0]!, last: undefined });
  if (word === '附表') setting.extras.push({ title: rest[0]!, rows: rest.slice(1) });
  if (word === '另表') setting.extras.push({ title: rest[0]!, rows: rest.slice(1), drawn: true });
  if (word === '补充') setting.changes.push(...rest.map((r) => change(`补充.${r}`)));
  if (word === '上年') setting.last = book();
  if (word === '下级') setting.units.push(book());
  if (word === '先改') setting.scene.push(...rest.map(change));
  return ['样本', '补充', '上年', '下级', '附表', '另表', '先改'].includes(word);
}

export function casesIn(file: URL): Case[] {
  if (!existsSync(file)) return [];
  const setting = NOTHING();
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i): Case[] => {
      const [word, ...rest] = text.trim().split(/\s+/);
      if (!word || word.startsWith('#') || sets(setting, word, rest)) return [];
      const arrow = rest.indexOf('→');
      const own = (arrow < 0 ? rest : rest.slice(0, arrow)).map(change);
      const named = arrow < 0 ? [] : rest.slice(arrow + 1).map((n) => n.replaceAll('_', ' '));
      const changes = [...setting.changes, ...own];
      const { sample: name, last } = setting;
      const around = {
        units: [...setting.units],
        extras: [...setting.extras],
        scene: [...setting.scene],
      };
      const verdict = word as Case['verdict'];
      return [
        { line: i + 1, sample: name, verdict, changes, named, ...around, ...(last && { last }) },
      ];
    });
}

const cellsOf = (changes: readonly Change[]): CellChange[] =>
  changes.flatMap((c) => (c.in === '补充' ? [] : [c]));
const inBook = (changes: readonly Change[], where: '上年' | number): CellChange[] =>
  cellsOf(changes.filter((c) => c.in === where));

function sheetOf(name: string, rows: readonly (readonly Scalar[])[]): Grid {
  const cells = rows.map((r) => r.map((value): Cell | undefined => ({ value })));
  const columns = Math.max(...rows.map((r) => r.length));
  const size = { rows: rows.length, columns };
  return { name, hidden: false, protected: false, ...size, cells, merges: [] };
}

/** A table as its cells stand. */
const drawnSheet = ({ title, rows }: Extra): Grid =>
  sheetOf(
    title,
    rows.map((row) => row.split('|').map((text) => scalar(text || '空'))),
  );

/** Code, name and total of an extra table; its first row of figures is row 4. */
function extraSheet(extra: Extra): Grid {
  const { title, rows } = extra;
  if (extra.drawn) return drawnSheet(extra);
  const lines = rows.map((row): Scalar[] => {
    const [code = '', amount = ''] = row.split('=');
    return code === '合计' ? [code, null, scalar(amount)] : [code, `科目${code}`, scalar(amount)];
  });
  const head: Scalar[][] = [[title], ['单位：万元'], ['科目编码', '科目名称', '合计', '办公费']];
  return sheetOf(title, [...head, ...lines]);
}

/** A sheet 补充资料 of the rows a case gives; `值单位|说明` in one word. */
function supplement(changes: readonly Change[]): Grid[] {
  const entries = new Map(
    changes.flatMap((c) => (c.in === '补充' ? [[c.name, c.entry] as const] : [])),
  );
  if (entries.size === 0) return [];
  const rows: Scalar[][] = [['补充资料'], ['项目', '数值', '单位', '说明（原因）']];
  for (const [name, entry] of entries) {
    const [amount = '', reason = null] = entry.split('|');
    const [, digits = '', unit = ''] = /^(-?[\d.]*)(.*)$/.exec(amount)!;
    const words = digits === '' ? scalar(unit || '空') : scalar(digits);
    rows.push([name, words, digits === '' ? null : unit || null, reason]);
  }
  return [sheetOf('补充资料', rows)];
}

const earlierYears = new WeakMap<Snapshot, Snapshot>();

/** The same workbook a year earlier: every year in its words is one less. Made once, so that it is read once. */
function yearBefore(snapshot: Snapshot): Snapshot {
  const known = earlierYears.get(snapshot) ?? madeEarlier(snapshot);
  earlierYears.set(snapshot, known);
  return known;
}

function madeEarlier(snapshot: Snapshot): Snapshot {
  const earlier = (text: string) => text.replace(/20\d{2}/g, (y) => String(Number(y) - 1));
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((line) =>
      line?.map((cell) => {
        if (typeof cell?.value !== 'string') return cell;
        const { text: _, ...kept } = cell;
        return { ...kept, value: earlier(cell.value) };
      }),
    ),
  }));
  return { ...snapshot, name: '上年.xlsx', sheets };
}

/** The workbook of a case and the others it is held against. */
export async function workbooks(
  of: Case,
  changes: readonly Change[] = of.changes,
): Promise<[Snapshot, ReviewOptions]> {
  const own = cellsOf([...of.scene, ...changes].filter((c) => c.in === '本表'));
  const bare = await sample(of.sample);
  const all = { ...bare, sheets: [...bare.sheets, ...of.extras.map(extraSheet)] };
  const book = changed(all, own);
  const units = await Promise.all(
    of.units.map(async (unit, i) => ({
      ...changed(await sample(unit.sample), [...cellsOf(unit.changes), ...inBook(changes, i)]),
      name: `下级${i + 1}.xlsx`,
    })),
  );
  const last = of.last && yearBefore(await sample(of.last.sample));
  const former = of.last && [...cellsOf(of.last.changes), ...inBook(changes, '上年')];
  return [
    { ...book, sheets: [...book.sheets, ...supplement(changes)] },
    { ...(last && { last: changed(last, former ?? []) }), ...(units.length > 0 && { units }) },
  ];
}
