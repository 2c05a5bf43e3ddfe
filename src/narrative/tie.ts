// 核对文稿: a text read against the tables and against itself. Knows how the parts of the reading follow each
// other; each part lives in its own room.
import type { Severity } from '../assertions/declaration.ts';
import { toText } from '../measure/exact.ts';
import type { Account, Placed } from './clauses/account.ts';
import { accountOf } from './clauses/read.ts';
import { isBudget } from './clauses/saying.ts';
import type { FirstReading } from './first-reading.ts';
import { fitsIn } from './fits/fits.ts';
import { calledBy, tiesOf } from './names/amounts.ts';
import { ceilingsOf } from './names/ceilings.ts';
import { countsIn, countTiesOf } from './names/counts.ts';
import { Desk } from './names/desk.ts';
import type { Dictionary, TextCheck } from './names/dictionary.ts';
import { enumeratedTiesOf } from './names/enumerated.ts';
import { likelyTiesOf } from './names/likely.ts';
import type { Mention } from './names/mention.ts';
import { readMentions } from './names/mentions.ts';
import { nothingOf } from './names/nothing.ts';
import { movementsOf, type Sums, sumsOf } from './names/omissions.ts';
import { omittedIn } from './names/omitted.ts';
import { usualDecimals } from './names/printed.ts';
import type { Tie } from './names/quote.ts';
import { Quoting } from './names/quoted.ts';
import { repeatedOf } from './names/repeated.ts';
import { rowTiesOf } from './names/rows.ts';
import { sameAmounts } from './names/same.ts';
import { thresholdTiesOf, wholeTiesOf } from './names/thresholds.ts';
import { visitsOf } from './names/visits.ts';
import type { ClassName } from './names/vocabulary.ts';
import { whoseText } from './names/whose.ts';
import type { Holdings } from './names/worth.ts';
import { lackingOf } from './readings/lacking.ts';
import { onePlace } from './readings/once.ts';
import { AWAITING, type TiedNumber, type TieFinding, type TieReport } from './readings/report.ts';
import { type TextEvidence, type Verdicts, verdictsOf } from './readings/verdicts.ts';
import { derivedIn } from './relations/derived.ts';
import { withEvidence } from './relations/evident.ts';
import { withInnocence } from './relations/innocent.ts';
import { joined } from './relations/joined.ts';
import { withNeighbours } from './relations/neighbours.ts';
import { membersOf, type TextRelation } from './relations/relation.ts';
import { textRelations, type Worded } from './relations/relations.ts';
import { repeatsIn } from './relations/repeats.ts';
import { withoutSlipped } from './relations/twins.ts';
import { remarksOn } from './remarks/register.ts';
import type { Whose } from './remarks/wrong.ts';
import type { Figure } from './text/figure.ts';
import type { Numbers, NumberToken } from './text/numbers.ts';
import { type OutlinePlace, outlineOf } from './text/outline.ts';
import { type PlainText, spanOf } from './text/plain.ts';
import { tokensOf } from './text/tokens.ts';

/** 核对所需: the rules in force and the tables at hand. */
export interface TieTask {
  readonly read: FirstReading;
  readonly dictionary: Dictionary;
  readonly checks: ReadonlyMap<string, TextCheck>;
  readonly classes: readonly ClassName[];
  readonly holdings: Holdings;
}

const ONE_OF_GROUP = '与同句的几个数对不上，其中有一个不符，请逐个核对';

interface Shown {
  readonly checks: ReadonlyMap<string, TextCheck>;
  readonly decimals: number;
  readonly mention: Mention | undefined;
}

/** Why a number is open: a code, and a few words. */
function openWords(
  i: number,
  { grouped, awaiting, open }: Verdicts,
  lacking: () => string,
): { message: string; reason: string } {
  if (grouped.has(i)) return { reason: 'one-of-group', message: ONE_OF_GROUP };
  if (awaiting.has(i)) return { reason: 'awaiting', message: AWAITING };
  const words = open.get(i);
  return words ? { reason: 'missing', message: words } : { reason: 'unread', message: lacking() };
}

function numberOf(
  plain: PlainText,
  at: NumberToken,
  index: number,
  verdicts: Verdicts,
  { checks, decimals, mention }: Shown,
): TiedNumber {
  const span = spanOf(plain, at.start, at.end);
  const judged = verdicts.numbers.get(index);
  const text = plain.raw.slice(span.start, span.end);
  if (!judged) {
    const open = openWords(index, verdicts, () => lackingOf(at, mention));
    return {
      ...span,
      text,
      verdict: 'unknown',
      severity: 'note',
      rule: '',
      expected: null,
      cells: [],
      ...open,
    };
  }
  const { match: verdict, rule, expected, cells, message, reason } = judged;
  const severity: Severity =
    verdict === 'broken' ? (judged.severity ?? checks.get(rule)?.severity ?? 'error') : 'note';
  const ought = expected ? toText(expected, decimals) : null;
  const told = { verdict, severity, rule, expected: ought, cells, message };
  return { ...span, text, ...told, ...(reason && { reason }) };
}

/** Numbers of which one is wrong, spanned by one finding. */
function suspicionFindings(
  plain: PlainText,
  { suspicions }: Verdicts,
  task: TieTask,
): TieFinding[] {
  return suspicions.map(({ figures, rule, message }) =>
    findingOf(plain, task, rule, {
      start: Math.min(...figures.map((f) => f.token!.start)),
      end: Math.max(...figures.map((f) => f.token!.end)),
      message,
    }),
  );
}

type Told = Pick<TieFinding, 'start' | 'end' | 'message'> & Partial<TieFinding>;

/** A finding by its check's head; offsets are those of the plain text. */
function findingOf(
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

interface Surveyed {
  readonly plain: PlainText;
  readonly places: readonly OutlinePlace[];
  readonly numbers: Numbers;
  readonly whose: Whose;
}

/** The numbers read with their meaning, and everything they are held against. */
function deskOf({ plain, places, numbers, whose }: Surveyed, task: TieTask) {
  const { dictionary, classes, holdings } = task;
  const { tokens } = numbers;
  const { year, departments } = whose;
  const context = { plain, tokens, places, dictionary, classes, holdings, year, departments };
  const read = readMentions(context);
  const subjectOf = (key: string) => {
    const indicators = dictionary.indicators.filter((i) => i.key === key);
    return indicators.length > 0 ? { key, indicators } : undefined;
  };
  // 变动-10.00万元: a sign after a word turns what the word says; such numbers are left to the eye.
  const plainly = read.mentions.filter((m) => plain.text[m.token.start - 1] !== '-');
  const mentions = countsIn(plain, tokens, places, plainly, subjectOf, whose.year);
  const desk = new Desk(mentions, holdings, dictionary, usualDecimals(tokens));
  return { desk, lists: read.lists };
}

/** Mentions held against the tables. */
function tiesIn({ plain, places, numbers, whose }: Surveyed, desk: Desk, task: TieTask): Tie[] {
  const named = [
    ...tiesOf(desk),
    ...nothingOf(desk),
    ...countTiesOf(desk),
    ...thresholdTiesOf(numbers.tokens, plain),
    ...wholeTiesOf(desk, plain),
    ...enumeratedTiesOf(plain, numbers.tokens),
    ...rowTiesOf(plain, numbers.tokens, task.holdings, places, task.dictionary),
  ];
  return [...named, ...likelyTiesOf(plain, numbers.tokens, places, desk, named, whose.year)];
}

/** A budget and what became of it are not one quantity, whatever their names. */
function saysOneThing({ readings }: TextRelation, placed: ReadonlyMap<number, Placed>): boolean {
  return readings.every(({ equation }) => {
    const said = membersOf(equation).map((f) => placed.get(f.index)?.said);
    if (said.some((s) => s?.past || s?.lead.some((t) => t.kind === 'last'))) return false;
    const budgets = said.filter((s) => isBudget(s?.version) || s?.measure.startsWith('budget'));
    return budgets.length === 0 || budgets.length === said.length;
  });
}

/** Structure and names together: every relation, with the readings of both. */
function evidenceOf(
  desk: Desk,
  ties: readonly Tie[],
  account: Account,
  { sums }: Sums,
  claimed: readonly TextRelation[],
  worded: Worded,
): TextEvidence {
  const placed = new Map(account.statements.map((p) => [p.said.figure.index, p]));
  const figures = new Map(account.statements.map((p) => [p.said.figure.index, p.said.figure]));
  const quoting = new Quoting(desk, figures);
  const told = joined(
    [
      ...claimed,
      ...movementsOf(desk, figures),
      ...sameAmounts(desk, ties, figures).filter((r) => saysOneThing(r, placed)),
      ...ceilingsOf(desk, figures),
    ],
    sums,
    quoting.relations(),
  );
  const cleared = withNeighbours(told, account);
  const evident = [
    ...withEvidence(cleared),
    ...derivedIn(account, cleared),
    ...repeatsIn(account, cleared),
  ];
  const known = new Set(ties.map((t) => t.mention.index));
  const judged = withInnocence(withoutSlipped(evident), account, known);
  const relations = [...judged, ...withInnocence(fitsIn(account, worded, judged), account, known)];
  const mentions = new Map(desk.mentions.map((m) => [m.index, m]));
  const nameOf = (figure: Figure): string => {
    const mention = mentions.get(figure.index);
    if (mention?.subject.indicators[0]) return calledBy(mention);
    return placed.get(figure.index)?.item?.subject ?? '';
  };
  return {
    figures,
    ties,
    relations,
    cells: quoting.cells,
    mentions,
    manner: desk.decimals,
    nameOf,
  };
}

/** 核对文稿 clause by clause: every number with its verdict, offsets in the text as it was given. */
export function tieOut(task: TieTask): TieReport {
  const { dictionary, holdings, checks } = task;
  const { plain, numbers: found } = task.read;
  const places = outlineOf(plain, dictionary.sections);
  const whose = whoseText(plain, places, holdings);
  const surveyed = { plain, places, numbers: found, whose };
  const { desk, lists } = deskOf(surveyed, task);
  const ties = tiesIn(surveyed, desk, task);
  const account = accountOf(tokensOf(plain, found, dictionary.words));
  const figures = new Map(account.statements.map((p) => [p.said.figure.index, p.said.figure]));
  const sums = sumsOf(desk, lists, ties, figures);
  const worded = { text: plain.text, words: dictionary.cues };
  const claimed = [
    ...textRelations(account, worded),
    ...repeatedOf(plain, found.tokens, figures),
    ...visitsOf(plain, found.tokens, figures),
  ];
  const judged = verdictsOf(evidenceOf(desk, ties, account, sums, claimed, worded));
  const mentions = new Map(desk.mentions.map((m) => [m.index, m]));
  const numbers = found.tokens.map((t, i) =>
    numberOf(plain, t, i, judged, {
      checks,
      decimals: desk.digits(t),
      mention: mentions.get(i),
    }),
  );
  const broken = new Set(
    desk.mentions.filter((m) => judged.numbers.get(m.index)?.match === 'broken'),
  );
  const words = { plain, places, numbers: found, dictionary, desk, whose, broken };
  const careful = {
    plain,
    places,
    numbers: found.tokens,
    whose,
    words: dictionary.careful,
    spending: holdings.table('表5'),
  };
  const findings = [
    ...suspicionFindings(plain, judged, task),
    ...[
      ...omittedIn(plain, sums.omissions, dictionary.cues.rest.split(' ')),
      ...remarksOn({ wording: words, careful, account }),
    ].map(({ rule, ...told }) => findingOf(plain, task, rule, told)),
  ];
  return onePlace(numbers, findings);
}
