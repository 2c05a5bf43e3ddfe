// 插入空白模板: what the workbook holds already is not put in again, extra tables of the place included.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { gridOf } from '../../../src/facts/page.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { blankForms } from '../../../src/review/blank.ts';
import type { AreaProps } from '../../../taskpane/areas/area.ts';
import { insertBlanks } from '../../../taskpane/inserting.ts';
import { taskShown } from '../../../taskpane/task.ts';

const PLACES = [
  ['四川', 2023],
  ['北京', 2023],
  ['云南', 2022],
] as const;

/** Sheets that came in, and what was said; stopped once it tells of so many sheets. */
async function insertedUntil(
  stopAt: number,
  name: string,
  year: number,
  without: readonly string[],
) {
  const region = CATALOGUE.regionNamed(name)!;
  const sheets = blankForms(CATALOGUE, { year, region })
    .sheets.map((s) => gridOf(s.page))
    .filter((s) => !without.includes(s.name));
  const host = memoryHost({ sheets });
  let said = '';
  const say = (words: string) => {
    said = words;
  };
  const checking = { state: { choice: { year, region } }, run: async () => {}, say };
  const shown: string[] = [];
  const { task } = taskShown((doing) => {
    if (doing) shown.push(doing.words);
    if (shown.length > stopAt) doing?.stop();
  });
  await insertBlanks({ host, catalogue: CATALOGUE, checking } as unknown as AreaProps, task);
  const names = (await host.snapshot()).sheets.map((s) => s.name);
  return { names: names.filter((own) => !sheets.some((s) => s.name === own)), said, shown };
}
const inserted = async (...given: [string, number, readonly string[]]) =>
  (await insertedUntil(99, ...given)).names;

describe('插入空白模板', () => {
  it.each(PLACES)('%s %i：都有了就不插', async (name, year) => {
    await expect(inserted(name, year, [])).rejects.toThrow('没有要插入的空白表');
  });

  it('缺的附表补上，只补缺的', async () => {
    const names = ['政府采购情况表', '一般公共预算财政拨款收入支出决算表'];
    expect((await inserted('北京', 2023, names)).sort()).toEqual([...names].sort());
  });

  it('说在插入哪一张；停下以后不再插，说插了几张', async () => {
    const names = ['政府采购情况表', '一般公共预算财政拨款收入支出决算表'];
    const stopped = await insertedUntil(1, '北京', 2023, names);
    expect(stopped.names.length).toBe(1);
    expect(stopped.shown).toEqual(['正在插入空白表', `正在插入空白表：${stopped.names[0]}`]);
    expect(stopped.said).toBe('已插入 1 张空白表，其余 1 张没有插入。');
    const before = await insertedUntil(0, '北京', 2023, names);
    expect([before.names, before.said]).toEqual([[], '']);
  });
});
