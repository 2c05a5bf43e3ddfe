// C48: what smaller enterprises won of the reserved purchases and of the others is part of all purchases. Knows the
// sentences of 政府采购支出情况 that part purchases so; binds no number.
import { compare, parseExact, plus, toText } from '../../measure/exact.ts';
import type { CarefulTask, Remark } from './careful.ts';

const ALL =
  /政府采购(?:支出总额|总额|金额|支出)(?:（[^（）]*）)?(?:为|共计|合计|共)?(\d[\d.]*)万元/g;
const WON = String.raw`(?:政府)?采购项目中，[^。；]*?由中小企业[^。；，]*，(?:其)?采购金额(?:为)?(\d[\d.]*)万元`;
const RESERVED = new RegExp(`面向中小企业预留的?${WON}`, 'g');
const OTHERS = new RegExp(`其他${WON}`, 'g');

/** The only one in the text: of several nobody knows which is meant. */
function only(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const [first, second] = text.matchAll(pattern);
  return second ? undefined : first;
}

/** C48 over the text. */
export function procuredOf({ plain: { text } }: CarefulTask): Remark[] {
  const [all, reserved, others] = [ALL, RESERVED, OTHERS].map((p) => only(text, p));
  if (!all || !reserved || !others) return [];
  const [whole, one, two] = [all, reserved, others].map((m) => parseExact(m[1]!));
  if (!whole || !one || !two) return [];
  const sum = plus(one, two);
  if (compare(sum, whole) <= 0) return [];
  const message = `中小企业在预留项目和其他项目中的采购金额合计 ${toText(sum, 2)} 万元，大于政府采购总额 ${all[1]} 万元，请核对“其他政府采购项目”的金额`;
  const end = others.index + others[0].length;
  return [{ rule: 'C48', start: others.index, end, message }];
}
