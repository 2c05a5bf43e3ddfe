// S18: what a text says of each project, against its 自评表: amounts, rate, points and what was achieved. Knows the
// passages of projects; knows no section of a document.
import { shift } from '../../measure/exact.ts';
import { budgetOf, type Case, quantityIn } from '../case.ts';
import { bareProject } from '../checks/hints.ts';
import { factCell } from '../finding.ts';
import { quotientOf } from '../judge.ts';
import { amount, held, type Ought } from './held.ts';
import { indicatorClaims } from './indicators.ts';
import { caseNames, inlinePassages, type ProjectPassage } from './inline.ts';
import {
  clauseBefore,
  type Part,
  type PerformanceWords,
  type TextClaim,
  type ToldKind,
  toldBy,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

/** The project a 综述 speaks of: by its name, or the name in the title of its table. */
function projectNamed(name: string, cases: readonly Case[]): Case | undefined {
  const wanted = bareProject(name.replace(/^.*?(?:\d+[.、．]|[)）])/, ''));
  const same = cases.filter((c) => caseNames(c).includes(wanted));
  const like = cases.filter((c) =>
    caseNames(c).some((n) => n.length > 1 && (n.includes(wanted) || wanted.includes(n))),
  );
  const fits = same.length > 0 ? same : like;
  return fits.length === 1 && wanted.length > 1 ? fits[0] : undefined;
}

const HEADING =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+部分)/;

/** A name that short begins many a paragraph. */
const SHORT = 4;

/** The project whose name a paragraph begins with: 保密机要工作经费预算35万元，…. */
function beginningWith(paragraph: string, cases: readonly Case[]): Case | undefined {
  const head = bareProject(paragraph.slice(0, 60).replace(/^（?\d{1,2}[.、．）]/, ''));
  const [own, ...others] = cases.filter((c) =>
    caseNames(c).some((n) => n.length > SHORT && head.startsWith(n)),
  );
  return others.length === 0 ? own : undefined;
}

/** Where passages of projects begin: the words for a 综述, and paragraphs that begin with a project's name. */
function beginnings(text: string, cases: readonly Case[], words: PerformanceWords) {
  const found = new Map<number, Case | undefined>();
  let at = 0;
  for (const paragraph of text.split('\n')) {
    const opening = new RegExp(
      `^([^。；：\n]{2,40}?)(?:${words.openings.join('|')})(?:如下)?[：:。]`,
    );
    for (const m of paragraph.matchAll(new RegExp(opening.source.slice(1), 'g')))
      found.set(at + m.index, projectNamed(m[1]!, cases));
    const [, first] = /^(?:（?\d{1,2}[.、．）])?([^。；：，]{3,40}?)[：:。]/.exec(paragraph) ?? [];
    const named =
      first === undefined
        ? undefined
        : cases.filter((c) => caseNames(c).includes(bareProject(first)));
    if (named?.length === 1 && ![...found.keys()].some((k) => k >= at)) found.set(at, named[0]);
    const taken = [...found].some(([k, own]) => k >= at && own !== undefined);
    const own = taken ? undefined : beginningWith(paragraph, cases);
    if (own) {
      // In a report a paragraph speaks of one project; the next may speak of anything.
      found.set(at, own);
      found.set(at + paragraph.length + 1, undefined);
    } else if (HEADING.test(paragraph) && !found.has(at)) found.set(at, undefined);
    at += paragraph.length + 1;
  }
  return [...found].sort(([a], [b]) => a - b);
}

/** 项目段 of a text, in order: those that begin a line or a 综述, and in between those within a sentence. */
export function passagesOf(
  written: WrittenText,
  parts: readonly Part[],
  cases: readonly Case[],
  words: PerformanceWords,
): ProjectPassage[] {
  const { text } = written;
  const all = beginnings(text, cases, words);
  const own = all.map(([start, own], i) => ({ start, end: all[i + 1]?.[0] ?? text.length, own }));
  const taken = own.filter((p) => p.own);
  const within = inlinePassages(written, parts, cases, words).filter(
    (p) => !taken.some((t) => t.start < p.end && p.start < t.end),
  );
  return [...own, ...within].sort((a, b) => a.start - b.start);
}

function rateOf(own: Case): Ought[] {
  const { whole } = own.evaluation;
  const [a, b] = [whole && quantityIn(budgetOf(whole, own.book)), quantityIn(whole?.spent)];
  const quotient = a && b && quotientOf(b, a);
  const cells = [whole?.rate, whole?.spent]
    .filter((f) => f !== undefined)
    .map((f) => factCell(f, 'part'));
  const shown = quantityIn(whole?.rate) ? amount([whole?.rate], '%', '表中执行率') : [];
  return quotient
    ? [...shown, { value: shift(quotient.value, 2), cells, what: '执行数与预算数之比' }]
    : shown;
}

/** Points of a part: of execution, or of the indicators under the level named. */
function pointsOf(own: Case, clause: string, words: PerformanceWords): Ought[] {
  const { evaluation } = own;
  const level = Object.entries(words.levels).find(([, all]) => all.some((w) => clause.includes(w)));
  if (!level) return amount([evaluation.total], '分', '自评表总分');
  const [name] = level;
  if (name === '执行') return amount([evaluation.whole?.score], '分', '执行率得分');
  const under = evaluation.indicators.filter((i) =>
    words.levels[name]!.some((w) => i.level1.includes(w)),
  );
  return under.length > 0
    ? amount(
        under.map((i) => i.score),
        '分',
        `${name}指标得分之和`,
      )
    : [];
}

/** What a clause says of the table, and what it ought to be. */
export function oughtsFor(
  told: ToldKind,
  own: Case,
  number: WrittenNumber,
  clause: string,
  words: PerformanceWords,
): Ought[] {
  const { whole } = own.evaluation;
  switch (told) {
    case '年初预算数':
      return amount([whole?.initial], number.unit, '年初预算数');
    case '预算数':
      // 预算X万元 may be that of the beginning of the year.
      return [
        ...amount([whole && budgetOf(whole, own.book)], number.unit, '预算数'),
        ...(/全年|调整/.test(clause) ? [] : amount([whole?.initial], number.unit, '年初预算数')),
      ];
    case '执行数':
      return amount([whole?.spent], number.unit, '执行数');
    case '执行率':
      return number.unit === '%' ? rateOf(own) : [];
    case '得分':
      return number.unit === '分' ? pointsOf(own, clause, words) : [];
    case '分值':
      return [];
  }
}

/** Where points of a part are told, the part is named in the clause or since the points before: 产出满分50分，得分48分. */
function partNamed(
  written: WrittenText,
  numbers: readonly WrittenNumber[],
  n: WrittenNumber,
  words: PerformanceWords,
): string {
  const clause = clauseBefore(written, n);
  const levels = Object.values(words.levels).flat();
  if (levels.some((w) => clause.includes(w))) return clause;
  const before = numbers.slice(0, numbers.indexOf(n)).filter((m) => m.unit === '分');
  const points = before.findLast((m) => toldBy(clauseBefore(written, m), words) === '得分');
  const stop = Math.max(points?.end ?? 0, written.text.lastIndexOf('。', n.start) + 1);
  return written.text.slice(Math.max(stop, written.text.lastIndexOf('\n', n.start) + 1), n.start);
}

/** S18 over the passages of projects. */
export function projectClaims(
  written: WrittenText,
  passages: readonly ProjectPassage[],
  words: PerformanceWords,
): TextClaim[] {
  return passages.flatMap(({ start, end, own }) => {
    if (!own) return [];
    const numbers = written.numbers.filter((n) => n.start >= start && n.end <= end);
    const money = numbers.flatMap((n): TextClaim[] => {
      const clause = clauseBefore(written, n);
      const told = toldBy(clause, words);
      const around = told === '得分' ? partNamed(written, numbers, n, words) : clause;
      // 执行率65.49%，得分93.1分: of the rate before it, or of the whole project.
      const near = told ? oughtsFor(told, own, n, around, words) : [];
      const whole = told && around !== clause ? oughtsFor(told, own, n, clause, words) : [];
      const other = whole.filter((o) => near.every((known) => known.what !== o.what));
      const claim = held(n, [...near, ...other], 'error');
      return claim ? [claim] : [];
    });
    const taken = new Set(money.map((c) => c.start));
    return [
      ...money,
      ...indicatorClaims(
        written,
        numbers.filter((n) => !taken.has(n.start)),
        own,
      ),
    ];
  });
}
