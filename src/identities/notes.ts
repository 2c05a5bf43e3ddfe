// D03: identities printed under a table, read by the same parser and held against the catalogue.
// Knows 行次 and 栏次; the catalogue speaks names, so both are compared by the cells they mean.
import type { Assertion } from '../assertions/assertion.ts';
import type { Finding } from '../assertions/finding.ts';
import type { Item, Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { linear, references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printRelation } from '../formula/print.ts';
import { numbersOf } from '../formula/resolve.ts';
import type { Path, Relation } from '../formula/tree.ts';
import { ruleWords } from '../formula/words.ts';
import { once } from '../measure/once.ts';
import { type Expansion, endOf, linearPaths, type Plan, startOf } from './plan.ts';
import { type Remarks, remark } from './remarks.ts';

type Signed = ReadonlyMap<Item, 1 | -1>;

/** Relations that a note prints: sentences without numbers and a sign of equality are not looked at. */
const printedRelations = once((text) =>
  text
    .split(/[；;。\n]/)
    .filter((s) => /[=＝]/.test(s) && /[行栏]/.test(s))
    .flatMap((s) => {
      const parsed = parseRule(s.replace(/^\s*注\s*[:：]/, '').replace(/^.*[:：](?=.*[=＝])/, ''));
      return parsed.ok ? parsed.value.relations : [];
    }),
);

/** Rows or columns a side of a printed relation names, with their signs. */
function itemsOf(table: Table, relation: Relation, side: 'left' | 'right'): Signed | undefined {
  const terms = linear(relation[side]);
  if (!terms) return undefined;
  const result = new Map<Item, 1 | -1>();
  for (const { reference, sign } of terms) {
    if (reference.kind !== 'numbered') return undefined;
    const items = reference.axis === '行' ? table.rows : table.columns;
    const present = items.flatMap((i) => (i.number === undefined ? [] : [i.number]));
    for (const [number, own] of numbersOf(reference.items, present)) {
      const item = items.find((i) => i.number === number);
      // 行次 9–26 of the income side have no name: printed in the sum, empty in the table.
      if (item) result.set(item, (own * sign) as 1 | -1);
    }
  }
  return result;
}

const axisOf = (relation: Relation): '行' | '栏' | undefined => {
  for (const r of references(relation.left))
    if (r.kind === 'numbered') return r.axis === '行' ? '行' : '栏';
  return undefined;
};

/** The one row or column that the left side of an assertion means; undefined where it means several. */
function statedIn(
  { plan, tables }: Expansion,
  n: number,
  lefts: ReadonlySet<Path>,
  key: 'row' | 'column',
): Item | undefined {
  const { paths, cells, ends } = plan;
  const [among, behind] = key === 'row' ? (['rows', 1] as const) : (['columns', 2] as const);
  let stated: Item | undefined;
  let at = startOf(plan, n);
  for (let p = 0; p < paths.length; p += 1) {
    const end = ends[n * paths.length + p]!;
    for (; at < end; at += 3) {
      if (!lefts.has(paths[p]!)) continue;
      const item = tables[cells[at]!]![among][cells[at + behind]!]!;
      if (stated && item !== stated) return undefined;
      stated = item;
    }
  }
  return stated;
}

function sideItems(
  assertion: Assertion,
  side: 'left' | 'right',
  key: 'row' | 'column',
): Signed | undefined {
  const terms = linear(assertion.relation[side]);
  if (!terms) return undefined;
  const result = new Map<Item, 1 | -1>();
  for (const { reference, sign } of terms) {
    for (const fact of assertion.targets.get(reference)?.facts ?? []) result.set(fact[key], sign);
  }
  return result;
}

const same = (a: Signed, b: Signed): boolean =>
  a.size === b.size && [...a].every(([item, sign]) => b.get(item) === sign);

/** A relation of the catalogue by the one row or column that it states. */
interface Known {
  readonly stated: Item;
  readonly expansion: Expansion;
  readonly n: number;
}

/** Whether all cells of an assertion stand in one table. */
function isWithin(plan: Plan, n: number, table: number): boolean {
  const end = endOf(plan, n);
  for (let i = startOf(plan, n); i < end; i += 3) if (plan.cells[i] !== table) return false;
  return true;
}

/** Equalities over one table alone, by the row or column that they state. */
function knownFor(table: Table, relations: readonly Expansion[], key: 'row' | 'column'): Known[] {
  return relations.flatMap((expansion): Known[] => {
    const { plan, numbers, tables } = expansion;
    const { relation } = plan.usual;
    const own = tables.indexOf(table);
    if (relation.rel !== '=' || own < 0 || !linear(relation.right)) return [];
    const lefts = new Set(linearPaths(relation.left));
    return numbers.flatMap((n) => {
      if (plan.whereLoose.has(n) || !isWithin(plan, n, own)) return [];
      const stated = statedIn(expansion, n, lefts, key);
      return stated ? [{ stated, expansion, n }] : [];
    });
  });
}

/** Compares the notes of a table with the catalogue's relations over the same cells. */
export function noteRemarks(
  table: Table,
  relations: readonly Expansion[],
  remarks: Remarks,
): Finding[] {
  const result: Finding[] = [];
  const among = { row: undefined, column: undefined } as Record<
    'row' | 'column',
    Known[] | undefined
  >;
  const knownAlong = (key: 'row' | 'column') => {
    among[key] ??= knownFor(table, relations, key);
    return among[key];
  };
  for (const note of table.notes) {
    for (const relation of printedRelations(note.text)) {
      const axis = axisOf(relation);
      const left = itemsOf(table, relation, 'left');
      const right = itemsOf(table, relation, 'right');
      if (!axis || !left || !right || left.size !== 1) continue;
      const stated = [...left.keys()][0]!;
      const key = axis === '行' ? 'row' : 'column';
      const known = knownAlong(key)
        .filter((k) => k.stated === stated)
        .map(({ expansion, n }) => expansion.at(n));
      const isSaid = (assertion: Assertion) => same(sideItems(assertion, 'right', key)!, right);
      if (known.length === 0 || known.some(isSaid)) continue;
      const titleOf = (id: string) => (id === table.form ? table.title : id);
      const rule = ruleWords(known[0]!.says, titleOf, table.title);
      const message = `${table.title}附注的“${printRelation(relation)}”与规程“${rule}”不同，请核对附注。核对按规程进行。`;
      const cell = {
        sheet: note.location.sheet,
        address: addressOf(note.location),
        value: note.text,
        role: 'stated' as const,
        label: `${table.title} 附注`,
      };
      result.push(...remark(remarks, 'D03', message, { table, cells: [cell] }));
    }
  }
  return result;
}
