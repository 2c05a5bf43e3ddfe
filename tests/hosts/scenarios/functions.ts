// Custom functions, by both routes.
import type { FunctionFailure } from '../../../workbench/emulator/function-calls.ts';
import { callDirectly, DeferredCalls } from '../../../workbench/emulator/functions.ts';
import { type Scenario, same, tick } from './scene.ts';

export const functions: Record<string, Scenario> = {
  '自定义函数：直接与经过运行时，结果一致': async ({ excel }) => {
    const { associate, Error: Failure, ErrorCode } = CustomFunctions;
    associate('EXECRATE', (actual: number, budget: number) => {
      if (budget === 0) throw new Failure(ErrorCode.divisionByZero, '没有预算');
      return actual / budget;
    });
    associate('TOTAL', (parts: number[][]) => parts.flat().reduce((a, b) => a + b, 0));
    associate('BOOM', () => {
      throw new Error('x');
    });
    await excel.functions.ready;
    const number = (name: string) => ({ name, type: 'number' });
    const rate = { id: 'EXECRATE', name: 'EXECRATE', parameters: [number('a'), number('b')] };
    const matrix = { ...number('parts'), dimensionality: 'matrix' };
    const total = { id: 'TOTAL', name: 'TOTAL', parameters: [matrix] };
    const boom = { id: 'BOOM', name: 'BOOM', parameters: [] };
    const missing = { id: 'GHOST', name: 'GHOST', parameters: [] };
    const calls = [
      [rate, [[[1]], 4], 0.25],
      [rate, [1, [[0]]], '#DIV/0!'],
      [rate, ['甲', 1], '#VALUE!'],
      [rate, ['#REF!', 1], '#REF!'],
      [
        total,
        [
          [
            [1, '2'],
            [null, true],
          ],
        ],
        4,
      ],
      [boom, [], '#VALUE!'],
    ] as const;
    let rounds = 0;
    const deferred = new DeferredCalls(excel.functions, () => {
      rounds++;
    });
    for (const [metadata, given] of calls) deferred.call(metadata, given);
    while (rounds === 0) await tick(50);
    for (const [metadata, given, expected] of calls) {
      same(callDirectly(globalThis, metadata, given), expected);
      same(deferred.call(metadata, given), expected);
    }
    same(callDirectly(globalThis, missing, []), '#NAME?');
    const failure = (await excel.functions.call('EXECRATE', [1, 0])) as FunctionFailure;
    same([failure.cellError, failure.message], ['#DIV/0!', '没有预算']);
  },
};
