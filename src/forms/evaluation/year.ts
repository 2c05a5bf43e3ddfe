// 年度 of a 自评表: in its title, beside a label that says so, below the title, or in its own targets; never the day
// on which it was filled in. Knows words around years; reads no figure.
import { yearIn } from '../names.ts';
import type { Region } from '../region.ts';
import { cellRightOf, type TableBlock, wordsIn } from './lines.ts';
import type { Sketch } from './sketch.ts';
import { headOf } from './words.ts';

const LABEL = /^(?:项目|评价|预算|绩效|自评|资金|所属|实施|考核)*(?:年份|年度)$/;
/** A day, or what says that a day follows. */
const DAY = /\d年\d{1,2}月|\d{4}[-./]\d{1,2}|日期|时间|填报|填表|编制/;

/** 项目年份 | 2021. */
function beside(block: TableBlock): number | undefined {
  for (let row = block.top; row <= Math.min(block.bottom, block.top + 12); row += 1) {
    for (const label of wordsIn(block, row)) {
      if (!LABEL.test(headOf(label.text))) continue;
      const value = cellRightOf(block, label)?.text ?? '';
      const year = DAY.test(value) ? undefined : yearIn(`${value} `);
      if (year) return year;
    }
  }
  return undefined;
}

/** （2022年度）, 年度：2024年: short words in the first rows of a region. */
function above(region: Region): number | undefined {
  for (let row = region.top; row <= Math.min(region.body + 2, region.bottom); row += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = region.view.text(row, c);
      const year =
        /年/.test(text) && text.length < 40 && !DAY.test(text) ? yearIn(text) : undefined;
      if (year) return year;
    }
  }
  return undefined;
}

/** The year that all targets with a date are of. */
function inTargets(block: TableBlock, sketch: Sketch): number | undefined {
  const years = sketch.indicators.flatMap((i) =>
    i.slots
      .filter((s) => s.column === '目标值')
      .flatMap((s) => /(20\d{2})年/.exec(block.view.text(s.at.row, s.at.column))?.[1] ?? []),
  );
  const [first] = years;
  return first && years.every((y) => y === first) ? Number(first) : undefined;
}

/** 年度 of a table; undefined where nothing says it. */
export const yearOf = (region: Region, block: TableBlock, sketch: Sketch): number | undefined =>
  yearIn(region.printedTitle) ??
  beside(block) ??
  above(region) ??
  yearIn(region.view.grid.name) ??
  inTargets(block, sketch);
