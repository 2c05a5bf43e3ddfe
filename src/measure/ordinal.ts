// Ordinals of headings and rows: 一、二十六、. Knows nothing else.

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 序号 in Chinese, from 1 to 99: 一, 十, 二十六. Of 0 it is empty, and beyond 99 it is wrong. */
export function chineseOrdinal(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return ten + DIGITS[n % 10];
}
