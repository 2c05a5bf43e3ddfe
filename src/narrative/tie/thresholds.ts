// The price from which equipment is told one by one: 单价100万元（含）以上设备. Fixed wording of the official
// text, not a figure of the department. Knows that wording.
import { equal, exact } from '../../measure/exact.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { PlainText } from '../text/plain.ts';
import type { Desk } from './desk.ts';
import type { Tie } from './judge.ts';
import { valueOf } from './printed.ts';

const BEFORE = /单(?:价|位价值|台价值)(?:在)?$/;
const AFTER = /^(?:（含?[^（）]{0,8}）)?(?:及|或)?以上/;
/** In 万元: of the present text, and of the one that told 通用设备 and 专用设备 apart. */
const OFFICIAL = [exact(100), exact(50)];
/** Places set others of their own. */
const OTHERS = [exact(10), exact(20), exact(200)];

/** 单价门槛. */
export function thresholdTiesOf(desk: Desk, plain: PlainText): Tie[] {
  return desk.mentions.flatMap((mention): Tie[] => {
    const { token } = mention;
    if (!isMoney(token.unit)) return [];
    if (!BEFORE.test(plain.text.slice(Math.max(0, token.start - 8), token.start))) return [];
    if (!AFTER.test(plain.text.slice(token.end, token.end + 12))) return [];
    const value = valueOf(token);
    const base = { mention, rule: 'C18', cells: [] } as const;
    if (OFFICIAL.some((v) => equal(v, value)))
      return [{ ...base, match: 'exact', message: '固定用语中的数' }];
    if (OTHERS.some((v) => equal(v, value))) return [];
    const message = '样表写的是“单价100万元（含）以上设备”，请核实';
    return [{ ...base, match: 'broken', severity: 'warning', message }];
  });
}
