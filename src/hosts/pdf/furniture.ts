// Words over and under tables: titles, units and departments, notes, headings of the text. Knows how tables are named in
// print; knows no place on a page.
import type { Line } from './lines.ts';

/** A heading of the text, numbered: it is the text's own, wherever it stands. */
export const HEADING =
  /^(?:第[一二三四五六七八九十]+[部分章节篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])/;
/** Says something: no title does. */
export const SENTENCE = /[。；;]|[，,].*[，,]|[：:]$/;
/** A title that was folded within the brackets behind it. */
export const OPEN_TITLE = /表[（(][^）)]*$/;
/** 单位：万元, 编制单位：…, 公开01表 and the like. */
const FURNITURE =
  /单位[:：]|部门[:：]|(?:^|[（(])公开\s*\d+\s*表|^(?:金额)?单位|续表|^[（(]?20\d\d年度?[)）]?$|^附?[表件]\s*\d/;
/** Begins a note under a table. */
export const NOTE =
  /^[（(]?(?:[*＊※]?\s*(?:注|备注|说明|附注|表注|注释)\s*\d*\s*[:：.、]|[*＊※]|单位负责人|填表人|制表人)|[本此上]表(?!\d)|无数据|空表/;
/** What a department says it has not: a note of the table, and a sentence of the text if it is one. */
export const HAS_NONE = /^[（(]?(?:本|我)(?:部门|单位|局|委|办)?.{0,30}(?:没有|未|无)/;

/** A note under a table. */
export const isNote = (line: Line): boolean => NOTE.test(rowText(line));
/** 行文 without blanks. */
export const rowText = (line: Line): string => line.text.replace(/\s/g, '');

/** Names a table, or is printed with a name. */
export const isOfTable = (line: Line): boolean => {
  const text = rowText(line);
  if (isNote(line)) return false;
  return FURNITURE.test(text) || (/表(?:[（(].{1,12}[)）])?$/.test(text) && !HEADING.test(text));
};

/** Nothing over a table but unit, department and number: 收入决算表（单位：万元） is a title, whatever stands in it. */
export const isUntitled = (above: readonly Line[]): boolean =>
  above.map(rowText).every((text) => FURNITURE.test(text) && !/[^\d]表/.test(text));

/**
 * The title among the lines over a table: the last one that names a table, else the last; undefined where
 * there is none.
 */
export function titleIn(above: readonly Line[]): string | undefined {
  const texts = above.map(rowText).filter((t) => !FURNITURE.test(t));
  return texts.filter((t) => /表/.test(t)).at(-1) ?? texts.at(-1);
}
