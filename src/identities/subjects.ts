// Names of subjects against the lists we have: a name of another code, and a name no longer in use.
// What a list does not hold is not verified and not said to be wrong.
import type { Finding, FindingCell } from '../assertions/finding.ts';
import type { Item, Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Remarks, remark } from './remarks.ts';

/** 科目目录: codes with their names, the present one first. */
export interface SubjectName {
  readonly code: string;
  readonly names: readonly string[];
  readonly former?: Readonly<Record<string, number>>;
}
/** 科目目录 of a year: functional classes, and economic codes from the year they hold. */
export interface SubjectLists {
  readonly classes: readonly SubjectName[];
  readonly economic: readonly SubjectName[];
}

/** Present economic codes are in use from this year of account. */
const ECONOMIC_SINCE = 2018;

const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/[\s“”"'、,，()（）]/g, '')
    .replace(/类?支出$/, '');

function cellOf(table: Table, row: Item): FindingCell[] {
  const fact = table.facts[table.rows.indexOf(row)]?.find((f) => f !== undefined);
  if (!fact) return [];
  const { sheet } = fact.location;
  const label = `${table.title} ${row.printed}`;
  return [{ sheet, address: addressOf(fact.location), value: row.printed, role: 'stated', label }];
}

const listFor = (table: Table, lists: SubjectLists, year: number | undefined) => {
  if (table.form === '表6') return (year ?? 0) >= ECONOMIC_SINCE ? lists.economic : [];
  return lists.classes;
};

/** A28: the code says one subject and the name another. */
function strangerIn(table: Table, row: Item, list: readonly SubjectName[]): string | undefined {
  const own = list.find((s) => s.code === row.code);
  const name = bare(row.printed);
  if (!own || name === '' || own.names.some((n) => bare(n) === name)) return undefined;
  const level = own.code.length;
  // 309 and 310 share names: a name that stands under several codes tells no code.
  const others = list.filter(
    (s) => s.code.length === level && s.names.some((n) => bare(n) === name),
  );
  const other = others.length === 1 ? others[0] : undefined;
  return (
    other &&
    `${table.title}编码 ${own.code} 应是“${own.names[0]}”，写的是“${row.printed}”，那是 ${other.code} 的名称。请核对编码和名称。`
  );
}

/** A28, D12 over the tables of a workbook. */
export function subjectRemarks(
  tables: readonly Table[],
  lists: SubjectLists,
  year: number | undefined,
  remarks: Remarks,
): Finding[] {
  const result: Finding[] = [];
  const told = new Set<string>();
  // Told once, of the first table of the nine, whatever the order of the sheets.
  const inOrder = [...tables].sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
  for (const table of inOrder) {
    const list = listFor(table, lists, year);
    for (const row of table.rows) {
      if (!row.code || !row.level || !row.printed) continue;
      const stranger = strangerIn(table, row, list);
      if (stranger) {
        const cells = cellOf(table, row);
        result.push(
          ...remark(remarks, 'A28', stranger, { table, cells, cause: 'name-of-other-code' }),
        );
      }
      const subject = list.find((s) => s.code === row.code);
      const former = Object.entries(subject?.former ?? {}).find(
        ([name]) => bare(name) === bare(row.printed),
      );
      if (!former || year === undefined || year <= former[1] || told.has(former[0])) continue;
      told.add(former[0]);
      const message = `${table.title}“${row.printed}”是 ${former[1]} 年度及以前的名称，现称“${subject!.names[0]}”。已按同一科目核对，请确认名称。`;
      const cells = cellOf(table, row);
      result.push(...remark(remarks, 'D12', message, { table, cells, verdict: 'unknown' }));
    }
  }
  return result;
}
