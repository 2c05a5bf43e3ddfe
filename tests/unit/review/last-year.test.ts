// Last year's workbook: what moved, what cannot be used, and that one of the wrong year is not used.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { review } from '../../../src/review.ts';
import { type CellChange, changed, sample } from '../../support/samples.ts';

const cell = (at: string, value: string | number | null): CellChange => {
  const [sheet, address] = at.split('!') as [string, string];
  return { sheet, address, value };
};

/** The sample a year earlier, with cells changed. */
async function yearBefore(changes: readonly CellChange[] = []): Promise<Snapshot> {
  const book = await sample('hanyang-2021');
  const titles = Array.from({ length: 9 }, (_, i) => {
    const title = book.sheets[i]!.cells[0]![0]!.value as string;
    return cell(`表${i + 1}!A1`, title.replace('2021', '2020'));
  });
  return { ...changed(book, [...titles, ...changes]), name: '上年.xlsx' };
}

describe('与上年相比', () => {
  it('新增、没有了和变动大的逐项列出，同一变动只说一次', async () => {
    const last = await yearBefore([
      // 2010101 was 5.48, a款 and a 类 with it; 2081199 was not there; 213 was there with 80.
      ...['表3!E10', '表3!E11'].map((at) => cell(at, 5.48)),
      ...['表3!E18', '表3!E19'].map((at) => cell(at, null)),
      cell('表3!E26', 83),
      cell('表7!G8', 40.1),
      cell('表7!K8', 40.1),
    ]);
    const { movements = [] } = review(await sample('hanyang-2021'), CATALOGUE, { last });
    const told = movements.map(({ kind, label, last: was, current }) => [
      kind,
      label,
      was,
      current,
    ]);
    expect(told).toEqual([
      ['changed', '2010101 行政运行', '5.48', '15.48'],
      ['added', '2081199 其他残疾人事业支出', '0.00', '2.57'],
      ['changed', '2130599 其他扶贫支出', '83.00', '3.00'],
      ['changed', '合计', '40.10', '4.10'],
      ['changed', '公务用车运行维护费', '40.10', '4.10'],
    ]);
    expect(movements[1]).toMatchObject({ form: '表3', sheet: '表3', address: 'E19' });
  });

  it('同样的两年没有什么可说', async () => {
    const { movements } = review(await sample('hanyang-2021'), CATALOGUE, {
      last: await yearBefore(),
    });
    expect(movements).toEqual([]);
  });

  it('年度不对的工作簿不用，并且说明', async () => {
    const own = await sample('hanyang-2021');
    const { findings, movements } = review(own, CATALOGUE, { last: own });
    expect(findings.filter((f) => f.rule === 'B21')).toEqual([]);
    expect(movements).toEqual([]);
    const said = findings.filter((f) => f.rule === 'D06');
    expect(said.map((f) => f.message)).toEqual([
      '选择的上年工作簿“hanyang-2021.xlsx”是 2021 年度的，不是 2020 年度的，没有用来核对。',
    ]);
  });

  it('没有决算公开表的工作簿不用，并且说明', async () => {
    const own = await sample('hanyang-2021');
    const { findings } = review(own, CATALOGUE, { last: { name: '通讯录.xlsx', sheets: [] } });
    const said = findings.filter((f) => f.rule === 'D08' && f.verdict === 'unknown');
    expect(said.map((f) => f.message)).toContain(
      '选择的上年工作簿“通讯录.xlsx”里没有找到决算公开表，没有用来核对。',
    );
  });
});
