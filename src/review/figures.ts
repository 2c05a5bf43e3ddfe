// What was recognised, and which figures at least one rule looks at.
import { factsIn } from '../assertions/assertion.ts';
import { figureText } from '../assertions/message.ts';
import type { Decided } from '../diagnosis/diagnose.ts';
import { type Fact, factsOf, type Table } from '../facts/fact.ts';
import { addressOf, rangeAddress } from '../facts/grid.ts';
import type { Standing } from '../facts/standing.ts';

/** 表的概况. */
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
/** 数的位置. */
export interface FigurePlace {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
}

const figures = (table: Table): Fact[] =>
  [...factsOf(table)].filter((f) => f.state === 'figure' && !f.column.worded && !f.row.worded);

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
export interface Figures {
  readonly total: number;
  readonly covered: number;
  readonly uncovered: readonly FigurePlace[];
  readonly unread: readonly FigurePlace[];
}

/** 覆盖: every figure of the tables checked stands in a relation that was decided, or is listed. */
export function coverage(checked: readonly Table[], judged: readonly Decided[]): Figures {
  const covered = new Set<Fact>();
  for (const { assertion, verdict } of judged) {
    if (verdict !== 'unknown') for (const fact of factsIn(assertion)) covered.add(fact);
  }
  const own = checked.filter((t) => t.form !== '补充资料');
  const all = own.flatMap(figures);
  const unread = own.flatMap((t) =>
    [...factsOf(t)].filter((f) => f.state === 'unread' || f.state === 'uncached'),
  );
  const open = all.filter((f) => !covered.has(f));
  return {
    total: all.length,
    covered: all.length - open.length,
    uncovered: open.map(figurePlace),
    unread: [...unread.map(figurePlace), ...own.flatMap(strays)],
  };
}

export function summary(table: Table, { checked, why }: Standing): TableSummary {
  return {
    form: table.form,
    title: table.title,
    sheet: table.sheet,
    range: rangeAddress(table.range),
    unit: table.unit,
    figures: figures(table).length,
    checked,
    ...(table.hidden && { hidden: true }),
    ...(why && { why }),
  };
}
