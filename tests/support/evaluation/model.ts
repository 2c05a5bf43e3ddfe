// An evaluation nobody has made: a project of some place, its money, goals and indicators, scored as the
// usual rules score. Money is in hundredths of 万元, points in hundredths.
import { type Random, random } from '../department/random.ts';

export type Family = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8';
export const FAMILIES: readonly Family[] = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'];

export interface Aim {
  /** As one cell: ≥95%, 100件以内, 合格. */
  readonly text: string;
  /** As three cells. */
  readonly nature: string;
  readonly value: string;
  readonly unit: string;
}
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly goal: number;
  readonly target: Aim;
  /** Before adjustment, where the family prints both. */
  readonly initial: Aim;
  readonly actual: string;
  /** Degree in hundredths of a per cent. */
  readonly coefficient: number;
  readonly weight: number;
  readonly score: number;
  readonly method: string;
  readonly reason: string;
}
export interface Money {
  readonly name: string;
  readonly initial: number;
  readonly budget: number;
  readonly spent: number;
}
export interface Evaluated {
  readonly family: Family;
  readonly year: number;
  readonly project: string;
  readonly department: string;
  readonly unit: string;
  readonly whole: Money;
  readonly parts: readonly Money[];
  /** Basic and project spending of an overall table. */
  readonly kinds: readonly Money[];
  readonly executionWeight: number;
  readonly executionScore: number;
  readonly goals: readonly {
    readonly text: string;
    readonly done: string;
    readonly weight: number;
  }[];
  readonly indicators: readonly Indicator[];
  readonly total: number;
  readonly reasons: string;
  readonly measures: string;
}

const PROJECTS = [
  '数字档案室建设',
  '街巷照明维护',
  '社区食堂补助',
  '青少年科普活动',
  '河道保洁服务',
  '学校采暖改造',
  '农产品质量检测',
  '公共文化场馆免费开放',
  '残疾人辅具适配',
  '应急物资储备',
  '乡村道路养护',
  '信访接待大厅运行',
];
const PLACES = ['临江县', '北原区', '青岭市', '松浦区', '南塘县', '西川县', '沙洲市', '东屏区'];
const BODIES = [
  '文化和旅游局',
  '民政局',
  '水务局',
  '教育体育局',
  '农业农村局',
  '档案馆',
  '应急管理局',
  '信访局',
];
const COUNTED = [
  '服务覆盖对象数量',
  '开展活动场次',
  '完成改造点位数量',
  '更新设备数量',
  '培训工作人员数量',
  '巡查次数',
];
const RATED = [
  '验收合格率',
  '设施完好率',
  '按期完成率',
  '资料归档率',
  '任务完成率',
  '补助发放准确率',
];
const LIMITED = ['平均响应时间', '单位成本', '投诉处理时限', '设备故障次数'];
const WORDED = ['服务能力', '管理制度健全性', '群众获得感', '生态环境改善程度', '工作持续性'];
const PLEASED = ['服务对象满意度', '受益群众满意度', '参训人员满意度'];
const QUALITY = ['合格', '显著提升', '有效保障', '达标', '健全'];

const two = (n: number): string => {
  const text = String(Math.abs(n)).padStart(3, '0');
  return `${n < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
};
/** Hundredths as people print them: 16.10 or 16.1 or 16. */
export const printed = (hundredths: number): string => two(hundredths).replace(/\.?0+$/, '');
/** a × b ÷ c, half up. */
const share = (a: number, b: number, c: number): number => Math.floor((a * b * 2 + c) / (c * 2));

interface Reach {
  readonly target: Aim;
  readonly actual: string;
  /** Degree in hundredths of a per cent, as the ratio rules give it. */
  readonly points: (weight: number) => number;
  readonly coefficient: number;
}

const full = (weight: number): number => weight;

function counted(r: Random): Reach {
  const unit = r.pick(['场', '次', '户', '人', '件', '套', '公里', '个']);
  const aim = r.integer(3, 400);
  const missed = r.chance(0.2);
  const done = missed ? r.integer(Math.ceil(aim / 2), aim - 1) : aim + r.pick([0, 0, 1, 5]);
  return {
    target: {
      text: r.pick([`≥${aim}${unit}`, `≥${aim}${unit}`, `不少于${aim}${unit}`, `${aim}${unit}`]),
      nature: '≥',
      value: String(aim),
      unit,
    },
    actual: r.chance(0.7) ? `${done}${unit}` : String(done),
    points: done >= aim ? full : (w) => share(w, done, aim),
    coefficient: done >= aim ? 10000 : share(10000, done, aim),
  };
}
function rated(r: Random): Reach {
  const aim = r.pick([100, 95, 98, 90]);
  const missed = r.chance(0.15);
  const done = missed ? r.integer(aim - 12, aim - 1) : r.integer(aim, 100);
  return {
    target: {
      text: r.pick([`≥${aim}%`, `≥${aim}%`, `${aim}%`, `${aim}%以上`]),
      nature: '≥',
      value: String(aim),
      unit: '%',
    },
    actual: `${done}%`,
    points: done >= aim ? full : (w) => share(w, done, aim),
    coefficient: done >= aim ? 10000 : share(10000, done, aim),
  };
}
/** A limit exceeded: by the ratio, or (`linear`) by what is over. */
function limited(r: Random, linear: boolean): Reach {
  const unit = r.pick(['小时', '元', '天', '次']);
  const aim = r.integer(4, 60);
  const missed = r.chance(0.15);
  const done = missed ? aim + r.integer(1, Math.max(1, Math.floor(aim / 3))) : r.integer(1, aim);
  return {
    target: {
      text: r.pick([`≤${aim}${unit}`, `${aim}${unit}以内`, `不超过${aim}${unit}`]),
      nature: '≤',
      value: String(aim),
      unit,
    },
    actual: `${done}${unit}`,
    points: done <= aim ? full : (w) => share(w, aim, done),
    coefficient:
      done <= aim ? 10000 : linear ? share(10000, 2 * aim - done, aim) : share(10000, aim, done),
  };
}
function worded(r: Random): Reach {
  const word = r.pick(QUALITY);
  return {
    target: { text: word, nature: '定性', value: word, unit: '' },
    actual: r.pick([word, '达成预期指标']),
    points: full,
    coefficient: 10000,
  };
}

interface Slot {
  readonly level1: string;
  readonly level2: string;
  readonly names: readonly string[];
  readonly reach: (r: Random, linear: boolean) => Reach;
}

function slots(r: Random, family: Family): Slot[] {
  const eight = family === 'F8';
  const out = eight ? '产出' : '产出指标';
  const list: Slot[] = [
    { level1: out, level2: '数量指标', names: COUNTED, reach: counted },
    { level1: out, level2: '数量指标', names: COUNTED, reach: counted },
    { level1: out, level2: '质量指标', names: RATED, reach: rated },
    { level1: out, level2: '时效指标', names: LIMITED.slice(0, 1), reach: limited },
  ];
  if (r.chance(0.6))
    list.push({ level1: out, level2: '成本指标', names: ['单位成本'], reach: limited });
  const effect = eight ? '效果' : '效益指标';
  list.push({ level1: effect, level2: '社会效益指标', names: WORDED, reach: worded });
  if (r.chance(0.5))
    list.push({ level1: effect, level2: '可持续影响指标', names: WORDED, reach: worded });
  if (r.chance(0.8)) {
    list.push({
      level1: eight ? '效果' : '满意度指标',
      level2: '服务对象满意度指标',
      names: PLEASED,
      reach: rated,
    });
  }
  return list;
}

function indicators(r: Random, family: Family, points: number): Indicator[] {
  const taken = new Set<string>();
  const name = (names: readonly string[]): string => {
    const free = names.filter((n) => !taken.has(n));
    const own = free.length > 0 ? r.pick(free) : `${names[0]}${taken.size}`;
    taken.add(own);
    return own;
  };
  const list = slots(r, family);
  const each = Math.floor(points / list.length / 100) * 100;
  return list.map((slot, i) => {
    const weight = i === list.length - 1 ? points - each * (list.length - 1) : each;
    const reach = slot.reach(r, family === 'F6');
    const score = family === 'F6' ? share(weight, reach.coefficient, 10000) : reach.points(weight);
    return {
      level1: slot.level1,
      level2: slot.level2,
      name: name(slot.names),
      goal: family === 'F4' && i >= list.length / 2 ? 1 : 0,
      target: reach.target,
      initial: reach.target,
      actual: reach.actual,
      coefficient: reach.coefficient,
      weight,
      score,
      method: '完成目标值得满分，未完成的按完成比例计分',
      reason: score < weight ? '年中任务调整，剩余部分结转下年实施' : '',
    };
  });
}

function moneyOf(r: Random): { whole: Money; parts: Money[] } {
  const [own, kept] = [r.integer(500, 90000), r.chance(0.5) ? r.integer(100, 9000) : 0];
  const used = r.chance(0.3) ? own : r.integer(Math.floor(own * 0.8), own);
  const parts: Money[] = [
    { name: '财政拨款', initial: own, budget: own, spent: used },
    { name: '上年结转', initial: kept, budget: kept, spent: kept },
    { name: '其他', initial: 0, budget: 0, spent: 0 },
  ];
  const sum = (key: 'initial' | 'budget' | 'spent') => parts.reduce((a, p) => a + p[key], 0);
  const whole = {
    name: '年度资金总额',
    initial: sum('initial'),
    budget: sum('budget'),
    spent: sum('spent'),
  };
  return { whole, parts };
}

/** Points for execution, out of a hundred. */
export const EXECUTION: Readonly<Record<Family, number>> = {
  F1: 1000,
  F2: 1000,
  F3: 2000,
  F4: 2000,
  F5: 1000,
  F6: 1000,
  F7: 1000,
  F8: 0,
};

/** The rate in hundredths of a per cent, half up. */
export const rateOf = (m: Money): number => share(10000, m.spent, m.budget);

export function evaluated(seed: number, family: Family): Evaluated {
  const r = random(seed * 31 + FAMILIES.indexOf(family));
  const { whole, parts } = moneyOf(r);
  const executionWeight = EXECUTION[family];
  const executionScore = Math.min(
    executionWeight,
    share(executionWeight, whole.spent, whole.budget),
  );
  const list = indicators(r, family, 10000 - executionWeight);
  const basic = Math.floor(whole.spent * 0.6);
  const unit = `${r.pick(PLACES)}${r.pick(BODIES)}`;
  const goals = Array.from({ length: family === 'F4' ? 2 : 1 }, (_, i) => ({
    text: r.pick(['按计划完成年度任务，服务质量稳步提升。', '完善设施，改善群众办事条件。']),
    done: r.pick(['年度任务已按计划完成。', '设施已投入使用。']),
    weight: list.filter((x) => x.goal === i).reduce((a, x) => a + x.weight, 0),
  }));
  const wanting = rateOf(whole) < 9000 || list.some((x) => x.score < x.weight);
  return {
    family,
    year: r.integer(2018, 2025),
    project: `${r.pick(PROJECTS)}经费`,
    department: unit,
    unit: r.chance(0.5) ? unit : `${unit}机关服务中心`,
    whole: family === 'F4' ? { ...whole, name: '部门整体支出总额' } : whole,
    parts,
    kinds: [
      { name: '基本支出总额', initial: 0, budget: 0, spent: basic },
      { name: '项目支出总额', initial: 0, budget: 0, spent: whole.spent - basic },
    ],
    executionWeight,
    executionScore,
    goals,
    indicators: list,
    total: executionScore + list.reduce((a, x) => a + x.score, 0),
    reasons: wanting || r.chance(0.5) ? '部分采购年底才验收，款项结转支付' : '',
    measures: r.chance(0.5) ? '加快前期工作，按季度通报进度' : '',
  };
}
