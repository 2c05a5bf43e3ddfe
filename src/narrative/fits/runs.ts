// Sums that a number may stand in by its place alone: a run of numbers of one unit of which one is the total. The
// likelier it is meant the earlier it comes: what the words close before what only stands together. Knows marks and
// words of totals and remainders; knows no name.
import type { Term } from '../relations/relation.ts';
import type { Addend } from './addends.ts';

/** 一段数: terms that may come to nothing. */
export interface Run {
  readonly form: readonly Term[];
  readonly cells: readonly Addend[];
  readonly total: Addend;
  /** Its ends are where the words pause. */
  readonly aligned: boolean;
  /** Its words say that it adds up, or what lies between. */
  readonly worded: boolean;
  /** Cuts a list in two that its marks join. */
  readonly cut: boolean;
}

const LONGEST = 10;
const TOTAL = /共|总|合计|累计|小计|达到/;
const OPENS = /其中|包括|：|由|分别|依次|构成|组成|含|分为|即|用于/;
const EDGE = /[；。（）\n：]|其中|另/;
const TIGHT = /^(?:[、和及与]|以及)/;
const GAP =
  /(?:[未欠缺差余剩空超多少增减降升短涨]|节约|净|相差|差额|差距|盈余|提高|回落)[^，。；：、（）]{0,5}$/;

/** A row of numbers, with the words between them. */
class Row {
  constructor(
    readonly cells: readonly Addend[],
    /** Added to the rank of what stands in it. */
    readonly far: number,
    readonly strided: boolean,
  ) {}

  breaksAt(k: number): boolean {
    const [cell, before] = [this.cells[k], this.cells[k - 1]];
    if (!cell || !before) return true;
    return cell.told.sentence !== before.told.sentence || EDGE.test(cell.told.lead);
  }

  isTight(k: number): boolean {
    const cell = this.cells[k];
    return !this.strided && cell !== undefined && TIGHT.test(cell.told.lead);
  }

  runAt(from: number, to: number, at: number): Run | undefined {
    const cells = this.cells.slice(from, to);
    const total = this.cells[at]!;
    // A（含b）、C、D: what stands within the part before them is no total of those behind.
    if (at === from && total.told.bracketed && cells.some((c) => !c.told.bracketed))
      return undefined;
    const signs = signsOf(cells, total);
    if (!signs) return undefined;
    const form = cells.map((c, i): Term => [c.figure, signs[i]!]);
    const aligned = this.strided
      ? from === 0 && to === this.cells.length
      : this.breaksAt(from) && this.breaksAt(to);
    const behind = at === from ? to : at === to - 1 ? from : -1;
    const cut = behind === to ? this.isTight(to) : behind === from && this.isTight(from);
    const first = cells[cells[0] === total ? 1 : 0]!;
    const summed = TOTAL.test(total.told.clause) || OPENS.test(first.told.lead);
    const worded = cells.length === 3 ? summed || isGap(cells, total) : summed && aligned;
    return { form, cells, total, aligned, worded, cut };
  }
}

/** One of three is said to lie between the others. */
function isGap(cells: readonly Addend[], total: Addend): boolean {
  const gaps = cells.filter((c) => c.moved !== 0 || GAP.test(c.told.clause));
  return gaps.length === 1 && gaps[0] !== total;
}

/** Amounts add up; changes by their directions; changes lead from one amount to another. */
function signsOf(cells: readonly Addend[], total: Addend): (1 | -1)[] | undefined {
  const moved = cells.filter((c) => c.moved !== 0);
  const opposite = (s: -1 | 0 | 1): 1 | -1 => (s < 0 ? 1 : -1);
  if (moved.length === cells.length)
    return cells.map((c) => (c === total ? opposite(c.moved) : (c.moved as 1 | -1)));
  // 上年合计: no sum of this year's.
  if (moved.length === 0 && cells.some((c) => c.told.said.past !== total.told.said.past))
    return undefined;
  if (moved.length === 0 || cells.length === 3)
    return moved.length > 1 ? undefined : cells.map((c) => (c === total ? -1 : 1));
  const ends = cells[0]!.moved === 0 && cells.at(-1) === total && total.moved === 0;
  if (!ends || moved.length !== cells.length - 2) return undefined;
  return cells.map((c) => (c === total ? -1 : c.moved < 0 ? -1 : 1));
}

const STRIDES = [2, 3, 4] as const;

const isPlain = ({ told: { said } }: Addend): boolean => said.measure === 'amount' && !said.past;

/** What kind of figure it is said to be: a row of one kind has no other rows within it. */
const kindOf = ({ told: { said, bracketed } }: Addend): string =>
  [said.measure, said.version, said.past, said.year, bracketed].join();

/** Rows that a number stands in, the closest first. */
function rowsOf(all: readonly Addend[], own: Addend): Row[] {
  const { sentence } = own.told;
  const near = all.filter((c) => Math.abs(c.told.sentence - sentence) <= 1);
  const here = near.filter((c) => c.told.sentence === sentence);
  const side = here.filter((c) => c.told.bracketed === own.told.bracketed);
  const rows = [new Row(here, 0, false)];
  if (side.length < here.length) rows.push(new Row(side, 1, false));
  // 86.47万元，较上年79.15万元增加7.32万元，用于：A、B: what lies between the total and its parts is of neither.
  const plain = here.filter((c) => c.moved === 0 && isPlain(c));
  if (plain.includes(own) && plain.length < side.length) rows.push(new Row(plain, 1, false));
  // Rates of another sentence are of other things.
  if (near.length > here.length && own.figure.kind !== 'percent')
    rows.push(new Row(near, 3, false));
  const alike = new Set(here.map(kindOf)).size === 1;
  for (const step of STRIDES) {
    const at = here.indexOf(own);
    if (alike || here.length < 3 * step) break;
    rows.push(
      new Row(
        here.filter((_, i) => i % step === at % step),
        2,
        true,
      ),
    );
  }
  return rows;
}

const weightOf = ({ aligned, worded, cells }: Run, far: number): number =>
  far + (worded ? 0 : 2) + (aligned ? 0 : 1) + (cells.length === 3 ? 0 : 1);

/** 可能的和 of a number, the likeliest first. */
export function runsOf(all: readonly Addend[], own: Addend): Run[] {
  const found = new Map<string, { run: Run; weight: number }>();
  for (const row of rowsOf(all, own)) {
    const at = row.cells.indexOf(own);
    for (let from = Math.max(0, at - LONGEST + 1); from <= at; from += 1)
      for (
        let to = Math.max(from + 3, at + 1);
        to <= Math.min(row.cells.length, from + LONGEST);
        to += 1
      ) {
        const totals = to - from === 3 ? [from, to - 1, from + 1] : [from, to - 1];
        for (const t of totals) {
          const run = row.runAt(from, to, t);
          if (!run) continue;
          const key = run.form
            .map(([f, s]) => f.index * s)
            .sort()
            .join();
          const weight = weightOf(run, row.far);
          if ((found.get(key)?.weight ?? Number.MAX_VALUE) > weight)
            found.set(key, { run, weight });
        }
      }
  }
  return [...found.values()].sort((a, b) => a.weight - b.weight).map(({ run }) => run);
}
