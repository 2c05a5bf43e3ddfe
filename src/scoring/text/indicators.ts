// S18: what a text says was achieved, beside the 完成值 of the indicator it names. Knows names and values; knows no
// document.
import { compare, toText } from '../../measure/exact.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { factCell } from '../finding.ts';
import {
  bareClause,
  clauseBefore,
  type TextClaim,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

const plainName = (name: string): string => name.replace(/[\s"“”（）()]/g, '');
const bareName = (name: string): string => plainName(name).replace(/(?:数量|次数|个数|情况)$/, '');

/** The indicator whose name the clause ends with, or begins with the clause: 检查数量 for 检查1937台. */
function named(
  clause: string,
  all: readonly ReadIndicator[],
): { own: ReadIndicator; whole: boolean } | undefined {
  const bare = bareClause(clause).replace(/["“”]/g, '');
  const whole = all.filter(({ name }) =>
    [plainName(name), bareName(name)].some((n) => n.length > 2 && bare.endsWith(n)),
  );
  if (whole.length === 1) return { own: whole[0]!, whole: true };
  const tail = /[一-龥]{5,}$/.exec(bare)?.[0];
  const part = tail
    ? all.filter((i) => {
        const name = bareName(i.name);
        return [5, 6, 7, 8, 9, 10].some((n) => n <= tail.length && name.startsWith(tail.slice(-n)));
      })
    : [];
  return whole.length === 0 && part.length === 1 ? { own: part[0]!, whole: false } : undefined;
}

const sameUnit = (a: string, b: string): boolean =>
  a === b ||
  (a !== '%' && b !== '%' && (a === '' || b === '' || a.startsWith(b) || b.startsWith(a)));

/** 余, 多, 超: the figure is more than what is written. */
function isMore({ text }: WrittenText, n: WrittenNumber): boolean {
  return (
    /^[余多]/.test(text.slice(n.digitsEnd)) ||
    /(?:超|超过|逾)$/.test(text.slice(Math.max(0, n.start - 2), n.start))
  );
}

/** 完成值 of indicators that the passage names. */
export function indicatorClaims(
  written: WrittenText,
  numbers: readonly WrittenNumber[],
  own: Case,
): TextClaim[] {
  return numbers.flatMap((n): TextClaim[] => {
    const found = named(clauseBefore(written, n), own.indicators);
    const fact = found?.own.indicator.actual?.fact;
    const [actual, ...others] = found?.own.actuals ?? [];
    if (!found || !fact || others.length > 0 || !actual?.bound || !sameUnit(n.unit, actual.unit))
      return [];
    const more = isMore(written, n);
    if (n.rough && !more) return [];
    const right = more ? compare(actual.bound, n.value) >= 0 : compare(actual.bound, n.value) === 0;
    if (!right && !found.whole && !more) return [];
    const what = `自评表“${found.own.name}”的完成值`;
    const said = written.text.slice(n.start, n.end);
    return [
      {
        rule: more && !right ? 'S25' : 'S18',
        start: n.start,
        end: n.end,
        verdict: right ? 'exact' : 'broken',
        severity: right || !found.whole ? 'note' : 'warning',
        expected: toText(actual.bound),
        cells: [factCell(fact, 'copy')],
        message: right
          ? `与${what}一致`
          : more
            ? `写“${said}”，${what}为${actual.text}，还不到这个数`
            : `写“${said}”，${what}为${actual.text}`,
      },
    ];
  });
}

/** S25 outside the passages of projects: N余 of an indicator that some tables hold, all with one 完成值 below N. */
export function atLeastClaims(
  written: WrittenText,
  passages: readonly { readonly start: number; readonly end: number; readonly own: unknown }[],
  cases: readonly Case[],
): TextClaim[] {
  const outside = written.numbers.filter(
    (n) =>
      isMore(written, n) && !passages.some((p) => p.own && p.start <= n.start && n.end <= p.end),
  );
  return outside.flatMap((n) => {
    const claims = cases.flatMap((own) => indicatorClaims(written, [n], own));
    const [first] = claims;
    const bounds = claims.map((c) => c.expected);
    return first && first.verdict === 'broken' && bounds.every((b) => b === bounds[0])
      ? [{ ...first, cells: claims.flatMap((c) => c.cells) }]
      : [];
  });
}
