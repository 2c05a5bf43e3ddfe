// 插入空白模板: what the workbook holds already is not put in again, extra tables of the place included.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { gridOf } from '../../../src/facts/page.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { blankForms } from '../../../src/review/blank.ts';
import type { AreaProps } from '../../../taskpane/areas/area.ts';
import { insertBlanks } from '../../../taskpane/inserting.ts';

const PLACES = [
  ['四川', 2023],
  ['北京', 2023],
  ['云南', 2022],
] as const;

async function inserted(name: string, year: number, without: readonly string[]) {
  const region = CATALOGUE.regionNamed(name)!;
  const sheets = blankForms(CATALOGUE, { year, region })
    .sheets.map((s) => gridOf(s.page))
    .filter((s) => !without.includes(s.name));
  const host = memoryHost({ sheets });
  const checking = { state: { choice: { year, region } }, run: async () => {} };
  await insertBlanks({ host, catalogue: CATALOGUE, checking } as unknown as AreaProps);
  const names = (await host.snapshot()).sheets.map((s) => s.name);
  return names.filter((own) => !sheets.some((s) => s.name === own));
}

describe('插入空白模板', () => {
  it.each(PLACES)('%s %i：都有了就不插', async (name, year) => {
    await expect(inserted(name, year, [])).rejects.toThrow('没有要插入的空白表');
  });

  it('缺的附表补上，只补缺的', async () => {
    const names = ['政府采购情况表', '一般公共预算财政拨款收入支出决算表'];
    expect((await inserted('北京', 2023, names)).sort()).toEqual([...names].sort());
  });
});
