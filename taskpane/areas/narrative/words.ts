// Words of the area 说明, in one place.

export const NARRATIVE_WORDS = {
  isStale: '表中的数已经变动',
  isDoubtful: '体检认为这个数可能有误',
  nextDoubt: '下一处存疑',
  draftUpdated: '更新后导出',
  editWords: '点击修改这段文字',
  updateOne: '更新此数',
  updateAll: '全部更新',
  copyText: '复制文字',
  copyHtml: '复制带格式',
  copied: '已复制。',
  exportWord: '导出 Word',
  draft: '情况说明（草稿）',
  booklet: '整册：概况、决算表、说明、名词解释（草稿）',
  from: '出处',
  noCells: '由您填写的数算出。',
  next: '下一处待填',
  lacksCheck: '请先体检：说明里的每个数都从识别到的决算表来。',
  lacksTables: '没有找到决算公开表，写不了说明。勾稽按表名和表头识别，例如“收入支出决算总表”。',
} as const;

/** 导出定稿: what still stands in its way is part of the order's name. */
export const finalText = (gaps: number, stale: number): string => {
  const lacks = [
    ...(gaps > 0 ? [`仍缺 ${gaps} 处`] : []),
    ...(stale > 0 ? [`${stale} 个数未更新`] : []),
  ];
  return `情况说明（定稿${lacks.length > 0 ? `，${lacks.join('、')}` : ''}）`;
};

export const statusText = (numbers: number, gaps: number): string =>
  gaps === 0
    ? `${numbers} 个数字都有出处，没有待填`
    : `${numbers} 个数字都有出处 · 待填 ${gaps} 处`;

export const doubtText = (count: number): string => `${count} 个数字取自体检认为可能有误的单元格。`;

/** What a 定稿 is asked about. */
export const finalDoubt = (doubts: number, edited: boolean): string =>
  [
    edited && '表在体检以后又改动过，文中的数可能不是最新的。',
    doubts > 0 && `文中有 ${doubts} 个数字取自体检认为可能有误的单元格。`,
  ]
    .filter(Boolean)
    .join('');

export const staleText = (count: number): string => `${count} 个数字与表不一致，表中的数已经变动。`;
