// 存疑的读法: tables printed without lines between their columns, or with names cut off, in which something does not hold. A slip of the hand
// is told as in any table; what a wrong column or a lost row would look like is not held against anybody.
import { factsIn } from '../assertions/assertion.ts';
import type { Cause } from '../assertions/cause.ts';
import { type Finding, OF_THE_HAND, type Suspect } from '../assertions/finding.ts';
import { digits } from '../assertions/message.ts';
import { type Fact, factsOf, type Table, unitOf } from '../facts/fact.ts';
import { addressOf, type Grid, type Snapshot } from '../facts/grid.ts';
import { type Remarks, remark } from '../identities/remarks.ts';
import { isZero } from '../measure/exact.ts';
import { valueOf } from '../measure/quantity.ts';
import type { Decision } from './decision.ts';
import type { JudgedRelation } from './judged.ts';

/** 提示 that a lost or shifted row would bring about. */
const OF_ROWS: ReadonlySet<Cause> = new Set<Cause>([
  'code-malformed',
  'code-twice',
  'code-out-of-order',
  'code-without-parent',
  'detail-missing',
  'code-unknown-there',
  'name-of-other-code',
  'name-cut',
  'name-differs',
  'not-a-number',
  'row-unclear',
]);
const isOfRows = (f: Finding): boolean => f.verdict === 'broken' && OF_ROWS.has(f.cause);
/** 自评表 with a row or a column that was not made out, though it holds something. */
const isLost = (f: Finding): boolean => f.rule === 'D11' && f.verdict === 'unknown';

/** What the check came to before readings were doubted. */
export interface MisreadOutcome {
  readonly decisions: readonly Decision[];
  readonly remarks: readonly Finding[];
  readonly suspects: readonly Suspect[];
}

const placeOf = (fact: Fact): string => `${fact.location.sheet}!${addressOf(fact.location)}`;

/** Whether another cell of the table prints this value. */
function standsElsewhere(fact: Fact, suggested: string): boolean {
  return [...factsOf(fact.table)].some(
    (f) =>
      f !== fact &&
      f.quantity !== undefined &&
      !isZero(valueOf(f.quantity)) &&
      digits(valueOf(f.quantity), unitOf(f)) === suggested,
  );
}

/** Whether the likeliest suspect is a figure that somebody mistyped, wherever it stands. */
function isSlip(one: JudgedRelation, suspects: ReadonlyMap<string, readonly Suspect[]>): boolean {
  const own = factsIn(one.assertion).flatMap((fact) =>
    (suspects.get(placeOf(fact)) ?? [])
      .filter((s) => s.rank === 1 && s.rules.includes(one.rule))
      .map((suspect) => ({ fact, suspect })),
  );
  return own.some(
    ({ fact, suspect: { slip, value, suggested } }) =>
      OF_THE_HAND.has(slip) ||
      (slip === 'other' &&
        value !== '' &&
        Number(suggested) !== 0 &&
        !standsElsewhere(fact, suggested)),
  );
}

const needsLook = (f: Finding): boolean => f.verdict === 'broken' && f.severity !== 'note';
const touches = (f: Finding, sheets: ReadonlySet<string>): boolean =>
  (f.sheet !== undefined && sheets.has(f.sheet)) || f.cells.some((c) => sheets.has(c.sheet));

/** Something of the table was not made out: an amount that is no figure of it, words among amounts. */
const isPatchy = (table: Table): boolean =>
  (table.strays ?? []).length > 0 || [...factsOf(table)].some((f) => f.state === 'unread');

type Ways = ReadonlyMap<string, Grid['inferred']>;
const waysOf = ({ sheets }: Snapshot): Ways => new Map(sheets.map((s) => [s.name, s.inferred]));
/** 没有认出的栏, by the words over it: figures stand there, and the form has no such column. */
function unknownColumns({ facts, columns }: Table): string[] {
  const held = (at: number) => facts.some((line) => line[at]?.state === 'figure');
  return columns.flatMap((column, at) =>
    column.key.includes('@') && held(at) ? [column.printed.replace(/\s/g, '')] : [],
  );
}

/** 存疑的表: those inferred tables whose breaks may come of how they were read. */
function doubtedIn(
  snapshot: Snapshot,
  tables: readonly Table[],
  open: readonly JudgedRelation[],
  { remarks, suspects }: MisreadOutcome,
): Set<Table> {
  const ways = waysOf(snapshot);
  const inferred = tables.filter((t) => ways.get(t.sheet) !== undefined);
  const doubted = new Set<Table>();
  if (inferred.length === 0) return doubted;
  const byPlace = new Map<string, Suspect[]>();
  for (const s of suspects) {
    const key = `${s.sheet}!${s.address}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), s]);
  }
  const among = (one: JudgedRelation): Table[] => {
    const own = new Set(factsIn(one.assertion).map((f) => f.table));
    for (const { table } of one.assertion.targets.values()) if (table) own.add(table);
    return inferred.filter((t) => own.has(t));
  };
  const breaks = open
    .filter((j) => j.verdict === 'broken')
    .map((j) => ({ own: among(j), slip: isSlip(j, byPlace) }))
    .filter(({ own }) => own.length > 0);
  for (const { own, slip } of breaks)
    for (const t of own)
      if (ways.get(t.sheet) === 'doubtful' || isPatchy(t) || (own.length === 1 && !slip))
        doubted.add(t);
  for (const { own, slip } of breaks)
    if (!slip && !own.some((t) => doubted.has(t))) for (const t of own) doubted.add(t);
  for (const t of inferred) {
    const own = remarks.filter((f) => touches(f, new Set([t.sheet])));
    if (own.some(isOfRows) || (own.some(isLost) && own.some(needsLook))) doubted.add(t);
  }
  return doubted;
}

/** What is left once nothing is held against tables that may have been misread. */
export interface Unaccused {
  readonly decisions: readonly Decision[];
  readonly remarks: readonly Finding[];
  /** 存疑的表: those told, and those of which something was not made out though nothing breaks. */
  readonly doubted: ReadonlySet<Table>;
}

/** 没有读全的表: inferred ones that hold more than was made out of them, or less than they should. */
function unsureIn(
  snapshot: Snapshot,
  tables: readonly Table[],
  open: readonly JudgedRelation[],
): Table[] {
  const ways = waysOf(snapshot);
  const inferred = tables.filter((t) => ways.get(t.sheet) !== undefined);
  const unfilled = open.filter((j) => j.cause === 'cell-unfilled' || j.cause === 'parts-unfilled');
  const lacks = new Set(unfilled.flatMap((j) => factsIn(j.assertion).map((f) => f.table)));
  return inferred.filter(
    (t) =>
      ways.get(t.sheet) === 'doubtful' ||
      isPatchy(t) ||
      lacks.has(t) ||
      unknownColumns(t).length > 0,
  );
}

/** 没有认出的栏 of inferred tables: what stands there is checked by nothing. */
function lostColumns(snapshot: Snapshot, tables: readonly Table[], heads: Remarks): Finding[] {
  const ways = waysOf(snapshot);
  return tables.flatMap((table) => {
    const own = ways.get(table.sheet) === undefined ? [] : unknownColumns(table);
    if (own.length === 0) return [];
    const message = `${table.title}有的栏没有认出（${own.map((name) => `“${name}”`).join('、')}），这些栏的数没有核对。请对照原件看一看，或改用这张表的 Word、Excel 原稿再核对。`;
    return remark(heads, 'D08', message, { table, verdict: 'unknown', cause: 'columns-inferred' });
  });
}

/** 不归咎于存疑的读法: breaks that touch such a table are set aside, and told once with the table. */
export function unaccused(
  snapshot: Snapshot,
  tables: readonly Table[],
  outcome: MisreadOutcome,
  heads: Remarks,
): Unaccused {
  const { decisions, remarks } = outcome;
  const open = decisions.flatMap((d) => d.open);
  const doubted = doubtedIn(snapshot, tables, open, outcome);
  const unsure = unsureIn(snapshot, tables, open);
  const lost = lostColumns(snapshot, tables, heads);
  if (doubted.size === 0)
    return { decisions, remarks: [...remarks, ...lost], doubted: new Set(unsure) };
  const ways = waysOf(snapshot);
  const told = new Map([...doubted].map((t) => [t, 0]));
  const count = (own: readonly Table[]) => {
    const [first] = own;
    if (first) told.set(first, told.get(first)! + 1);
    return first !== undefined;
  };
  const misread = new Set(
    open.filter((j) => {
      if (j.verdict !== 'broken') return false;
      const own = new Set(factsIn(j.assertion).map((f) => f.table));
      for (const { table } of j.assertion.targets.values()) if (table) own.add(table);
      return count([...doubted].filter((t) => own.has(t)));
    }),
  );
  const kept = remarks.filter(
    (f) =>
      !(needsLook(f) || isOfRows(f) || isLost(f)) ||
      !count([...doubted].filter((t) => touches(f, new Set([t.sheet])))),
  );
  const said = [...told].flatMap(([table, n]) => {
    const many = n > 0 ? `有 ${n} 项关系对不上` : '与它有关的关系对不上';
    const isCut = ways.get(table.sheet) === 'cut';
    const why = isCut
      ? '有的字印到格子边就没有了，名称可能没有印全'
      : '没有画全格线，列是按位置推断的';
    const either = isCut ? '行名读错了' : '列读错了';
    const message = `${table.title}${why}，${many}，分不清是数填错了还是${either}，没有判为不符。请对照原件看一看，或改用这张表的 Word、Excel 原稿再核对。`;
    return remark(heads, 'D08', message, { table, verdict: 'unknown', cause: 'columns-inferred' });
  });
  return {
    decisions: decisions.map((d) => d.without(misread)),
    remarks: [...kept, ...said, ...lost],
    doubted: new Set([...doubted, ...unsure]),
  };
}
