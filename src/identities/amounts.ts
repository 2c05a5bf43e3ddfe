// Remarks on what stands in amount cells: words, negative amounts, dates, numbers typed as text. Knows facts;
// knows no relation.
import type { Finding } from '../assertions/finding.ts';
import { figureText } from '../assertions/message.ts';
import { type Fact, type Item, isChange, type Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { quoted } from '../facts/shown.ts';
import { type Remarks, remark, remarkCell } from './remarks.ts';

/** 1900/11/22, 32793.00%, 3.28E+02: an amount that its format does not show as one. */
const NO_AMOUNT = /\d[年月/:%]|\d-\d|\dE[+-]?\d/;

/** A column of the place's own (完成率) may well be of another kind. */
const isOurs = ({ key, unit }: Item): boolean => !key.includes('@') && unit !== '%';

function isDisguised({ state, asText, shown, column }: Fact): boolean {
  return state === 'figure' && !asText && isOurs(column) && NO_AMOUNT.test(shown);
}

/** Cells of which there is anything to say. */
const isOdd = (fact: Fact): boolean =>
  fact.state === 'unread' ||
  (fact.quantity !== undefined && fact.quantity.units < 0) ||
  (fact.asText && fact.state === 'figure') ||
  isDisguised(fact);

const odd = new WeakMap<Table, readonly Fact[]>();

function oddIn(table: Table): readonly Fact[] {
  let known = odd.get(table);
  if (!known) {
    known = table.facts.flatMap((line) => line.filter((f): f is Fact => !!f && isOdd(f)));
    odd.set(table, known);
  }
  return known;
}

/** A27: words, negative amounts and dates in amount cells; D04: numbers typed as text. */
export function amountRemarks(table: Table, remarks: Remarks): Finding[] {
  const result: Finding[] = [];
  const texts: Fact[] = [];
  for (const fact of oddIn(table)) {
    const where = `${table.title} ${addressOf(fact.location)}`;
    if (fact.state === 'unread') {
      const message = `${where} 是${quoted(fact.shown)}，不是数字。请改为数字，没有数就留空。`;
      result.push(...remark(remarks, 'A27', message, { table, cells: [remarkCell(fact)] }));
    } else if (fact.quantity && fact.quantity.units < 0 && !isChange(fact)) {
      const message = `${where}（${fact.row.names[0]}）是负数 ${fact.shown}。决算数一般不应为负，请核实。`;
      const place = { table, cells: [remarkCell(fact)], cause: 'negative' } as const;
      result.push(...remark(remarks, 'A27', message, place));
    }
    if (isDisguised(fact)) {
      const message = `${where} 显示为${quoted(fact.shown)}，存的是 ${figureText(fact)}，已按存的数核对。请把单元格格式改为“数值”。`;
      const place = { table, cells: [remarkCell(fact)], cause: 'disguised' } as const;
      result.push(...remark(remarks, 'A27', message, place));
    }
    if (fact.asText && fact.state === 'figure') texts.push(fact);
  }
  if (texts.length > 0) {
    const message = `${table.title}有 ${texts.length} 个金额是文本（左上角常有绿色三角）。已按数值核对；可选中后“转为数字”。`;
    result.push(
      ...remark(remarks, 'D04', message, { table, cells: texts.map((f) => remarkCell(f)) }),
    );
  }
  return result;
}
