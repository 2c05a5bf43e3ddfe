// 公开前清理: what of ours the open workbook holds, and how what the user ticked is taken away. Knows the host's port;
// knows no component.
import { addressOf, type Cell, type Snapshot } from '../src/facts/grid.ts';
import { ownIn, type Strange } from '../src/facts/own-part.ts';
import type { CellWrite, Host } from '../src/hosts/port.ts';
import { namesOurFunction, nativeFormula } from '../src/hosts/xlsx/native.ts';
import { isReportSheet } from '../src/review/report.ts';
import type { CheckState } from './useCheck.ts';

/** 勾稽函数所在的格. */
export interface OwnFormula {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly cell: Cell;
  /** The same in Excel's own functions, where it has them. */
  readonly native?: string;
}

/** 留在工作簿里的痕迹. */
export interface OwnTraces {
  readonly marked: number;
  /** 出错说明 and whatever else travels in the workbook. */
  readonly parts: number;
  /** Among them one that this version cannot read: gone for good once it is taken away. */
  readonly strange?: Strange;
  readonly sheets: readonly string[];
  readonly formulas: readonly OwnFormula[];
}

/** 函数转成什么. */
export type FormulasTo = 'values' | 'native';

/** 清理的选择. */
export interface Ticked {
  readonly marked: boolean;
  readonly parts: boolean;
  readonly sheets: boolean;
  readonly formulas?: FormulasTo;
}

function formulasIn(snapshot: Snapshot, reports: readonly string[]): OwnFormula[] {
  const found: OwnFormula[] = [];
  for (const { name: sheet, cells } of snapshot.sheets) {
    if (reports.includes(sheet)) continue;
    cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.formula === undefined || !namesOurFunction(cell.formula)) return;
        const native = nativeFormula(cell.formula);
        const place = { sheet, address: addressOf({ row, column }), formula: cell.formula, cell };
        found.push(native === undefined ? place : { ...place, native });
      });
    });
  }
  return found;
}

/** All that is ours in a workbook as it was read, beside its marks. */
export function tracesOf(snapshot: Snapshot, marked: number): OwnTraces {
  const { strange } = ownIn(snapshot.parts);
  const sheets = snapshot.sheets.filter(isReportSheet).map((s) => s.name);
  return {
    marked,
    parts: snapshot.parts?.length ?? 0,
    ...(strange && { strange }),
    sheets,
    formulas: formulasIn(snapshot, sheets),
  };
}

/** All that is ours in the workbook as it is now. */
export const tracesIn = async (host: Host): Promise<OwnTraces> =>
  tracesOf(await host.snapshot(), (await host.traces?.marked()) ?? 0);

/** 将要公开: nothing is left to mend, or a 定稿 was made. Gives what of ours would be published with it. */
export function publishable({
  checked,
  marked,
  finished,
}: Pick<CheckState, 'checked' | 'marked' | 'finished'>): OwnTraces | undefined {
  if (!checked) return undefined;
  const { attention, tables } = checked.review;
  const calm = attention.error === 0 && tables.some((t) => t.checked);
  if (!calm && !finished) return undefined;
  const traces = tracesOf(checked.snapshot, marked);
  return isClean(traces) ? undefined : traces;
}

export const isClean = ({ marked, parts, sheets, formulas }: OwnTraces): boolean =>
  marked === 0 && parts === 0 && sheets.length === 0 && formulas.length === 0;

/** What a cell becomes: Excel's own formula where there is one and it is wished for, else what it shows now. */
export function cleanedCell(own: OwnFormula, to: FormulasTo): CellWrite {
  const { sheet, address, cell, native } = own;
  const place = { sheet, address, value: cell.error ?? cell.value };
  return to === 'native' && native !== undefined ? { ...place, formula: native } : place;
}

/** 清理结果: what was taken away in words, and what gives the functions back. */
export interface CleaningDone {
  readonly took: readonly string[];
  readonly former: readonly CellWrite[];
}

/** Takes away what was ticked. Functions first: they can fail without anything lost. */
export async function clean(host: Host, traces: OwnTraces, ticked: Ticked): Promise<CleaningDone> {
  const took: string[] = [];
  const { formulas: to } = ticked;
  let former: readonly CellWrite[] = [];
  if (to && traces.formulas.length > 0) {
    former = await host.write(traces.formulas.map((own) => cleanedCell(own, to)));
    took.push(`函数 ${former.length} 处`);
  }
  if (ticked.marked && traces.marked > 0) took.push(`标记 ${await host.clear()} 格`);
  if (ticked.parts && traces.parts > 0) {
    await host.traces?.forget();
    took.push('随工作簿保存的说明');
  }
  if (ticked.sheets && traces.sheets.length > 0) {
    await host.traces?.removeSheets(traces.sheets);
    took.push(...traces.sheets.map((name) => `工作表“${name}”`));
  }
  return { took, former };
}
