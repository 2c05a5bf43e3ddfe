// The indicators of a performance table: rows under their header, level names spread down, one
// indicator over several rows put together. Knows columns by key; reads no figure.
import type { Wording } from '../../facts/evaluation.ts';
import type { Item } from '../../facts/fact.ts';
import { plain } from '../names.ts';
import type { Header, Span } from './header.ts';
import { type Block, type Entry, strays, wordsIn } from './lines.ts';
import { cellUnder } from './money.ts';
import { type IndicatorSketch, type Sketch, type Slot, wording } from './sketch.ts';
import { headOf, pointsIn } from './words.ts';

const LEVEL_KEYS = ['一级指标', '二级指标', '三级指标'] as const;
const NUMBERS = ['完成率', '系数', '权重', '得分', '扣分'] as const;
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/满意/, '满意度指标'],
  [/效益|效果|影响/, '效益指标'],
  [/成本/, '成本指标'],
  [/产出/, '产出指标'],
];

/** 指标栏: the spans of one header by what they are for. */
interface Columns {
  readonly levels: readonly (Span | undefined)[];
  /** Points of the first and second level in columns of their own. */
  readonly levelPoints: readonly (Span | undefined)[];
  readonly one: ReadonlyMap<string, Span>;
}

function columnsOf(header: Header): Columns {
  const levels = LEVEL_KEYS.map((key) => {
    const own = header.spans.filter((s) => s.key === key);
    return own.find((s) => headOf(s.heading.text) === key) ?? own.at(-1);
  });
  const last = levels[2] ?? levels[1] ?? levels[0]!;
  const weights = header.spans.filter((s) => s.key === '权重');
  const weight = weights.find((s) => s.left > last.left) ?? weights.at(-1);
  const levelPoints = levels.slice(0, 2).map((level, i) => {
    const next = levels[i + 1];
    return weights.find(
      (s) => s !== weight && level && next && s.left > level.left && s.left < next.left,
    );
  });
  const one = new Map<string, Span>();
  for (const span of header.spans) {
    if (span.key === '权重' || LEVEL_KEYS.some((k) => k === span.key) || one.has(span.key))
      continue;
    one.set(span.key, span);
  }
  if (weight) one.set('权重', weight);
  return { levels, levelPoints, one };
}

/** The name of a level in a row: its own, spread down, or the one above it. */
function levelName(
  block: Block,
  span: Span | undefined,
  row: number,
  top: number,
): Entry | undefined {
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
function bare(entry: Entry | undefined): string {
  if (!entry) return '';
  const text = plain(entry.raw);
  return pointsIn(text) ? headOf(text) : text;
}

function keepLevelPoints(
  block: Block,
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

interface Around {
  readonly block: Block;
  readonly columns: Columns;
  readonly header: Header;
}

/** Rows of one indicator: as many as its name or its score is merged over. */
function heightOf({ block, columns }: Around, row: number): number {
  const name = columns.levels[2] && cellUnder(block, row, columns.levels[2]);
  const score = columns.one.get('得分') ?? columns.one.get('权重');
  const cell = score && cellUnder(block, row, score);
  const alone = columns.levels[2] === undefined;
  const down = (e: Entry | undefined): number => (e && e.top === row ? e.bottom : row);
  return Math.max(alone ? row : down(name), down(cell));
}

/** Texts under a heading over the rows of one indicator; the first cell when all are blank. */
function textsUnder(block: Block, span: Span | undefined, row: number, last: number): Entry[] {
  if (!span) return [];
  const entries: Entry[] = [];
  for (let r = row; r <= last; r += 1) {
    const entry = cellUnder(block, r, span);
    if (entry && !entries.some((e) => e.top === entry.top)) entries.push(entry);
  }
  const filled = entries.filter((e) => e.text !== '');
  return filled.length > 0 ? filled : entries.slice(0, 1);
}

function wordSlots({ block, columns }: Around, row: number, last: number): Slot[] {
  const { one } = columns;
  const under = (key: string) => textsUnder(block, one.get(key), row, last);
  const slot = (column: string, entries: readonly Entry[], split?: Slot['split']): Slot[] =>
    entries.length === 0
      ? []
      : [
          {
            column,
            at: entries[0]!.at,
            ...(entries.length > 1 && { lines: entries.map(wording) }),
            ...(split && { split }),
          },
        ];
  const nature = under('指标性质')[0];
  const unit = under('度量单位')[0];
  const splitOf = (entries: readonly Entry[]): Slot['split'] =>
    nature
      ? {
          nature: wording(nature),
          ...(entries[0] && { value: wording(entries[0]) }),
          ...(unit && { unit: wording(unit) }),
        }
      : undefined;
  const [initial, adjusted, plainTarget] = [
    under('年初目标值'),
    under('调整目标值'),
    under('目标值'),
  ];
  const result: Slot[] = [];
  const target = plainTarget.length > 0 ? plainTarget : adjusted.length > 0 ? adjusted : initial;
  const later = target !== initial ? initial : [];
  result.push(...slot('年初目标值', later, splitOf(later)));
  result.push(...slot('目标值', target, splitOf(target)));
  if (target.length === 0 && nature) result.push(...slot('目标值', [nature], splitOf([])));
  result.push(...slot('完成值', under('完成值')));
  return result;
}

function numberSlots({ block, columns }: Around, row: number, last: number): Slot[] {
  return NUMBERS.flatMap((column) => {
    const span = columns.one.get(column);
    const entry = textsUnder(block, span, row, last)[0];
    if (!span || !entry || entry.top < row) return [];
    return [{ column, at: entry.at, percent: span.text.includes('%') }];
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
const textAt = (block: Block, { at }: Slot): string => block.entry(at.row, at.column).text;
const PLACEHOLDER = /^(?:[…⋯.。·]+|-+|—+|\/|指标\d+[:：]?)$/;
const NUMBERED = /^指标\d+[:：]/;

/** Level names of a row; on a continued page those of the row before it. */
function levelsOf({ block, columns, header }: Around, sketch: Sketch, row: number) {
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

function indicatorAt(around: Around, sketch: Sketch, row: number, last: number) {
  const { block, columns } = around;
  const { first, second, names } = levelsOf(around, sketch, row);
  const three = columns.levels[2];
  const thirds = textsUnder(block, three, row, last);
  const third = thirds[0];
  const named = third && third.text !== '' ? third : undefined;
  const slots = [...wordSlots(around, row, last), ...numberSlots(around, row, last)];
  const inName =
    named && slots.every((s) => s.column !== '权重') ? pointsIn(named.text) : undefined;
  if (named && inName) slots.push({ column: '权重', at: named.at, within: inName });
  const filled = slots.some((s) => textAt(block, s) !== '');
  if (!named && !filled) return undefined;
  // Points without a name, a target or an actual are a sum of others.
  const said = slots.some((s) => WORDED.has(s.column) && textAt(block, s) !== '');
  if (three && !named && !said) return undefined;
  if (named && PLACEHOLDER.test(named.text) && !filled) return undefined;
  keepLevelPoints(block, sketch, columns, row, names);
  if (thirds.length > 1) {
    const why = '几个指标合并填写一个得分，已按一项读入';
    sketch.doubts.push({ location: named!.at, why });
  }
  const label = named ?? second ?? first ?? third;
  const printed = named
    ? thirds.map((t) => (inName ? headOf(t.raw) : t.raw.trim())).join('、')
    : (label?.raw.trim() ?? '');
  const goal = sketch.goals.length > 0 ? sketch.goals.length - 1 : undefined;
  const text = (key: string): Wording | undefined => {
    const entry = textsUnder(block, columns.one.get(key), row, last)[0];
    return entry && wording(entry);
  };
  const [reason, method, core, unit] = ['原因', '办法', '核心指标', '度量单位'].map(text);
  const name = plain(printed).replace(NUMBERED, '');
  const indicator: IndicatorSketch = {
    item: itemFor(sketch, name, printed, names, goal),
    slots,
    level1: names[0],
    level2: names[1],
    level3: {
      text: printed,
      location: label?.at ?? { sheet: block.view.grid.name, row, column: block.left },
    },
    ...(goal !== undefined && { goal }),
    ...(reason && { reason }),
    ...(method && { method }),
    ...(core && { core }),
    ...(unit && { unit }),
  };
  return indicator;
}

const isSubtotal = (entry: Entry): boolean => /^(?:小计|合计)$/.test(headOf(entry.text));

/** 指标行 under a header, until `ends` says that a row is something else; the row after them. */
export function readIndicators(
  block: Block,
  header: Header,
  sketch: Sketch,
  ends: (row: number) => boolean,
): number {
  const around: Around = { block, columns: columnsOf(header), header };
  sketch.header = Math.min(sketch.header, header.top);
  for (const span of header.spans) sketch.seen.add(span.key);
  const edge = Math.min(...header.spans.map((s) => s.left)) - 1;
  let row = header.bottom + 1;
  while (row <= block.bottom && !ends(row)) {
    const last = Math.min(heightOf(around, row), block.bottom);
    const subtotal = wordsIn(block, row).find(isSubtotal);
    if (subtotal) {
      sketch.doubts.push({ location: subtotal.at, why: `“${subtotal.text}”一行没有读入` });
    } else {
      const indicator = indicatorAt(around, sketch, row, last);
      if (indicator) sketch.indicators.push(indicator);
      const [stray] = strays(block, row, indicator ? header.spans : [], edge);
      if (stray) sketch.doubts.push({ location: stray.at, why: '所在的行或栏没有认出' });
    }
    row = last + 1;
  }
  return row;
}
