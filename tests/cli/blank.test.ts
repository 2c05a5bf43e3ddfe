// gouji blank, as a clerk uses it: write the blank, fill it, check it; nothing is ever overwritten.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOf, type Snapshot } from '../../src/facts/grid.ts';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { fill, tablesIn } from '../support/fill.ts';
import { commandLine, samples } from '../support/gouji.ts';

const { at, gouji } = commandLine();

async function opened(path: string): Promise<Snapshot> {
  const result = await openWorkbook(readFileSync(path), path);
  if (!result.ok) throw new Error(result.error.message);
  return result.snapshot;
}
const bytesOf = (snapshot: Snapshot) =>
  createWorkbook(
    snapshot.sheets.map((sheet) => ({
      name: sheet.name,
      cells: sheet.cells.flatMap((line, row) =>
        (line ?? []).flatMap((cell, column) =>
          cell && cell.value !== null
            ? [{ address: addressOf({ row, column }), value: cell.value }]
            : [],
        ),
      ),
    })),
  );

describe('gouji blank', () => {
  it('写出的空白表没有问题，也没有可核对的数', async () => {
    const written = gouji('blank', '--year', '2021', '--region', '湖北', '--out', 'blank.xlsx');
    expect(written.status).toBe(0);
    expect(written.out).toBe('');
    expect(written.errors).toContain('2021 年度');
    const checked = gouji('check', 'blank.xlsx', '--json');
    expect(checked.status).toBe(2);
    expect(checked.errors).toContain('没有一处核对得了');
    const result = JSON.parse(checked.out);
    expect(result).toMatchObject({ year: 2021, missing: [], findings: [] });
    expect(result.counts).toEqual({ exact: 0, rounding: 0, broken: 0, unknown: 0 });
    expect(result.figures.total).toBe(0);
  });

  it('一个也读不了的，只说为什么读不了', () => {
    const { status, out, errors } = gouji('check', '没有.xlsx');
    expect(status).toBe(2);
    expect(out + errors).toContain('没有这个文件');
    expect(errors).not.toContain('没有一处核对得了');
  });

  it('什么也没有核对的，没有一个命令说“没有问题”', () => {
    gouji('blank', '--year', '2021', '--out', 'empty.xlsx');
    writeFileSync(at('empty.txt'), '本部门没有需要说明的情况。');
    const folder = gouji('check', 'empty.xlsx', '--out', 'night', '--json');
    const merged = gouji('merge', 'night', '--out', 'merged');
    const runs = [
      folder,
      merged,
      gouji('check', 'empty.xlsx', '--same', 'empty.xlsx'),
      gouji('check', 'empty.xlsx', '--text', 'empty.txt'),
      gouji('check', 'empty.xlsx', '--out', 'night', '--resume'),
      gouji('tie', 'empty.xlsx', 'empty.txt'),
      gouji('tie', '-', 'empty.txt', '--json'),
    ];
    expect(runs.map((r) => r.status)).toEqual(runs.map(() => 2));
    for (const { errors } of runs) expect(errors).toMatch(/核对得了|核对过/);
    expect(readFileSync(at('night/体检总览.html'), 'utf8')).toContain('没有一处核对得了');
  });

  it('填上样例的数再核对，全部相符；改一个数，就不符', async () => {
    gouji('blank', '--year', '2021', '--region', '武汉', '--out', 'form.xlsx');
    const sample = await opened(join(samples, 'hanyang-2021.xlsx'));
    const source = tablesIn(sample).filter((t) => /^表[14567]$/.test(t.form));
    const filled = fill(await opened(at('form.xlsx')), source);
    const open = source.filter((t) => t.form === '表5').flatMap((t) => t.rows).length - 1;
    // Rows by code are the user's to type; everything else has its place.
    expect(filled.homeless.every((h) => h.startsWith('表5 '))).toBe(true);
    expect(open).toBeGreaterThan(0);
    writeFileSync(at('filled.xlsx'), await bytesOf(filled.snapshot));
    const calm = JSON.parse(gouji('check', 'filled.xlsx', '--json').out);
    const wrong = calm.findings.filter((f: { severity: string }) => f.severity === 'error');
    const inside = (f: { rule: string }) => f.rule.startsWith('A');
    expect(wrong.filter(inside)).toEqual([]);
    const table = tablesIn(filled.snapshot).find((t) => t.form === '表1')!;
    const total = table.facts.flat().find((f) => f?.row.key === '收入·总计')!.location;
    const sheets = filled.snapshot.sheets.map((s) =>
      s.name === total.sheet
        ? {
            ...s,
            cells: s.cells.map((line, row) =>
              row === total.row
                ? line!.map((c, column) => (column === total.column ? { value: 838.79 } : c))
                : line,
            ),
          }
        : s,
    );
    writeFileSync(at('wrong.xlsx'), await bytesOf({ sheets }));
    const broken = gouji('check', 'wrong.xlsx', '--json');
    expect(broken.status).toBe(1);
    const rules = JSON.parse(broken.out).findings.map((f: { rule: string }) => f.rule);
    expect(rules).toEqual(expect.arrayContaining(['A03', 'A05']));
  });

  it('已有的文件不覆盖，说明怎么办', () => {
    writeFileSync(at('mine.xlsx'), '我的文件');
    const run = gouji('blank', '--year', '2023', '--out', 'mine.xlsx');
    expect(run.status).toBe(64);
    expect(run.errors).toContain('没有覆盖');
    expect(readFileSync(at('mine.xlsx'), 'utf8')).toBe('我的文件');
  });

  it('合计写成公式时，没有填数的合计是空的', async () => {
    gouji('blank', '--year', '2023', '--formulas', '--out', 'live.xlsx');
    const snapshot = await opened(at('live.xlsx'));
    const formulas = snapshot.sheets.flatMap((s) =>
      s.cells.flatMap((l) => (l ?? []).flatMap((c) => (c?.formula ? [c] : []))),
    );
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.every((c) => c.value === '' || c.value === null)).toBe(true);
    const result = JSON.parse(gouji('check', 'live.xlsx', '--json').out);
    expect(result.counts.broken).toBe(0);
    expect(result.figures.total).toBe(0);
  });

  it.each([
    [['--year', '2021'], 64],
    [['--out', 'a.csv'], 64],
    [['--out', 'no/such/folder/a.xlsx'], 64],
    [['--year', '2001', '--out', 'old.xlsx'], 64],
    [['--region', '火星', '--out', 'mars.xlsx'], 64],
  ] as const)('用法不对 %j', (args, status) => {
    const run = gouji('blank', ...args);
    expect(run.status).toBe(status);
    expect(run.errors).not.toBe('');
    expect(run.out).toBe('');
  });
});
