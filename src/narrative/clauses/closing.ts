// Whether an item is but the total of what was told before it: 合计t, 三年累计t. Knows the words of totals.
import type { ToldItem } from './account.ts';

const CLOSING =
  /^(?:以上|上述|前述|全年|全县|全市|全省|全区)?(?:([两二三四五六七八九十]+)(?:项|类|年|者|批|家|个|块|部分))?(?:支出|收入|资金|各项|人员|单位)?(?:合计|共计|总计|累计|小计|合共|总共)(?:支出|收入|资金|金额|数|人数|下达?|拨付|安排|投入|完成)?$/;
const NUMERALS = '〇一二三四五六七八九十';

/** 合计t: it bears no name but that of a total. */
export const isClosing = ({ own, ghost }: ToldItem): boolean => !ghost && CLOSING.test(own);

/** 三年累计: so many; undefined where it does not say. */
export function closingCount({ own }: ToldItem): number | undefined {
  const word = CLOSING.exec(own)?.[1];
  if (!word || word.length > 1) return undefined;
  return word === '两' ? 2 : NUMERALS.indexOf(word);
}
