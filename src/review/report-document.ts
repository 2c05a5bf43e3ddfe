// 体检报告 as a text to be printed and signed: what is likely wrong, what was found table by table, what was said of
// it. Knows a review; knows no file format.
import type { Finding } from '../assertions/finding.ts';
import type { Document, DocumentBlock } from '../narrative/document.ts';
import type { ElementResult } from '../narrative/elements.ts';
import type { Review } from '../review.ts';
import { KIND_NAMES, kindOf } from './attention.ts';
import { culpritsOf } from './culprits.ts';
import { calmWords, countsText, elementLines, REPORT, SIGNED, SIGNED_BY } from './report.ts';
import { cellName } from './wording.ts';

const SECTION = REPORT;
const heading = (text: string): DocumentBlock => ({
  ...{ kind: 'heading', level: 1, section: SECTION },
  spans: [{ kind: 'text', text }],
});
const paragraph = (text: string, strong = ''): DocumentBlock => ({
  ...{ kind: 'paragraph', section: SECTION },
  spans: [
    ...(strong ? [{ kind: 'text', text: strong, strong: true } as const] : []),
    { kind: 'text', text },
  ],
});

function lineOf(f: Finding): DocumentBlock {
  const place = f.cells[0] ? `${cellName(f.cells[0])}　` : '';
  const said = f.ignored === undefined ? f.explanation : f.ignored;
  const note = said ? `（${KIND_NAMES[kindOf(f)]}：${said}）` : '';
  return paragraph(
    `${place}${f.message}依据：${f.basis}（${f.rule}）。${note}`,
    `${KIND_NAMES[kindOf(f)]}　`,
  );
}

/** Findings by the table they are listed under. */
function byTable(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const name = f.table ?? f.sheet ?? '整个工作簿';
    groups.set(name, [...(groups.get(name) ?? []), f]);
  }
  return groups;
}

/** 体检报告 as a document, written as of `at`. */
export function reportDocument(
  review: Review,
  at: Date,
  elements: readonly ElementResult[] = [],
): Document {
  const { told, suspects, department, year, region } = review;
  const where = [department, year && `${year} 年度`, region].filter(Boolean).join(' · ');
  const open = told.filter((f) => f.group !== undefined && !f.explained && f.ignored === undefined);
  const culprits = culpritsOf(open, suspects);
  const time = at.toLocaleString('zh-CN', { hour12: false });
  return {
    blocks: [
      { kind: 'title', spans: [{ kind: 'text', text: REPORT }] },
      paragraph(`${where}。${countsText(review)}。体检时间 ${time}。`),
      ...(culprits.length > 0 ? [heading('先看这几处')] : []),
      ...culprits.map(({ title, findings }) =>
        paragraph(`${title}${findings.length > 1 ? `，可解释 ${findings.length} 项` : ''}。`),
      ),
      ...[...byTable(told)].flatMap(([name, own]) => [
        heading(`${name}（${own.length} 项）`),
        ...own.map(lineOf),
      ]),
      ...(told.length === 0 ? [paragraph(calmWords(review))] : []),
      ...(elements.length > 0 ? [heading('公开要素清单')] : []),
      ...elementLines(elements).map((line) => paragraph(`${line}。`)),
      heading('核对确认'),
      paragraph(SIGNED),
      ...SIGNED_BY.map((who) =>
        paragraph(`${who}：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日`),
      ),
    ],
  };
}
