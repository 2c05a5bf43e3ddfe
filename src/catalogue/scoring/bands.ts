// 定性档次: the levels of quality met in print, and the words that stand for them. Data.
import type { Band } from '../../scoring/rule.ts';

const MET = ['达成', '全面完成', '完全达成', '按期完成', '按时完成'];
const PARTLY = ['部分达成', '部分完成', '基本达成', '基本完成', '基本达标', '基本实现', '部分实现'];
const UNMET = ['未达成', '未完成', '未达标', '不达标', '不合格', '未通过', '不满意', '不及时'];

/** Three levels, the middle one beginning at so much of the weight. */
export const threeLevels = (middle: string): readonly Band[] => [
  { level: '未达成', low: '0%', high: middle, words: UNMET },
  { level: '部分达成', low: middle, high: '80%', words: PARTLY },
  { level: '达成', low: '80%', high: '100%', words: MET },
];
export const WORDED_LEVELS: readonly Band[] = [
  { level: '差', low: '0%', high: '60%', words: ['差', '坏', '无', '否', ...UNMET] },
  { level: '低', low: '0%', high: '60%', words: ['低', '较差'] },
  { level: '中', low: '60%', high: '80%', words: ['中', '一般', ...PARTLY] },
  { level: '良', low: '80%', high: '90%', words: ['良', '良好', '较好'] },
  {
    level: '优',
    low: '80%',
    high: '100%',
    words: ['优', '优秀', '优良', '好', '高', '有', '是', ...MET],
  },
];
