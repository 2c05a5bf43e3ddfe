// What the list of a 体检 shows, what can be put right and taken back, and how a session goes.
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { partFor } from '../../../src/facts/own-part.ts';
import { memoryHost } from '../../../src/hosts/memory.ts';
import { HostError } from '../../../src/hosts/port.ts';
import { openBook } from '../../../src/review/book.ts';
import { type Review, review, reviewOf } from '../../../src/review.ts';
import {
  type Filter,
  type ListedSection,
  listedSections,
  rowPlace,
} from '../../../taskpane/areas/check/rows.ts';
import { publishable } from '../../../taskpane/cleaning.ts';
import { doneOf, NO_PROGRESS, withCheck } from '../../../taskpane/course.ts';
import { type Check, refusalOf, sessionOf } from '../../../taskpane/session.ts';
import { takenBack, withStep } from '../../../taskpane/steps.ts';
import { troubleShown } from '../../../taskpane/trouble.ts';
import { changed, sample } from '../../support/samples.ts';

const check: Check = (snapshot, choice) => {
  const book = openBook(snapshot, CATALOGUE, choice);
  return { book, review: reviewOf(book) };
};
const wrong = async () =>
  changed(await sample('hanyang-2021'), [
    { sheet: '表1', address: 'C36', value: 838.87 },
    { sheet: '表3', address: 'E14', value: 94.78 },
    { sheet: '表7', address: 'K8', value: 4.2 },
  ]);

describe('结果的列法', () => {
  let found: Review;
  let sheets: string[];
  beforeAll(async () => {
    const snapshot = await wrong();
    found = review(snapshot, CATALOGUE);
    sheets = snapshot.sheets.map((s) => s.name);
  });
  const list = (filter: Filter): ListedSection[] => listedSections(found, filter, sheets);
  const titles = (sections: readonly ListedSection[]) =>
    sections.flatMap((s) => s.rows.flatMap((r) => ('culprit' in r ? [r.culprit.title] : [])));

  it('按疑似出错的单元格归并，按工作簿的次序', () => {
    expect(titles(list({}))).toEqual([
      '表1!C36 可能有误：838.87 → 838.78',
      '表3!E14 可能有误：94.78 → 94.87',
      '表7!K8 可能有误：4.20 → 4.10',
    ]);
    const count = list({}).reduce((n, s) => n + s.count, 0);
    expect(count).toBe(found.told.length);
  });

  it('查找、按表、按规则、按类；差额从大到小', () => {
    expect(titles(list({ text: 'e14' }))).toEqual(['表3!E14 可能有误：94.78 → 94.87']);
    expect(list({ text: '没有这个词' })).toEqual([]);
    expect(list({ table: '支出决算表' }).map((s) => s.sheet)).toEqual(['表3']);
    const byRule = list({ rule: 'A23' });
    expect(byRule.map((s) => s.count)).toEqual([1]);
    const exact = list({ kind: 'exact' }).reduce((n, s) => n + s.count, 0);
    expect(exact).toBe(found.counts.exact);
    const [all] = list({ by: 'gap', kind: 'error' });
    const first = all!.rows.map((r) => rowPlace(r).sheet);
    expect(first[0]).toBe('表7');
  });
});

describe('公开前清理自己提出来', () => {
  it('没有须改的、又有勾稽留下的，或已定稿，才提', async () => {
    const at = async (snapshot: Snapshot) => ({
      checked: { snapshot, at: new Date(), ...check(snapshot, {}) },
      marked: 0,
      finished: false,
    });
    const ours = { sheet: '表1', address: 'H30', value: 0.9, formula: '=GJ.EXECRATE(C33,C7)' };
    const host = memoryHost(await sample('hanyang-2021'));
    const calm = await at(await host.snapshot());
    expect(calm.checked.review.attention.error).toBe(0);
    expect(publishable(calm)).toBeUndefined();
    expect(publishable({ ...calm, marked: 2 })).toMatchObject({ marked: 2, formulas: [] });
    await host.write([ours]);
    expect(publishable(await at(await host.snapshot()))?.formulas).toHaveLength(1);
    const open = await at(await wrong());
    expect(publishable({ ...open, marked: 2 })).toBeUndefined();
    expect(publishable({ ...open, marked: 2, finished: true })?.marked).toBe(2);
  });
});

describe('改正与撤销', () => {
  it('公式和受保护的表不提供改正，说明原因', async () => {
    const snapshot = await wrong();
    const [suspect] = review(snapshot, CATALOGUE).suspects;
    expect(refusalOf(suspect!, snapshot)).toBeUndefined();
    const locked = { ...snapshot, sheets: snapshot.sheets.map((s) => ({ ...s, protected: true })) };
    expect(refusalOf(suspect!, locked)).toContain('受保护');
    const host = memoryHost(snapshot);
    const { sheet, address } = suspect!;
    await host.write([{ sheet, address, value: 1, formula: '=1' }]);
    expect(refusalOf(suspect!, await host.snapshot())).toContain('是公式');
  });

  it('一起改正，逐步撤销；每一步有名称', async () => {
    const snapshot = await wrong();
    const host = memoryHost(snapshot);
    const session = sessionOf(host, check);
    const { suspects } = review(snapshot, CATALOGUE);
    const firsts = suspects.filter((s) => s.rank === 1);
    const cell = async (sheet: string, row: number, column: number) =>
      (await host.snapshot()).sheets.find((s) => s.name === sheet)!.cells[row]?.[column]?.value;
    let steps = withStep([], '改正 3 格', await session.correct(firsts, snapshot));
    expect(review(await host.snapshot(), CATALOGUE).attention.error).toBe(0);
    const write = { sheet: '表3', address: 'E14', value: 1 };
    steps = withStep(steps, '填入 1 格', await host.write([write]));
    expect(steps.map((s) => s.name)).toEqual(['改正 3 格', '填入 1 格']);
    steps = await takenBack(host, steps, 2);
    expect(await cell('表3', 13, 4)).toBe(94.87);
    expect(await takenBack(host, steps, 1)).toEqual([]);
    expect(await cell('表3', 13, 4)).toBe(94.78);
    expect(await cell('表1', 35, 2)).toBe(838.87);
  });

  it('会再次被拒绝的不提供重试', () => {
    const again = () => undefined;
    expect(troubleShown(new HostError('refused', '不行'), again).again).toBeUndefined();
    expect(troubleShown(new HostError('connection', '断了'), again).again).toBe(again);
  });
});

describe('本次进展', () => {
  it('改好一处、新出现一处、已处理多少', async () => {
    const before = review(await wrong(), CATALOGUE);
    const after = review(
      changed(await wrong(), [{ sheet: '表7', address: 'K8', value: 4.1 }]),
      CATALOGUE,
    );
    const first = withCheck(NO_PROGRESS, undefined, before, new Date());
    expect(doneOf(first).done).toBe(0);
    const second = withCheck(first, before, after, new Date());
    expect(doneOf(second)).toEqual({ done: 1, all: doneOf(first).all });
    expect(second.checks.at(-1)!.mended.map((f) => f.rule)).toEqual(['A23']);
    const third = withCheck(second, after, before, new Date());
    expect(third.checks.at(-1)!.fresh.map((f) => f.rule)).toEqual(['A23']);
  });

  it('说明里混有读不懂的各条：照常核对，添改时一条不丢', async () => {
    const odd = '{"explanations":[null,{"rule":5},"甲"],"ignored":[null,{"rule":"A23"}]}';
    const host = memoryHost({ ...(await wrong()), parts: [partFor(odd)] });
    const session = sessionOf(host, check);
    const [finding] = review(await host.snapshot(), CATALOGUE).told.filter((f) => f.rule === 'A23');
    await session.explain(finding!, '批复数如此');
    await session.ignore(finding!, '本年口径', false);
    expect(review(await host.snapshot(), CATALOGUE).attention.ignored).toBe(1);
    expect(await session.ignorings()).toHaveLength(1);
    const kept = JSON.parse((await host.load())!);
    expect(kept.explanations.slice(0, 3)).toEqual([null, { rule: 5 }, '甲']);
    expect(kept.ignored.slice(0, 2)).toEqual([null, { rule: 'A23' }]);
  });

  it('忽略和取消忽略留在工作簿里', async () => {
    const host = memoryHost(await wrong());
    const session = sessionOf(host, check);
    const first = async () => review(await host.snapshot(), CATALOGUE);
    const [finding] = (await first()).told.filter((f) => f.rule === 'A23');
    await session.explain(finding!, '批复数如此');
    await session.ignore(finding!, '本年口径', true);
    expect((await first()).attention.ignored).toBe(1);
    const [one, ...rest] = await session.ignorings();
    expect([one!.reason, rest.length]).toEqual(['本年口径', 0]);
    await session.unignore(one!);
    expect((await first()).attention).toMatchObject({ ignored: 0, explained: 1 });
  });
});
