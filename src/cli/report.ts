// The report for people: plain lines, the worst first, the good news said too.

import type { Finding } from '../assertions/finding.ts';
import { SEVERITY_NAMES, SLIP_NAMES, VERDICT_NAMES } from '../assertions/finding.ts';
import { spoken, type Titles, titlesOf } from '../review/spoken.ts';
import type { Review } from '../review.ts';
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

function suspectLines(review: Review): string[] {
  const first = review.suspects.filter((s) => s.rank === 1);
  const groups = [...new Set(first.map((s) => s.group))].slice(0, 12);
  if (groups.length === 0) return [];
  const lines = groups.flatMap((group) => {
    const equal = first.filter((s) => s.group === group);
    const causes = equal.map(
      (s) =>
        s.message ?? `${placeOf(s)} ${s.value || '（空）'} → ${s.suggested}：${SLIP_NAMES[s.slip]}`,
    );
    // A row is told once, however many cells it has.
    const different = [...new Set(causes)];
    const named = different.slice(0, NAMED).map((cause) => `        ${cause}`);
    const rest = different.length - named.length;
    return rest > 0 ? [...named, `        另有 ${rest} 处同样可能，请逐一核对`] : named;
  });
  return ['  可能的原因：', ...lines];
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
  const of = (verdict: Finding['verdict']) => review.findings.filter((f) => f.verdict === verdict);
  const full = (f: Finding) => lines(f, titles);
  const brief = (f: Finding) => (all ? full(f) : lines(f, titles).slice(0, 1));
  return [
    ...head,
    ...SEVERITIES.flatMap((s) => of('broken').filter((f) => f.severity === s)).flatMap(full),
    ...suspectLines(review),
    ...of('unknown').flatMap(full),
    ...of('rounding').flatMap(brief),
    ...(all ? of('exact').flatMap(full) : []),
    ...movementLines(review),
  ].join('\n');
}

export const errorText = (file: string, error: FileError): string => `${file}\n  ${error.message}`;
