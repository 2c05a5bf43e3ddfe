// Tables printed inside a text: rows of names and figures held against the tables of the workbook. Knows
// rows by their names and codes; knows no sentence. Accuses only where most of a printed table agrees.
import type { Fact, Item, Table } from '../../facts/fact.ts';
import { type Exact, equal, toText } from '../../measure/exact.ts';
import { convert } from '../../measure/quantity.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { Paragraph, PlainText } from '../text/plain.ts';
import type { Dictionary } from './dictionary.ts';
import { alone } from './mention.ts';
import type { Tie } from './quote.ts';
import { type Holdings, TEXT_UNIT, tieCellOf } from './worth.ts';

/** 印表的一行: a name or code, and the figures behind it. */
interface Segment {
  readonly name: string;
  readonly code: string | undefined;
  readonly tokens: { readonly token: NumberToken; readonly index: number }[];
}

/** 文中印表: the table it is a copy of, its unit as told, its rows. */
interface Printed {
  readonly table: Table;
  unit: string | undefined;
  readonly segments: Segment[];
  /** A small table of one amount a row, without a title: the table's first column is meant. */
  readonly small: boolean;
}

const bare = (name: string): string =>
  name
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
const TITLE = /^(?:(?:19|20)\d\d年度?)?.{0,40}表(?:（[^（）]*）)?$/;
const TOLD_UNIT = /单位：(?:人民币)?(百万元|亿元|万元|千元|元)/;
const NUMERAL = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|其中：|[\d.、]+)+/;
/** Behind a title so many lines without figures still belong to the head of the table. */
const HEAD = 40;

/** The form whose title a line is; the longest, since titles contain each other. */
function titled(text: string, tables: readonly Table[], year: number | undefined) {
  if (!TITLE.test(text)) return undefined;
  const said = /(?:19|20)\d\d/.exec(text)?.[0];
  if (said !== undefined && year !== undefined && Number(said) !== year) return null;
  const line = bare(text);
  const fits = tables.filter((t) => line.includes(bare(t.title)));
  return fits.sort((a, b) => b.title.length - a.title.length)[0] ?? null;
}

/** `ahead`: what stood in lines before it, for a row whose name the page broke off. */
function segmentsOf(
  paragraph: Paragraph,
  tokens: Segment['tokens'],
  text: string,
  ahead: string,
): Segment[] {
  const segments: Segment[] = [];
  let from = paragraph.start;
  for (const own of tokens) {
    const before = text.slice(from, own.token.start);
    const broken = from === paragraph.start && (!/[一-龥]/.test(before) || /^\d+$/.test(ahead));
    const words = broken ? ahead + before : before;
    from = own.token.end;
    const code = /(?:^|\D)(\d{3}(?:\d\d){0,2})(?=\D*$)/.exec(words)?.[1];
    const name = bare(words.replace(/\d+/g, ' ').trim()).replace(NUMERAL, '');
    const last = segments.at(-1);
    if (/[一-龥]/.test(name) || !last) segments.push({ name, code, tokens: [own] });
    else last.tokens.push(own);
  }
  return segments;
}

/** A code in one line, its name in the next ones, the figures in the last. */
function nameSoFar(ahead: string, { row, text }: Paragraph): string {
  if (row) return /[一-龥]/.test(text) ? '' : text;
  return /^[一-龥（）、]{1,30}$/.test(text) ? ahead + text : '';
}

/** The printed tables of a text, their rows told apart. */
function printedIn(
  plain: PlainText,
  tokens: readonly NumberToken[],
  tables: readonly Table[],
  year: number | undefined,
  /** The table whose rows a section may print. */
  tableAt: (paragraph: number) => Table | undefined,
): Printed[] {
  const found: Printed[] = [];
  let open: Printed | undefined;
  let since = 0;
  let next = 0;
  let ahead = '';
  plain.paragraphs.forEach((paragraph, i) => {
    const own: Segment['tokens'] = [];
    while (tokens[next]?.paragraph === i) {
      own.push({ token: tokens[next]!, index: next });
      next += 1;
    }
    const title = titled(paragraph.text, tables, year);
    if (title !== undefined) {
      open = title ? { table: title, unit: undefined, segments: [], small: false } : undefined;
      if (open) found.push(open);
      since = 0;
      return;
    }
    const small = !open && paragraph.row ? tableAt(i) : undefined;
    if (small) {
      open = { table: small, unit: undefined, segments: [], small: true };
      found.push(open);
    }
    if (!open) return;
    open.unit ??= TOLD_UNIT.exec(paragraph.text)?.[1];
    since = paragraph.row ? 0 : since + 1;
    if (since > (open.small ? 0 : HEAD) || /[。；]/.test(paragraph.text)) open = undefined;
    else if (paragraph.row) open.segments.push(...segmentsOf(paragraph, own, plain.text, ahead));
    ahead = own.length > 0 ? '' : nameSoFar(ahead, paragraph);
  });
  return found;
}

const named = ({ name, code }: Segment, row: Item): boolean =>
  code !== undefined && row.code !== undefined
    ? row.code === code
    : name !== '' && [row.printed, ...row.names].some((n) => bare(n).replace(NUMERAL, '') === name);

/** A figure of the sheet as the printed table would have it. */
function inUnit({ quantity }: Fact, unit: string): Exact | undefined {
  if (!quantity) return undefined;
  return convert(quantity, unit)?.value;
}

interface Held {
  readonly token: NumberToken;
  readonly index: number;
  readonly fact: Fact;
  readonly ought: Exact;
  readonly same: boolean;
}

/** The figures of one printed row beside those of the row it copies; nothing where their number differs. */
function heldRow(segment: Segment, { table, small }: Printed, unit: string): Held[] {
  const rows = table.rows.flatMap((row, r) => (named(segment, row) ? [r] : []));
  const amounts = segment.tokens.filter(({ token }) => token.unit !== '%');
  const held = rows.flatMap((r): Held[][] => {
    const facts = (table.facts[r] ?? []).filter((f): f is Fact => f?.state === 'figure');
    const told = facts.filter((f) => inUnit(f, unit) !== undefined);
    if (small && amounts.length === 1) told.length = Math.min(told.length, 1);
    if (told.length !== amounts.length) return [];
    return [
      amounts.map(({ token, index }, i) => {
        const fact = told[i]!;
        const ought =
          fact.rounded && fact.quantity?.unit === unit ? fact.rounded : inUnit(fact, unit)!;
        return { token, index, fact, ought, same: equal(ought, token.value) };
      }),
    ];
  });
  // One name may stand on both sides; the row that agrees best is meant.
  const count = (list: Held[]): number => list.filter((h) => h.same).length;
  return held.sort((a, b) => count(b) - count(a))[0] ?? [];
}

/** So large a share of a printed table must agree before the rest is said to be wrong. */
const MOSTLY = { of: 10, least: 7 };

function tiesOfPrinted(printed: Printed, rule: string): Tie[] {
  const units = printed.unit ? [printed.unit] : [TEXT_UNIT, printed.table.unit];
  const tried = units.map((unit) => printed.segments.flatMap((s) => heldRow(s, printed, unit)));
  const count = (list: Held[]): number => list.filter((h) => h.same).length;
  const held = tried.sort((a, b) => count(b) - count(a))[0] ?? [];
  const sure = count(held) * MOSTLY.of >= held.length * MOSTLY.least;
  return held.flatMap((h): Tie[] => {
    const cells = [tieCellOf(h.fact)];
    const base = { mention: alone(h.token, h.index), rule, cells, expected: h.ought } as const;
    const label = cells[0]!.label;
    if (h.same) return [{ ...base, match: 'exact', message: `与表一致（${label}）` }];
    if (!sure) return [];
    const digits = Math.max(h.token.decimals, h.fact.quantity?.decimals ?? 0);
    const [said, ought] = [toText(h.token.value, h.token.decimals), toText(h.ought, digits)];
    const message = `文中印的表写“${said}”，应为${ought}（${label}）`;
    return [{ ...base, match: 'broken', message }];
  });
}

/** 文中印表的数: verdicts on the figures of tables printed in the text, by the rows of the workbook. */
export function rowTiesOf(
  plain: PlainText,
  tokens: readonly NumberToken[],
  holdings: Holdings,
  places: readonly OutlinePlace[],
  { printed, items }: Dictionary,
): Tie[] {
  const tableAt = (i: number): Table | undefined => {
    const form = items.find((item) => item.section === places[i]!.section)?.form;
    return own.find((t) => t.form === form);
  };
  const tables = printed.forms.flatMap((form) => holdings.table(form) ?? []);
  const own = tables.filter((t) => !t.empty);
  const found = printedIn(plain, tokens, own, holdings.year, tableAt);
  return found.flatMap((p) => tiesOfPrinted(p, printed.rule));
}
