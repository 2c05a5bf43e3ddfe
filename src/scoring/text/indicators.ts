// S18: what a text says was achieved, beside the 完成值 of the indicator it names. Knows names and values; knows no
// document.
import { judge } from '../../assertions/compare.ts';
import { compare, equal, exact, toText } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { factCell } from '../finding.ts';
import { relOf } from '../names.ts';
import {
  bareClause,
  clauseBefore,
  type Part,
  type PerformanceWords,
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
    const rel = more ? relOf(own.check('S25').says) : '=';
    const manner = { by: 'stored', rel } as const;
    const right = judge(point(actual.bound), point(n.value), manner).verdict === 'exact';
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

/** Signs that the words around a number share with an indicator's name; of a rate, and of what is few, more. */
const SHARED = 2;
const SHARED_MORE = 3;
const FEW = exact(5);

/** Length of the longest run of signs that two words share. */
function shared(words: string, name: string): number {
  for (let n = name.length; n >= SHARED; n -= 1)
    for (let at = 0; at + n <= name.length; at += 1)
      if (words.includes(name.slice(at, at + n))) return n;
  return 0;
}

/** The sentence before a number and the words right behind it. */
function wordsAround({ text }: WrittenText, { start, end }: WrittenNumber): string {
  const from = Math.max(...['。', '；', '\n'].map((c) => text.lastIndexOf(c, start - 1))) + 1;
  const behind = /^[一-龥]{0,10}/.exec(text.slice(end, end + 10))![0];
  return `${text.slice(Math.max(from, start - 40), start)}|${behind}`;
}

interface Achieved {
  readonly own: ReadIndicator;
  readonly strength: number;
}

/** Indicators with this very 完成值 whose names share words with what stands around the number. */
function achieved(
  around: string,
  n: WrittenNumber,
  all: readonly ReadIndicator[],
  least: number,
  words: PerformanceWords,
): Achieved | undefined {
  const fits = all.flatMap((own): Achieved[] => {
    const same = own.actuals.some(
      (a) => a.bound && equal(a.bound, n.value) && a.unit !== '' && sameUnit(n.unit, a.unit),
    );
    const one = own.actuals.some((a) => a.bound && equal(a.bound, n.value) && a.unit === '');
    if (!same && !(one && n.unit !== '%')) return [];
    const name = words.common.reduce((rest, w) => rest.replaceAll(w, ' '), bareName(own.name));
    const strength = Math.max(...name.split(' ').map((part) => shared(around, part)));
    return strength >= least ? [{ own, strength }] : [];
  });
  return fits.sort((a, b) => b.strength - a.strength)[0];
}

/** 完成值 that a text repeats in words of its own: only ever confirms. */
export function achievedClaims(
  written: WrittenText,
  within: readonly Part[],
  own: readonly Case[],
  words: PerformanceWords,
  more: number,
): TextClaim[] {
  const indicators = own.flatMap((c) => c.indicators);
  return written.numbers.flatMap((n): TextClaim[] => {
    if (n.rough || /元$|分$/.test(n.unit)) return [];
    if (!within.some((p) => p.start <= n.start && n.end <= p.end)) return [];
    const hard = n.unit === '%' || compare(n.value, FEW) < 0;
    const least = more + (hard ? SHARED_MORE : SHARED);
    const found = achieved(wordsAround(written, n), n, indicators, least, words);
    const fact = found?.own.indicator.actual?.fact;
    if (!found || !fact) return [];
    return [
      {
        rule: 'S18',
        start: n.start,
        end: n.end,
        verdict: 'exact',
        severity: 'note',
        expected: toText(n.value),
        cells: [factCell(fact, 'copy')],
        message: `与自评表“${found.own.name}”的完成值一致`,
      },
    ];
  });
}
