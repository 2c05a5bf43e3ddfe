// Words of the area 核对文稿, in one place.
import type { Verdict } from '../../../src/assertions/finding.ts';
import type { TiedNumber } from '../../../src/narrative/readings/report.ts';
import { KIND_NAMES, type Kind } from '../../../src/review/attention.ts';
import type { Opening, Stage, TieCourse } from './course.ts';

export const TIE_WORDS = {
  drop: '拖入 Word、PDF 或粘贴文字',
  hint: '情况说明或整册都可以：Word（docx）、PDF、网页、纯文本。文稿只在这台电脑上读，不上传。',
  choose: '选择文件',
  paste: '在这里粘贴文字',
  start: '核对',
  another: '换一篇',
  copy: '复制全文',
  copied: '已复制。',
  adopt: '采用更正',
  undo: '撤销更正',
  close: '收起',
  number: '数字的核对结果',
  cell: '单元格的核对结果',
  noNumbers: '这段文字里没有要核对的数字。',
  nothing: '这个数没有找到可以核对的数据，请人工核对。',
  lacksCheck: '请先体检：文稿里的数与识别到的决算表核对。',
  inWords: '文字问题',
  open: '未核对的原因',
  pages: '原页',
  asText: '文字',
  list: '问题清单',
  elements: '公开要素',
  noEntries: '没有要改的地方。未核对的数请人工核对。',
  isWorkbook: '这是电子表格，请在 Excel 里打开它再体检；这里核对文稿。原文件未改动。',
  export: '导出',
  noted: '带批注的副本',
  notedHint: '另存一份，把不符之处批注在原处；原文件不变。',
  revised: '带修订的 Word',
  onlyFiles: '粘贴的文字没有原文件可以批注',
  onlyWord: '修订只写进 Word 文件（.docx）',
  nothingAdopted: '还没有采用更正',
  larger: '放大',
  smaller: '缩小',
  reading: '正在打开',
  checking: '正在核对',
  noting: '正在写带批注的副本',
  stop: '停止',
  again: '继续核对',
  former: '下面还是上一次的核对结果。',
  failed: '没有核对完，请再试一次；文稿未改动。',
} as const;

/** 哪一篇: by the name of its file. */
const named = (name: string): string => (name ? `“${name}”` : '这篇文稿');

/** A file is read: how far. */
export function openingText({ name, page }: Opening): string {
  const what = `${TIE_WORDS.reading}${named(name)}`;
  return page > 0 ? `${what}：读到第 ${page} 页` : what;
}

const STAGES: Readonly<Record<Stage, string>> = { tables: '文件里的表', text: '文中的数' };

/** What was read is checked: which part of it; or that it was stopped. */
export function courseText(course: TieCourse, name: string): string {
  if (course.kind === 'failed') return course.words;
  if (course.kind === 'stopped') return `已停止核对${named(name)}，文稿还在。`;
  const { stage } = course;
  return `${TIE_WORDS.checking}${named(name)}${stage ? `：${STAGES[stage]}` : ''}`;
}

/** Where the file is of other accounts than the open workbook. */
export const otherText = (file: string, workbook: string): string =>
  `这份文件是${file}的，打开着的工作簿是${workbook}的：文中的数与文件自己的表核对。`;

export const comparedText = (compared: number, apart: number): string =>
  apart === 0
    ? `文件里的表与打开着的工作簿逐格相同（${compared} 格）。`
    : `文件里的表有 ${apart} 格与打开着的工作簿不同（共 ${compared} 格）。`;

/** In a text, unknown is 未核对. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  exact: '相符',
  rounding: '尾差',
  broken: '不符',
  unknown: '未核对',
};

/** 类别 of a number: what must be mended is 不符; what is to be looked at has a name of its own. */
export const kindOfNumber = ({ verdict, severity }: TiedNumber): NumberKind =>
  verdict === 'broken' ? severity : verdict;
export type NumberKind = Exclude<Kind, 'explained' | 'ignored'>;
export const kindName = (kind: Kind): string =>
  kind === 'unknown' ? VERDICTS.unknown : KIND_NAMES[kind];
