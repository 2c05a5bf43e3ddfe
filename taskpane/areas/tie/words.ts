// Words of the area 核对文稿, in one place.
import type { Verdict } from '../../../src/assertions/finding.ts';

export const WORDS = {
  drop: '拖入 Word、PDF 或粘贴文字',
  hint: '情况说明的 .docx、.pdf、.html、.txt、.md。文稿只在这台电脑上读，不上传。',
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
  nothing: '这个数没有找到可以核对的数据，请人工核对。',
  lacksCheck: '请先体检：文稿里的数与识别到的决算表核对。',
  inWords: '文字问题',
  open: '未核对的数缺什么',
  pages: '原页',
  asText: '文字',
} as const;

/** In a text, unknown is 未核对. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  exact: '相符',
  rounding: '尾差',
  broken: '不符',
  unknown: '未核对',
};
