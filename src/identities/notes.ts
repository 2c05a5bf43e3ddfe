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
import type { Relation } from '../formula/tree.ts';
import { once } from '../measure/once.ts';
import { type Expansion, endOf, startOf } from './plan.ts';
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
  readonly assertion: Assertion;
}

/** Assertions all of whose cells stand in one table. */
function within(expansion: Expansion, table: Table): Assertion[] {
  const { plan, numbers } = expansion;
  const at = expansion.tables.indexOf(table);
  if (at < 0) return [];
  const isWithin = (n: number): boolean => {
    const end = endOf(plan, n);
    for (let i = startOf(plan, n); i < end; i += 3) if (plan.cells[i] !== at) return false;
    return true;
  };
  return numbers.filter(isWithin).map((n) => expansion.at(n));
}

function knownFor(table: Table, relations: readonly Expansion[], key: 'row' | 'column'): Known[] {
  return relations
    .flatMap((e) => (e.plan.usual.relation.rel === '=' ? within(e, table) : []))
    .filter((a) => a.relation.rel === '=')
    .flatMap((assertion) => {
      const left = sideItems(assertion, 'left', key);
      if (left?.size !== 1 || !linear(assertion.relation.right)) return [];
      return [{ stated: [...left.keys()][0]!, assertion }];
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
      const known = knownAlong(key).filter((k) => k.stated === stated);
      const isSaid = ({ assertion }: Known) => same(sideItems(assertion, 'right', key)!, right);
      if (known.length === 0 || known.some(isSaid)) continue;
      const message = `${table.title}附注的“${printRelation(relation)}”与规程“${known[0]!.assertion.says}”不同，请核对附注。核对按规程进行。`;
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
