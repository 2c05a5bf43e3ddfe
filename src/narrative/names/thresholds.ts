// Numbers that the wording itself settles: the price from which equipment is told one by one
// (单价100万元（含）以上设备), the share of what is 全部. Knows that wording; looks nothing up.
import { equal, exact } from '../../measure/exact.ts';
import { isMoney } from '../../measure/quantity.ts';
import { NAME_RULES } from '../register.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';
import type { Desk } from './desk.ts';
import { alone } from './mention.ts';
import { tokenValue } from './printed.ts';
import type { Tie } from './quote.ts';

const BEFORE = /单(?:价|位价值|台价值)(?:在)?$/;
const AFTER = /^(?:（含?[^（）]{0,8}）)?(?:及|或)?以上/;
/** 100万元以上设备. */
const EQUIPMENT = /以上的?(?:大型|通用|专用|专业)?设备/;
/** In 万元: of the present text, and of the one that told 通用设备 and 专用设备 apart. */
const OFFICIAL = [exact(100), exact(50)];
/** Places set others of their own. */
const OTHERS = [exact(10), exact(20), exact(200)];

/** 全部为一般公共预算财政拨款，占100%: what is all of it is a hundred. */
const ALL_OF_IT =
  /全部(?:为|是|来自|系|授予|用于|属于)[^，。；）\d]*，占(?!(?:本年|全年|总)(?:支出|收入)|(?:支出|收入)合计)[^，。；\d]*$/;
const HUNDRED = exact(100);

/** 全部的占比: a share of what is 全部 is 100%. */
export function wholeTiesOf(desk: Desk, plain: PlainText): Tie[] {
  return desk.mentions.flatMap((mention): Tie[] => {
    const { token } = mention;
    if (mention.role !== 'share' || token.unit !== '%') return [];
    if (!ALL_OF_IT.test(plain.text.slice(Math.max(0, token.start - 60), token.start))) return [];
    const right = equal(token.value, HUNDRED);
    const base = { mention, rule: NAME_RULES.whole, cells: [], expected: HUNDRED } as const;
    return right
      ? [{ ...base, match: 'exact', message: '全部为一项，占比 100%' }]
      : [{ ...base, match: 'broken', message: '文中写“全部为”，占比应为 100%' }];
  });
}

/** 单价门槛: the price from which equipment is told one by one, settled by the wording itself. */
export function thresholdTiesOf(tokens: readonly NumberToken[], plain: PlainText): Tie[] {
  return tokens.flatMap((token, index): Tie[] => {
    if (!isMoney(token.unit)) return [];
    const behind = plain.text.slice(token.end, token.end + 16);
    const priced = BEFORE.test(plain.text.slice(Math.max(0, token.start - 8), token.start));
    if (!AFTER.test(behind) || !(priced || EQUIPMENT.test(behind))) return [];
    const value = tokenValue(token);
    const base = { mention: alone(token, index), rule: NAME_RULES.thresholds, cells: [] } as const;
    if (OFFICIAL.some((v) => equal(v, value)))
      return [{ ...base, match: 'exact', message: '固定用语中的数' }];
    if (!priced || OTHERS.some((v) => equal(v, value))) return [];
    const message = '样表写的是“单价100万元（含）以上设备”，请核实';
    return [{ ...base, match: 'broken', severity: 'warning', message }];
  });
}
