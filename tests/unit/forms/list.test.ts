// 补充资料 as people keep it: any order, any width of signs, half filled, reasons beside the values.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { unitOf } from '../../../src/facts/fact.ts';
import type { Scalar, Snapshot } from '../../../src/facts/grid.ts';
import { figureNamed, reasonNamed } from '../../../src/facts/named.ts';
import { readTables } from '../../../src/forms/read.ts';
import { toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';

function book(name: string, rows: readonly (readonly Scalar[])[]): Snapshot {
  const cells = rows.map((r) => r.map((value) => (value === null ? undefined : { value })));
  const size = { rows: rows.length, columns: Math.max(...rows.map((r) => r.length)) };
  const sheet = { name, hidden: false, protected: false, ...size, cells, merges: [] };
  return { sheets: [sheet] };
}
const supplementIn = (name: string, rows: readonly (readonly Scalar[])[]) =>
  readTables(book(name, rows), CATALOGUE.forms).tables.find((t) => t.form === '补充资料');

const HEAD: Scalar[] = ['项目', '数值', '单位', '说明（原因）'];

describe('补充资料', () => {
  const table = supplementIn('补充资料', [
    HEAD,
    ['国内公务接待人次', 25, '人', null],
    ['上年·"三公"经费支出', '1,234.50', '万元', null],
    ['年初预算 · 2013101 行政运行', 480.5, null, '人员增加'],
    ['因公出国(境)团组数', 1, null, null],
    ['上年・收入支出总计', null, '万元', '机构改革，划入两个科室'],
    ['年初预算·合计', 7089900, '元', null],
    ['全年预算·“三公”经费', 0, '万元', null],
    ['食堂余额', 3, '万元', null],
  ]);

  it.each([
    ['国内公务接待人次', '25', '人次'],
    ['上年·“三公”经费支出', '1234.50', '万元'],
    ['年初预算·2013101', '480.50', '万元'],
    ['因公出国（境）团组数', '1', '个'],
    ['年初预算·合计', '7089900.00', '元'],
    ['全年预算·“三公”经费', '0.00', '万元'],
  ])('%s', (name, value, unit) => {
    const fact = figureNamed(table, name)!;
    expect([toText(valueOf(fact.quantity!), fact.quantity!.decimals), unitOf(fact)]).toEqual([
      value,
      unit,
    ]);
  });

  it('没有填的不是零，说明照样读得到', () => {
    expect(figureNamed(table, '上年·收入支出总计')).toBeUndefined();
    expect(figureNamed(table, '公务用车保有量')).toBeUndefined();
    expect(reasonNamed(table, '上年·收入支出总计')?.text).toBe('机构改革，划入两个科室');
    expect(reasonNamed(table, '年初预算·2013101')).toEqual({
      text: '人员增加',
      location: { sheet: '补充资料', row: 3, column: 3 },
    });
    expect(reasonNamed(table, '年初预算·合计')).toBeUndefined();
  });

  it('不认识的行记下来，不当别的', () => {
    expect(table?.rows.filter((r) => r.doubt).map((r) => r.printed)).toEqual(['食堂余额']);
  });

  it('表名写在第一行，栏目次序不同，工作表叫别的名字', () => {
    const other = supplementIn('Sheet1', [
      ['补充资料'],
      ['单位', '项目', '说明', '数值'],
      ['人', '在职人数', '', 12],
    ]);
    expect(figureNamed(other, '在职人数')?.location).toMatchObject({ row: 2, column: 3 });
  });
});
