// Cells of a finding as programs read them: plain numbers, whatever the sheet prints.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { review } from '../../../src/review.ts';
import { drawnWorkbook } from '../../support/drawn.ts';

const DRAWN = `## 表5
2023年度一般公共预算财政拨款支出决算表 | < | < | < | <
部门：示例市示例局 |  |  |  | 单位：万元
项目 | < | 本年支出合计 | 基本支出 | 项目支出
科目编码 | 科目名称 | ^ | ^ | ^
合计 | < | '1,234.50 | '１２３４．５０ | —
201 | 一般公共服务支出 | 1234.5 | 1234.5 | —
20103 | 政府办公厅（室）及相关机构事务 | 1234.5 | 1234.5 | 见附表
`;

it('金额写成文本、带分隔或全角，都读作数；横线是空；文字照录', () => {
  const { findings } = review(drawnWorkbook(DRAWN), CATALOGUE);
  const cells = (rule: string) =>
    findings.filter((f) => f.rule === rule).flatMap((f) => f.cells.map((c) => c.value));
  expect(cells('D04')).toEqual(['1234.50', '1234.50']);
  expect(cells('A27')).toEqual(['见附表']);
  expect(cells('A18').slice(0, 3)).toEqual(['1234.50', '1234.50', '']);
});

it('按日期、百分数显示的金额照核，并请改格式', () => {
  const drawn = DRAWN.replace(
    '| 1234.5 | 1234.5 | —',
    '| 1234.5{yyyy/m/d} | 1234.5{0%} | — | 0.95{0%}',
  )
    .replace('| 项目支出', '| 项目支出 | 完成率')
    .replace('基本支出 | 项目支出 | 完成率\n科目编码 | 科目名称 | ^ | ^ | ^', '$& | ^');
  const { findings } = review(drawnWorkbook(drawn), CATALOGUE);
  const said = findings.filter((f) => f.rule === 'A27').map((f) => f.message);
  expect(said.filter((m) => m.includes('显示为')).map((m) => m.replace(/^.*? /, ''))).toEqual([
    'C6 显示为“1903/5/18”，存的是 1234.50，已按存的数核对。请把单元格格式改为“数值”。',
    'D6 显示为“123450%”，存的是 1234.50，已按存的数核对。请把单元格格式改为“数值”。',
  ]);
});
