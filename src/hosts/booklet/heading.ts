// Which lines around a table belong to it: its title, its number, department and unit above, its notes below.
// Knows how official tables are headed; reads no figure.
import type { FlowBlock, FlowCell, FlowText } from './block.ts';

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '');

/** 收入支出决算总表, 表一（续）, 附件1：项目支出绩效自评表 …; no sentence. */
const TITLE = /表(?:\((?:[^()]{1,12})\)|续表?|[一二三四五六七八九十\d-]{1,4})?$/;
/** 公开01表, 部门：…, 2023年度, 单位：万元, 金额单位. */
const HEAD =
  /^(?:公开|附?表|财决)[\d-]+表?$|^\(?(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称|\(单位\))?[:：]|(?:金额)?单位[:：]?(?:人民币)?[百千]?[万亿]?元|^(?:20\d{2}|二[〇○零O0]\S{2})年度?$|^附[件表]?[\d一二三四五六七八九十]*[:：]?$/;
const PART = /^第[一二三四五六七八九十]+(?:部分|章|节)/;
const SENTENCE = /[。；;！!]/;
const NOTE =
  /^(?:附?注|备注|说明)(?:\d+)?[:：]|^(?:本表|此表|以上|上表)|^(?:\d{1,2}|[一二三四五六七八九十])[.．、].*(?:本表|栏|行|反映)/;
const NOTHING =
  /没有[^。；]{0,60}(?:收入|支出|收支|安排|经费|公开)|无[^。；]{0,40}(?:收入|支出|收支|安排|预算|经费|此项|数据)|不涉及|为空表|无数据|未(?:安排|发生|使用)/;
const SECTION =
  /^(?:第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/;

/** So many lines above and below are looked at. */
const ABOVE = 7;
const BELOW = 8;
/** 填报日期, 项目名称 …: so many lines may stand between a title and its table. */
const UNKNOWN = 2;
const LONGEST_LINE = 50;
const LONGEST_HEAD = 70;
const LONGEST_NOTE = 300;

const isTitle = (line: string): boolean =>
  line.length >= 4 && line.length <= LONGEST_HEAD && TITLE.test(line) && !SENTENCE.test(line);

/** Stands above or below a table, never between its rows. */
export function isAround(text: string): boolean {
  const line = bare(text);
  return isTitle(line) || HEAD.test(line) || NOTE.test(line);
}

/** 题头: lines directly above a table, from its title down; none where no line tells. */
export function linesAbove<S>(blocks: readonly FlowBlock<S>[], table: number): FlowText<S>[] {
  const lines: FlowText<S>[] = [];
  let title = -1;
  let unknown = 0;
  for (let i = table - 1; i >= 0 && lines.length < ABOVE; i -= 1) {
    const block = blocks[i]!;
    if (block.kind === 'table') break;
    const line = bare(block.text);
    if (line === '') continue;
    if (line.length > LONGEST_HEAD || SENTENCE.test(line)) break;
    const head = HEAD.test(line);
    const named = !head && isTitle(line);
    // Below the title stand its number, department and unit; above it the first half of a long one.
    if (title < 0 && !head && !named) {
      unknown += 1;
      if (unknown > UNKNOWN || line.length > LONGEST_LINE) break;
    }
    if (title >= 0 && (named || PART.test(line) || SECTION.test(line))) break;
    if (title >= 0 && !head && lines.length > title + 1) break;
    lines.push(block);
    if (named && title < 0) title = lines.length - 1;
  }
  if (title >= 0) return lines.reverse();
  // Without a title only what certainly speaks of a table belongs to it.
  const end = lines.findIndex((l) => !HEAD.test(bare(l.text)));
  return lines.slice(0, end < 0 ? lines.length : end).reverse();
}

/** 附注: lines directly below a table that speak of it. */
export function linesBelow<S>(
  blocks: readonly FlowBlock<S>[],
  table: number,
  taken: ReadonlySet<FlowBlock<S>>,
): FlowText<S>[] {
  const lines: FlowText<S>[] = [];
  for (let i = table + 1; i < blocks.length && lines.length < BELOW; i += 1) {
    const block = blocks[i]!;
    if (block.kind === 'table' || taken.has(block)) break;
    const line = bare(block.text);
    if (line === '') continue;
    const goesOn = lines.length > 0 && /^\d{1,2}[.．、]/.test(line);
    if (line.length > LONGEST_NOTE || (SECTION.test(line) && !goesOn)) break;
    if (!NOTE.test(line) && !NOTHING.test(line) && !goesOn) break;
    lines.push(block);
  }
  return lines;
}

/** 表名 in the lines above, or in the first row of the table itself. */
export function titleAmong(
  above: readonly FlowText<unknown>[],
  cells: readonly FlowCell<unknown>[],
): string {
  const inside = cells.filter((c) => c.row < 3).map((c) => c.text);
  const lines = [...above.map((l) => l.text).reverse(), ...inside].map(bare);
  return lines.find((l) => isTitle(l) && !HEAD.test(l)) ?? '';
}

/** Names of sheets: the title, and which table of the file it is where two have the same. */
export function sheetNames(titles: readonly string[]): string[] {
  const used = new Set<string>();
  return titles.map((title, i) => {
    const plain = title.replace(/[:\\/?*[\]'!]/g, '').slice(0, 40);
    const name = plain && !used.has(plain) ? plain : `第${i + 1}个表${plain}`;
    used.add(name);
    return name;
  });
}
