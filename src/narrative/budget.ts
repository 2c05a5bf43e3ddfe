// 预算 of a 类, a 款 or the whole from those of its parts: the sum, where every part is known. Knows codes
// and rows of 补充资料; knows no sentence.
import type { Table } from '../facts/fact.ts';
import { add } from '../measure/interval.ts';
import type { Source, Worth } from './source.ts';

const WHOLE = '合计';
const GENERAL = '表5';
/** Their budgets stand under the same 类 as those of the general budget. */
const OTHERS = ['表8', '表9'];

const codesIn = (source: Source, form: string): string[] => {
  const table: Table | undefined = source.table(form);
  return (table?.rows ?? []).flatMap((r) => (r.code && r.level !== WHOLE ? [r.code] : []));
};

/** Codes with a budget of the kind, in 补充资料 or typed in place. */
function budgeted(source: Source, kind: string): string[] {
  const rows = source.table('补充资料')?.rows ?? [];
  return [...rows.map((r) => r.key), ...Object.keys(source.slots)].flatMap((key) => {
    const [group, code = '', ...more] = key.split('·');
    return group === kind && more.length === 0 && /^\d{3,7}$/.test(code) ? [code] : [];
  });
}

/** Is a budget without spending one of the general budget? Undefined where nobody can tell. */
function isGeneral(
  code: string,
  general: readonly string[],
  others: readonly string[],
): boolean | undefined {
  const clause = code.slice(0, 5);
  if (general.some((c) => c === code || (code.length > 3 && c.startsWith(clause)))) return true;
  if (code.length === 3) return others.includes(code) ? undefined : true;
  return others.some((c) => c.startsWith(clause)) ? false : undefined;
}

/** Codes right below one: those of no other code below it. */
function partsOf(code: string, all: readonly string[]): string[] {
  const inside = all.filter((c) => c.startsWith(code) && c !== code);
  return inside.filter((c) => !inside.some((p) => p !== c && c.startsWith(p)));
}

/** 分项预算合计 for a row 年初预算·201 that is not there; undefined unless every part is known. */
export function budgetOfParts(
  key: string,
  source: Source,
  own: (key: string) => Worth | undefined,
): Worth | undefined {
  const [kind = '', code = ''] = key.split('·');
  if (!kind.endsWith('预算') || !(code === WHOLE || /^(?:\d{3}|\d{5})$/.test(code)))
    return undefined;
  const top = code === WHOLE ? '' : code;
  const general = codesIn(source, GENERAL);
  const others = OTHERS.flatMap((form) => codesIn(source, form));
  const named = budgeted(source, kind).filter((c) => c.startsWith(top) && c !== top);
  const told = named.map((c) => isGeneral(c, general, others));
  if (named.length === 0 || told.includes(undefined)) return undefined;
  const all = [...new Set([...general, ...named.filter((_, i) => told[i])])];
  const sumOf = (above: string): Worth | undefined => {
    const known = partsOf(above, all).map((c) => own(`${kind}·${c}`) ?? sumOf(c));
    const values = known.flatMap((w) => (w?.value ? [w.value] : []));
    if (values.length === 0 || values.length < known.length) return undefined;
    return { value: values.reduce(add), cells: known.flatMap((w) => w!.cells), printed: true };
  };
  return sumOf(top);
}
