// Intervals at their edges: what touches, what crosses zero, what changes places.
import { describe, expect, it } from 'vitest';
import { parseExact, toText } from '../../../src/measure/exact.ts';
import {
  add,
  around,
  contains,
  type Interval,
  isPoint,
  magnitude,
  moved,
  multiply,
  overlaps,
  point,
  quotient,
  reachOf,
  risingAll,
  roundedTo,
  shifted,
  subtract,
  sumOfAll,
  upright,
} from '../../../src/measure/interval.ts';

const n = (text: string) => parseExact(text)!;
const i = (value: string, half: string): Interval => around(n(value), n(half));
const said = (x: Interval | undefined) =>
  x && [x.value, x.low, x.high].map((e) => Number(toText(e)));
const [one, two] = [i('1', '0.5'), i('2', '0.5')];

describe('区间', () => {
  it.each<[string, Interval | undefined, number[] | undefined]>([
    ['半位写成负数也一样宽', i('1', '-0.5'), [1, 0.5, 1.5]],
    ['和', add(one, two), [3, 2, 4]],
    ['差', subtract(one, two), [-1, -2, 0]],
    ['平移', moved(one, n('3')), [4, 3.5, 4.5]],
    ['负数翻正', upright(i('-1', '0.5')), [1, 0.5, 1.5]],
    ['正数不翻', upright(i('0.2', '0.5')), [0.2, -0.3, 0.7]],
    ['整个在零下才取绝对值', magnitude(i('-1', '0.5')), [1, 0.5, 1.5]],
    ['够得着零的不取', magnitude(i('-1', '1')), [-1, -2, 0]],
    ['合计', sumOfAll([one, two, two]), [5, 3.5, 6.5]],
    ['一个也没有', sumOfAll([]), [0, 0, 0]],
    ['几个一起', risingAll([one, two], (xs) => xs[1]!), [2, 1.5, 2.5]],
    ['积', multiply(i('-1', '0.5'), two), [-2, -3.75, -0.75]],
    ['商', quotient(point(n('3')), i('2', '0.5')), [1.5, 1.2, 2]],
    ['除数是零', quotient(one, point(n('0'))), undefined],
    ['除数可能是零', quotient(one, i('0.2', '0.5')), undefined],
    ['十倍', shifted(one, 1), [10, 5, 15]],
    ['舍入', roundedTo(i('1.26', '0.02'), 1), [1.3, 1.2, 1.3]],
  ])('%s', (_, seen, expected) => {
    expect(said(seen)).toEqual(expected);
  });

  it('碰到边也算，过了不算', () => {
    expect([contains(one, n('0.5')), contains(one, n('1.5'))]).toEqual([true, true]);
    expect([contains(one, n('0.4')), contains(one, n('1.6'))]).toEqual([false, false]);
    expect([overlaps(one, two), overlaps(two, one)]).toEqual([true, true]);
    const three = i('3', '0.4');
    expect([overlaps(one, three), overlaps(three, one)]).toEqual([false, false]);
  });

  it('宽度取远的一边；没有宽度的是一个点', () => {
    const uneven = { value: n('1'), low: n('0.8'), high: n('1.1') };
    const other = { value: n('1'), low: n('0.9'), high: n('1.3') };
    expect([uneven, other].map((x) => toText(reachOf(x)))).toEqual(['0.2', '0.3']);
    expect([isPoint(point(n('1'))), isPoint(one)]).toEqual([true, false]);
  });
});
