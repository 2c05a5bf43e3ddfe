// A workbook of the year before, as far as the totals: less came in, and less was left than this year
// began with.
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';

export async function lastYear(): Promise<Uint8Array> {
  const rows = [
    ['2020年度收入支出决算总表'],
    ['部门：某单位', '', '', '单位：万元'],
    ['收入', '', '支出', ''],
    ['项目', '决算数', '项目', '决算数'],
    ['一、一般公共预算财政拨款收入', 500, '一、一般公共服务支出', 499.05],
    ['本年收入合计', 500, '本年支出合计', 499.05],
    ['年初结转和结余', '', '年末结转和结余', 0.95],
    ['总计', 500, '总计', 500],
  ];
  const cells = rows.flatMap((row, r) =>
    row.map((value, c) => ({ address: `${String.fromCharCode(65 + c)}${r + 1}`, value })),
  );
  return createWorkbook([{ name: '总表', cells }]);
}
