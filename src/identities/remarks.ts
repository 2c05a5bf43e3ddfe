// Remarks: what is wrong without a relation between amounts — codes, names, words in amount cells,
// years, units. Knows tables; knows no form's reading.

import type { Cause } from '../assertions/cause.ts';
import type { Declaration, Severity } from '../assertions/declaration.ts';
import type { Finding, FindingCell } from '../assertions/finding.ts';
import { figureText } from '../assertions/message.ts';
import type { Fact, Item, Table } from '../facts/fact.ts';
import { addressOf, type CellLocation } from '../facts/grid.ts';
import { beginningsOf } from '../formula/codes.ts';
import { once } from '../measure/once.ts';

/** 提示条目: the head of a remark; its words are made where the remark is. */
export interface RemarkHead extends Declaration {
  readonly about: string;
  /** 原因代码 where a case of it has none of its own. */
  readonly cause: Cause;
}

/** 现行提示: remarks in force by id. */
export type Remarks = ReadonlyMap<string, RemarkHead>;

interface Place {
  readonly table?: Table;
  readonly sheet?: string;
  readonly cells?: readonly FindingCell[];
  readonly verdict?: Finding['verdict'];
  /** Which of several things the remark may be about. */
  readonly cause?: Cause;
  /** Instead of the rule's own, where this case of it weighs less. */
  readonly severity?: Severity;
}

/** A finding without an assertion. */
export function remark(remarks: Remarks, id: string, message: string, place: Place): Finding[] {
  const head = remarks.get(id);
  if (!head) return [];
  const verdict = place.verdict ?? 'broken';
  const sheet = place.sheet ?? place.table?.sheet;
  return [
    {
      rule: id,
      verdict,
      severity: verdict === 'broken' ? (place.severity ?? head.severity) : 'note',
      cause: place.cause ?? head.cause,
      title: head.title,
      says: head.about,
      basis: head.basis,
      message,
      explained: false,
      ...(sheet !== undefined && { sheet }),
      ...(place.table && { table: place.table.title }),
      cells: place.cells ?? [],
    },
  ];
}

/** 涉及单元格 of a remark, called by its row unless another label is given. */
export function remarkCell(fact: Fact, label = fact.row.printed): FindingCell {
  return {
    sheet: fact.location.sheet,
    address: addressOf(fact.location),
    value: figureText(fact),
    role: 'stated',
    label: `${fact.table.title} ${label}`,
  };
}

const cellAtLocation = (at: CellLocation, value: string, label: string): FindingCell => ({
  sheet: at.sheet,
  address: addressOf(at),
  value,
  role: 'stated',
  label,
});

const parentOf = (code: string): string | undefined =>
  code.length === 7 ? code.slice(0, 5) : code.length === 5 ? code.slice(0, 3) : undefined;

function firstCell(table: Table, row: Item): FindingCell[] {
  const fact = table.facts[table.rows.indexOf(row)]?.find((f) => f !== undefined);
  if (!fact) return [];
  const at = { ...fact.location, column: table.range.column };
  return [cellAtLocation(at, row.code ?? row.printed, `${table.title} ${row.printed}`)];
}

/** 基本支出 by economic code may print its 款 alone. */
const lists = (table: Table, level: '款'): boolean =>
  table.form === '表6' && table.rows.every((r) => !r.code || r.level === level);

/** A28: codes of 3, 5 or 7 digits, unique, in order, with their parents. */
export function codeRemarks(table: Table, remarks: Remarks): Finding[] {
  const coded = table.rows.filter((r) => r.code && r.side === undefined);
  const result: Finding[] = [];
  const say = (row: Item, cause: Cause, message: string) => {
    result.push(...remark(remarks, 'A28', message, { table, cells: firstCell(table, row), cause }));
  };
  const codes = new Set(coded.map((r) => r.code));
  const seen = new Set<string>();
  const missing = new Map<string, Item>();
  let last = '';
  for (const row of coded) {
    const code = row.code!;
    if (!row.level)
      say(
        row,
        'code-malformed',
        `${table.title}“${row.printed}”的编码 ${code} 不是 3、5 或 7 位，请核对。`,
      );
    else if (seen.has(code))
      say(row, 'code-twice', `${table.title}编码 ${code} 出现了两次，请核对。`);
    else if (table.form !== '表6' && code < last) {
      say(
        row,
        'code-out-of-order',
        `${table.title}编码 ${code} 排在 ${last} 之后，没有按编码顺序排列。`,
      );
    }
    seen.add(code);
    if (row.level && code > last) last = code;
    const parent = row.level ? parentOf(code) : undefined;
    const above = codes.has(parent ?? '') || lists(table, '款');
    if (parent && !above && !missing.has(parent) && !table.partial) missing.set(parent, row);
  }
  for (const { row, message } of withoutParents(table, missing))
    say(row, 'code-without-parent', message);
  return result;
}

const LEVEL_NAMES: Readonly<Record<number, string>> = { 3: '类', 5: '款' };

/** Codes without the row above them; told once where the table has no rows of that level at all. */
function withoutParents(table: Table, missing: ReadonlyMap<string, Item>) {
  const told = new Set<number>();
  return [...missing].flatMap(([parent, row]) => {
    const alike = [...missing.keys()].filter((p) => p.length === parent.length);
    const name = LEVEL_NAMES[parent.length];
    const none = alike.length > 1 && !table.rows.some((r) => r.code?.length === parent.length);
    const one = `${table.title}有 ${row.code}“${row.printed}”，却没有上级科目 ${parent} 的一行。`;
    if (!none || !name) return [{ row, message: one }];
    if (told.has(parent.length)) return [];
    told.add(parent.length);
    const message = `${table.title}没有列出${name}级科目：${row.code}“${row.printed}”等缺少上级科目 ${alike.join('、')} 的各行。已按下级科目相加核对。`;
    return [{ row, message }];
  });
}

const hasAmount = (table: Table, row: Item): boolean => hasAmountAt(table, table.rows.indexOf(row));
const hasAmountAt = ({ facts }: Table, row: number): boolean =>
  facts[row]?.some((f) => f?.quantity && f.quantity.units !== 0) ?? false;

/** Whether a row of a table stands below a code. */
const isBelow = (code: string) => (row: Item) =>
  row.level !== undefined && row.code !== code && row.code?.startsWith(code) === true;

const ends = new WeakMap<readonly Item[], readonly Item[]>();

/** Rows of a list that others of it go below, and nothing stands below. */
function endsIn(rows: readonly Item[]): readonly Item[] {
  const known = ends.get(rows);
  if (known) return known;
  const depth = Math.max(0, ...rows.map((r) => (r.level && r.code?.length) || 0));
  const short = rows.filter((r) => r.level && r.code && r.code.length < depth);
  const above = short.length > 0 ? beginningsOf(rows) : undefined;
  const own = short.filter((r) => !above!.has(r.code!));
  ends.set(rows, own);
  return own;
}

/** A28: a list that goes into detail elsewhere stops short of it where another table does not. */
export function detailRemarks(tables: readonly Table[], remarks: Remarks): Finding[] {
  const lists = ['表2', '表3', '表5', '表8', '表9'].flatMap((form) =>
    tables.filter((t) => t.form === form && !t.partial),
  );
  return lists.flatMap((table) => {
    const short = endsIn(table.rows).filter((row) => hasAmount(table, row));
    return short.flatMap((row) => {
      const below = isBelow(row.code!);
      const found = lists.flatMap((other) => {
        const item = other.rows.find((r) => below(r) && hasAmount(other, r));
        return item ? [{ other, item }] : [];
      })[0];
      if (!found) return [];
      const { other, item } = found;
      const message = `${table.title}“${row.code} ${row.printed}”下没有列出下级科目，${other.title}列有 ${item.code}“${item.printed}”。请核对是否漏列。`;
      const cells = firstCell(table, row);
      return remark(remarks, 'A28', message, { table, cells, cause: 'detail-missing' });
    });
  });
}

const bareName = once((name) =>
  name
    .normalize('NFKC')
    .replace(/[\s“”"'、,，]/g, '')
    .replace(/支出$/, ''),
);

/** 截短: one name is the beginning of the other; in a narrow cell the end was lost. */
function isCut(one: string, other: string): boolean {
  const [short, long] = [bareName(one), bareName(other)].sort((a, b) => a.length - b.length);
  return short !== long && short!.length >= 4 && long!.startsWith(short!);
}

/** B17 of a name that was cut off: a 提示, as it names no other subject. */
function cutRemark(
  code: string,
  { name, table }: { name: string; table: Table },
  whole: string,
  remarks: Remarks,
): Finding[] {
  const row = table.rows.find((r) => r.code === code);
  const message = `${table.title}编码 ${code} 的名称“${name}”没有写完，其他表是“${whole}”，请补全。`;
  const cells = row ? firstCell(table, row) : [];
  return remark(remarks, 'B17', message, { table, cells, severity: 'note', cause: 'name-cut' });
}

const codes = new WeakMap<readonly Item[], ReadonlySet<string>>();

/** Codes of rows, and everything that they begin with. */
function codesAndAbove(rows: readonly Item[]): ReadonlySet<string> {
  const known = codes.get(rows);
  if (known) return known;
  const own = new Set<string>();
  for (const { code } of rows)
    for (let length = 1; code && length <= code.length; length += 1) own.add(code.slice(0, length));
  codes.set(rows, own);
  return own;
}

/** B17: codes of the fiscal tables stand in 表3 too, and one code has one name everywhere. */
export function nameRemarks(tables: readonly Table[], remarks: Remarks): Finding[] {
  const result: Finding[] = [];
  // In the order of the nine, whatever the order of the sheets.
  const trees = ['表2', '表3', '表5', '表8', '表9'].flatMap((form) =>
    tables.filter((t) => t.form === form),
  );
  const spending = trees.find((t) => t.form === '表3');
  const first = new Map<string, { name: string; table: Table }>();
  const spent = spending && codesAndAbove(spending.rows);
  for (const table of trees) {
    for (const row of table.rows) {
      if (!row.code || !row.level || !row.printed) continue;
      const known = first.get(row.code);
      if (!known) first.set(row.code, { name: row.printed, table });
      else if (isCut(known.name, row.printed)) {
        // The longer name is the one that the others are held against.
        const short = known.name.length < row.printed.length ? known : { name: row.printed, table };
        if (short === known) first.set(row.code, { name: row.printed, table });
        result.push(...cutRemark(row.code, short, first.get(row.code)!.name, remarks));
      } else if (bareName(known.name) !== bareName(row.printed)) {
        const message = `编码 ${row.code} 在${known.table.title}叫“${known.name}”，在${table.title}叫“${row.printed}”，请统一。`;
        result.push(...remark(remarks, 'B17', message, { table, cells: firstCell(table, row) }));
      }
      const income = table.form === '表2';
      if (
        spent &&
        !spending!.partial &&
        !income &&
        table !== spending &&
        !spent.has(row.code) &&
        hasAmount(table, row) &&
        spends(table, row)
      ) {
        const message = `${table.title}有 ${row.code}“${row.printed}”的支出，支出决算表里没有这个科目。`;
        const cells = firstCell(table, row);
        result.push(
          ...remark(remarks, 'B17', message, { table, cells, cause: 'code-unknown-there' }),
        );
      }
    }
  }
  return result;
}

/** A row that only carries money forward is no spending. */
function spends(table: Table, row: Item): boolean {
  const column = table.columns.findIndex((c) => c.key === '本年支出');
  const fact = table.facts[table.rows.indexOf(row)]?.[column];
  return fact?.quantity !== undefined && fact.quantity.units !== 0;
}
