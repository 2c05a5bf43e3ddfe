// Rows of the money block by their names: the whole, its sources, kinds of spending, what the money was spent
// on. Knows declared rows and which are taken; knows no place.
import type { Item } from '../../facts/fact.ts';
import { itemOf } from '../draft.ts';
import type { Form, ItemDeclaration } from '../form.ts';
import type { Sketch } from './sketch.ts';
import { called, headOf, ofGroup } from './words.ts';

const NO_ROWS: readonly ItemDeclaration[] = [];
/** 资金行: as the form declares them. */
export const moneyRows = (form: Form): readonly ItemDeclaration[] =>
  form.rows ? ofGroup(form.rows, '资金') : NO_ROWS;

/** The item of a row of money: a declared one, else one by its own name; of two alike the second is numbered. */
export function moneyItem(sketch: Sketch, form: Form, printed: string): Item {
  const known = printed ? called(moneyRows(form), printed) : undefined;
  const taken = (key: string): boolean => sketch.money.some((m) => m.item.key === key);
  if (known && !taken(known.key)) {
    const parent = known.of === '财政拨款' && !taken('财政拨款') ? '年度资金总额' : known.of;
    const item = itemOf(known, printed);
    const groups = parent === known.of ? item.groups : ['资金', '资金来源'];
    return parent ? { ...item, of: parent, groups } : { ...item, groups };
  }
  const whole = moneyRows(form)[0]!;
  if (!printed && !taken(whole.key)) return itemOf(whole, whole.names[0]!);
  const name = headOf(printed) || `资金${sketch.money.length + 1}`;
  const key = taken(name) ? `${name}#${sketch.money.length + 1}` : name;
  return { key, names: [name], printed, groups: ['资金'], members: {} };
}

/** 资金构成: what a part of the money was spent on, and the sum of all parts. */
export function partItem(sketch: Sketch, printed: string, isWhole: boolean): Item {
  const name = headOf(printed) || `构成${sketch.money.length + 1}`;
  const key = isWhole ? '构成合计' : `构成·${name}#${sketch.money.length + 1}`;
  return {
    key,
    names: [name],
    printed,
    groups: isWhole ? ['构成合计'] : ['资金构成'],
    members: {},
  };
}
