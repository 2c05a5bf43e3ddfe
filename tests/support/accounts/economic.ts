// 基本支出: economic codes in blocks side by side, put together from their parts.
import type { Random } from '../department/random.ts';
import { ECONOMIC_CLASSES, type Ledger } from './ledger.ts';
import type { EconomicParts } from './parts.ts';
import { broken, type Sheet } from './sheet.ts';

interface Line {
  readonly code: string;
  readonly name: string;
}

const PERSONAL = ['301', '303'];

function linesOf(ledger: Ledger, codes: readonly string[], used: boolean): Line[] {
  return ECONOMIC_CLASSES.filter((c) => codes.includes(c.code)).flatMap(({ code, name, items }) => [
    { code, name },
    ...items
      .map(([item, label]) => ({ code: item, name: label }))
      .filter((l) => !used || ledger.of.get(`6.${l.code}`)),
  ]);
}

function blocksOf(ledger: Ledger, parts: EconomicParts): Line[][] {
  const others = ECONOMIC_CLASSES.map((c) => c.code).filter((c) => !PERSONAL.includes(c));
  const personal = linesOf(ledger, PERSONAL, parts.used);
  if (parts.blocks === 1) return [[...personal, ...linesOf(ledger, others, parts.used)]];
  if (parts.blocks === 2) return [personal, linesOf(ledger, others, parts.used)];
  return [
    personal,
    linesOf(ledger, ['302'], parts.used),
    linesOf(
      ledger,
      others.filter((c) => c !== '302'),
      parts.used,
    ),
  ];
}

export const economicWidth = (parts: EconomicParts): number => parts.blocks * (parts.split ? 4 : 3);

/** Writes the table from a row on; gives the first row below it. */
export function putEconomic(
  sheet: Sheet,
  top: number,
  parts: EconomicParts,
  ledger: Ledger,
  r: Random,
): number {
  const blocks = blocksOf(ledger, parts);
  const width = parts.split ? 4 : 3;
  const named = parts.split ? 2 : 1;
  const all = width * blocks.length;
  let row = top;
  if (parts.top && blocks.length > 1) {
    sheet.put(row, 0, '人员经费', 1, width);
    sheet.put(row++, width, '公用经费', 1, all - width);
  }
  blocks.forEach((_, b) => {
    sheet.put(row, b * width, parts.codeHead, 1, named);
    sheet.put(row, b * width + named, '科目名称');
    sheet.put(row, b * width + named + 1, parts.amountHead);
  });
  row += 1;
  const totals = () => {
    if (blocks.length === 1) {
      for (const [label, key] of [
        ['人员经费合计', '6.人员'],
        ['公用经费合计', '6.公用'],
      ] as const) {
        sheet.put(row, 0, label, 1, width - 1);
        sheet.money(row++, width - 1, key, ledger.of.get(key)!);
      }
      return;
    }
    sheet.put(row, 0, '人员经费合计', 1, width - 1);
    sheet.money(row, width - 1, '6.人员', ledger.of.get('6.人员')!);
    const far = parts.totals === 'bottom-far' ? all - width : width;
    sheet.put(row, far, '公用经费合计', 1, all - far - 1);
    sheet.money(row++, all - 1, '6.公用', ledger.of.get('6.公用')!);
  };
  if (parts.totals === 'top' && blocks.length === 1) totals();
  const depth = Math.max(...blocks.map((b) => b.length));
  for (let i = 0; i < depth; i += 1, row += 1) {
    blocks.forEach((lines, b) => {
      const line = lines[i];
      if (!line) return;
      const at = b * width;
      if (parts.split) {
        sheet.put(row, at, line.code.slice(0, 3));
        sheet.put(row, at + 1, line.code.slice(3));
      } else sheet.put(row, at, line.code);
      sheet.put(row, at + named, broken(r, line.name));
      const key = `6.${line.code}`;
      sheet.money(row, at + named + 1, key, ledger.of.get(key) ?? 0);
    });
  }
  if (parts.totals !== 'top' || blocks.length > 1) totals();
  if (parts.note)
    sheet.put(row++, 0, '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。', 1, all);
  return row;
}
