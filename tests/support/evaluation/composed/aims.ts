// Targets and results as officials word them, and how far the one was reached. Knows wordings; knows no points.
import type { Random } from '../../department/random.ts';

/** 完成程度 as a fraction, or left to people. */
export type Reach = { readonly part: number; readonly whole: number } | 'words';
export interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly nature: string;
  readonly number: string;
  readonly unit: string;
  readonly actual: string;
  readonly reach: Reach;
  readonly weight: number;
  readonly score: number;
  readonly reason: string;
}
export interface Aim {
  readonly level: '数量' | '质量' | '时效' | '成本' | '社会' | '生态' | '满意';
  readonly draw: (r: Random) => Omit<Row, 'level1' | 'level2' | 'weight' | 'score' | 'reason'>;
}
const DONE = { part: 1, whole: 1 } as const;
const reached = (done: number, aim: number): Reach =>
  done >= aim ? DONE : { part: done, whole: aim };
const kept = (done: number, limit: number): Reach =>
  done <= limit ? DONE : { part: limit, whole: done };

export const AIMS: readonly Aim[] = [
  {
    level: '数量',
    draw: (r) => {
      const [name, unit] = r.pick([
        ['疏浚渠道长度', '公里'],
        ['开展活动场次', '场'],
        ['更换设备数量', '台'],
        ['服务人次', '人次'],
        ['培训人数', '人'],
        ['印发资料数量', '份'],
        ['新增床位数', '张'],
      ] as const);
      const aim = r.integer(4, 900);
      const done = r.chance(0.15)
        ? r.integer(Math.ceil(aim * 0.6), aim - 1)
        : aim + r.pick([0, 0, 1, 2, Math.floor(aim / 12)]);
      const target = r.pick([
        `≥${aim}${unit}`,
        `≥${aim}`,
        `不少于${aim}${unit}`,
        `${aim}${unit}以上`,
        `${aim}${unit}`,
        `>=${aim}${unit}`,
        `大于等于${aim}${unit}`,
      ]);
      return {
        name,
        target,
        nature: '≥',
        number: String(aim),
        unit,
        actual: r.pick([`${done}${unit}`, `${done}${unit}`, String(done)]),
        reach: reached(done, aim),
      };
    },
  },
  {
    level: '质量',
    draw: (r) => {
      const name = r.pick(['验收合格率', '设备完好率', '资料准确率', '任务完成率', '持证上岗率']);
      const aim = r.pick([100, 98, 95, 90, 85]);
      const done = r.chance(0.12) ? aim - r.integer(1, 9) : r.integer(aim, 100);
      const target =
        aim === 100
          ? r.pick(['100%', '=100%', '100%'])
          : r.pick([`≥${aim}%`, `${aim}%以上`, `不低于${aim}%`, `≥${aim}%`]);
      return {
        name,
        target,
        nature: aim === 100 ? '=' : '≥',
        number: String(aim),
        unit: '%',
        actual: `${done}%`,
        reach: reached(done, aim),
      };
    },
  },
  {
    level: '质量',
    draw: (r) => {
      const [name, target, actual] = r.pick([
        ['工程质量', '合格', '合格'],
        ['设备验收', '验收合格', '合格'],
        ['管理制度', '健全', '健全'],
        ['运行管理规范性', '规范', '达成预期指标'],
      ] as const);
      return { name, target, nature: '定性', number: target, unit: '', actual, reach: 'words' };
    },
  },
  {
    level: '时效',
    draw: (r) => {
      const month = r.integer(3, 12);
      const aim = r.pick([`${month}月底前`, `${month}月${r.integer(10, 28)}日前`]);
      const done = `${r.integer(1, month - 1)}月${r.integer(1, 28)}日`;
      return {
        name: r.pick(['完成时间', '资金下达时间', '验收时间']),
        target: aim,
        nature: '定性',
        number: aim,
        unit: '',
        actual: r.pick([done, aim]),
        reach: DONE,
      };
    },
  },
  {
    level: '时效',
    draw: (r) => {
      const aim = r.integer(3, 40);
      const done = r.chance(0.1) ? aim + r.integer(1, 5) : r.integer(1, aim);
      const unit = r.pick(['天', '小时', '分钟']);
      return {
        name: '平均响应时间',
        target: r.pick([
          `≤${aim}${unit}`,
          `${aim}${unit}以内`,
          `不超过${aim}${unit}`,
          `${aim}${unit}内`,
        ]),
        nature: '≤',
        number: String(aim),
        unit,
        actual: `${done}${unit}`,
        reach: kept(done, aim),
      };
    },
  },
  {
    level: '成本',
    draw: (r) => {
      const aim = r.integer(5, 300);
      const done = r.integer(Math.ceil(aim * 0.8), aim);
      const unit = r.pick(['万元', '元/人', '元']);
      return {
        name: r.pick(['项目总成本', '人均培训成本', '单位建设成本']),
        target: r.pick([
          `≤${aim}${unit}`,
          `控制在${aim}${unit}以内`,
          `不超过${aim}${unit}`,
          `${aim}${unit}`,
        ]),
        nature: '≤',
        number: String(aim),
        unit,
        actual: `${done}${unit}`,
        reach: DONE,
      };
    },
  },
  {
    level: '社会',
    draw: (r) => {
      const [name, target, actual] = r.pick([
        ['群众获得感', '提升', '提升'],
        ['公共服务能力', '有效提升', '有效提升'],
        ['安全事故发生次数', '0起', '0起'],
        ['重大事故', '无', '无'],
        ['投诉次数', '≤3次', '1次'],
        ['知晓度', '明显提高', '达成预期指标'],
      ] as const);
      const counted = /^[≤\d无]/.test(target);
      return {
        name,
        target,
        nature: counted ? '≤' : '定性',
        number: /\d+/.exec(target)?.[0] ?? target,
        unit: /次|起/.exec(target)?.[0] ?? '',
        actual,
        reach: counted ? DONE : 'words',
      };
    },
  },
  {
    level: '生态',
    draw: (r) => {
      const [name, target, actual] = r.pick([
        ['周边环境', '改善', '改善'],
        ['可持续影响', '长期', '长期'],
        ['植被覆盖率', '≥60%', '66%'],
      ] as const);
      const counted = /\d/.test(target);
      return {
        name,
        target,
        nature: counted ? '≥' : '定性',
        number: /\d+/.exec(target)?.[0] ?? target,
        unit: counted ? '%' : '',
        actual,
        reach: counted ? DONE : 'words',
      };
    },
  },
  {
    level: '满意',
    draw: (r) => {
      const aim = r.pick([80, 85, 90, 95]);
      const done = r.chance(0.1) ? aim - r.integer(1, 6) : r.integer(aim, 100);
      return {
        name: r.pick(['服务对象满意度', '群众满意度', '参训学员满意度']),
        target: r.pick([`≥${aim}%`, `${aim}%以上`, `${aim}%`]),
        nature: '≥',
        number: String(aim),
        unit: '%',
        actual: `${done}%`,
        reach: reached(done, aim),
      };
    },
  },
];
export const LEVEL1: Readonly<Record<Aim['level'], string>> = {
  数量: '产出指标',
  质量: '产出指标',
  时效: '产出指标',
  成本: '产出指标',
  社会: '效益指标',
  生态: '效益指标',
  满意: '满意度指标',
};
export const LEVEL2: Readonly<Record<Aim['level'], string>> = {
  数量: '数量指标',
  质量: '质量指标',
  时效: '时效指标',
  成本: '成本指标',
  社会: '社会效益指标',
  生态: '可持续影响指标',
  满意: '服务对象满意度指标',
};
export const ORDER: readonly Aim['level'][] = [
  '数量',
  '质量',
  '时效',
  '成本',
  '社会',
  '生态',
  '满意',
];
