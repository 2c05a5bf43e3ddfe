// Words of the page, in one place.

export const WORDS = {
  open: '打开文件',
  sample: '打开示例',
  privacy: '文件只在本机的浏览器里打开，不上传，不改动原文件。',
  first:
    '不用安装加载项：打开决算公开的表格（.xlsx、.xls、.ods、.et）或公开文本（.docx、.pdf、网页），右边核对，左边看表。',
  drop: '也可以把文件拖到这里。',
  copy: '保存批注副本',
  copyHint: '另存一份，把不符之处标在单元格上并写明原因；原文件不变。请先体检。',
  added: '保存新增的表',
  addedHint: '体检报告、空白模板等新增的表，另存为一个 Excel 文件。',
  saved: (name: string): string => `已保存“${name}”。`,
  reading: '正在打开……',
  sheets: '工作表',
  noSheets: '这个文件里没有表格。文字请在右边“核对文稿”中核对。',
  skipped: '这张表太大，没有读取；它不是决算公开表。',
  pane: '勾稽窗格',
  noPdf:
    '从磁盘双击打开的网页版读不了 PDF。请用服务器上的网页版或窗格“核对文稿”，或换用 Word 版、表格版；原文件未改动。',
  readingPage: (page: number): string => `正在打开……读到第 ${page} 页`,
  paged: '原页',
  asTables: '表格',
  larger: '放大',
  smaller: '缩小',
  failed: '没有打开成功。请换一个文件再试；原文件未改动。',
} as const;
