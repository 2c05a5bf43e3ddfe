// 绩效文字的核对: everything a text says of the 自评, held against the 自评表 at hand and against itself. Knows in
// what order; each kind of saying has a file of its own.
import type { Case } from '../case.ts';
import type { Accounts } from '../checks/accounts.ts';
import { CODE } from '../checks/register.ts';
import type { Scoring } from '../rule.ts';
import { pointsInAll, scaleClaims } from './bands.ts';
import { amount, type Ought } from './held.ts';
import type { ProjectPassage } from './inline.ts';
import { gradesInAll, partsOfTotal } from './parts.ts';
import { passagesOf } from './projects.ts';
import type { Part, PerformanceWords, TextClaim, WrittenText } from './written.ts';

/** 依据: the 自评表 and the official tables a text is held against; none where the text stands alone. */
export interface Evidence {
  readonly cases: readonly Case[];
  readonly accounts: Accounts;
}

const SECTION = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)/;

/** 绩效部分: sections whose heading speaks of performance; the whole of a text without headings that does. */
function partsOf({ text }: WrittenText, { part }: PerformanceWords): Part[] {
  const speaks = (words: string): boolean => part.some((w) => words.includes(w));
  const heads: { at: number; speaks: boolean }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    // 十三、绩效。…: the heading and what it heads on one line.
    const head = /^[^。：]*/.exec(line)![0];
    if (SECTION.test(line) && head.length < 40) heads.push({ at, speaks: speaks(head) });
    at += line.length + 1;
  }
  if (heads.length === 0) return speaks(text) ? [{ start: 0, end: text.length }] : [];
  return heads.flatMap((h, i) =>
    h.speaks ? [{ start: h.at, end: heads[i + 1]?.at ?? text.length }] : [],
  );
}

/** 绩效部分 cut where the passage of a project begins: each speaks of its own. */
function apart(parts: readonly Part[], passages: readonly ProjectPassage[]): Part[] {
  return parts.flatMap(({ start, end }) => {
    const cuts = passages.map((p) => p.start).filter((at) => start < at && at < end);
    return [start, ...cuts].map((at, i) => ({ start: at, end: cuts[i] ?? end }));
  });
}

/** The first claim on a number stands; what a table says comes before what the text says itself. */
function once(claims: readonly TextClaim[]): TextClaim[] {
  const taken = new Map<string, TextClaim>();
  for (const claim of claims) {
    const key = `${claim.start} ${claim.words ?? ''}`;
    const before = taken.get(key);
    if (!before || (before.verdict !== 'broken' && claim.verdict === 'broken'))
      taken.set(key, claim);
  }
  return [...taken.values()];
}

/** 自评表总分 of the department as a whole, where one table tells it. */
const totalsOf = ([own, ...others]: readonly Case[]): Ought[] =>
  own && others.length === 0 ? amount([own.evaluation.total], '分', '自评表总分') : [];

/** The checks of one text, and what it proves of its own numbers. */
export function textClaims(
  written: WrittenText,
  { words, checks }: Pick<Scoring, 'words' | 'checks'>,
  evidence: Evidence | undefined,
): TextClaim[] {
  const cases = evidence?.cases ?? [];
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  const parts = partsOf(written, words);
  const passages = passagesOf(written, parts, projects, words);
  const overall = cases.filter((c) => c.evaluation.kind === '整体自评');
  const task = {
    written,
    words,
    says: (id: string) => checks.find((c) => c.id === id)?.says ?? '',
    parts,
    apart: apart(parts, passages),
    passages,
    cases,
    ...(evidence && { accounts: evidence.accounts }),
  };
  return once([
    ...Object.values(CODE).flatMap(({ text = [] }) => text.flatMap((claims) => claims(task))),
    ...scaleClaims(written),
    ...partsOfTotal(written, words),
    ...gradesInAll(written, words),
    ...pointsInAll(written, words, totalsOf(overall)),
  ]);
}
