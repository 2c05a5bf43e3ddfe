// What the review says of composed tables: of right ones, and of those in which one digit was changed. Knows
// the review's answer and the table's own arithmetic; counts.
import type { Finding } from '../../../../src/assertions/finding.ts';
import { CATALOGUE } from '../../../../src/catalogue/index.ts';
import { factsOf } from '../../../../src/facts/fact.ts';
import { addressOf, type Grid, type Snapshot } from '../../../../src/facts/grid.ts';
import { readTables } from '../../../../src/forms/read.ts';
import { type Review, review } from '../../../../src/review.ts';
import { random } from '../../department/random.ts';
import { type Composed, composed } from './compose.ts';
import { cellOf, type Figure, hundredths } from './sheet.ts';

const serious = (f: Finding): boolean => f.verdict === 'broken' && f.severity !== 'note';
const addressIn = (f: Figure): string => addressOf({ row: f.row, column: f.column });

/** 平表: a right table, and what is wrong with the answer. */
export interface Calm {
  readonly seed: number;
  readonly read: boolean;
  readonly alarms: readonly string[];
  readonly undecided: readonly string[];
  /** Figures that are neither covered nor listed. */
  readonly lost: readonly string[];
}

function lostIn(table: Composed, answer: Review): string[] {
  const read = readTables(table.snapshot, CATALOGUE.forms);
  const known = new Set<string>();
  for (const t of read.tables) for (const f of factsOf(t)) known.add(addressOf(f.location));
  for (const e of read.evaluations) {
    for (const d of e.doubts) known.add(addressOf(d.location));
    for (const w of [e.executionWeight, e.indicatorWeight, e.indicatorWeightAgain])
      if (w) known.add(addressOf(w.location));
    for (const l of e.levelWeights) known.add(addressOf(l.weight.location));
    for (const g of e.goals) if (g.weight) known.add(addressOf(g.weight.location));
  }
  for (const u of [...answer.figures.uncovered, ...answer.figures.unread]) known.add(u.address);
  return table.figures
    .filter((f) => !known.has(addressIn(f)))
    .map((f) => `${addressIn(f)} ${f.kind} ${f.shown}`);
}

export function calm(table: Composed): Calm {
  const answer = review(table.snapshot, CATALOGUE);
  const said = (f: Finding) => `${f.rule} ${f.message}`;
  return {
    seed: table.seed,
    read: answer.tables.some((t) => t.checked),
    alarms: answer.findings.filter(serious).map(said),
    undecided: answer.findings.filter((f) => f.verdict === 'unknown').map(said),
    lost: lostIn(table, answer),
  };
}

/** 错一位: a digit of a figure changed so that the table's own arithmetic breaks. */
export interface Slip {
  readonly figure: Figure;
  readonly shown: string;
  readonly snapshot: Snapshot;
  readonly broken: readonly string[];
}

function withCell(snapshot: Snapshot, figure: Figure, shown: string): Snapshot {
  const [grid] = snapshot.sheets as [Grid];
  const cells = grid.cells.map((line) => [...(line ?? [])]);
  cells[figure.row]![figure.column] = cellOf(figure, shown);
  return { sheets: [{ ...grid, cells }] };
}

/** One digit of a figure changed, drawn from the seed; undefined where nothing breaks by it. */
export function slipOf(table: Composed, seed: number): Slip | undefined {
  const r = random(seed * 613 + 29);
  const figure = r.pick(table.figures);
  const places = [...figure.shown].flatMap((ch, i) => (/\d/.test(ch) ? [i] : []));
  const at = r.pick(places);
  const digit = String((Number(figure.shown[at]) + r.integer(1, 9)) % 10);
  const leads = at === places[0] && places.length > 1 && /\d/.test(figure.shown[at + 1] ?? '');
  if (digit === '0' && leads) return undefined;
  const shown = figure.shown.slice(0, at) + digit + figure.shown.slice(at + 1);
  const then = (f: Figure): number => (f === figure ? hundredths(shown) : f.value);
  const own = table.relations.filter((x) => x.figures.includes(figure));
  const broken = own.filter((x) => !x.holds(then)).map((x) => x.name);
  if (broken.length === 0) return undefined;
  return { figure, shown, snapshot: withCell(table.snapshot, figure, shown), broken };
}

/** 查出的结果 of one slip. */
export interface Found {
  readonly seed: number;
  readonly what: string;
  readonly found: boolean;
  /** The cell stands among the likeliest. */
  readonly named: boolean;
  readonly likeliest: readonly string[];
  readonly said: readonly string[];
}

export function foundIn(table: Composed, slip: Slip): Found {
  const answer = review(slip.snapshot, CATALOGUE);
  const address = addressIn(slip.figure);
  const broken = answer.findings.filter(serious);
  const first = answer.suspects.filter((s) => s.rank === 1);
  return {
    seed: table.seed,
    what: `${address} ${slip.figure.kind} ${slip.figure.shown}→${slip.shown}（${slip.broken.join('、')}）`,
    found: broken.length > 0,
    named: first.some((s) => s.address === address) && first.length <= MOST,
    likeliest: first.map((s) => `${s.address} ${s.value}→${s.suggested}`),
    said: broken.map((f) => `${f.rule} ${f.message}`),
  };
}
/** A whole and its parts, where nothing else tells: more cells than these at the first rank name nobody. */
const MOST = 6;

/** 一批: tables of a range of seeds, calm and with one digit changed. */
export function batch(first: number, count: number, slips = 2): { calm: Calm[]; found: Found[] } {
  const result = { calm: [] as Calm[], found: [] as Found[] };
  for (let seed = first; seed < first + count; seed += 1) {
    const table = composed(seed);
    result.calm.push(calm(table));
    let made = 0;
    for (let i = 0; made < slips && i < 12; i += 1) {
      const slip = slipOf(table, seed * 37 + i);
      if (!slip) continue;
      made += 1;
      result.found.push(foundIn(table, slip));
    }
  }
  return result;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;

export function shareLines({
  calm: calms,
  found,
}: {
  calm: readonly Calm[];
  found: readonly Found[];
}): string[] {
  const alarms = calms.filter((c) => c.alarms.length > 0).length;
  return [
    `拼成的自评表 ${calms.length} 张：读出 ${calms.filter((c) => c.read).length}，有误报的 ${alarms}，有数漏看的 ${calms.filter((c) => c.lost.length > 0).length}，有无法核对的 ${calms.filter((c) => c.undecided.length > 0).length}`,
    `错一位 ${found.length} 处：查出 ${percent(found.filter((f) => f.found).length, found.length)}，指对单元格 ${percent(found.filter((f) => f.named).length, found.length)}`,
  ];
}
