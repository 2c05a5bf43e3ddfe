// What every host promises, as one suite. Whoever implements the port runs it against itself.

import { beforeEach, describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Grid, Snapshot } from '../../src/facts/grid.ts';
import { jsonIn, partFor } from '../../src/facts/own-part.ts';
import type { Host, HostErrorCode, Mark } from '../../src/hosts/port.ts';
import { review } from '../../src/review.ts';
import { MONEY, plain, SAMPLES, sample, workbook } from './contract-workbook.ts';

/** A host with a hand on what stands behind it. */
export interface Bench {
  readonly host: Host;
  /** An edit by the person at the keyboard. */
  edit(sheet: string, address: string, value: string | number | null): void;
  /** An edit by another author of the same workbook, as it comes in. */
  editByOthers?(sheet: string, address: string, value: string | number | null): void;
  marked(sheet: string, address: string): Mark['verdict'] | undefined;
  /** How the workbook looks beside its contents; undefined where nothing has looks. */
  look(): unknown;
  /** A cell of somebody else's conditional format. */
  foreignRule?(sheet: string, address: string, kind: string, formula: string): void;
  setEditing?(on: boolean): void;
  /** Saved, closed, opened again: with nothing remembered. */
  reopen?(): Promise<Bench>;
  /** Lets events arrive. */
  settle(): Promise<void>;
}
export type Open = (snapshot: Snapshot) => Promise<Bench>;
/** Of what kind the host is: some promises only a spreadsheet program can give. */
export interface Kind {
  /** Keeps formats, is edited by a person, can be closed and opened again. */
  readonly program?: boolean;
  /** An Excel before ExcelApi 1.13 does not tell merged cells. */
  readonly withoutMerges?: boolean;
}

const refusal = (code: HostErrorCode): object =>
  expect.objectContaining({
    name: 'HostError',
    code,
    message: expect.stringMatching(/[一-龥]{4}/),
  });
const mark = (sheet: string, address: string, verdict: Mark['verdict'] = 'broken'): Mark => ({
  sheet,
  address,
  verdict,
});

const three = [
  mark('表1', 'C5'),
  mark('表1', 'C4', 'rounding'),
  mark('说明, 附 注', 'B1', 'unknown'),
];

export function contract(name: string, open: Open, kind: Kind = {}): void {
  let bench: Bench;
  let host: Host;
  const bare = (sheet: Grid): Grid => ({ ...sheet, merges: [] });
  const known = (given: Snapshot): Snapshot =>
    kind.withoutMerges ? { ...given, sheets: given.sheets.map(bare) } : given;
  beforeEach(async () => {
    bench = await open(workbook);
    host = bench.host;
  });

  describe(`${name}：读取`, () => {
    test('单元格、公式、错误值、合并、隐藏与保护原样读出', async () => {
      expect(plain(await host.snapshot())).toEqual(plain(known(workbook)));
    });
    test('只再读改动过的表：与全部重读一样', async () => {
      const snapshot = await host.snapshot();
      bench.edit('表1', 'C3', 900);
      await bench.settle();
      const again = await host.snapshot(undefined, { snapshot, edited: new Set(['表1']) });
      expect(plain(again)).not.toEqual(plain(snapshot));
      expect(plain(again)).toEqual(plain(await host.snapshot()));
    });
    test('读取时逐表报进度', async () => {
      const seen: string[] = [];
      await host.snapshot((sheet) => seen.push(sheet));
      expect(seen).toEqual(expect.arrayContaining(['表1', '锁定', '隐藏']));
    });
    test.each(SAMPLES)('%s：体检结果与直接读文件一致', async (file) => {
      const given = await sample(file);
      const { host: other } = await open(given);
      const expected = review(known(given), CATALOGUE);
      const seen = review(await other.snapshot(), CATALOGUE);
      expect(seen).toEqual(expected);
    });
  });

  describe(`${name}：标记`, () => {
    test('标记与清除不留痕迹', async () => {
      const before = bench.look();
      const cells = plain(await host.snapshot());
      expect(await host.mark(three)).toEqual({ marked: 3, refused: [] });
      expect(bench.marked('表1', 'C5')).toBe('broken');
      expect(bench.marked('表1', 'C4')).toBe('rounding');
      expect(bench.marked('说明, 附 注', 'B1')).toBe('unknown');
      expect(bench.marked('表1', 'C3')).toBeUndefined();
      expect(await host.clear()).toBe(3);
      expect(bench.look()).toEqual(before);
      expect(plain(await host.snapshot())).toEqual(cells);
      expect(await host.clear()).toBe(0);
    });
    test('再次标记即换掉先前的标记', async () => {
      await host.mark(three);
      expect(await host.mark([mark('表1', 'C3')])).toEqual({ marked: 1, refused: [] });
      expect(bench.marked('表1', 'C3')).toBe('broken');
      expect(bench.marked('表1', 'C5')).toBeUndefined();
      expect(await host.clear()).toBe(1);
    });
    test('受保护的表不标记，并报出表名', async () => {
      const report = await host.mark([mark('锁定', 'A1'), mark('表1', 'C5')]);
      expect(report).toEqual({ marked: 1, refused: ['锁定'] });
      expect(bench.marked('锁定', 'A1')).toBeUndefined();
      expect((await host.snapshot()).sheets[2]!.protected).toBe(true);
    });
    test('大量标记', async () => {
      const many = Array.from({ length: 2500 }, (_, i) => mark('表1', `AB${i + 1000}`));
      expect(await host.mark(many)).toEqual({ marked: 2500, refused: [] });
      expect(bench.marked('表1', 'AB3499')).toBe('broken');
      expect(await host.clear()).toBe(2500);
    });
  });

  writing(name, () => bench, !kind.withoutMerges);
  elsewhere(name, () => bench, open);
  if (kind.program) program(name, () => bench);
}

function writing(name: string, current: () => Bench, merges: boolean): void {
  describe(`${name}：写入`, () => {
    const order = [
      { sheet: '表1', address: 'C3', value: 837.34 },
      { sheet: '表1', address: 'C5', value: 837.4 },
      { sheet: '说明, 附 注', address: 'C1', value: '2021-10', format: '@' },
      { sheet: '说明, 附 注', address: 'D1', value: '00456' },
      { sheet: '说明, 附 注', address: 'E1', value: '=甲' },
    ];
    test('写入后交回原有内容，可以撤回', async () => {
      const { host } = current();
      const before = plain(await host.snapshot());
      const former = await host.write(order);
      expect(former[1]).toMatchObject({ sheet: '表1', address: 'C5', formula: '=SUM(C3:C4)' });
      expect(former[2]).toMatchObject({ value: null, format: 'General' });
      const [first, second] = (await host.snapshot()).sheets;
      expect(first!.cells[2]![2]).toMatchObject({ value: 837.34, format: MONEY });
      expect(first!.cells[4]![2]!.formula).toBeUndefined();
      expect(second!.cells[0]!.slice(2).map((c) => c?.value)).toEqual(['2021-10', '00456', '=甲']);
      expect(second!.cells[0]![4]!.formula).toBeUndefined();
      await host.write(former.toReversed());
      expect(plain(await host.snapshot())).toEqual(before);
    });
    test('受保护的表、没有的表、没有的单元格：一处不行则全不写', async () => {
      const { host } = current();
      const before = plain(await host.snapshot());
      const good = { sheet: '表1', address: 'C3', value: 1 };
      const locked = { sheet: '锁定', address: 'A1', value: 1 };
      await expect(host.write([good, locked])).rejects.toEqual(refusal('protected'));
      const missing = { sheet: '没有', address: 'A1', value: 1 };
      await expect(host.write([good, missing])).rejects.toEqual(refusal('not-found'));
      const nowhere = { sheet: '表1', address: '甲1', value: 1 };
      await expect(host.write([good, nowhere])).rejects.toEqual(refusal('not-found'));
      expect(plain(await host.snapshot())).toEqual(before);
    });
    test('新增工作表', async () => {
      const { host } = current();
      const at = { sheet: '体检报告' };
      await host.addSheet({
        name: '体检报告',
        cells: [
          { ...at, address: 'A1', value: '体检报告' },
          { ...at, address: 'B3', value: 0.09, format: '0.00' },
          { ...at, address: 'C3', value: '001' },
        ],
        merges: ['A1:C1'],
        widths: [20, 12],
      });
      const added = (await host.snapshot()).sheets.at(-1)!;
      const title = { row: 0, column: 0, rows: 1, columns: 3 };
      expect(added).toMatchObject({ name: '体检报告', merges: merges ? [title] : [] });
      expect(added.cells[2]!.map((c) => c?.value)).toEqual([undefined, 0.09, '001']);
      const again = host.addSheet({ name: '体检报告', cells: [] });
      await expect(again).rejects.toEqual(refusal('refused'));
      expect((await host.snapshot()).sheets).toHaveLength(6);
    });
  });
}

function elsewhere(name: string, current: () => Bench, again: Open): void {
  describe(`${name}：随文件保存与监看`, () => {
    test('出错说明存取', async () => {
      const { host } = current();
      expect(await host.load()).toBeUndefined();
      const json = JSON.stringify({ 说明: '尾差 <0.01> & "四舍五入"]]>', 表: "'甲'" });
      await host.store(json);
      expect(await host.load()).toBe(json);
      expect((await host.snapshot()).parts?.map(jsonIn)).toEqual([json]);
      await host.store('{}');
      expect(await host.load()).toBe('{}');
    });
    test('读不了的随簿资料：不采用，说出来，存新的也不动它', async () => {
      const broken = '<gouji xmlns="urn:gouji:workbook:1">{"explanations":[</gouji>';
      const newer = partFor('{"version":2,"explanations":{"甲":1}}');
      const own = partFor('{"explanations":[]}');
      const { host } = await again({ ...workbook, parts: [own, newer, broken] });
      expect(await host.load()).toBe('{"explanations":[]}');
      expect(review(await host.snapshot(), CATALOGUE).strange).toBe('newer');
      await host.store('{"slots":{}}');
      const { parts } = await host.snapshot();
      expect(parts).toHaveLength(3);
      expect(parts).toEqual(expect.arrayContaining([newer, broken, partFor('{"slots":{}}')]));
      await host.traces!.forget();
      expect((await host.snapshot()).parts).toBeUndefined();
    });
    test('只听见用户自己的改动', async () => {
      const bench = current();
      const heard: unknown[] = [];
      const stop = await bench.host.watch((change) => heard.push(change));
      bench.edit('表1', 'C3', 900);
      await bench.settle();
      expect(heard).toEqual([{ sheet: '表1', address: 'C3' }]);
      await bench.host.write([{ sheet: '表1', address: 'C4', value: 1 }]);
      await bench.host.mark([mark('表1', 'C4')]);
      await bench.host.clear();
      await bench.settle();
      expect(heard).toHaveLength(1);
      await stop();
      bench.edit('表1', 'C3', 901);
      await bench.settle();
      expect(heard).toHaveLength(1);
    });
    test('公开前清理：标记数得出，说明去得掉，报告删得掉；最后一张表不删', async () => {
      const { host } = current();
      const before = (await host.snapshot()).sheets.map((s) => s.name);
      await host.mark(three);
      expect(await host.traces!.marked()).toBe(3);
      await host.clear();
      expect(await host.traces!.marked()).toBe(0);
      await host.store('{"甲":1}');
      await host.traces!.forget();
      expect(await host.load()).toBeUndefined();
      expect((await host.snapshot()).parts).toBeUndefined();
      await host.addSheet({ name: '体检报告', cells: [] });
      await host.traces!.removeSheets(['体检报告']);
      expect((await host.snapshot()).sheets.map((s) => s.name)).toEqual(before);
      const gone = host.traces!.removeSheets(['没有']);
      await expect(gone).rejects.toEqual(refusal('not-found'));
      await expect(host.traces!.removeSheets(before)).rejects.toEqual(refusal('refused'));
      expect((await host.snapshot()).sheets.map((s) => s.name)).toEqual(before);
    });
    test('转到单元格', async () => {
      const { host } = current();
      await host.reveal({ sheet: '表1', row: 4, column: 2 });
      const gone = host.reveal({ sheet: '没有', row: 0, column: 0 });
      await expect(gone).rejects.toEqual(refusal('not-found'));
    });
  });
}

function program(name: string, current: () => Bench): void {
  describe(`${name}：表格程序`, () => {
    test('保存并重新打开后仍能找到并清除', async () => {
      const bench = current();
      const { host } = bench;
      const before = bench.look();
      await host.mark(three);
      const again = await bench.reopen!();
      expect(again.marked('表1', 'C5')).toBe('broken');
      expect(await again.host.clear()).toBe(3);
      expect(again.look()).toEqual(before);
    });
    test('别人的条件格式原样保留', async () => {
      const bench = current();
      const { host } = bench;
      bench.foreignRule!('表1', 'C5', 'Custom', '=LEN("Gouji")>0');
      bench.foreignRule!('表1', 'C4', 'ColorScale', '');
      const before = bench.look();
      await host.mark(three);
      await host.mark([mark('表1', 'C5')]);
      expect(await host.clear()).toBe(1);
      expect(bench.look()).toEqual(before);
    });
    test('别人的改动也听见，说是别人改的', async () => {
      const bench = current();
      const heard: unknown[] = [];
      const stop = await bench.host.watch((change) => heard.push(change));
      bench.editByOthers!('表1', 'C3', 900);
      bench.edit('表1', 'C4', 901);
      await bench.settle();
      expect(heard).toEqual([
        { sheet: '表1', address: 'C3', others: true },
        { sheet: '表1', address: 'C4' },
      ]);
      await stop();
    });
    test('出错说明随文件保存', async () => {
      const bench = current();
      await bench.host.store('{"甲":1}');
      const again = await bench.reopen!();
      expect(await again.host.load()).toBe('{"甲":1}');
    });
    test('单元格正在编辑时说明缘由，之后照常', async () => {
      const bench = current();
      bench.setEditing!(true);
      await expect(bench.host.snapshot()).rejects.toEqual(refusal('editing'));
      await expect(bench.host.mark([mark('表1', 'C5')])).rejects.toEqual(refusal('editing'));
      bench.setEditing!(false);
      expect((await bench.host.snapshot()).sheets).toHaveLength(5);
      expect(bench.marked('表1', 'C5')).toBeUndefined();
    });
  });
}
