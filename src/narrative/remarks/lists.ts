// Lists of names and sentences of nothing: the economic subjects under 基本支出, the “没有” of empty tables,
// the counts of “三公”. Knows the tables' rows; reads no number anew.
import type { Table } from '../../facts/fact.ts';
import { isZero, round, toText } from '../../measure/exact.ts';
import { convert, valueOf } from '../../measure/quantity.ts';
import type { Desk } from '../names/desk.ts';
import type { Mention } from '../names/mention.ts';
import { TEXT_UNIT } from '../names/worth.ts';
import type { TieCell } from '../readings/report.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { Wrong } from './wrong.ts';

/** 列举与表不符, with the cells that say otherwise. */
export interface WrongList extends Wrong {
  readonly cells?: readonly TieCell[];
}

const bare = (name: string): string =>
  name
    .replace(/[\s"“”]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
const stem = (name: string): string => bare(name).replace(/(?:支出|费用|费)$/, '') || bare(name);

interface NamedRow {
  readonly name: string;
  readonly amount: number | string;
  readonly nothing: boolean;
}

/** 款 of the classes of 人员经费 or 公用经费, with whether they hold anything. */
function rowsOf(table: Table, personal: boolean): NamedRow[] {
  return table.rows.flatMap((row, r): NamedRow[] => {
    if (!row.code || row.code.length < 5) return [];
    const isPersonal = /^30[13]/.test(row.code);
    if (isPersonal !== personal) return [];
    const fact = table.facts[r]?.find((f) => f !== undefined);
    const value = fact?.quantity && valueOf(fact.quantity);
    const inText = fact?.quantity && convert(fact.quantity, TEXT_UNIT)?.value;
    const nothing = value === undefined || isZero(value);
    // Too small to show in the text: it may be listed or not.
    if (!nothing && (!inText || isZero(round(inText, 2)))) return [];
    return [
      { name: bare(row.printed || row.names[0]!), amount: value ? toText(value, 2) : '', nothing },
    ];
  });
}

const LIST = /主要包括：?([^。；]*)/;

function namesIn(list: string): string[] {
  return list
    .replace(/（只说明[^）]*）/g, '')
    .replace(/等(?:支出|费用|方面)?[^、]*$/, '')
    .split('、')
    .map(bare)
    .filter((n) => n !== '');
}

function economicList(mention: Mention, plain: PlainText, table: Table): WrongList[] {
  const paragraph = plain.paragraphs[mention.token.paragraph]!;
  const after = plain.text.slice(mention.token.end, paragraph.end);
  const m = LIST.exec(after);
  if (!m || after.slice(0, m.index).length > 12) return [];
  const start = mention.token.end + m.index;
  const end = start + m[0].length;
  const open = /等/.test(m[1]!.split('、').at(-1) ?? '');
  const personal = mention.subject.key === '人员经费';
  const rows = rowsOf(table, personal);
  const listed = new Set(namesIn(m[1]!).map(stem));
  // 309 and 310, 311 and 312 share names: listed is what holds something under either.
  const held = new Set(rows.filter((r) => !r.nothing).map((r) => stem(r.name)));
  const surplus = rows.filter(
    (r) => r.nothing && listed.has(stem(r.name)) && !held.has(stem(r.name)),
  );
  const lacking = open ? [] : rows.filter((r) => !r.nothing && !listed.has(stem(r.name)));
  const words = [
    surplus.length > 0 &&
      `列了没有支出的科目：${surplus
        .map((r) => r.name)
        .slice(0, 6)
        .join('、')}${surplus.length > 6 ? ` 等 ${surplus.length} 项` : ''}`,
    lacking.length > 0 &&
      `漏了有支出的科目：${lacking.map((r) => `${r.name} ${r.amount}`).join('、')}`,
  ].filter(Boolean);
  // Names of another kind than the table's rows: nothing can be said.
  const known = namesIn(m[1]!).filter((n) => rows.some((r) => stem(r.name) === stem(n))).length;
  if (words.length === 0 || known * 2 < listed.size) return [];
  return [
    {
      rule: 'C10',
      start,
      end,
      message: `${personal ? '人员经费' : '公用经费'}${words.join('；')}`,
    },
  ];
}

const FINE = new Set(['元', '千元', '万元']);

/** 主要包括: exactly the 款 that hold something. */
export function economicLists(desk: Desk, plain: PlainText): WrongList[] {
  const table = desk.holdings.table('表6');
  // In 亿元 or 百万元 small amounts show as nothing.
  if (!table || table.empty || !FINE.has(table.unit)) return [];
  return desk.mentions
    .filter((m) => m.role === 'amount' && /^(?:人员经费|公用经费)$/.test(m.subject.key))
    .flatMap((m) => economicList(m, plain, table));
}

const NONE: Readonly<Record<string, { form: string; title: string; pattern: RegExp }>> = {
  基金: {
    form: '表8',
    title: '政府性基金预算',
    pattern:
      /(?:没有|无|未使用|未发生|不涉及|未安排)[^。；]{0,12}政府性基金[^。]*?(?:收入|支出|收支)|政府性基金[^。；]{0,20}(?:无收支|无数据|均为0|为零)/,
  },
  国资: {
    form: '表9',
    title: '国有资本经营预算',
    pattern:
      /(?:没有|无|未使用|未发生|不涉及|未安排)[^。；]{0,12}国有资本经营[^。]*?(?:收入|支出|收支)|国有资本经营[^。；]{0,20}(?:无收支|无数据|均为0|为零)/,
  },
};

/** An empty table is said to be empty, and only an empty one. */
export function sentencesOfNothing(
  desk: Desk,
  plain: PlainText,
  places: readonly OutlinePlace[],
): WrongList[] {
  return Object.entries(NONE).flatMap(([section, { form, title, pattern }]): WrongList[] => {
    const table = desk.holdings.table(form);
    if (!table) return [];
    const own = plain.paragraphs.filter((p, i) => places[i]!.section === section && !p.row);
    const [first] = own;
    if (!first) return [];
    const said = own.flatMap((p) =>
      [...p.text.matchAll(new RegExp(pattern, 'g'))].map((m) => ({ p, m })),
    );
    const facts = [desk.worth(`${form}.合计·本年支出`), desk.worth(`${form}.合计·本年收入`)];
    // Less than the text could print is as good as nothing.
    const held = facts.find((w) => w && !isZero(round(w.value.value, 2)));
    if (said[0] && held) {
      const start = said[0].p.start + said[0].m.index;
      const cell = held.cells[0];
      return [
        {
          rule: 'C15',
          start,
          end: start + said[0].m[0].length,
          message: `文中写没有${title}收支，表中有数：${cell?.label ?? ''} ${cell?.value ?? ''}`,
          cells: held.cells,
        },
      ];
    }
    const body = own.slice(places[plain.paragraphs.indexOf(first)]!.heading > 0 ? 1 : 0);
    const speaks = body.some((p) => p.text.length > 6);
    const numbers = desk.mentions.some((m) => m.section === section);
    if (
      table.empty &&
      !said[0] &&
      speaks &&
      !numbers &&
      !/(?:没有|无|未|不涉及)/.test(body.map((p) => p.text).join(''))
    ) {
      return [
        {
          rule: 'C15',
          start: first.start,
          end: first.end,
          message: `${title}的表没有数据，文中没有写“没有${title}财政拨款收入和支出”，请补写`,
        },
      ];
    }
    return [];
  });
}
