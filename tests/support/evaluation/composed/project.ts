// A project with its money, its indicators and the points it earned, drawn from a seed. Knows how points follow
// from results; knows no sheet. Money and points are whole hundredths.
import type { Random } from '../../department/random.ts';
import { AIMS, LEVEL1, LEVEL2, ORDER, type Row } from './aims.ts';

export type { Row } from './aims.ts';

export interface Source {
  readonly name: string;
  readonly initial: number;
  readonly budget: number;
  readonly spent: number;
}
export interface Project {
  readonly year: number;
  readonly name: string;
  readonly department: string;
  readonly unit: string;
  readonly sources: readonly Source[];
  readonly whole: Source;
  readonly executionWeight: number;
  readonly executionScore: number;
  readonly rows: readonly Row[];
  readonly total: number;
}

const half = (a: number, b: number, c: number): number => Math.floor((a * b * 2 + c) / (c * 2));

const PLACES = ['云岭县', '白沙区', '长河市', '南屏县', '石桥区', '东湖市'];
const BODIES = ['文化馆', '水利局', '教育局', '民政局', '林业站', '疾控中心', '图书馆', '公路局'];
const NAMES = [
  '渠道疏浚',
  '流动书车',
  '食堂改造',
  '林木管护',
  '病虫害防治',
  '路灯更换',
  '乡村医生培训',
  '社区养老',
  '非遗展演',
  '档案整理',
];
const SOURCES = [
  ['财政拨款', '当年财政拨款', '本年财政拨款', '财政资金', '财政拨款资金'],
  ['上年结转资金', '上年结转', '以前年度结转资金'],
  ['其他资金', '单位自筹', '自有资金', '社会资金'],
] as const;
const LEVELS_OF_GOVERNMENT = [
  '中央财政资金',
  '省级财政资金',
  '市级财政资金',
  '县级资金',
  '自治区财政资金',
  '盟市资金',
  '旗县财政资金',
  '师市资金',
  '乡镇资金',
  '专项债券资金',
  '社会资本',
];

/** Points in whole parts that add up to all of them. */
function shared(r: Random, all: number, parts: number): number[] {
  const step = r.pick([100, 500]);
  const left = Array.from({ length: parts }, () => step);
  for (let rest = all / step - parts; rest > 0; rest -= 1) left[r.integer(0, parts - 1)]! += step;
  return left;
}

function rowsOf(r: Random, points: number): Row[] {
  const count = r.pick([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const drawn = Array.from({ length: count }, () => r.pick(AIMS));
  drawn.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  const weights = shared(r, points, count);
  const taken = new Set<string>();
  return drawn.map((aim, i) => {
    const own = aim.draw(r);
    const name = taken.has(own.name) ? `${own.name}（${'一二三四五六七八九'[i]}）` : own.name;
    taken.add(own.name);
    const weight = weights[i]!;
    const full = own.reach === 'words' ? weight : half(weight, own.reach.part, own.reach.whole);
    // What is met may still lose a little: that is the scorer's right.
    const less = full === weight && r.chance(0.06) ? r.pick([10, 20, 50]) : 0;
    const score = full - Math.min(less, Math.floor(weight / 20));
    const reason = score < weight ? '因设备到货较晚，下一步加快实施' : '';
    return {
      ...own,
      name,
      level1: LEVEL1[aim.level],
      level2: LEVEL2[aim.level],
      weight,
      score,
      reason,
    };
  });
}

function sourcesOf(r: Random): Source[] {
  const drawn = r.chance(0.4)
    ? r.some(LEVELS_OF_GOVERNMENT, 1, 4)
    : r.some(SOURCES, 1, 3).map((names) => r.pick(names as readonly string[]));
  return drawn.map((name, i) => {
    const budget =
      i > 0 && r.chance(0.25) ? 0 : r.pick([r.integer(1, 900) * 100, r.integer(300, 90_000)]);
    const initial = r.chance(0.5) ? budget : Math.max(0, budget - r.integer(0, 9) * 100);
    return {
      name,
      initial,
      budget,
      spent: r.chance(0.4) ? budget : Math.floor((budget * r.integer(60, 100)) / 100),
    };
  });
}

export function projectOf(r: Random, executionWeight: number): Project {
  const sources = sourcesOf(r);
  const sum = (key: 'initial' | 'budget' | 'spent') => sources.reduce((a, s) => a + s[key], 0);
  const whole = {
    name: '年度资金总额',
    initial: sum('initial'),
    budget: sum('budget'),
    spent: sum('spent'),
  };
  const exact = half(executionWeight, whole.spent, whole.budget);
  const executionScore = r.chance(0.2)
    ? half(executionWeight, whole.spent, whole.budget * 10) * 10
    : exact;
  const rows = rowsOf(r, 10_000 - executionWeight);
  const unit = `${r.pick(PLACES)}${r.pick(BODIES)}`;
  return {
    year: r.integer(2019, 2025),
    name: `${r.pick(NAMES)}${r.pick(['经费', '项目', '补助', ''])}`,
    department: r.chance(0.5) ? unit : `${unit.slice(0, 3)}财政局`,
    unit,
    sources,
    whole,
    executionWeight,
    executionScore,
    rows,
    total: executionScore + rows.reduce((a, x) => a + x.score, 0),
  };
}
