// 疑似出错处, 按规则忽略 and what people are shown: words that fit the culprit, counts that change nothing.
import { describe, expect, it } from 'vitest';
import { type Ignoring, ignoringOf } from '../../../src/assertions/ignored.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { attentionOf, kindOf } from '../../../src/review/attention.ts';
import { culpritsOf } from '../../../src/review/culprits.ts';
import { figureWords } from '../../../src/review/wording.ts';
import { review } from '../../../src/review.ts';
import { changed, sample } from '../../support/samples.ts';

const broken = async (...changes: [string, string, number | null][]) =>
  changed(
    await sample('hanyang-2021'),
    changes.map(([sheet, address, value]) => ({ sheet, address, value })),
  );

describe('疑似出错处', () => {
  it('一格：写明改成多少、可解释几项；别处的话不说“应为”', async () => {
    const r = review(await broken(['表3', 'E14', 94.78]), CATALOGUE);
    const [one, ...rest] = culpritsOf(r.told, r.suspects);
    expect(rest).toEqual([]);
    expect(one!.kind).toBe('cell');
    expect(one!.title).toBe('表3!E14 可能有误：94.78 → 94.87');
    expect(one!.corrections.map((s) => s.address)).toEqual(['E14']);
    const words = one!.findings.map((f) => figureWords(f, one!.cells)!);
    expect(words.map((w) => [w.label, w.gap])).toEqual([
      ['应为', '少 0.09'],
      ['相加得', '多 0.09'],
    ]);
    expect(one!.findings.map((f) => f.message)).toEqual([
      expect.stringContaining('应为 94.87 万元'),
      expect.stringMatching(/各项相加得 620\.22 万元，差 0\.09 万元。$/),
    ]);
  });

  it('另一格有误：说与哪一格不一致，不说“应为”', async () => {
    const r = review(await broken(['表3', 'G19', -2.57]), CATALOGUE);
    const one = culpritsOf(r.told, r.suspects).find((c) => c.cells[0]!.address === 'G19')!;
    const copied = one.findings.filter((f) => f.cells.some((c) => c.role === 'copy'));
    expect(copied.map((f) => figureWords(f, one.cells)!.label)).toEqual(['与 G19 的', '应不小于']);
    expect(copied.map((f) => figureWords(f, one.cells)!.gap)).toContain('差 5.14');
    expect(copied[0]!.message).toContain('（G19）的 -2.57 万元不一致，差 5.14 万元。');
  });

  it('收入、支出总计错成同一个数：一张卡片，不分成两张', async () => {
    const r = review(await broken(['表1', 'C36', 838.87], ['表1', 'F36', 838.87]), CATALOGUE);
    const [one, ...rest] = culpritsOf(r.told, r.suspects);
    expect(rest).toEqual([]);
    expect(one!.title).toBe('表1!C36、表1!F36 可能一起错了：相邻两位颠倒');
    expect(one!.findings.map((f) => f.rule)).toEqual(['A03', 'A04']);
    expect(one!.corrections.map((s) => s.suggested)).toEqual(['838.78', '838.78']);
  });

  it('整行、整列、整表一起错的，照实说，不列成许多候选', async () => {
    const whole = await sample('hanyang-2021');
    const sheet = whole.sheets.find((s) => s.name === '表8' || s.name === '表3')!;
    const times = sheet.cells.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column) =>
        typeof cell?.value === 'number' && row > 6 && column > 3
          ? [
              {
                sheet: sheet.name,
                address: `${String.fromCharCode(65 + column)}${row + 1}`,
                value: cell.value * 10_000,
              },
            ]
          : [],
      ),
    );
    const r = review(changed(whole, times), CATALOGUE);
    const told = culpritsOf(r.told, r.suspects);
    const block = told.find((c) => c.kind === 'together')!;
    expect(block.title).toMatch(/^表3 .*可能一起错了：单位混用/);
    expect(block.corrections.length).toBe(block.cells.length);
  });
});

describe('按规则忽略', () => {
  const withIgnored = async (ignored: readonly Ignoring[]) => {
    const host = memoryHost(await broken(['表1', 'C36', 838.87]));
    await host.store(JSON.stringify({ ignored }));
    return review(await host.snapshot(), CATALOGUE);
  };

  it('一处或整条规则；结论、计数不变，另计已忽略', async () => {
    const before = await withIgnored([]);
    const first = before.told.find((f) => f.verdict === 'broken')!;
    const after = await withIgnored([ignoringOf(first, '财政批复口径')]);
    expect(after.counts).toEqual(before.counts);
    const own = after.told.filter((f) => f.ignored !== undefined);
    expect(own.map((f) => [f.rule, f.verdict, f.ignored])).toEqual([
      [first.rule, 'broken', '财政批复口径'],
    ]);
    expect(kindOf(own[0]!)).toBe('ignored');
    expect(after.attention.error).toBe(before.attention.error - 1);
    expect(after.attention.ignored).toBe(1);
    const whole = await withIgnored([{ rule: first.rule, reason: '本部门不适用' }]);
    const told = whole.told.filter((f) => f.rule === first.rule);
    expect(told.every((f) => f.ignored === '本部门不适用')).toBe(true);
  });

  it('数变了就不再忽略；读不懂的当作没有', async () => {
    const before = await withIgnored([]);
    const first = before.told.find((f) => f.verdict === 'broken')!;
    const stale = { ...ignoringOf(first, '原因'), stated: '1.00' };
    expect((await withIgnored([stale])).attention.ignored).toBe(0);
    const odd = [{ rule: 'A03' }, 7, null] as unknown as Ignoring[];
    expect((await withIgnored(odd)).attention).toEqual(before.attention);
  });

  it('每一处只算一类', async () => {
    const r = review(await broken(['表1', 'C36', 838.87], ['表3', 'E14', 94.78]), CATALOGUE);
    const counted = attentionOf(r.told);
    const sum = Object.values(counted).reduce((a, b) => a + b, 0);
    expect(sum).toBe(r.told.filter((f) => f.verdict === 'broken').length);
  });
});
