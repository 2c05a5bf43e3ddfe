// What was recognised, and which figures at least one rule looks at.
import { factsIn } from '../assertions/assertion.ts';
import { figureText } from '../assertions/message.ts';
import type { Decided } from '../diagnosis/diagnose.ts';
import type { Fact, Table } from '../facts/fact.ts';
import { addressOf, rangeAddress } from '../facts/grid.ts';
import type { Standing } from '../facts/standing.ts';
import { type Expansion, endOf, startOf } from '../identities/plan.ts';
import type { Decision } from './decision.ts';

/** 表的概况: its range as A1:B2, how many figures it has, and why it is not checked where it is not. */
export interface TableSummary {
  readonly form: string;
  readonly title: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit: string;
  readonly figures: number;
  readonly checked: boolean;
  readonly hidden?: boolean;
  readonly why?: Standing['why'];
}
/** 数的位置, and the number in the unit of its table. */
export interface FigurePlace {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
}

/** 表中的数: figures that rules are to look at, and what could not be read as one. */
interface Counted {
  readonly figures: readonly Fact[];
  /** Where each of them stands: its row times the number of columns, and its column. */
  readonly places: readonly number[];
  readonly unread: readonly Fact[];
}
const counted = new WeakMap<Table, Counted>();

function countedIn(table: Table): Counted {
  let known = counted.get(table);
  if (!known) {
    const [figures, places, unread] = [[] as Fact[], [] as number[], [] as Fact[]];
    table.facts.forEach((line, row) => {
      line.forEach((fact, column) => {
        if (fact?.state === 'unread' || fact?.state === 'uncached') unread.push(fact);
        if (fact?.state !== 'figure' || fact.column.worded || fact.row.worded) return;
        figures.push(fact);
        places.push(row * table.columns.length + column);
      });
    });
    known = { figures, places, unread };
    counted.set(table, known);
  }
  return known;
}

function figurePlace(fact: Fact): FigurePlace {
  const { location } = fact;
  return { sheet: location.sheet, address: addressOf(location), value: figureText(fact) };
}

/** Amounts in a table's range that were not read as figures of it. */
const strays = (table: Table): FigurePlace[] =>
  (table.strays ?? []).map(({ location, shown }) => ({
    sheet: location.sheet,
    address: addressOf(location),
    value: shown,
  }));

/** 数据覆盖: how many figures were read, and which no rule looks at. */
export interface Coverage {
  readonly total: number;
  readonly covered: number;
  readonly uncovered: readonly FigurePlace[];
  readonly unread: readonly FigurePlace[];
}

/** 已覆盖的数: cells that relations look at, by table and number; those of other relations by themselves. */
class Covered {
  readonly #cells = new Map<Table, Uint8Array>();
  readonly #facts = new Set<Fact>();

  #cellsOf(table: Table): Uint8Array {
    let cells = this.#cells.get(table);
    if (!cells) {
      cells = new Uint8Array(table.facts.length * table.columns.length);
      this.#cells.set(table, cells);
    }
    return cells;
  }

  /** Cells of assertions by their numbers. */
  addNumbers({ plan, tables }: Expansion, numbers: readonly number[]): void {
    const { cells } = plan;
    const marks = tables.map((t) => this.#cellsOf(t));
    for (const n of numbers) {
      const end = endOf(plan, n);
      for (let i = startOf(plan, n); i < end; i += 3) {
        const at = cells[i]!;
        marks[at]![cells[i + 1]! * tables[at]!.columns.length + cells[i + 2]!] = 1;
      }
    }
  }

  add(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.add(fact);
  }

  /** Figures of a table that nothing looks at. */
  openIn(table: Table): Fact[] {
    const cells = this.#cellsOf(table);
    const { figures, places } = countedIn(table);
    return figures.filter((fact, i) => cells[places[i]!] === 0 && !this.#facts.has(fact));
  }
}

/** 覆盖: every figure of the tables checked stands in a relation that was decided, or is listed. */
export function coverageOf(
  checked: readonly Table[],
  decisions: readonly Decision[],
  scored: readonly Decided[],
): Coverage {
  const covered = new Covered();
  for (const { expansion, decided } of decisions) covered.addNumbers(expansion, decided);
  for (const { assertion, verdict } of scored)
    if (verdict !== 'unknown') covered.add(factsIn(assertion));
  const own = checked.filter((t) => t.form !== '补充资料');
  const total = own.reduce((sum, t) => sum + countedIn(t).figures.length, 0);
  const unread = own.flatMap((t) => countedIn(t).unread);
  const open = own.flatMap((t) => covered.openIn(t));
  return {
    total,
    covered: total - open.length,
    uncovered: open.map(figurePlace),
    unread: [...unread.map(figurePlace), ...own.flatMap(strays)],
  };
}

/** 表的摘要: what it is, where it stands (A1:B2), how many figures it has, whether it is checked and why not. */
export function summary(table: Table, { checked, why }: Standing): TableSummary {
  return {
    form: table.form,
    title: table.title,
    sheet: table.sheet,
    range: rangeAddress(table.range),
    unit: table.unit,
    figures: countedIn(table).figures.length,
    checked,
    ...(table.hidden && { hidden: true }),
    ...(why && { why }),
  };
}
