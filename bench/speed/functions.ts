// Rows on custom functions: twenty thousand cells of a scored indicator beside as many of a function that gives back
// what it is given, both through the real library as Excel calls them.
import { indicatorScoreOf } from '../../functions/functions.ts';
import { loadOffice } from '../../tests/support/office-load.ts';
import { least, type Row, timesThePeer, WALL } from './row.ts';

const CELLS = 20_000;
const TARGETS = ['≥95%', '100件以内', '≥30次', '≤5万元', '12期', '0起'];

/** What stands in the cells: forty indicators filled down, each with an actual of its own. */
const given = (i: number): readonly unknown[] => [
  TARGETS[i % TARGETS.length],
  (i % 997) / 10,
  10,
  '武汉',
];

/** 指标得分 of many cells. */
export async function functionRows(): Promise<Row[]> {
  const excel = await loadOffice();
  CustomFunctions.associate('SAME', (...all: unknown[]) => all[1]);
  CustomFunctions.associate('INDICATORSCORE', ((...all: Parameters<typeof indicatorScoreOf>) =>
    indicatorScoreOf(...all)) as (...all: unknown[]) => unknown);
  await excel.functions.ready;
  const through = (name: string) => () =>
    Promise.all(Array.from({ length: CELLS }, (_, i) => excel.functions.call(name, [...given(i)])));
  const [other, own] = [
    await least(3, through('SAME'), WALL),
    await least(3, through('INDICATORSCORE'), WALL),
  ];
  return [timesThePeer('两万格 INDICATORSCORE', '两万格原样返回', [own, other], [5])];
}
