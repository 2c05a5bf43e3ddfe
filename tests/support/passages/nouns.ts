// What the passages speak of. A third and more are things no dictionary of final accounts holds: made up of three
// hundred thousand combinations, or named after what a place alone has.
import type { Random } from '../department/random.ts';

/** Totals that every final account has, and what they consist of. */
const USUAL: readonly (readonly [string, readonly string[]])[] = [
  ['本年支出', ['基本支出', '项目支出', '经营支出', '上缴上级支出', '对附属单位补助支出']],
  [
    '本年收入',
    ['财政拨款收入', '事业收入', '经营收入', '其他收入', '上级补助收入', '附属单位上缴收入'],
  ],
  ['基本支出', ['人员经费', '公用经费']],
  [
    '一般公共预算财政拨款支出',
    [
      '教育支出',
      '科学技术支出',
      '卫生健康支出',
      '社会保障和就业支出',
      '住房保障支出',
      '农林水支出',
      '节能环保支出',
      '城乡社区支出',
      '公共安全支出',
      '交通运输支出',
    ],
  ],
  [
    '机关运行经费支出',
    [
      '办公费',
      '印刷费',
      '差旅费',
      '维修（护）费',
      '会议费',
      '工会经费',
      '租赁费',
      '邮电费',
      '物业管理费',
    ],
  ],
  ['“三公”经费支出', ['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费']],
  ['财政拨款收入', ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']],
];

const OF = [
  '古树名木',
  '候鸟栖息地',
  '冬牧场饲草',
  '侨批档案',
  '苗绣',
  '榫卯',
  '渔排',
  '梯田',
  '摩崖石刻',
  '高原冻土',
  '椰子产业',
  '碳汇林',
  '盐碱地',
  '牛羊布病',
  '傩戏',
  '灯塔',
  '潮间带',
  '胡杨林',
  '坎儿井',
  '独龙牛',
  '砚石',
  '桑基鱼塘',
  '冰雪赛道',
  '天文台站',
  '同步辐射',
  '量子精密测量',
  '深海钻探',
  '稀土尾矿',
  '红树林',
  '雪豹红外相机',
  '驼队文化',
  '茶马古道',
  '老旧电梯',
  '窨井盖',
  '夜间航班',
  '社区食堂',
  '适老化',
  '流浪犬',
  '口袋公园',
  '海绵城市',
  '数字乡愁馆',
  '早教驿站',
  '罕见病用药',
  '航标',
  '蝗虫',
  '松材线虫',
  '鼠疫',
  '雷电防护',
  '应急广播',
  '方言语音库',
  '学位服',
  '实训船',
  '马术队',
  '占道停车',
  '增殖放流',
  '减隔震',
  '比武竞赛',
  '农民增收',
  '下沉式绿地',
  '较场口片区',
  '分流制管网',
  '百年校庆',
  '双语播音',
] as const;
const DONE = [
  '监测',
  '修复',
  '仓储',
  '展陈',
  '轮训',
  '普查',
  '巡护',
  '改造',
  '数字化',
  '救护',
  '会战',
  '申遗',
  '试点',
  '认养',
  '定检',
  '驻点',
  '编研',
  '共建',
] as const;
const KIND = [
  '专项',
  '经费',
  '补助',
  '资金',
  '服务费',
  '工程款',
  '支出',
  '补贴',
  '奖补',
  '项目',
  '周转金',
  '尾款',
  '配套',
  '保障费',
] as const;

const WHOLE = [
  '专户',
  '统筹金',
  '科研事业',
  '后勤保障',
  '对口支援',
  '院区建设',
  '乡镇财力',
  '非税',
  '惠民惠农',
  '学生资助',
  '飞行保障',
  '灾后重建',
  '基层医疗',
  '水价改革',
  '馆藏征集',
] as const;

/** What a form speaks of: a total and the things of one kind that it consists of. */
export interface Topic {
  readonly head: string;
  readonly items: readonly string[];
}

/** A name inside another would speak of both. */
const near = (name: string, used: ReadonlySet<string>): boolean =>
  [...used].some((u) => u !== '' && (u.includes(name) || name.includes(u)));

/** Made-up things, as they stand in one list; no word twice. */
export function nouns(r: Random, n: number, used: Set<string>): string[] {
  const found: string[] = [];
  const kind = r.chance(0.5) ? r.pick(KIND) : undefined;
  while (found.length < n) {
    const next = `${r.pick(OF)}${r.pick(DONE)}${kind ?? r.pick(KIND)}`;
    if (near(next, used)) continue;
    used.add(next);
    found.push(next);
  }
  return found;
}

function invented(r: Random, used: Set<string>): string {
  for (;;) {
    const next = `${r.pick(WHOLE)}${r.pick(['支出', '收入', '经费', '资金', '投入'])}`;
    if (near(next, used)) continue;
    used.add(next);
    return next;
  }
}

/** Usual totals stand once in a passage: two of them know of each other, and would have to agree. */
export function topic(r: Random, n: number, used: Set<string>): Topic {
  const usual = USUAL.filter(([, items]) => items.length >= n);
  if (!used.has('') && usual.length > 0 && r.chance(0.6)) {
    used.add('');
    const [head, items] = r.pick(usual);
    return { head, items: r.chance(0.8) ? r.some(items, n, n) : nouns(r, n, used) };
  }
  return { head: invented(r, used), items: nouns(r, n, used) };
}

/** 类、款、项 of an item; the last are often ones that no table of subjects holds. */
export function subject(r: Random, used: Set<string>): readonly [string, string, string] {
  const [first, second, third] = r.pick([
    ['农林水支出', '林业和草原', '湿地保护'],
    ['教育支出', '职业教育', '技校教育'],
    ['科学技术支出', '基础研究', '专项基础科研'],
    ['卫生健康支出', '公共卫生', '采供血机构'],
    ['文化旅游体育与传媒支出', '文物', '历史名城与古迹'],
    ['交通运输支出', '水路运输', '航道维护'],
    ['自然资源海洋气象等支出', '气象事务', '气象探测'],
    ['公共安全支出', '强制隔离戒毒', '所政设施建设'],
    ['社会保障和就业支出', '退役安置', '军队转业干部安置'],
    ['粮油物资储备支出', '重要商品储备', '食盐储备'],
  ] as const);
  const last = used.has(third) || r.chance(0.5) ? `${r.pick(OF)}${r.pick(DONE)}` : third;
  used.add(last);
  return [first, second, last];
}

export const REASONS = [
  '人员变动',
  '厉行节约，压减一般性支出',
  '按合同进度支付',
  '追加了防汛抢险物资',
  '船坞大修推迟到次年',
  '新校区二期投入使用',
  '受台风影响部分工作未开展',
  '移交属地管理',
  '上级专项资金结转使用',
  '按实际学生人数结算',
  '老旧设备报废更新',
] as const;

export const UNITS = [
  '本单位',
  '本部门',
  '我局',
  '我校',
  '学校',
  '中心',
  '省海洋生物标本馆',
  '滨湖县人民检察院',
  '云岭民族中等专业学校',
  '某某航海大学',
  '国家极地样品中心',
  '古城区融媒体中心',
  '市疾病预防控制中心',
  '喀拉镇人民政府',
  '第四建设兵团水利管理处',
] as const;
