// 指标值的用词: how 目标值 and 完成值 word bounds, units, changes and qualities. Add a word to its list, and an
// example to tests/unit/scoring/target.test.ts. Data.
import type { TargetWords } from '../../scoring/target/words.ts';

const list = (words: string): readonly string[] => words.split(' ');

export const TARGET_WORDS: TargetWords = {
  // 不低于 comes before 低于: the first that fits is taken.
  before: [
    ['≥', list('大于等于 大于或等于 不少于 不低于 不小于 至少 最少 达到 达')],
    ['≤', list('小于等于 小于或等于 不超过 不超 不高于 不大于 不多于 至多 最多 控制在 控制到')],
    ['>', list('超过 超 大于 高于 多于')],
    ['<', list('低于 小于 少于')],
    ['=', list('等于')],
  ],
  reaching: {
    '≤': list('降 降低 下降 减少 压减 压缩 缩短 控制'),
    '≥': list('提高 提升 增长 增加 上升 升 扩大'),
  },
  after: [
    ['≥', list('以上 之上')],
    ['≤', list('以内 以下 之内 之下')],
  ],
  roughly: { before: list('约 大约 近'), after: list('左右 上下') },
  nothing: list('无 不适用 无此项 不涉及'),
  happening: list('发生 出现 产生'),
  zero: list('事故 投诉 差错 失误 案件 违规 延误 泄密'),
  changes: {
    since: list('上年 去年 上一年 往年 同期'),
    compared: list('同比 环比 逐年'),
    moved: list('增长 增加 上升 提高 提升 下降 降低 减少'),
    // Said of a thing by itself, not of a comparison.
    cut: list('压减 缩短'),
    level: list('持平 不变'),
    less: list('降低 下降 减少 缩短 压减 压缩 降'),
  },
  periods: { each: list('季度 季 月 周 旬 天 日 半年 学期'), one: list('季度 月') },
  // The more telling first.
  qualities: list(
    '不合格 合格 不达标 达标 未通过 通过 非常满意 基本满意 不满意 满意 未达成 部分达成 达成 未完成 部分完成 ' +
      '基本完成 全面完成 完成 不及时 及时 按期 按时 全覆盖 显著 有效 明显 符合 严格 持续 逐步 提升 提高 改善 增强 ' +
      '优良 优秀 良好 较好 一般 较差 长期 良 优 高 中 低 差 好 是 否 有 无',
  ),
  choices: list('优良中低差 优良中差 高中低 好坏 有无'),
  // Names of which less is better.
  less: list(
    '事件 事故 差错 投诉 变质 泄密 案件发生 案件发案 重大案件 恶性案件 责任案件 泄密案件 腐败案件 刑事案件 ' +
      '违法案件 违纪案件 违规 违纪 缺陷 失误 降低 下降 结余率 结转率 结转结余 调整率 变动率 控制率 控制数 死亡 ' +
      '伤亡 舆情 上访 空置 闲置 逾期率 损耗 超支',
  ),
  // What is done about them is not less of them: 投诉办结率, 事故演练次数, 发案下降幅度.
  doneAbout: list(
    '处理 办结 处置 化解 回复 答复 整改 及时 结案 查处 侦破 破案 调处 办理 受理 满意 演练 培训 宣传 预防 排查 ' +
      '响应 审结 评查 优良 优秀 合格 达标 完成 准确 规范 落实 到位 执结 胜诉',
  ),
  byHowMuch: list('下降幅度 下降程度 降低幅度 降低程度'),
  saving: list('节约 节省 节支 压减'),
  shares: list('率 度 比例 占比 比重 覆盖面'),
  payments: {
    of: list('资金 工程 工程款 经费 费用 款项 投资'),
    done: list('支付 拨付 支出 金额 使用'),
    rates: list('支付率 支付金额 支付进度 拨付率 拨付金额 拨付进度'),
  },
  money: list('金额 资金 成本 经费 费用 投资 补助 支出 收入'),
  // Behind numbers; where one begins with another the longer is met first.
  units: list(
    '万美元 万人次 个工作日 万平方米 平方公里 立方米 平方米 万元 亿元 千元 百元 美元 人次 场次 批次 班次 ' +
      '家次 户次 车次 架次 例次 人天 人月 人年 个月 小时 分钟 公里 千米 公斤 千克 公顷 万人 万户 万亩 万件 ' +
      '万份 万册 万次 百分点 km kg kW mm cm m2 m3 km2 MB GB TB ' +
      '元 件 次 个 部 套 篇 起 人 户 家 辆 米 亩 吨 克 天 日 月 年 周 时 秒 分 台 场 期 项 份 张 条 座 处 所 ' +
      '间 批 册 本 幅 块 支 只 头 株 棵 村 名 位 对 组 类 种 例 宗 笔 度 页 字 级 顿 枚 盏 艘 架 列 根 口 眼 ' +
      '班 节 课 章 集 卷 团 队 街 镇 站 点 升 桶 袋 箱 车 包 把 副 双 床 扇 门 道 股 样 趟 届 轮 步 倍 比 % ‰ m M',
  ),
  // One sign for units that are written in several ways.
  same: { M: 'm', 百分比: '%', 百分点: '%', 个百分点: '%', 千米: '公里' },
  // Units by other names, for comparison only: what is printed stays as it is written.
  aliases: {
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
  },
  // Powers of ten between units of one kind.
  scales: [
    { 元: 0, 百元: 2, 千元: 3, 万: 4, 万元: 4, 百万元: 6, 千万元: 7, 亿元: 8 },
    { 美元: 0, 万美元: 4, 亿美元: 8 },
    { mm: -3, cm: -2, m: 0, 公里: 3 },
    { 克: 0, 公斤: 3, 吨: 6 },
    { m2: 0, 公顷: 4, km2: 6 },
  ],
  // Units that are no power of ten apart, by how many of the least make one.
  ratios: [
    { 秒: 1, 分钟: 60, 小时: 3600, 日: 86_400, 周: 604_800 },
    { 月: 1, 个月: 1, 年: 12 },
    { 亩: 1, 公顷: 15 },
    { 斤: 1, 公斤: 2, 吨: 2000 },
  ],
  // Counting words that may stand for each other: a flock is told in 只 and in 头, a project in 个 and in 项.
  alike: [
    list('只 头 口 匹 羽 尾'),
    list('株 棵 苗'),
    list('场 次 场次 期 批次 班次'),
    list('台 套 件 辆 部 组 架'),
    list('份 册 本 套 件 篇'),
    list('家 户 个 所 处 座 站 点'),
    list('人 人次 名'),
  ],
  // These count whatever there is, but for what is measured.
  anything: ['个', '项', ''],
  measured: list('% ‰ m m2 m3 公里 km2 吨 克 公斤 亩 公顷 元 日 小时 分钟 秒 月 年 升 度 比'),
};
