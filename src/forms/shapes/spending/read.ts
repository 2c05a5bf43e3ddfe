// “三公”经费 in any of its shapes: items across or down, budget, final, last year and changes beside them or below
// one another. Whatever the shape, items become rows, and 预算, 决算, 上年 … columns.
import type { Item } from '../../../facts/fact.ts';
import { type CellPlace, type Draft, extraItem, itemOf } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import { acrossOf, type PlacedFigure } from './across.ts';
import { downOf } from './down.ts';
import { type ColumnKind, isOfThree } from './words.ts';

/** 栏 of a kind: the declared one for the first, its own for a further one; counts are no amounts. */
function columnItems(form: Form, placed: readonly PlacedFigure[]): Map<string, Item> {
  const columns = new Map<string, Item>();
  const taken = new Set<ColumnKind>();
  for (const { kind, label } of placed) {
    const key = `${kind}|${label}`;
    if (columns.has(key)) continue;
    const declared = taken.has(kind) ? undefined : form.columns.find((d) => d.key === kind);
    taken.add(kind);
    const extra = extraItem(`${label || kind}@${columns.size}`, label || kind);
    const additive = { ...extra, members: { 预决算: label } };
    const own = kind === '数量' || kind === '其他' ? { ...extra, worded: true } : additive;
    const unit = declared?.unit !== undefined && { unit: declared.unit };
    const named = declared && { ...itemOf(declared, label || declared.names[0]!), ...unit };
    columns.set(key, named ?? own);
  }
  return columns;
}

/** Reads “三公”经费; undefined when no items of it are there. */
export function readSpending(form: Form, region: Region): Draft | undefined {
  const own = yearIn(region.printedTitle);
  const found = downOf(form, region, own) ?? acrossOf(form, region, own);
  if (!found) return undefined;
  const { placed, header, end } = found;
  const columns = columnItems(form, placed);
  const rows = [...new Map(placed.map((p) => [p.item.key, p.item])).values()];
  const ours = rows.filter((r) => isOfThree(form, r.key));
  if (ours.length < (form.least ?? 3) || columns.size === 0) return undefined;
  const cells = rows.map((row) =>
    [...columns.keys()].map(
      (key): CellPlace | undefined =>
        placed.find((p) => p.item.key === row.key && `${p.kind}|${p.label}` === key)?.at,
    ),
  );
  return { rows, columns: [...columns.values()], cells, header, end };
}
