// The indicators of a performance table: rows under their header, level names spread down, one
// indicator over several rows put together. Knows columns by key; reads no figure.
import type { Wording } from '../../facts/evaluation.ts';
import type { Item } from '../../facts/fact.ts';
import { plain } from '../names.ts';
import type { ColumnSpan, Header } from './header.ts';
import {
  type IndicatorPage,
  indicatorHeight,
  numberSlots,
  textsUnder,
  withoutPoints,
  wordSlots,
} from './indicator-cells.ts';
import { type Columns, indicatorColumns, withScores } from './indicator-columns.ts';
import { figured, type LineCell, strays, type TableBlock, wordsIn } from './lines.ts';
import { cellUnder } from './money-cells.ts';
import {
  type IndicatorSketch,
  type Sketch,
  type Slot,
  type SubtotalSketch,
  wording,
} from './sketch.ts';
import { headOf, isNothing, pointsIn } from './words.ts';

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/满意/, '满意度指标'],
  [/效益|效果|影响/, '效益指标'],
  [/成本/, '成本指标'],
  [/产出/, '产出指标'],
];

/** The name of a level in a row: its own, spread down, or the one above it. */
function levelName(
  block: TableBlock,
  span: ColumnSpan | undefined,
  row: number,
  top: number,
): LineCell | undefined {
  if (!span) return undefined;
  for (let r = row; r >= top; r -= 1) {
    for (let c = span.left; c <= span.right; c += 1) {
      const entry = block.entry(r, c);
      if (entry.text !== '') return entry;
    }
  }
  return undefined;
}

/** A label such as 产出指标（50分）: the points and the bare name. */
function bare(entry: LineCell | undefined): string {
  if (!entry) return '';
  const text = plain(entry.raw);
  return pointsIn(text) ? headOf(text) : text;
}

function keepLevelPoints(
  block: TableBlock,
  sketch: Sketch,
  columns: Columns,
  row: number,
  names: readonly [string, string],
): void {
  columns.levels.slice(0, 2).forEach((span, i) => {
    const name = names[i];
    if (!span || !name) return;
    const entry = levelName(block, span, row, row);
    const beside = columns.levelPoints[i] && cellUnder(block, row, columns.levelPoints[i]);
    const own = entry?.top === row ? pointsIn(entry.text) : undefined;
    const points = own ?? (beside?.top === row ? pointsIn(`(${beside.text})`) : undefined);
    const from = own ? entry : beside;
    if (!points || !from) return;
    const weight = { points, text: from.raw.trim(), location: from.at };
    sketch.levelWeights.push({ level1: names[0], ...(i === 1 && { level2: name }), weight });
  });
}

function itemFor(
  sketch: Sketch,
  name: string,
  printed: string,
  names: readonly [string, string],
  goal: number | undefined,
): Item {
  const group = GROUPS.find(([r]) => r.test(names[0])) ?? GROUPS.find(([r]) => r.test(names[1]));
  return {
    key: `指标${sketch.indicators.length + 1}`,
    names: [name],
    printed,
    groups: ['指标', ...(group ? [group[1]] : [])],
    members: {
      ...(names[0] && { 一级: names[0] }),
      ...(names[1] && { 二级: names[1] }),
      ...(goal !== undefined && { 目标: String(goal + 1) }),
    },
  };
}

const WORDED = new Set(['年初目标值', '目标值', '完成值']);
const textAt = (block: TableBlock, { at }: Slot): string => block.entry(at.row, at.column).text;
const PLACEHOLDER = /^(?:[…⋯.。·]+|-+|—+|\/|指标\d+[:：]?)$/;
const NUMBERED = /^指标\d+[:：]/;

/** Level names of a row; on a continued page those of the row before it. */
function levelsOf({ block, columns, header }: IndicatorPage, sketch: Sketch, row: number) {
  const top = header.bottom + 1;
  const [one, two] = columns.levels;
  const first = levelName(block, one, row, top);
  const own = levelName(block, two, row, top);
  // A second level from above belongs to this row only where the first level does too.
  const second = own && first && own.top < first.top ? first : own;
  const before = sketch.indicators.at(-1);
  const goal = sketch.goals.length > 0 ? sketch.goals.length - 1 : undefined;
  const continued = before && before.goal === goal && !first ? before : undefined;
  const names = [
    continued ? continued.level1 : bare(first),
    continued && !second ? continued.level2 : bare(second),
  ] as const;
  return { first, second, names };
}

function indicatorAt(around: IndicatorPage, sketch: Sketch, row: number, last: number) {
  const { block, columns } = around;
  const { first, second, names } = levelsOf(around, sketch, row);
  const three = columns.levels[2];
  const thirds = textsUnder(block, three, row, last);
  const third = thirds[0];
  const named = third && third.text !== '' ? third : undefined;
  const all: Slot[] = [...wordSlots(around, row, last), ...numberSlots(around, row, last)];
  const isPart = /^其中/.test(named?.text ?? '');
  const slots = [...withoutPoints(block, all, isPart)];
  const inName = named && all.every((s) => s.column !== '权重') ? pointsIn(named.text) : undefined;
  if (named && inName) slots.push({ column: '权重', at: named.at, within: inName });
  const filled = all.some((s) => !isNothing(textAt(block, s)));
  if (!named && !filled) return undefined;
  // Points without a name, a target or an actual are a sum of others.
  const said = slots.some((s) => WORDED.has(s.column) && textAt(block, s) !== '');
  if (three && !named && !said) return undefined;
  if (named && (PLACEHOLDER.test(named.text) || isNothing(named.text)) && !filled) return undefined;
  keepLevelPoints(block, sketch, columns, row, names);
  if (thirds.length > 1) {
    const why = '几个指标合并填写一个得分，已按一项读入';
    sketch.doubts.push({ location: named!.at, why });
  }
  const label = named ?? second ?? first ?? third;
  const printed = named
    ? thirds.map((t) => (inName ? withoutOwnPoints(t.raw) : t.raw.trim())).join('、')
    : (label?.raw.trim() ?? '');
  const goal = sketch.goals.length > 0 ? sketch.goals.length - 1 : undefined;
  const text = (key: string): Wording | undefined => {
    const entry = textsUnder(block, columns.one.get(key), row, last)[0];
    return entry && wording(entry);
  };
  const [reason, method, core, unit] = ['原因', '办法', '核心指标', '度量单位'].map(text);
  const name = plain(printed).replace(NUMBERED, '');
  const { name: sheet } = block.view.grid;
  const indicator: IndicatorSketch = {
    item: itemFor(sketch, name, printed, names, goal),
    slots,
    level1: names[0],
    level2: names[1],
    level3: { text: printed, location: label?.at ?? { sheet, row, column: block.left } },
    ...(goal !== undefined && { goal }),
    ...(reason && { reason }),
    ...(method && { method }),
    ...(core && { core }),
    ...(unit && { unit }),
  };
  return indicator;
}

/** 清淤长度（10分）: the name without its points. */
const withoutOwnPoints = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/\(\d+(?:\.\d+)?分?\)\s*$|\d+(?:\.\d+)?分\s*$/, '')
    .trim();

const isSubtotal = (entry: LineCell): boolean => /^(?:小计|合计)$/.test(headOf(entry.text));

/** 小计 of the indicators since the one before: what their weights and scores come to. */
function subtotalAt(
  around: IndicatorPage,
  sketch: Sketch,
  row: number,
  label: LineCell,
): SubtotalSketch {
  const from =
    sketch.subtotals.at(-1)?.to ?? sketch.indicators.length - sinceHeader(around, sketch);
  const slots = numberSlots(around, row, row).filter(
    (s) => s.column === '权重' || s.column === '得分',
  );
  const key = `小计${sketch.subtotals.length + 1}`;
  const item = {
    key,
    names: [label.text],
    printed: label.raw.trim(),
    groups: ['小计'],
    members: {},
  };
  return { item, slots, from, to: sketch.indicators.length };
}
const sinceHeader = ({ header }: IndicatorPage, sketch: Sketch): number =>
  sketch.indicators.filter((i) => i.level3.location.row > header.bottom).length;

/** 指标行 under a header, until `ends` says that a row is something else; the row after them. */
export function readIndicators(
  block: TableBlock,
  printed: Header,
  sketch: Sketch,
  ends: (row: number) => boolean,
): { next: number; header: Header } {
  let bottom = printed.bottom;
  while (bottom < block.bottom && !ends(bottom + 1)) bottom += 1;
  const header = withScores(block, printed, bottom);
  const around: IndicatorPage = { block, columns: indicatorColumns(header), header };
  sketch.header = Math.min(sketch.header, header.top);
  for (const span of header.spans) sketch.seen.add(span.key);
  const unheaded = header !== printed ? header.spans.at(-1) : undefined;
  if (unheaded) notePoints(block, sketch, unheaded.heading);
  const edge = Math.min(...header.spans.map((s) => s.left)) - 1;
  let row = header.bottom + 1;
  while (row <= bottom) {
    const last = Math.min(indicatorHeight(around, row), bottom);
    const subtotal = wordsIn(block, row).find(isSubtotal);
    if (subtotal) sketch.subtotals.push(subtotalAt(around, sketch, row, subtotal));
    else {
      const indicator = indicatorAt(around, sketch, row, last);
      if (indicator) sketch.indicators.push(indicator);
      const [stray] = strays(block, row, indicator ? header.spans : [], edge);
      if (stray) sketch.doubts.push({ location: stray.at, why: '所在的行或栏没有认出' });
    }
    row = last + 1;
  }
  return { next: row, header };
}

/** The points of all indicators where the heading of their scores would be. */
function notePoints(block: TableBlock, sketch: Sketch, heading: LineCell): void {
  const points = figured(block, heading) ? pointsIn(`(${heading.text})`) : undefined;
  if (!points) return;
  const weight = { points, text: heading.raw.trim(), location: heading.at };
  if (sketch.indicatorWeight) sketch.indicatorWeightAgain ??= weight;
  else sketch.indicatorWeight = weight;
  sketch.scoreColumn = heading.left;
}
