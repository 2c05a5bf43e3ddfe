// 体检报告: a review as a sheet to read, print and pass on, and as text for the clipboard.
import { type Finding, SEVERITY_NAMES, SLIP_NAMES, VERDICT_NAMES } from '../assertions/finding.ts';
import { columnName, type Grid } from '../facts/grid.ts';
import { heightOf, type Look, type PageCell } from '../facts/page.ts';
import type { SheetWrite } from '../hosts/port.ts';
import { parseExact, toDouble } from '../measure/exact.ts';
import type { ElementResult, ElementStatus } from '../narrative/elements.ts';
import { HALTED, type Review, STRANGE } from '../review.ts';
import { KIND_NAMES } from './attention.ts';
import { culpritsOf } from './culprits.ts';
import { ELEMENT_STATUS } from './element-words.ts';
import { spoken, type Titles, titlesOf } from './spoken.ts';
import { isOwn, suspectsOf } from './suspects.ts';

/** 体检报告: its title, and the name of its sheet. */
export const REPORT = '体检报告';
const HEAD = [
  '结论',
  '程度',
  '单元格',
  '问题',
  '表内数',
  '应为或对照数',
  '差额',
  '依据',
  '可能的原因',
  '说明',
];
/** Heads that every report of ours has had. */
const KNOWN_BY = ['结论', '程度', '单元格', '问题', '表内数', '差额', '依据', '可能的原因'];
const WIDTHS = [9, 8, 16, 48, 13, 13, 11, 32, 24, 22];
const LAST = columnName(HEAD.length - 1);
/** Rows from the top in which a report has its head. */
const TOP = 12;

/** Whether a sheet is a 体检报告 of ours: by its name and its head, since anybody may use the name. */
export function isReportSheet({ name, cells }: Grid): boolean {
  if (!/^体检报告(?:（\d+）)?$/.test(name)) return false;
  return cells.slice(0, TOP).some((row) => {
    const values = new Set((row ?? []).map((c) => c?.value));
    return KNOWN_BY.every((head) => values.has(head));
  });
}
const FILL = 'F2F2F2';
const AMOUNT = '0.00';
const ACROSS = WIDTHS.reduce((sum, w) => sum + w, 0);

/** Still to be looked at: neither explained nor ignored. */
const isOpen = (f: Finding): boolean =>
  f.group !== undefined && !f.explained && f.ignored === undefined;

const placeOf = (f: Finding): string =>
  f.cells[0] ? `${f.cells[0].sheet}!${f.cells[0].address}` : '';

/** So many reasons of one finding are named. */
const NAMED = 3;

const reasonOf = (f: Finding, review: Review): string => {
  const reasons = suspectsOf(f, review.suspects).map(
    (s) => s.message ?? `${s.sheet}!${s.address} → ${s.suggested}（${SLIP_NAMES[s.slip]}）`,
  );
  const different = [...new Set(reasons)];
  const more = different.length > NAMED ? `；等 ${different.length} 处` : '';
  return different.slice(0, NAMED).join('；') + more;
};

const degreeOf = (f: Finding): string => {
  if (f.ignored !== undefined) return KIND_NAMES.ignored;
  if (f.explained) return KIND_NAMES.explained;
  return f.verdict === 'broken' ? SEVERITY_NAMES[f.severity] : '';
};

/** One finding, in the order of the head. */
function rowOf(f: Finding, review: Review, titles: Titles): string[] {
  return [
    VERDICT_NAMES[f.verdict],
    degreeOf(f),
    placeOf(f),
    f.stated === undefined ? f.message : `${f.title}。${f.message}`,
    f.stated ?? '',
    f.expected ?? '',
    f.gap ?? '',
    `${spoken(f.says, titles, f.table)}（${f.basis}，${f.rule}）`,
    reasonOf(f, review),
    f.ignored === undefined ? (f.explanation ?? '') : f.ignored,
  ];
}

const ORDER = ['broken', 'unknown', 'rounding'] as const;

/** Findings by the table they are listed under, in the workbook's order; the worst first. */
function groupsOf(review: Review): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const f of review.told) {
    const name = f.table ? `${f.table}（${f.sheet}）` : (f.sheet ?? '整个工作簿');
    groups.set(name, [...(groups.get(name) ?? []), f]);
  }
  for (const [name, own] of groups) {
    groups.set(
      name,
      ORDER.flatMap((verdict) => own.filter((f) => f.verdict === verdict)),
    );
  }
  return groups;
}

/** A link inside the workbook, from a formula: it needs no style and survives a copy. */
const linkTo = (sheet: string, address: string): string =>
  `=HYPERLINK("#'${sheet.replaceAll("'", "''").replaceAll('"', '""')}'!${address}","${sheet.replaceAll('"', '""')}!${address}")`;

function cellOf(
  f: Finding,
  text: string,
  column: number,
  linked: boolean,
): Omit<PageCell, 'address'> {
  const look: Look = { border: true, wrap: true, size: 10 };
  const [first] = f.cells;
  if (linked && column === 2 && first && isOwn(first))
    return { ...look, value: text, formula: linkTo(first.sheet, first.address) };
  const amount = column >= 4 && column <= 6 ? parseExact(text) : undefined;
  if (amount) {
    const decimals = text.split('.')[1]?.length ?? 0;
    const format = decimals === 2 ? AMOUNT : decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
    return { ...look, value: toDouble(amount), format, horizontal: 'right' };
  }
  return { ...look, value: text, format: '@', ...(column < 2 && { horizontal: 'center' }) };
}

/** 计数 as people are shown them. */
export function countsText({ attention, counts }: Review): string {
  const asked = (['error', 'warning', 'note', 'explained', 'ignored'] as const).filter(
    (k) => k === 'error' || attention[k] > 0,
  );
  return [
    ...asked.map((k) => `${KIND_NAMES[k]} ${attention[k]}`),
    `尾差 ${counts.rounding}`,
    `无法核对 ${counts.unknown}`,
    `相符 ${counts.exact}`,
  ].join(' · ');
}

/** Where the head of the office signs. */
export const SIGNED_BY = ['核对人', '复核人', '负责人'];
/** What those who sign vouch for. */
export const SIGNED = '以上各项已逐一核对：不符的已改正或写明说明，无法核对的已人工核对。';

function summaryLines(review: Review, at: Date, linked: boolean): string[] {
  const { tables, missing, figures } = review;
  const where = [review.department, review.year && `${review.year} 年度`, review.region];
  const read = tables.filter((t) => t.checked).length;
  return [
    where.filter(Boolean).join(' · '),
    `已识别 ${read} 张表${missing.length > 0 ? `，缺 ${missing.length} 张` : ''}；${countsText(review)}`,
    `共 ${figures.total} 个数，其中 ${figures.covered} 个至少有一条规则核对。体检时间 ${at.toLocaleString('zh-CN', { hour12: false })}。${linked ? '点“单元格”可跳转。' : ''}`,
    review.halted ? HALTED : '',
    review.strange ? STRANGE[review.strange] : '',
  ].filter(Boolean);
}

/** 体检报告的附加内容. */
interface Beside {
  /** Nothing to jump to where the report is a workbook of its own. */
  readonly linked?: boolean;
  /** 公开要素清单 of the manuscript that was checked with it. */
  readonly elements?: readonly ElementResult[] | undefined;
}

/** 公开要素清单 in lines: counts, then what is missing or cannot be made out. */
export function elementLines(elements: readonly ElementResult[] = []): string[] {
  if (elements.length === 0) return [];
  const of = (status: ElementStatus) => elements.filter((e) => e.status === status);
  const statuses = Object.keys(ELEMENT_STATUS) as ElementStatus[];
  const counts = statuses.map((s) => `${ELEMENT_STATUS[s]} ${of(s).length}`).join(' · ');
  const open = (['missing', 'unclear'] as const).flatMap((status) =>
    of(status).map((e) => `${ELEMENT_STATUS[status]}：${e.title}（${e.basis}）`),
  );
  return [`公开要素 ${elements.length} 项：${counts}`, ...open];
}

/** What is said where nothing is to be mended; nothing compared is no pass. */
export const calmWords = ({ counts }: Review): string =>
  counts.exact + counts.rounding > 0
    ? '勾稽关系全部相符，没有需要处理的问题。'
    : '各表都没有可核对的数。请填数后再体检。';

const WRAPPED: Look = { horizontal: 'left', wrap: true };
const SIGNING = `${SIGNED_BY.map((who) => `${who}：＿＿＿＿＿＿＿＿`).join('　　')}　　日期：＿＿＿＿年＿＿月＿＿日`;

/** 体检报告 as a sheet of this name, written as of `at`; with `linked` the cells named in it can be gone to. */
export function reportSheet(
  review: Review,
  name: string,
  at: Date,
  { linked = true, elements }: Beside = {},
): SheetWrite {
  const titles = titlesOf(review.tables);
  const cells: PageCell[] = [];
  const merges: string[] = [];
  const heights: number[] = [];
  let row = 0;
  const across = (value: string, look: Look, height: number) => {
    row += 1;
    cells.push({ address: `A${row}`, value, format: '@', ...look });
    merges.push(`A${row}:${LAST}${row}`);
    heights[row - 1] = height;
  };
  across(REPORT, { bold: true, size: 16, horizontal: 'center' }, 28);
  for (const line of summaryLines(review, at, linked)) across(line, { horizontal: 'left' }, 18);
  const groups = groupsOf(review);
  if (groups.size === 0) across(calmWords(review), { bold: true }, 20);
  const culprits = culpritsOf(review.told.filter(isOpen), review.suspects);
  if (culprits.length > 0) across('先看这几处', { bold: true, fill: FILL, horizontal: 'left' }, 20);
  for (const { title, findings } of culprits) {
    const explains = findings.length > 1 ? `，可解释 ${findings.length} 项` : '';
    across(`${title}${explains}`, WRAPPED, heightOf(title, ACROSS));
  }
  for (const [title, findings] of groups) {
    across(`${title}：${findings.length} 项`, { bold: true, fill: FILL, horizontal: 'left' }, 20);
    row += 1;
    const head = row;
    HEAD.forEach((value, c) => {
      const address = `${columnName(c)}${head}`;
      cells.push({ address, value, bold: true, size: 10, border: true, horizontal: 'center' });
    });
    for (const f of findings) {
      row += 1;
      const texts = rowOf(f, review, titles);
      texts.forEach((text, c) => {
        cells.push({ address: `${columnName(c)}${row}`, ...cellOf(f, text, c, linked) });
      });
      heights[row - 1] = Math.max(18, ...texts.map((text, c) => heightOf(text, WIDTHS[c]! * 0.92)));
    }
  }
  const [counted, ...lacking] = elementLines(elements);
  if (counted) across(counted, { bold: true, fill: FILL, horizontal: 'left' }, 20);
  for (const line of lacking) across(line, WRAPPED, heightOf(line, ACROSS));
  row += 1;
  across(SIGNED, { horizontal: 'left' }, 20);
  across(SIGNING, { horizontal: 'left' }, 28);
  return { name, cells, merges, heights, widths: WIDTHS, landscape: true };
}

const MOVED = { added: '新增', vanished: '没有了', changed: '变动较大' } as const;

/** 与上年相比 as a sheet of its own; nothing where last year's workbook was not given. */
function movementSheet(review: Review): SheetWrite[] {
  const { movements = [] } = review;
  if (movements.length === 0) return [];
  const name = '与上年相比';
  const head = ['表', '项目', '变动', '上年', '本年', '增减', '单位', '单元格'];
  const rows = movements.map((m) => [
    m.table,
    m.label,
    MOVED[m.kind],
    m.last,
    m.current,
    m.change,
    m.unit,
    m.address ? `${m.sheet}!${m.address}` : '',
  ]);
  const cells = [head, ...rows].flatMap((row, r) =>
    row.map((value, c) => ({
      address: `${columnName(c)}${r + 1}`,
      value,
      format: '@',
      size: 10,
      border: true,
      wrap: true,
      ...(r === 0 && { bold: true }),
    })),
  );
  const widths = [30, 36, 10, 14, 14, 14, 8, 16];
  return [{ name, cells, widths, landscape: true, repeated: [0, 0] }];
}

/** The report as a workbook of its own: nothing in it to jump to. */
export const reportSheets = (review: Review, at: Date): SheetWrite[] => [
  reportSheet(review, REPORT, at, { linked: false }),
  ...movementSheet(review),
];

/**
 * 体检报告 for the clipboard: a line for each finding that does not hold and one of heads, columns apart by tabs.
 */
export function reviewText(review: Review): string {
  const titles = titlesOf(review.tables);
  return [
    ['表', ...HEAD],
    ...review.told.map((f) => [f.table ?? f.sheet ?? '', ...rowOf(f, review, titles)]),
  ]
    .map((row) => row.join('\t'))
    .join('\n');
}
