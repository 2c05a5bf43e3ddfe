// 时效指标: a day by which, and the day on which. Knows the calendar and the rule in force; knows no cell.
import { type Exact, exact, ONE, plus, ZERO } from '../measure/exact.ts';
import type { Rulebook } from './book.ts';
import { byRule, type Degree, type Unscored, unscored } from './degree.ts';
import { type Names, named, namedParameters } from './names.ts';
import { bandOf } from './quality.ts';
import { type Day, type Due, notAfter } from './target/dates.ts';
import type { ScoringTarget } from './target/target.ts';

const NEXT_YEAR = /次年|翌年|下年|下一年|第二年|来年/;
const MILLISECONDS = 86_400_000;
/** Without a year anywhere February has 28 days. */
const COMMON_YEAR = 2023;

type Dated = Day & { readonly year: number };

const daysBetween = (from: Dated, to: Dated): Exact =>
  exact(
    Math.round(
      (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) /
        MILLISECONDS,
    ),
  );

/** The two days with their years: a target without one is of the table's year. */
function dated(
  target: ScoringTarget & { readonly due: Due },
  actual: ScoringTarget & { readonly due: Due },
  book: Rulebook,
): { from: Dated; planned: Dated; done: Dated } {
  const { due, from } = target.due;
  const own = due.year ?? from?.year ?? book.year ?? actual.due.due.year ?? COMMON_YEAR;
  const next = NEXT_YEAR.test(actual.text) && !NEXT_YEAR.test(target.text);
  const planned = { ...due, year: NEXT_YEAR.test(target.text) ? own + 1 : own };
  const done = {
    ...actual.due.due,
    year: actual.due.due.year ?? (next ? planned.year + 1 : planned.year),
  };
  const start = from ?? { month: 1, day: 1 };
  return { from: { ...start, year: from?.year ?? planned.year }, planned, done };
}

const IN_TIME: Names = {
  达到: named(ONE),
  计划天数: named(ONE),
  实际天数: named(ONE),
  逾期天数: named(ZERO),
};

/** 完成程度 of a date: on time or not, and by how many days. */
export function dateDegree(
  target: ScoringTarget,
  actual: ScoringTarget,
  book: Rulebook,
  weight: Exact | undefined,
): Degree | Unscored {
  const rule = book.rules.get('日期');
  if (!rule) return unscored('ask', '没有日期指标的计分办法，请人工评定');
  const parameters = namedParameters(book.parameters);
  if (actual.due && target.due) {
    const both = [
      { ...target, due: target.due },
      { ...actual, due: actual.due },
    ] as const;
    const { from, planned, done } = dated(...both, book);
    if (notAfter(done, planned)) return byRule(rule, { ...parameters, ...IN_TIME }, weight);
    const one = (days: Exact): Exact => plus(days, ONE);
    const late: Names = {
      达到: named(ZERO),
      计划天数: named(one(daysBetween(from, planned))),
      实际天数: named(one(daysBetween(from, done))),
      逾期天数: named(daysBetween(planned, done)),
    };
    return byRule(rule, { ...parameters, ...late }, weight);
  }
  const band = bandOf(actual.text, target.text, book.bands);
  if (band && band === book.bands.at(-1))
    return byRule(rule, { ...parameters, ...IN_TIME }, weight);
  return unscored('ask', `实际完成值“${actual.text}”没有写明完成日期，请人工评定`);
}
