// 句中的项目: sentences of a 绩效部分 that speak of one project without beginning with its name: “名称”项目全年预算…，
// 自评得分…; the project is known by its name or by its amounts. Knows names and amounts; judges nothing.

import { compare, toText } from '../../measure/exact.ts';
import { convert } from '../../measure/quantity.ts';
import { budgetOf, type Case, quantityIn } from '../case.ts';
import { bareProject } from '../checks/hints.ts';
import { titleOf } from '../finding.ts';
import {
  bareClause,
  type Part,
  type PerformanceWords,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

/** 项目段: the passage of one project; `own` undefined where no table has its name. */
export interface ProjectPassage {
  readonly start: number;
  readonly end: number;
  readonly own: Case | undefined;
}

/** Names of a project: its own, and the one in the title of its table. */
export const caseNames = ({ evaluation }: Case): string[] =>
  [evaluation.project?.text ?? '', titleOf(evaluation)].map(bareProject);

/** A name that short is a word of many a sentence. */
const SHORT = 4;
/** A table whose title and 项目名称 say less names no project. */
const SAID = 3;
/** An amount of so many digits is no chance. */
const TELLING = 3;
/** What follows is told of others, or of all together. */
const OTHERS =
  /["'“”]|平均|各项目|各个项目|所有项目|其他|其余|[，、；][一-龥（）]{3,}?(?:项目|专项|工程|经费|资金)(?=[预全年执得自，])/g;

interface Named {
  readonly at: number;
  readonly end: number;
  readonly own: Case;
}

/** A sentence without what names are written with or without, and where each sign stands in it. */
function narrowed(sentence: string): { text: string; at: number[] } {
  const at: number[] = [];
  let text = '';
  for (const [i, char] of [...sentence].entries())
    if (!/[\s()（）"'“”《》]/.test(char)) {
      text += char;
      at.push(i);
    }
  return { text, at };
}

/** Projects named in a sentence, in order; of names that overlap the longest. */
function namedIn(sentence: string, cases: readonly Case[]): Named[] {
  const { text, at } = narrowed(sentence);
  const all = cases.flatMap((own) =>
    caseNames(own).flatMap((name): Named[] => {
      const i = name.length > SHORT ? text.indexOf(name) : -1;
      return i < 0 ? [] : [{ at: at[i]!, end: at[i + name.length - 1]! + 1, own }];
    }),
  );
  const longest = all.sort((a, b) => b.end - b.at - (a.end - a.at));
  const taken: Named[] = [];
  for (const n of longest)
    if (!taken.some((t) => n.at < t.end && t.at < n.end && t.own !== n.own)) taken.push(n);
  const sure = taken.filter(
    (n) => !taken.some((o) => o.own !== n.own && o.at === n.at && o.end === n.end),
  );
  return sure.sort((a, b) => a.at - b.at);
}

/** Whether a number is the budget or the spending of a project. */
function isItsMoney(n: WrittenNumber, { evaluation: { whole }, book }: Case): boolean {
  const digits = toText(n.value)
    .replace(/[-.]|^0+/g, '')
    .replace(/0+$/, '').length;
  if (!/元$/.test(n.unit) || n.rough || digits < TELLING) return false;
  return [whole && budgetOf(whole, book), whole?.spent].some((fact) => {
    const q = quantityIn(fact);
    const own = q && convert(q, n.unit);
    return own && compare(own.value, n.value) === 0;
  });
}

/** 河道保洁项目…: a project by name, whatever it is. */
const SOME_PROJECT = /[一-龥]{3,}(?:项目|专项|工程|经费|资金)/;

/** The one project whose amounts a sentence tells, and the first of them; a sentence that names another is not its. */
function paidIn(
  sentence: string,
  numbers: readonly WrittenNumber[],
  cases: readonly Case[],
): { own: Case; money: WrittenNumber } | undefined {
  const nameless = (own: Case): boolean => caseNames(own).every((n) => n.length < SAID);
  const paid = cases.flatMap((own) => {
    if (SOME_PROJECT.test(sentence) && !nameless(own)) return [];
    const money = numbers.find((n) => isItsMoney(n, own));
    return money ? [{ own, money }] : [];
  });
  return paid.length === 1 ? paid[0] : undefined;
}

/** 自评得分97.62分。: what begins with a label goes on with the project before it. */
function goesOn(sentence: string, { labels }: PerformanceWords): boolean {
  const head = /^[^\d，：]*/.exec(sentence)![0];
  const bare = bareClause(head).replace(/^(?:该|本|此)?(?:项目)?(?:全年|年度)?/, '');
  return Object.values(labels).some((all) => all.includes(bare) || all.includes(bareClause(head)));
}

/** Where the words around a place of a sentence begin and cease to speak of one thing. */
function reach(sentence: string, place: number, to: number): { from: number; to: number } {
  let from = 0;
  for (const m of sentence.matchAll(OTHERS)) {
    // The quotation mark that closes the name itself.
    const closes =
      m.index >= place && /["'“”]/.test(m[0]) && !/[，、；：]/.test(sentence.slice(place, m.index));
    if (m.index >= place && !closes) return { from, to: Math.min(m.index, to) };
    if (m.index < place) from = m.index;
  }
  return { from, to };
}

/** 句中的项目段 of the parts of a text, in order; each within its sentence. */
export function inlinePassages(
  { text, numbers }: WrittenText,
  parts: readonly Part[],
  cases: readonly Case[],
  words: PerformanceWords,
): ProjectPassage[] {
  return parts.flatMap((part) => {
    let last: Case | undefined;
    const found: ProjectPassage[] = [];
    for (const m of text.slice(part.start, part.end).matchAll(/[^。；\n]+/g)) {
      const [sentence] = m;
      const start = part.start + m.index;
      const end = start + sentence.length;
      if (words.whole.some((w) => sentence.includes(w))) {
        last = undefined;
        continue;
      }
      const named = namedIn(sentence, cases);
      named.forEach((n, i) => {
        const { to } = reach(sentence, n.end, named[i + 1]?.at ?? sentence.length);
        found.push({ start: start + n.at, end: start + to, own: n.own });
      });
      if (named.length > 0) {
        last = named.at(-1)!.own;
        continue;
      }
      const own = numbers.filter((n) => start <= n.start && n.end <= end);
      const paid = paidIn(sentence, own, cases);
      last = paid?.own ?? (goesOn(sentence, words) ? last : undefined);
      const around = reach(sentence, paid ? paid.money.start - start : 0, sentence.length);
      if (last) found.push({ start: start + around.from, end: start + around.to, own: last });
    }
    return found;
  });
}
