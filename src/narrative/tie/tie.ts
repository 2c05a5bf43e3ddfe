// 核对文稿: a text read against the tables and against itself. Knows how the parts of the reading follow each
// other; each part lives in its own file.

import type { Severity } from '../../assertions/declaration.ts';
import { round, toText } from '../../measure/exact.ts';
import { type Numbers, numbersIn } from '../text/numbers.ts';
import { outlineOf, type Place } from '../text/outline.ts';
import { type PlainText, plainText, spanOf } from '../text/plain.ts';
import { tiesOf } from './amounts.ts';
import { countsIn, countTiesOf } from './counts.ts';
import { Desk } from './desk.ts';
import type { Dictionary, TextCheck } from './dictionary.ts';
import { type Judged, type Judgement, judge } from './judge.ts';
import type { ClassName } from './lexicon.ts';
import { listsOf } from './lists.ts';
import type { Mention } from './mention.ts';
import { movementBonds } from './movements.ts';
import { nothingOf } from './nothing.ts';
import { decimalsOf } from './printed.ts';
import { readText } from './read.ts';
import { AWAITING, reportOf, type TiedNumber, type TieFinding, type TieReport } from './report.ts';
import { rowTiesOf } from './rows.ts';
import { samenessOf } from './same.ts';
import { type Sums, sumsOf } from './sums.ts';
import { thresholdTiesOf, wholeTiesOf } from './thresholds.ts';
import { trianglesOf } from './triangles.ts';
import { whoseText } from './whose.ts';
import { wordingOf } from './wording.ts';
import type { Holdings } from './worth.ts';
import type { Whose } from './wrong.ts';

/** 文稿: the text as written, and whether its lines may be broken where a page ended. */
export interface ForeignText {
  readonly text: string;
  readonly broken: boolean;
}

/** 核对所需: the rules in force and the tables at hand. */
export interface TieTask {
  readonly given: ForeignText;
  readonly dictionary: Dictionary;
  readonly checks: ReadonlyMap<string, TextCheck>;
  readonly classes: readonly ClassName[];
  readonly holdings: Holdings;
}

const UNTIED = '没有找到可以核对的数据，请人工核对';

function numberOf(
  plain: PlainText,
  at: { start: number; end: number },
  judged: Judgement | undefined,
  checks: ReadonlyMap<string, TextCheck>,
  { decimals, awaiting }: { readonly decimals: number; readonly awaiting: boolean },
): TiedNumber {
  const span = spanOf(plain, at.start, at.end);
  const severity: Severity =
    judged?.match === 'broken'
      ? (judged.severity ?? checks.get(judged.rule)?.severity ?? 'error')
      : 'note';
  return {
    ...span,
    text: plain.raw.slice(span.start, span.end),
    verdict: judged?.match ?? 'unknown',
    severity,
    rule: judged?.rule ?? '',
    expected: judged?.expected ? toText(judged.expected, decimals) : null,
    cells: judged?.cells ?? [],
    message: judged?.message ?? (awaiting ? AWAITING : UNTIED),
  };
}

function omissionFindings(plain: PlainText, { omissions }: Sums, task: TieTask): TieFinding[] {
  return omissions.map(({ rule, from, to, missing, whole }) => {
    const named = missing.map((m) => `${m.name}${m.value}`).join('、');
    const { cells } = missing[0]!;
    return findingOf(plain, task, rule, {
      start: from.token.start,
      end: to.token.end,
      message: `分项没有列全：漏了${named}（${cells[0]?.label ?? '表中有数'}），分项合计不等于${toText(whole.token.value, whole.token.decimals)}${whole.token.unit}`,
      cells: missing.flatMap((m) => m.cells),
    });
  });
}

/** Where every number is vouched for by others, the relation itself is what is wrong. */
function contradictionFindings(
  plain: PlainText,
  { contradictions }: Judged,
  task: TieTask,
): TieFinding[] {
  return contradictions.map((bond) => {
    const all = [bond.about, ...bond.members].map((m) => m.token);
    return findingOf(plain, task, bond.rule, {
      start: Math.min(...all.map((t) => t.start)),
      end: Math.max(...all.map((t) => t.end)),
      message: bond.says(bond.about, bond.ought(bond.about)),
      cells: bond.cells,
      ...(bond.severity && { severity: bond.severity }),
    });
  });
}

type Told = Pick<TieFinding, 'start' | 'end' | 'message'> & Partial<TieFinding>;

/** A finding by its check's head; offsets are those of the plain text. */
export function findingOf(
  plain: PlainText,
  task: Pick<TieTask, 'checks'>,
  rule: string,
  told: Told,
): TieFinding {
  const head = task.checks.get(rule);
  return {
    rule,
    verdict: 'broken',
    severity: head?.severity ?? 'error',
    title: head?.title ?? '',
    basis: head?.basis ?? '',
    cells: [],
    ...told,
    ...spanOf(plain, told.start, told.end),
  };
}

const textOf = (value: Parameters<typeof toText>[0], { token }: Mention): string =>
  toText(round(value, token.decimals), token.decimals);

interface Surveyed {
  readonly plain: PlainText;
  readonly places: readonly Place[];
  readonly numbers: Numbers;
  readonly whose: Whose;
}

/** The numbers read with their meaning, and everything they are held against. */
function deskOf({ plain, places, numbers, whose }: Surveyed, task: TieTask) {
  const { dictionary, classes, holdings } = task;
  const { tokens } = numbers;
  const { year, departments } = whose;
  const context = { plain, tokens, places, dictionary, classes, holdings, year, departments };
  const read = readText(context);
  const subjectOf = (key: string) => {
    const indicators = dictionary.indicators.filter((i) => i.key === key);
    return indicators.length > 0 ? { key, indicators } : undefined;
  };
  // 变动-10.00万元: a sign after a word turns what the word says; such numbers are left to the eye.
  const plainly = read.mentions.filter((m) => plain.text[m.token.start - 1] !== '-');
  const mentions = countsIn(plain, tokens, places, plainly, subjectOf);
  const desk = new Desk(mentions, holdings, dictionary, decimalsOf(tokens));
  return { desk, lists: read.lists };
}

/** 核对文稿. */
export function tieOut(task: TieTask): TieReport {
  const { given, dictionary, holdings, checks } = task;
  const plain = plainText(given.text, given.broken);
  const places = outlineOf(plain, dictionary.sections);
  const found = numbersIn(plain);
  const whose = whoseText(plain, places, holdings);
  const { desk, lists } = deskOf({ plain, places, numbers: found, whose }, task);
  const ties = [
    ...tiesOf(desk),
    ...nothingOf(desk),
    ...countTiesOf(desk),
    ...thresholdTiesOf(desk, plain),
    ...wholeTiesOf(desk, plain),
    ...rowTiesOf(plain, found.tokens, holdings, places, dictionary),
  ];
  const sums = sumsOf(desk, lists, ties);
  const bonds = [
    ...trianglesOf(desk),
    ...sums.bonds,
    ...movementBonds(desk),
    ...samenessOf(desk, ties),
  ];
  const judged = judge(ties, bonds, textOf);
  const byIndex = new Map([...judged.numbers].map(([m, j]) => [m.index, j]));
  const open = new Set([...judged.awaiting].map((m) => m.index));
  const numbers = found.tokens.map((t, i) => {
    const shown = { decimals: desk.digits(t), awaiting: open.has(i) };
    return numberOf(plain, t, byIndex.get(i), checks, shown);
  });
  const broken = new Set(
    [...judged.numbers].filter(([, j]) => j.match === 'broken').map(([m]) => m),
  );
  const words = { plain, places, numbers: found, dictionary, desk, whose, broken };
  const findings = [
    ...omissionFindings(plain, sums, task),
    ...contradictionFindings(plain, judged, task),
    ...[...wordingOf(words), ...listsOf(desk, plain, places)].map(({ rule, ...told }) =>
      findingOf(plain, task, rule, told),
    ),
  ];
  return reportOf(numbers, findings);
}
