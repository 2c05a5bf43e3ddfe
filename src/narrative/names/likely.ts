// 表中同名的数: amounts that no name of the dictionary settles, beside the cells whose own labels the words before
// them hold: 二是政府办公厅里的“事业运行”，决算280.77万元. Confirms by label and figure together; accuses only where
// one slip leads to the one cell that is left. Knows labels of tables; knows no section.
import type { Fact, Item, Table } from '../../facts/fact.ts';
import { abs, compare, type Exact, exact, isZero, minus, toText } from '../../measure/exact.ts';
import { around, type Interval } from '../../measure/interval.ts';
import { convert, isMoney } from '../../measure/quantity.ts';
import { TOPIC_RULES } from '../register.ts';
import { isSlip } from '../relations/slips.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { Desk } from './desk.ts';
import { isGlue, readLead, reasonAt, yearSaid } from './lead.ts';
import { alone } from './mention.ts';
import { asPrinted, matchOf } from './printed.ts';
import type { Tie } from './quote.ts';
import { TEXT_UNIT, tieCellOf } from './worth.ts';

const RULE = TOPIC_RULES.same;
/** Shorter labels stand in many a word; 办公费 is one of a list of such. */
const SHORTEST = 4;
const SHORTEST_ITEM = 3;
const ITEM_CODE = 5;
/** So many digits alike are no chance: to confirm beside a label, and to say that one of them slipped. */
const ALIKE = 3;
const TELLING = 5;
/** Words of another year, another scope or a plan: nothing is claimed behind them. */
const ELSEWHERE = /上年|去年|以前年度|预算|下属|所属|累计|平均|人均|计划|目标|压减|节约/;

const bare = (name: string): string =>
  name
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|其中：|[\d.、]+)+/, '');

/** 候选单元格 of a label. */
interface Cell {
  readonly fact: Fact;
  readonly value: Interval;
}

type Labels = ReadonlyMap<string, readonly Cell[]>;
const known = new WeakMap<object, Labels>();

function cellOf(fact: Fact | undefined): Cell[] {
  const q = fact?.state === 'figure' ? fact.quantity : undefined;
  const value = q && convert(q, TEXT_UNIT);
  if (!fact || !value || isZero(value.value)) return [];
  if ([fact.row, fact.column].some((i) => /预算|上年|增减/.test(i.members.预决算 ?? ''))) return [];
  return [{ fact, value: around(value.value, value.half) }];
}

const namesOf = (item: Item): string[] => {
  const least = item.code?.length === ITEM_CODE ? SHORTEST_ITEM : SHORTEST;
  const all = [item.printed, ...item.names].map(bare);
  const short = all.map((n) => n.replace(/支出$/, '')).filter((n) => n.length >= SHORTEST);
  return [...new Set([...all, ...short])].filter((n) => n.length >= least && !/计$/.test(n));
};

/** Every cell by the label of its row, or of its column in the row of the total. */
function labelsOf(tables: readonly Table[]): Labels {
  const found = new Map<string, Cell[]>();
  const put = (item: Item, facts: readonly (Fact | undefined)[]): void => {
    const cells = facts.flatMap(cellOf);
    if (cells.length > 0)
      for (const name of namesOf(item)) found.set(name, [...(found.get(name) ?? []), ...cells]);
  };
  for (const table of tables) {
    table.rows.forEach((row, r) => put(row, table.facts[r] ?? []));
    const totals = table.rows.flatMap((row, r) => (row.level === '合计' ? [r] : []));
    table.columns.forEach((column, c) =>
      put(
        column,
        totals.map((r) => table.facts[r]?.[c]),
      ),
    );
  }
  return found;
}

function labelsAt({ holdings, dictionary }: Desk): Labels {
  const tables = dictionary.printed.forms.flatMap((form) => holdings.table(form) ?? []);
  const key = tables[0];
  if (!key) return new Map();
  let labels = known.get(holdings);
  if (!labels) {
    labels = labelsOf(tables.filter((t) => !t.empty));
    known.set(holdings, labels);
  }
  return labels;
}

/** The label that ends last before a number, the longest of those. */
function lastLabel(words: string, labels: Labels): string | undefined {
  let best = '';
  let end = 0;
  for (const name of labels.keys()) {
    const at = words.lastIndexOf(name);
    const to = at + name.length;
    if (at >= 0 && (to > end || (to === end && name.length > best.length)))
      [best, end] = [name, to];
  }
  return best || undefined;
}

const digitsOf = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;

const told = (token: NumberToken, match: Tie['match'], { fact }: Cell, index: number): Tie => {
  const cells = [tieCellOf(fact)];
  const { label } = cells[0]!;
  return {
    mention: alone(token, index),
    rule: RULE,
    match,
    cells,
    message: `与表一致（${label}）`,
  };
};

/** 一般公共预算财政拨款支出 is not what 一般公共预算财政拨款 labels; 住房公积金支出 is what 住房公积金 does. */
function goesOn(behind: string, { fact }: Cell): boolean {
  const next = /^[一-龥]*/.exec(behind)![0];
  return isGlue(next) && (fact.row.code !== undefined || !/收入|支出/.test(next));
}

/** One of the last place apart is another figure as likely as a slip. */
const isNear = (a: Exact, b: Exact, decimals: number): boolean =>
  compare(abs(minus(a, b)), exact(1, decimals)) <= 0;

/** The one figure that a slip of the hand leads to; undefined where none or several do. */
function slipped(token: NumberToken, index: number, cells: readonly Cell[], desk: Desk) {
  const said = toText(abs(token.value), token.decimals);
  const oughts = new Map<string, Cell>();
  for (const cell of cells) {
    const ought = toText(
      abs(asPrinted(cell.value.value, token, desk.decimals)),
      Math.max(token.decimals, 0),
    );
    const digits = Math.max(digitsOf(ought), digitsOf(said));
    const near = isNear(token.value, asPrinted(cell.value.value, token), token.decimals);
    if (digits >= TELLING && !near && isSlip(said, ought)) oughts.set(ought, cell);
  }
  const [only, ...others] = oughts;
  if (!only || others.length > 0) return undefined;
  const [ought, cell] = only;
  const tie = told(token, 'broken', cell, index);
  const expected = asPrinted(cell.value.value, token, desk.decimals);
  const { label } = tie.cells[0]!;
  const message = `写“${said}${token.unit}”，应为${ought}${token.unit}（${label}）`;
  // A subject of the budget by its whole name, and all but one digit of its figure.
  const sure = cell.fact.row.code !== undefined && digitsOf(ought) >= TELLING;
  const severity = sure ? ('error' as const) : ('warning' as const);
  return { ...tie, expected, message, severity };
}

/** 表中同名的数: ties of numbers that are not tied yet. */
export function likelyTiesOf(
  plain: PlainText,
  tokens: readonly NumberToken[],
  places: readonly OutlinePlace[],
  desk: Desk,
  ties: readonly Tie[],
  year: number | undefined,
): Tie[] {
  const labels = labelsAt(desk);
  if (labels.size === 0) return [];
  const tied = new Set(ties.map((t) => t.mention.index));
  const anywhere = places.every((p) => p.section === undefined);
  return tokens.flatMap((token, index): Tie[] => {
    const paragraph = plain.paragraphs[token.paragraph]!;
    if (tied.has(index) || paragraph.row || token.rough || !isMoney(token.unit)) return [];
    if (!anywhere && !places[token.paragraph]!.accounts) return [];
    const from = Math.max(paragraph.start, tokens[index - 1]?.end ?? 0);
    const clause = plain.text.slice(from, token.start).replace(/["']/g, '');
    const before = plain.text.slice(paragraph.start, token.start);
    const sentence = /[^。；]*$/.exec(before)![0].replace(/["'\s]/g, '');
    if (readLead(clause, false, year)?.role !== 'amount') return [];
    const said = yearSaid(sentence);
    if (said !== undefined && year !== undefined && said !== year) return [];
    const label = lastLabel(sentence, labels);
    if (label === undefined) return [];
    const behind = sentence.slice(sentence.lastIndexOf(label) + label.length);
    const form = desk.dictionary.items.find((i) => i.section === places[token.paragraph]!.section);
    // Of several tables that of the section is quoted.
    const own = (c: Cell): number => (c.fact.table.form === form?.form ? 0 : 1);
    const cells = labels.get(label)!.filter((c) => goesOn(behind, c));
    cells.sort((a, b) => own(a) - own(b));
    if (digitsOf(toText(token.value)) < ALIKE || /[一二三四五六七八九]是/.test(behind)) return [];
    for (const match of ['exact', 'rounding'] as const) {
      const cell = cells.find((c) => matchOf(token, c.value, desk.decimals) === match);
      if (cell) return [told(token, match, cell, index)];
    }
    if (ELSEWHERE.test(clause.replace(/(?:一般公共|政府性基金|资本经营)预算/g, ''))) return [];
    if (reasonAt(sentence) >= 0) return [];
    const slip = slipped(token, index, cells, desk);
    return slip ? [slip] : [];
  });
}
