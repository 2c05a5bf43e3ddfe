// Words of the pane, in one place: plain, calm, and saying what to do next.

export const WORDS = {
  name: '勾稽',
  start: '开始体检',
  again: '重新体检',
  live: '实时',
  liveHint: '改动单元格后自动重新体检',
  clear: '清除标记',
  cleared: '标记已清除，单元格格式与体检前相同。',
  report: '体检报告',
  details: '详情',
  less: '收起',
  correct: '改正',
  undo: '撤销改正',
  explain: '出错说明',
  basis: '依据',
  previous: '上一处',
  next: '下一处',
  copy: '复制详情',
  retry: '重试',
  working: '正在读取工作簿',
  first: '核对决算公开各表的表内、表间关系，标出不符的单元格，说明应为多少、依据哪一条。',
  firstNote: '只读取、不改动您的数据；标记可以随时清除，不留痕迹。',
  nothing: '没有找到决算公开表。勾稽按表名和表头识别，例如“收入支出决算总表”。',
  which: '查看能识别的表',
  areaFailed: '这里出了问题，工作簿没有改动。请重试；若仍出现，请把下面的详情交给维护人员。',
  noFinding: '没有这一类结果。',
  blanks: '插入空白模板',
  blanksHint: '补上这个工作簿还没有的决算公开表和补充资料，每张一个新工作表；已有的表不动。',
  charts: '插入图表',
  chartsHint: '图 1 至图 4 画在一张新工作表上，数取自决算表和补充资料。',
  undoStack: '生成报告会新增一张工作表，之后不能用 Ctrl+Z 撤销先前的操作。',
} as const;

const two = (n: number): string => String(n).padStart(2, '0');
export const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;
