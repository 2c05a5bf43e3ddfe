// Words of targets: signs, prefixes, suffixes, units, qualities. Knows vocabulary; reads no cell.

/** 比较符: what a bound asks for. */
export type Operator = '≥' | '>' | '≤' | '<' | '=';

/** Signs as they are typed, the longer first. */
const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/>=|=>|≧|⩾|》=/g, '≥'],
  [/<=|=<|≦|⩽|《=/g, '≤'],
  [/》(?!.*《)/g, '>'],
];

const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [/(?:≥|大于(?:或)?等于|不少于|不低于|不小于|至少|最少|达到|达)$/, '≥'],
  // 降至 5% says where it ends, 降低 5% by how much.
  [/(?:降|降低|下降|减少|压减|压缩|缩短|控制)(?:到|至)$/, '≤'],
  [/(?:提高|提升|增长|增加|上升|升|扩大)(?:到|至)$/, '≥'],
  [/(?:≤|小于(?:或)?等于|不超过|不超|不高于|不大于|不多于|至多|最多|控制在|控制到)$/, '≤'],
  [/(?:>|超过|超|大于|高于|多于)$/, '>'],
  [/(?:<|低于|小于|少于)$/, '<'],
  [/(?:=|等于)$/, '='],
];
const APPROXIMATE_BEFORE = /(?:约|大约|近)$/;
const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及|或|\(含\))?(?:以上|之上)(?:\(含\))?$/, '≥'],
  [/(?:及|或)?(?:以内|以下|之内|之下)(?:\(含\))?$/, '≤'],
];
const APPROXIMATE_AFTER = /(?:左右|上下)$/;

export const withStandardSigns = (text: string): string =>
  SIGNS.reduce((t, [sign, standard]) => t.replace(sign, standard), text);

/** The operator at the end of what stands before a number, and the rest. */
export function operatorBefore(text: string): {
  operator?: Operator;
  approximate: boolean;
  rest: string;
} {
  for (const [pattern, operator] of BEFORE) {
    if (pattern.test(text))
      return { operator, approximate: false, rest: text.replace(pattern, '') };
  }
  const approximate = APPROXIMATE_BEFORE.test(text);
  return { approximate, rest: approximate ? text.replace(APPROXIMATE_BEFORE, '') : text };
}

/** The operator at the end of what stands behind a number, and the rest. */
export function operatorAfter(text: string): {
  operator?: Operator;
  approximate: boolean;
  rest: string;
} {
  for (const [pattern, operator] of AFTER) {
    if (pattern.test(text))
      return { operator, approximate: false, rest: text.replace(pattern, '') };
  }
  if (text === '内') return { operator: '≤', approximate: false, rest: '' };
  const approximate = APPROXIMATE_AFTER.test(text);
  return { approximate, rest: approximate ? text.replace(APPROXIMATE_AFTER, '') : text };
}

/** Units met behind numbers, the longer first where one begins with another. */
const UNITS = (
  '万美元 万人次 个工作日 万平方米 平方公里 立方米 平方米 万元 亿元 千元 百元 美元 人次 场次 批次 班次 ' +
  '家次 户次 车次 架次 例次 人天 人月 人年 个月 小时 分钟 公里 千米 公斤 千克 公顷 万人 万户 万亩 万件 ' +
  '万份 万册 万次 百分点 km kg kW mm cm m2 m3 km2 MB GB TB ' +
  '元 件 次 个 部 套 篇 起 人 户 家 辆 米 亩 吨 克 天 日 月 年 周 时 秒 分 台 场 期 项 份 张 条 座 处 所 ' +
  '间 批 册 本 幅 块 支 只 头 株 棵 村 名 位 对 组 类 种 例 宗 笔 度 页 字 级 顿 枚 盏 艘 架 列 根 口 眼 ' +
  '班 节 课 章 集 卷 团 队 街 镇 站 点 升 桶 袋 箱 车 包 把 副 双 床 扇 门 道 股 样 趟 届 轮 步 倍 比 % ‰ m M'
).split(' ');
const BY_LENGTH = [...UNITS].sort((a, b) => b.length - a.length);
const SAME: Readonly<Record<string, string>> = {
  M: 'm',
  百分比: '%',
  百分点: '%',
  个百分点: '%',
  千米: '公里',
};

export const canonicalUnit = (unit: string): string => SAME[unit] ?? unit;

/** Units by other names, for comparison only: what is printed stays as it is written. */
const ALIASES: Readonly<Record<string, string>> = {
  米: 'm',
  d: '日',
  天: '日',
  h: '小时',
  时: '小时',
  min: '分钟',
  s: '秒',
  t: '吨',
  L: '升',
  l: '升',
  立方米: 'm3',
  方: 'm3',
  平方米: 'm2',
  平米: 'm2',
  平方公里: 'km2',
  KM: '公里',
  Km: '公里',
  km: '公里',
  kg: '公斤',
  千克: '公斤',
  g: '克',
  名: '人',
  位: '人',
  台套: '台',
};
/** 立方米/日 and m3/d are one unit. */
export const unitByName = (unit: string): string =>
  unit
    .split('/')
    .map((u) => ALIASES[u] ?? SAME[u] ?? u)
    .join('/');

/** A known unit at the start of a text; empty where there is none. */
export function unitAt(text: string): string {
  const known = BY_LENGTH.find((u) => text.startsWith(u));
  // 立方米/日, 元/人: so much of one for each of another.
  const each = known && /^\/([A-Za-z\u4e00-\u9fff]{1,3})/.exec(text.slice(known.length));
  if (each) return `${known}/${each[1]}`;
  if (known) return known;
  // A word of its own behind the number and nothing more is taken as the unit.
  return /^[A-Za-z°\u4e00-\u9fff]{1,4}$/.test(text) ? text : '';
}
export const isUnit = (text: string): boolean => UNITS.includes(text) || text in SAME;

/** A unit that stands in the name of an indicator: 服务外包(万美元). */
export function unitInName(name: string): string {
  const bracket = /[(（]([^()（）]{1,6})[)）]\s*$/.exec(name)?.[1] ?? '';
  if (isUnit(bracket)) return canonicalUnit(bracket);
  return /百分比$/.test(name) ? '%' : '';
}

const SCALES: readonly Readonly<Record<string, number>>[] = [
  { 元: 0, 百元: 2, 千元: 3, 万: 4, 万元: 4, 百万元: 6, 千万元: 7, 亿元: 8 },
  { 美元: 0, 万美元: 4, 亿美元: 8 },
  { mm: -3, cm: -2, m: 0, 公里: 3 },
  { 克: 0, 公斤: 3, 吨: 6 },
  { m2: 0, 公顷: 4, km2: 6 },
];

const TIMES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** A unit without the multiples before it: 万立方米 is 10 to the fourth 立方米. */
function bareUnit(unit: string): { readonly unit: string; readonly power: number } {
  const multiples = /^([十百千]?[万亿]|[十百千])(.+)$/.exec(unit);
  const counted = multiples && isUnit(multiples[2]!.replace(/\/.*$/, ''));
  if (!multiples || SCALES.some((s) => unit in s) || !counted)
    return { unit: unitByName(unit), power: 0 };
  const power = [...multiples[1]!].reduce((sum, c) => sum + TIMES[c]!, 0);
  return { unit: unitByName(multiples[2]!), power };
}

/** Counting words that may stand for each other: a flock is told in 只 and in 头, a project in 个 and in 项. */
const COUNTED_ALIKE: readonly (readonly string[])[] = [
  ['只', '头', '口', '匹', '羽', '尾'],
  ['株', '棵', '苗'],
  ['场', '次', '场次', '期', '批次', '班次'],
  ['台', '套', '件', '辆', '部', '组', '架'],
  ['份', '册', '本', '套', '件', '篇'],
  ['家', '户', '个', '所', '处', '座', '站', '点'],
  ['人', '人次', '名'],
];
/** 个 and 项 count whatever there is. */
const ANYTHING = new Set(['个', '项', '']);
const MEASURED = new Set([
  '%',
  '‰',
  'm',
  'm2',
  'm3',
  '公里',
  'km2',
  '吨',
  '克',
  '公斤',
  '亩',
  '公顷',
  '元',
  '日',
  '小时',
  '分钟',
  '秒',
  '月',
  '年',
  '升',
  '度',
  '比',
]);

/** Whether two counting words can mean the same things. */
export const countsAlike = (a: string, b: string): boolean =>
  COUNTED_ALIKE.some((words) => words.includes(a) && words.includes(b)) ||
  (ANYTHING.has(a) && !MEASURED.has(b) && !isMoney(b)) ||
  (ANYTHING.has(b) && !MEASURED.has(a) && !isMoney(a));
const isMoney = (unit: string): boolean => /元$/.test(unit);

/** Power of ten from one unit to another; undefined across kinds. */
export function scaleBetween(from: string, to: string): number | undefined {
  const [a, b] = [bareUnit(unitByName(from)), bareUnit(unitByName(to))];
  if (a.unit === b.unit || countsAlike(a.unit, b.unit)) return a.power - b.power;
  for (const scale of SCALES) {
    const [x, y] = [scale[a.unit], scale[b.unit]];
    if (x !== undefined && y !== undefined) return x + a.power - y - b.power;
  }
  return undefined;
}

/** Words of quality, the more telling first. */
const QUALITIES =
  /不合格|合格|不达标|达标|未通过|通过|非常满意|基本满意|不满意|满意|未达成|部分达成|达成|未完成|部分完成|基本完成|全面完成|完成|不及时|及时|按期|按时|全覆盖|显著|有效|明显|符合|严格|持续|逐步|提升|提高|改善|增强|优良|优秀|良好|较好|一般|较差|长期|良|优|高|中|低|差|好|是|否|有|无/;

export const isQuality = (text: string): boolean => QUALITIES.test(text);

/** 定性 words only where the whole says little else. */
export function qualityIn(text: string): string {
  if (/^是否/.test(text)) return '是';
  if (/^(?:优良中低?差|高中低|好坏|有无)$/.test(text)) return text[0]!;
  return QUALITIES.exec(text)?.[0] ?? '';
}

/** Said by how much less: whether at least or at most, and of what, is not. */
export const isLessBy = (text: string): boolean =>
  /(?:降低|下降|减少|缩短|压减|压缩|降)了?$/.test(text);
/** So much in each month or quarter: not what a whole year comes to. */
export const isPerPeriod = (text: string): boolean =>
  /(?:每个?(?:季度?|月|周|旬|天|日|半年|学期)|每(?:一|\d)?个?(?:季度|月))/.test(text);

/** Names of which less is better. */
const LESS_IS_BETTER =
  /事件|事故|差错|投诉|变质|泄密|案件(?:发生|发案)|(?:重大|恶性|责任|泄密|腐败|刑事|违法|违纪)案件|违规|违纪|缺陷|失误|降低率?|下降|结余率|结转率|结转结余|调整率|变动率|控制率|控制数|死亡|伤亡|舆情|上访|空置|闲置|逾期率|损耗|超支/;
/** What is done about them is not less of them: 投诉办结率, 事故演练次数. */
const DONE_ABOUT =
  /(?:处理|办结|处置|化解|回复|答复|整改|及时|结案|查处|侦破|破案|调处|办理|受理|满意|演练|培训|宣传|预防|排查|响应|审结|评查|优良|优秀|合格|达标|完成|准确|规范|落实|到位|执结|胜诉)[^，。]{0,3}(?:率|数|数量|次数|度|性)?$/;
export const lessIsBetter = (name: string): boolean =>
  LESS_IS_BETTER.test(name) && !/(?:下降|降低)(?:幅度|程度)/.test(name) && !DONE_ABOUT.test(name);
/** Saving is more of a cost, in a good sense. */
export const isSaving = (name: string): boolean => /节约|节省|节支|压减/.test(name);
/** Names that say by themselves that the value is a share. */
export const isShareName = (name: string): boolean => /(?:率|度|比例|占比|比重|覆盖面)$/.test(name);
/** A payment is an input, not an output. */
export const isPayment = (name: string): boolean =>
  /(?:资金|工程款?|经费|费用|款项|投资)(?:支付|拨付|支出|金额|使用)|(?:支付|拨付)(?:率|金额|进度)/.test(
    name,
  );
export const isMoneyName = (name: string): boolean =>
  /金额|资金|成本|经费|费用|投资|补助|支出|收入/.test(name);
