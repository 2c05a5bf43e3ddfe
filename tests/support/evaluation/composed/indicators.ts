// The indicators of a table: header, level names, targets and points, rows that carry no points, sums below a
// level. Knows columns and where points may stand; knows what has to agree.

import type { Row } from './aims.ts';
import { type Canvas, wrapped } from './canvas.ts';
import type { Figure, Kind } from './sheet.ts';

type Key =
  | 'level1'
  | 'points1'
  | 'level2'
  | 'points2'
  | 'name'
  | 'target'
  | 'nature'
  | 'number'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'review'
  | 'reason';
const HEADS: Readonly<Record<Key, readonly string[]>> = {
  level1: ['一级指标', '一级指标', '一级\n指标'],
  points1: ['分值'],
  level2: ['二级指标'],
  points2: ['分值'],
  name: ['三级指标', '三级指标', '指标名称', '指标内容'],
  target: ['年度指标值', '指标值', '年初目标值（A）', '目标值', '预期指标值'],
  nature: ['指标性质', '性质'],
  number: ['指标值', '年度指标值'],
  unit: ['度量单位', '计量单位', '单位'],
  actual: ['实际完成值', '全年完成值', '实际完成值（B）', '完成值', '全年实际完成值'],
  weight: ['分值', '权重', '指标分值', '标准分'],
  score: ['得分', '自评得分', '自评分', '打分'],
  review: ['复核分', '复评得分'],
  reason: ['偏差原因分析及改进措施', '未完成原因分析', '扣分原因', '备注'],
};

function columnsOf({ look }: Canvas): Key[] {
  const levels: Readonly<Record<string, readonly Key[]>> = {
    three: ['level1', 'level2', 'name'],
    two: ['level1', 'name'],
    named: ['name'],
  };
  const aims: Key[] = look.split ? ['nature', 'number', 'unit'] : ['target'];
  const first: Key[] =
    look.weights === 'level-columns'
      ? ['level1', 'points1', 'level2', 'points2', 'name', 'weight']
      : [...levels[look.levels]!];
  const list: Key[] = [...first];
  if (look.weights === 'column-first') list.push('weight');
  list.push(...aims, 'actual');
  if (look.weights === 'column') list.push('weight');
  list.push('score');
  if (look.scores === 'reviewed-too') list.push('review');
  if (look.reasons && look.scores !== 'unheaded') list.push('reason');
  return list;
}

/** 指标区: what is laid where. */
interface Area {
  readonly c: Canvas;
  readonly keys: readonly Key[];
  readonly left: number;
  readonly rows: readonly Row[];
}
const at = (a: Area, key: Key): number => a.left + a.keys.indexOf(key);

function points(a: Area, key: Key, kind: Kind, value: number): Figure {
  return a.c.sheet.figure(
    { row: a.c.row, column: at(a, key) },
    kind,
    value,
    a.c.look.typing.points,
  );
}

/** Rows that share a name at this level, counted from here. */
const run = (a: Area, i: number, key: 'level1' | 'level2'): number => {
  const same = (x: Row) =>
    x.level1 === a.rows[i]!.level1 && (key === 'level1' || x.level2 === a.rows[i]!.level2);
  let n = 1;
  while (a.rows[i + n] && same(a.rows[i + n]!)) n += 1;
  return n;
};
const begins = (a: Area, i: number, key: 'level1' | 'level2'): boolean => {
  const before = a.rows[i - 1];
  return (
    !before ||
    before.level1 !== a.rows[i]!.level1 ||
    (key === 'level2' && before.level2 !== a.rows[i]!.level2)
  );
};
const weightOf = (rows: readonly Row[]): number => rows.reduce((n, x) => n + x.weight, 0);

/** Level names with their points, spread down as the place does it. */
function levels(a: Area, i: number): void {
  const { c, keys } = a;
  const { look, sheet } = c;
  for (const key of ['level1', 'level2'] as const) {
    if (!keys.includes(key)) continue;
    const first = begins(a, i, key);
    if (!first && look.spread !== 'repeated') continue;
    const n = run(a, i, key);
    const worth = weightOf(a.rows.slice(i, i + n)) / 100;
    const said =
      first && key === 'level1' && look.levelPoints !== ''
        ? `${look.levelPoints === 'below' ? '\n' : ''}（${worth}分）`
        : '';
    const tall = look.spread === 'merged' && first ? n : 1;
    sheet.put(c.row, at(a, key), a.rows[i]![key] + said, tall, 1);
    const own: Key = key === 'level1' ? 'points1' : 'points2';
    if (!keys.includes(own) || !first) continue;
    const figure = sheet.figure(
      { row: c.row, column: at(a, own), rows: tall },
      '分值',
      worth * 100,
      look.typing.points,
    );
    levelSums.push({ figure, from: i, count: n });
  }
}
/** Points of levels in columns of their own, until their rows are laid. */
let levelSums: { figure: Figure; from: number; count: number }[] = [];

function aims(a: Area, x: Row): void {
  const { sheet, row } = { sheet: a.c.sheet, row: a.c.row };
  if (a.keys.includes('target')) sheet.put(row, at(a, 'target'), x.target);
  else {
    sheet.put(row, at(a, 'nature'), x.nature);
    sheet.put(row, at(a, 'number'), x.number);
    sheet.put(row, at(a, 'unit'), x.unit);
  }
  sheet.put(row, at(a, 'actual'), x.actual);
}

function scored(a: Area, x: Row, weight: Figure | undefined): Figure {
  const score = points(a, 'score', '得分', x.score);
  const all = (v: (f: Figure) => number) => (weight ? v(weight) : x.weight);
  if (weight) a.c.sheet.agree('得分不超过分值', [score, weight], (v) => v(score) <= v(weight));
  const { reach } = x;
  if (reach !== 'words' && weight && x.score < x.weight && reach.part < reach.whole) {
    const ought = (v: (f: Figure) => number) => (all(v) * reach.part) / reach.whole;
    a.c.sheet.agree('得分按完成值', [score, weight], (v) => Math.abs(v(score) - ought(v)) <= 8);
  }
  a.c.scores.push(score);
  return score;
}

function row(a: Area, i: number): { weight?: Figure; score: Figure } {
  const x = a.rows[i]!;
  const { c, keys } = a;
  levels(a, i);
  const said = c.look.weights === 'name' ? `（${x.weight / 100}分）` : '';
  c.sheet.put(
    c.row,
    at(a, 'name'),
    wrapped(x.name, c.look).replace('\n', c.look.wrapped ? '\n' : '') + said,
  );
  aims(a, x);
  const weight = keys.includes('weight') ? points(a, 'weight', '分值', x.weight) : undefined;
  const score = scored(a, x, weight);
  if (weight) c.weights.push(weight);
  if (keys.includes('reason')) c.sheet.put(c.row, at(a, 'reason'), x.reason);
  c.row += 1;
  return { ...(weight && { weight }), score };
}

/** A row without points: printed beforehand and struck out, left empty, or told as a part of the one above. */
function idle(a: Area, kind: 'slash' | 'dash' | 'parts' | 'preprinted' | 'dots'): void {
  const { c, keys } = a;
  const { sheet } = c;
  const word = kind === 'slash' ? '/' : kind === 'dash' ? '—' : '';
  if (kind === 'parts') {
    sheet.put(c.row, at(a, 'name'), '其中：东片区完成率');
    sheet.put(c.row, at(a, keys.includes('target') ? 'target' : 'number'), '100%');
    sheet.put(c.row, at(a, 'actual'), '100%');
  } else if (kind === 'dots') sheet.put(c.row, at(a, 'name'), '……');
  else {
    if (keys.includes('level2')) sheet.put(c.row, at(a, 'level2'), '经济效益指标');
    else if (kind === 'preprinted') sheet.put(c.row, at(a, 'name'), '');
    for (const key of ['name', 'target', 'actual', 'weight', 'score'] as const)
      if (word !== '' && keys.includes(key))
        sheet.put(c.row, at(a, key), key === 'name' && kind === 'dash' ? '无' : word);
  }
  c.row += 1;
}

/** 小计 below a first level: sums of its weights and scores. */
function subtotal(
  a: Area,
  laid: readonly { weight?: Figure; score: Figure }[],
  rows: readonly Row[],
): void {
  const { sheet } = a.c;
  sheet.put(a.c.row, a.left, '小计');
  const weights = laid.flatMap((l) => l.weight ?? []);
  if (weights.length > 0) sheet.sum('小计', points(a, 'weight', '分值', weightOf(rows)), weights);
  const score = points(
    a,
    'score',
    '得分',
    rows.reduce((n, x) => n + x.score, 0),
  );
  sheet.sum(
    '小计',
    score,
    laid.map((l) => l.score),
  );
  a.c.row += 1;
}

function body(a: Area): void {
  const { look, sheet } = a.c;
  levelSums = [];
  const idles = look.extra.filter((e) => e !== 'remark' && e !== 'subtotals') as (
    | 'slash'
    | 'dash'
    | 'parts'
    | 'preprinted'
    | 'dots'
  )[];
  const laid: { weight?: Figure; score: Figure }[] = [];
  let from = 0;
  a.rows.forEach((_, i) => {
    laid.push(row(a, i));
    const last = i === a.rows.length - 1;
    const closes = last || begins(a, i + 1, 'level1');
    // A merged name would run over rows put between.
    if (last) for (const kind of idles) idle(a, kind);
    if (closes && look.extra.includes('subtotals') && look.weights !== 'level-columns') {
      subtotal(a, laid.slice(from), a.rows.slice(from, i + 1));
    }
    if (closes) from = i + 1;
  });
  for (const { figure, from: first, count } of levelSums) {
    const own = laid.slice(first, first + count).flatMap((l) => l.weight ?? []);
    sheet.sum('级次分值', figure, own);
  }
}

/** 指标: header and rows with the label at their side. */
export function layIndicators(c: Canvas): {
  weight: number | undefined;
  score: number;
  right: number;
} {
  const { look, sheet, project, r } = c;
  const keys = columnsOf(c);
  const left = look.side === '' ? 0 : 1;
  const a: Area = { c, keys, left, rows: project.rows };
  const top = c.row;
  const worth = weightOf(project.rows) / 100;
  keys.forEach((key, i) => {
    if (key === 'score' && look.scores === 'unheaded') {
      const heading = sheet.figure(
        { row: top, column: left + i },
        '分值',
        worth * 100,
        look.typing.points,
      );
      headings.push(heading);
    } else sheet.put(top, left + i, wrapped(r.pick(HEADS[key]), look));
  });
  c.row += 1;
  body(a);
  if (left === 1) {
    const words = r.pick(['绩效指标', '年度绩效指标', '绩效指标完成情况']);
    const plain = look.side === 'down' ? [...words].join('\n') : words;
    sheet.put(top, 0, look.side === 'points' ? `${plain}（${worth}分）` : plain, c.row - top, 1);
  }
  const own = c.weights.filter((w) => w.row > top && w.row < c.row);
  for (const heading of headings.splice(0)) if (own.length > 0) sheet.sum('指标分值', heading, own);
  const weight = keys.includes('weight') ? at(a, 'weight') : undefined;
  return { weight, score: at(a, 'score'), right: left + keys.length - 1 };
}
const headings: Figure[] = [];
