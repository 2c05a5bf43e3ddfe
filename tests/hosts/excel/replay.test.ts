// Records of a pane at work, replayed on the emulated Excel: what it answers must be what was answered then. Records of a
// real Excel go into traces/; the one that is there was taken from the emulated one and shows that replaying works.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf, type Cell, type Snapshot } from '../../../src/facts/grid.ts';
import type { Change, Host } from '../../../src/hosts/port.ts';
import { type RecordedStep, recorded, type Trace } from '../../../src/hosts/recorded.ts';
import { parseRange } from '../../../src/hosts/xlsx/sheet.ts';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { type OfficeBench, opened, tick } from '../../support/office-bench.ts';
import { loadOffice } from '../../support/office-load.ts';
import { workbook } from '../contract-workbook.ts';

const FOLDER = new URL('traces/', import.meta.url);
let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice();
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Makes the edits that were heard, with what the next reading found there. */
function edit(bench: OfficeBench, edits: readonly Change[], then: Snapshot): void {
  for (const { sheet, address } of edits) {
    const area = parseRange(address)!;
    const grid = then.sheets.find((s) => s.name === sheet);
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const cell = grid?.cells[row]?.[column] as Cell | null | undefined;
        bench.edit(
          sheet,
          addressOf({ row, column }),
          (cell?.formula ?? cell?.value ?? null) as string | number | null,
        );
      }
    }
  }
}

async function answer(host: Host, { verb, given }: RecordedStep): Promise<unknown> {
  const on = (verb in host ? host : host.traces) as unknown as Record<
    string,
    (...g: unknown[]) => unknown
  >;
  return on[verb]!(...given);
}

/** What differs, step by step. */
async function replayed({ steps }: Trace): Promise<unknown[]> {
  const first = steps.find((s) => s.verb === 'snapshot' && s.gave)?.gave as Snapshot;
  const bench = opened(excel, first);
  let edits: Change[] = [];
  const differences: unknown[] = [];
  for (const [i, step] of steps.entries()) {
    if (step.verb === 'edited') edits.push(step.given[0] as Change);
    if (step.verb === 'edited') continue;
    if (step.verb === 'snapshot' && step.gave) edit(bench, edits, step.gave as Snapshot);
    if (step.verb === 'snapshot') edits = [];
    const gave = await answer(bench.host, step).then(plain, (e: { code: string }) => ({
      failed: e.code,
    }));
    const before = step.failed ? { failed: step.failed.code } : plain(step.gave);
    if (JSON.stringify(gave) !== JSON.stringify(before))
      differences.push({ i, verb: step.verb, gave, before });
  }
  return differences;
}

/** A pane at work: checks, marks, corrects, adds a report, cleans up. */
async function worked(): Promise<Trace> {
  const bench = opened(excel, workbook);
  const { host, trace } = recorded(bench.host);
  const stop = await host.watch(() => undefined);
  await host.snapshot();
  await host.mark([{ sheet: '表1', address: 'C5', verdict: 'broken' }]);
  bench.edit('表1', 'C3', 900);
  await tick();
  await host.snapshot();
  await host.write([{ sheet: '表1', address: 'C4', value: 5 }]);
  await host.write([{ sheet: '锁定', address: 'A1', value: 5 }]).catch(() => undefined);
  await host.addSheet({ name: '体检报告', cells: [{ address: 'A1', value: '甲' }] });
  await host.store('{"explanations":[]}');
  await host.load();
  await host.traces!.marked();
  await host.clear();
  await host.traces!.removeSheets(['体检报告']);
  await host.snapshot();
  await stop();
  return JSON.parse(JSON.stringify(trace())) as Trace;
}

describe('实录', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  test.each(names)('%s：模拟的 Excel 逐步给出同样的回答', async (name) => {
    const trace = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Trace;
    expect(await replayed(trace)).toEqual([]);
  });

  test('录下的能重放；回答不同的指得出来', async () => {
    const trace = await worked();
    if (process.env.GOUJI_TRACE) writeFileSync(process.env.GOUJI_TRACE, JSON.stringify(trace));
    expect(trace.steps.map((s) => s.verb)).toContain('edited');
    expect(await replayed(trace)).toEqual([]);
    const other = trace.steps.map((s) => (s.verb === 'clear' ? { ...s, gave: 7 } : s));
    expect(await replayed({ ...trace, steps: other })).toMatchObject([
      { verb: 'clear', before: 7 },
    ]);
  });
});
