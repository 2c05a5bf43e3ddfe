// The report for people: plain lines, the worst first, the good news said too.

import type { Finding } from '../assertions/finding.ts';
import { SEVERITY_NAMES, SLIP_NAMES, type Suspect, VERDICT_NAMES } from '../assertions/finding.ts';
import { spoken, type Titles, titlesOf } from '../review/spoken.ts';
import { suspectsOf } from '../review/suspects.ts';
import { HALTED, type Review, STRANGE } from '../review.ts';
import type { FileError } from './files.ts';

/** A cell, and which other workbook it stands in. */
const placeOf = (at: { sheet: string; address: string; period?: string; file?: string }): string =>
  [at.period ?? at.file, `${at.sheet}!${at.address}`].filter(Boolean).join(' ');

function lines(finding: Finding, titles: Titles): string[] {
  const severity = finding.verdict === 'broken' ? `·${SEVERITY_NAMES[finding.severity]}` : '';
  const head = `  ${VERDICT_NAMES[finding.verdict]}${severity}  ${finding.message}`;
  const place = finding.cells.slice(0, 12).map(placeOf);
  const more = finding.cells.length > 12 ? ` 等 ${finding.cells.length} 格` : '';
  const rule = `        ${finding.rule} ${spoken(finding.says, titles)}（依据：${finding.basis}）`;
  return [head, rule, ...(place.length > 0 ? [`        涉及：${place.join('、')}${more}`] : [])];
}

/** So many equal candidates are named; more only counted. */
const NAMED = 3;

/** 可能的原因之一: what may be wrong, and the breaks that come of it. */
interface Cause {
  readonly words: string;
  readonly explains: readonly Finding[];
}

const wordsOf = (s: Suspect): string =>
  s.message ??
  `${placeOf(s)}（${s.label}）${s.value || '空'} → ${s.suggested}：${SLIP_NAMES[s.slip]}`;

/** A row is told once, however many cells it has. */
function causesOf(suspects: readonly Suspect[], broken: readonly Finding[]): Cause[] {
  return [...new Set(suspects.map(wordsOf))].map((words) => {
    const own = suspects.filter((s) => wordsOf(s) === words);
    return { words, explains: broken.filter((f) => suspectsOf(f, own).length > 0) };
  });
}

/** Which of the breaks above are only consequences. */
function consequences({ explains }: Cause): string {
  if (explains.length < 2) return '';
  const rules = [...new Set(explains.map((f) => f.rule))].join('、');
  return `（上面 ${rules} 共 ${explains.length} 项不符可由此解释）`;
}

function groupLines(causes: readonly Cause[]): string[] {
  const named = causes.slice(0, NAMED);
  const told = (c: Cause) => `${c.words}${consequences(c)}`;
  if (causes.length === 1) return named.map((c) => `        ${told(c)}`);
  const same = causes.every(
    ({ explains }) =>
      explains.length === causes[0]!.explains.length &&
      explains.every((f) => causes[0]!.explains.includes(f)),
  );
  const rest = causes.length - named.length;
  return [
    same
      ? `        以下 ${causes.length} 处之一，请逐一核对${consequences(causes[0]!)}：`
      : `        以下 ${causes.length} 处有牵连，请一并核对：`,
    ...named.map((c) => `          ${same ? c.words : told(c)}`),
    ...(rest > 0 ? [`          另有 ${rest} 处`] : []),
  ];
}

function suspectLines({ suspects, told, halted }: Review): string[] {
  const first = suspects.filter((s) => s.rank === 1);
  // Cells that an earlier group has named are not named over again.
  const named = new Set<string>();
  const groups = [...new Set(first.map((s) => s.group))]
    .filter((group) => {
      const own = first.filter((s) => s.group === group).map(placeOf);
      const fresh = own.some((place) => !named.has(place));
      for (const place of own) named.add(place);
      return fresh;
    })
    .slice(0, 12);
  const more = halted ? [`  ${HALTED}`] : [];
  if (groups.length === 0) return more;
  const broken = told.filter((f) => f.verdict === 'broken');
  const lines = groups.flatMap((group) =>
    groupLines(
      causesOf(
        first.filter((s) => s.group === group),
        broken,
      ),
    ),
  );
  return ['  可能的原因：', ...lines, ...more];
}

const MOVED = { added: '新增', vanished: '没有了', changed: '变动较大' } as const;

/** 与上年相比: nothing where last year's workbook was not given. */
function movementLines({ movements }: Review): string[] {
  if (!movements) return [];
  if (movements.length === 0) return ['  与上年相比：没有新增、没有了的科目，也没有较大的变动。'];
  const lines = movements.map((m) => {
    const place = m.address ? `（${m.sheet}!${m.address}）` : '';
    const change = m.change.startsWith('-') ? `减少 ${m.change.slice(1)}` : `增加 ${m.change}`;
    return `        ${MOVED[m.kind]}  ${m.table} ${m.label}${place}：上年 ${m.last}，本年 ${m.current}，${change} ${m.unit}`;
  });
  return ['  与上年相比：', ...lines];
}

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** 体检报告 of one workbook as text. */
export function reportText(file: string, review: Review, all: boolean): string {
  const { counts } = review;
  const checked = review.tables.filter((t) => t.checked).length;
  const where = [review.year && `${review.year} 年度`, review.region, review.department];
  const head = [
    file,
    `  ${where.filter(Boolean).join(' · ') || '没有读到年度和部门'}`,
    checked === 0
      ? '  没有找到决算公开表。勾稽按表名和表头识别，例如“收入支出决算总表”。'
      : `  已识别 ${checked} 张表：相符 ${counts.exact} · 尾差 ${counts.rounding} · 不符 ${counts.broken} · 无法核对 ${counts.unknown}`,
  ];
  const titles = titlesOf(review.tables);
  const of = (verdict: Finding['verdict']) => review.told.filter((f) => f.verdict === verdict);
  const full = (f: Finding) => lines(f, titles);
  const brief = (f: Finding) => (all ? full(f) : lines(f, titles).slice(0, 1));
  return [
    ...head,
    ...(review.strange ? [`  ${STRANGE[review.strange]}`] : []),
    ...SEVERITIES.flatMap((s) => of('broken').filter((f) => f.severity === s)).flatMap(full),
    ...suspectLines(review),
    ...of('unknown').flatMap(full),
    ...of('rounding').flatMap(brief),
    ...(all ? review.findings.filter((f) => f.verdict === 'exact').flatMap(full) : []),
    ...movementLines(review),
  ].join('\n');
}

/** A file that could not be read, and why, as two lines. */
export const errorText = (file: string, error: FileError): string => `${file}\n  ${error.message}`;
