// Exact numbers, quantities, ratios and number formats at their edges; memories with a bound.
import { describe, expect, it } from 'vitest';
import {
  Decimal,
  decimalsOf,
  divide,
  type Exact,
  equal,
  exact,
  fromDouble,
  greatest,
  isOnGrid,
  isZero,
  least,
  minus,
  negate,
  parseExact,
  plus,
  round,
  shift,
  sign,
  times,
  toDouble,
  toText,
} from '../../../src/measure/exact.ts';
import { limitMemories, Memory } from '../../../src/measure/memory.ts';
import { once } from '../../../src/measure/once.ts';
import { chineseOrdinal } from '../../../src/measure/ordinal.ts';
import {
  convert,
  decimalsOfUnit,
  halfOf,
  intervalIn,
  intervalOf,
  isMoney,
  powerBetween,
  quantity,
  valueOf,
} from '../../../src/measure/quantity.ts';
import {
  chineseAmount,
  executionRate,
  growth,
  share,
  total,
  totals,
  weightedMean,
} from '../../../src/measure/ratios.ts';
import { shownDecimals, shownScale } from '../../../src/measure/shown.ts';

const n = (text: string): Exact => parseExact(text)!;
const t = (x: Exact | undefined, decimals = 0) => (x ? toText(x, decimals) : '没有');
/** `5e-2` for five hundredths on the grid, `D0.1…` for what lies off it. */
const held = (x: Exact | undefined) =>
  !x ? '没有' : isOnGrid(x) ? `${x.units}e-${x.decimals}` : `D${x.toString()}`;
const BIG = '9007199254740991';

describe('准确数', () => {
  it.each([
    ['12.50', '1250e-2'],
    ['-12.5', '-125e-1'],
    ['+3', '3e-0'],
    ['.5', '5e-1'],
    ['5.', '5e-0'],
    ['-0.00', '0e-2'],
    [BIG, `${BIG}e-0`],
    ['9007199254740992', 'D9007199254740992'],
    ['0.000000000000001', '1e-15'],
    ['0.0000000000000001', 'D0.0000000000000001'],
    ['', '没有'],
    ['.', '没有'],
    ['1,000', '没有'],
    ['1e3', '没有'],
    ['1.2.3', '没有'],
    ['x1', '没有'],
    ['1x', '没有'],
  ])('读 %s', (text, expected) => {
    expect(held(parseExact(text))).toBe(expected);
  });

  it.each<[number, string]>([
    [12.5, '1250e-2'],
    [0.1 + 0.2, '30e-2'],
    [1.005, '1005e-3'],
    [-1.2345, '-12345e-4'],
    [0.12345678, '12345678e-8'],
    [0.123456789, '123456789e-9'],
    // What sums of doubles leave behind is nothing.
    [1e-12, '0e-2'],
    [123456789.123456, '123456789123456e-6'],
    [1234567890.123456, '123456789012346e-5'],
    [1e13, '1000000000000000e-2'],
    [3e13, '30000000000000e-0'],
    [1e22, 'D10000000000000000000000'],
    [0, '0e-2'],
    [-0, '0e-2'],
    [1 / 3, '333333333333333e-15'],
    [1 / 30, 'D0.0333333333333333'],
  ])('单元格里的 %d', (x, expected) => {
    expect(held(fromDouble(x))).toBe(expected);
  });

  it('超出整数的，改用小数，回得来就回来', () => {
    expect(held(exact(2 ** 60, 2))).toBe('D11529215046068470');
    expect(held(plus(n(BIG), n('1')))).toBe('D9007199254740992');
    expect(held(minus(n('9007199254740992'), n('2')))).toBe('9007199254740990e-0');
    expect(held(minus(n(`-${BIG}`), n('2')))).toBe('D-9007199254740993');
    expect(held(times(n('94906267'), n('94906267')))).toBe('D9007199515875289');
    expect(held(times(n('9007199254740992'), n('0.5')))).toBe('4503599627370496e-0');
    expect(held(negate(n('9007199254740992')))).toBe('D-9007199254740992');
    expect(held(negate(exact(0, 2)))).toBe('0e-2');
  });

  it('和留着两边的位数；零不加位数也不少位数', () => {
    expect(held(plus(n('1.5'), n('2.25')))).toBe('375e-2');
    expect(held(plus(n('2.25'), n('1.5')))).toBe('375e-2');
    expect(held(plus(n('0.00'), n('1')))).toBe('100e-2');
    expect(held(plus(n('1'), n('0.00')))).toBe('100e-2');
    expect(held(plus(n('0'), n('1.5')))).toBe('15e-1');
    expect(held(minus(n('1.50'), n('0.25')))).toBe('125e-2');
    expect(held(minus(n('1.5'), n('0.25')))).toBe('125e-2');
    expect(held(times(n('1.5'), n('0.25')))).toBe('375e-3');
    // Noughts at the end stay: they are digits that were printed.
    expect(held(plus(n('1.50'), n('0.50')))).toBe('200e-2');
    expect(held(plus(n('1.5'), n('0.50')))).toBe('200e-2');
    expect(held(minus(n('1.50'), n('0.50')))).toBe('100e-2');
    expect(held(minus(n('1.5'), n('0.50')))).toBe('100e-2');
    expect(held(times(n('1.5'), n('0.4')))).toBe('60e-2');
    expect(held(shift(n('1.50'), -1))).toBe('150e-3');
    expect(held(round(n('2.304'), 2))).toBe('230e-2');
    expect(held(round(n('-1.996'), 2))).toBe('-200e-2');
  });

  it('移位', () => {
    const cases = [
      [n('12.34'), 2, '1234e-0'],
      [n('12.34'), 1, '1234e-1'],
      [n('12.34'), 4, '123400e-0'],
      [n('12.34'), -4, '1234e-6'],
      [n('1'), -15, '1e-15'],
      [n('1'), -16, 'D0.0000000000000001'],
      [n('1'), 15, '1000000000000000e-0'],
      [n('9'), 15, '9000000000000000e-0'],
      [n('10'), 15, 'D10000000000000000'],
      [n('9007199254740992'), -1, '9007199254740992e-1'],
    ] as const;
    expect(cases.slice(0, 9).map(([x, by]) => held(shift(x, by)))).toEqual(
      cases.slice(0, 9).map((c) => c[2]),
    );
    expect(t(shift(n('9007199254740992'), -1))).toBe('900719925474099.2');
  });

  it('四舍五入远离零；位数够的不动', () => {
    const rounded = (text: string, d: number) => t(round(n(text), d));
    expect(rounded('2.345', 2)).toBe('2.35');
    expect(rounded('2.3449', 2)).toBe('2.34');
    expect(rounded('-2.345', 2)).toBe('-2.35');
    expect(rounded('-2.3449', 2)).toBe('-2.34');
    expect(held(round(n('2.30'), 2))).toBe('230e-2');
    expect(held(round(n('2.3'), 2))).toBe('23e-1');
    expect(rounded('155', -1)).toBe('160');
    expect(held(round(divide(n('2'), n('3'))!, 2))).toBe('67e-2');
    expect(held(round(n('0.000000000000005'), -1))).toBe('0e-0');
  });

  it('比大小：位数不同也比得', () => {
    expect([equal(n('1.5'), n('1.50')), equal(n('1.5'), n('1.51'))]).toEqual([true, false]);
    expect([t(least(n('1'), n('2'))), t(greatest(n('1'), n('2')))]).toEqual(['1', '2']);
    expect([t(least(n('2'), n('1'))), t(greatest(n('2'), n('1')))]).toEqual(['1', '2']);
    expect(held(least(n('1.0'), n('1')))).toBe('10e-1');
    expect(held(greatest(n('1.0'), n('1')))).toBe('10e-1');
    const off = divide(n('1'), n('3'))!;
    expect([sign(off), sign(negate(off)), sign(new Decimal(0))]).toEqual([1, -1, 0]);
    expect([isZero(n('0.00')), isZero(new Decimal(-0)), isZero(off)]).toEqual([true, true, false]);
  });

  it('写成数字：至少这么多位，多余的零不写，不用科学记数', () => {
    expect(t(n('1.500'))).toBe('1.5');
    expect(t(n('1.500'), 2)).toBe('1.50');
    expect(t(n('1.500'), 4)).toBe('1.5000');
    expect(t(n('100'))).toBe('100');
    expect(t(n('-0.05'))).toBe('-0.05');
    expect(t(n('0.000'))).toBe('0');
    expect(t(n('0.05'), 3)).toBe('0.050');
    expect(t(n('0.0000000000000000000001'))).toBe('0.0000000000000000000001');
    expect(t(new Decimal('12345678901234567890.5'), 2)).toBe('12345678901234567890.50');
    expect(t(divide(n('1'), n('3')))).toBe(`0.${'3'.repeat(40)}`);
    expect([n('1.50'), n('100'), n('0.00'), n('1.05')].map(decimalsOf)).toEqual([1, 0, 0, 2]);
    expect(decimalsOf(new Decimal('0.12345678901234567'))).toBe(17);
    expect(toDouble(n('12.34'))).toBe(12.34);
  });
});

describe('数值', () => {
  it('写在几位小数的栏里：栏的位数，多出的位数照留', () => {
    const of = (text: string, decimals = 2) => {
      const own = quantity(n(text), '万元', decimals);
      return own && `${own.units}e-${own.decimals}`;
    };
    expect(of('1.5')).toBe('150e-2');
    expect(of('1.5000')).toBe('150e-2');
    expect(of('1.2345')).toBe('12345e-4');
    expect(of('1.2340')).toBe('1234e-3');
    expect(of('100', 0)).toBe('100e-0');
    expect(of('9007199254740992')).toBeUndefined();
    expect(of(BIG)).toBeUndefined();
    expect(of('90071992547409.91')).toBe('9007199254740991e-2');
  });

  it('元和个数没有尾差，万元、比率、得分有', () => {
    const half = (unit: string) => t(halfOf(quantity(n('1.5'), unit, 2)!));
    expect(['元', '人', '万元', '%', '分', '亿元'].map(half)).toEqual([
      ...['0', '0', '0.005', '0.005', '0.005', '0.005'],
    ]);
    expect(['元', '万元', '亿元', '%', '分', '人'].map(decimalsOfUnit)).toEqual([2, 2, 4, 0, 0, 0]);
    expect(['元', '百元', '千万元', '%', '人'].filter(isMoney)).toEqual(['元', '百元', '千万元']);
  });

  it.each([
    ['百元', 2],
    ['千元', 3],
    ['万元', 4],
    ['百万元', 6],
    ['千万元', 7],
    ['亿元', 8],
  ])('一%s是 10 的 %i 次方元', (unit, power) => {
    expect(powerBetween(unit, '元')).toBe(power);
    const own = convert(quantity(n('1.00'), unit, 2)!, '元')!;
    expect([t(own.value), t(own.half)]).toEqual([
      t(shift(n('1'), power)),
      t(shift(n('0.005'), power)),
    ]);
  });

  it('金额之间才换算', () => {
    const q = quantity(n('2.50'), '万元', 2)!;
    const people = quantity(n('3'), '人', 0)!;
    expect(convert(q, '人')).toBeUndefined();
    expect(convert(people, '元')).toBeUndefined();
    expect(intervalIn(q, '人')).toBeUndefined();
    expect(t(convert(people, '人')!.value)).toBe('3');
    expect([powerBetween('人', '元'), powerBetween('元', '人')]).toEqual([0, 0]);
    expect(t(valueOf(q))).toBe('2.5');
    const [own, yuan] = [intervalOf(q), intervalIn(q, '元')!];
    expect([t(own.low), t(own.high), t(yuan.low), t(yuan.high)]).toEqual([
      ...['2.495', '2.505', '24950', '25050'],
    ]);
  });
});

describe('比率与合计', () => {
  it('执行率、占比、增长率', () => {
    expect([t(executionRate(n('200'), n('150'))), t(executionRate(n('0'), n('1')))]).toEqual([
      ...['0.75', '没有'],
    ]);
    expect([t(share(n('1'), n('4'))), t(share(n('1'), n('0')))]).toEqual(['0.25', '没有']);
    expect([t(growth(n('150'), n('100'))), t(growth(n('50'), n('-100')))]).toEqual(['0.5', '1.5']);
    expect(t(growth(n('1'), n('0')))).toBe('没有');
  });

  it('合计核对：逐位相等，或者各数舍入之和以内', () => {
    expect([t(total([])), t(total([n('1.5'), n('2.25')]))]).toEqual(['0', '3.75']);
    const sums = (sum: string, decimals?: number) => totals(n(sum), [n('1.1'), n('2.2')], decimals);
    expect([sums('3.3'), sums('3.4'), sums('3.30')]).toEqual([true, false, true]);
    // Three numbers of one digit each: 0.15 together.
    expect([sums('3.45', 1), sums('3.15', 1), sums('3.46', 1), sums('3.14', 1)]).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it('加权平均', () => {
    expect(t(weightedMean([n('80'), n('90')], [n('1'), n('3')]))).toBe('87.5');
    expect(t(weightedMean([n('80'), n('90')], [n('1')]))).toBe('80');
    expect(t(weightedMean([n('80')], [n('0')]))).toBe('没有');
  });

  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.004', '零元整'],
    ['1', '壹元整'],
    ['1.05', '壹元零伍分'],
    ['1.20', '壹元贰角整'],
    ['1.23', '壹元贰角叁分'],
    ['-1.2', '负壹元贰角整'],
    ['10', '壹拾元整'],
    ['101', '壹佰零壹元整'],
    ['1001', '壹仟零壹元整'],
    ['1010', '壹仟零壹拾元整'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['101000', '壹拾万壹仟元整'],
    ['100100', '壹拾万零壹佰元整'],
    ['100000001', '壹亿零壹元整'],
    ['123456789.12', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分'],
    ['1000000000000', '壹万亿元整'],
    ['9999999999999.99', '玖万亿玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['10000000000000', '没有'],
    ['100000000000000000', '没有'],
  ])('大写 %s', (text, words) => {
    expect(chineseAmount(n(text)) ?? '没有').toBe(words);
  });

  it.each([
    [0, ''],
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [26, '二十六'],
    [34, '三十四'],
    [58, '五十八'],
    [77, '七十七'],
    [99, '九十九'],
  ])('序号 %i', (number, words) => {
    expect(chineseOrdinal(number)).toBe(words);
  });
});

describe('数字格式', () => {
  it.each<[string | undefined, number, number | undefined]>([
    [undefined, 0, undefined],
    ['General', 0, undefined],
    ['@', 0, undefined],
    ['', 0, undefined],
    ['0', 0, 0],
    ['0.00', 0, 2],
    ['#,##0.00', 0, 2],
    ['0.0?#', 0, 3],
    ['0%', 2, 0],
    ['0.00%', 2, 2],
    // 元 as 万元 by a point printed before the last four digits.
    ['0!.0000', -4, 4],
    ['0\\.0000', -4, 4],
    ['0!.00,', -5, 2],
    ['0!.0,,', -7, 1],
    ['#,##0,', -3, 0],
    ['#,##0.00,,', -6, 2],
    ['0,"千元"', -3, 0],
    ['0.00,;-0.00,', -3, 2],
    ['0,%', -1, 0],
    // Literals, colours, blanks as wide as a sign and further sections say nothing.
    ['0.0"0.00%"', 0, 1],
    ['[红色][>100]0.0', 0, 1],
    ['[>0.00]0.0', 0, 1],
    ['[红色]0', 0, 0],
    ['_(* #,##0.00_);_(* (#,##0.00)', 0, 2],
    ['0.0_%', 0, 1],
    ['0.0;0.000%', 0, 1],
    ['"a;b"0.000;0', 0, 3],
    ['0.0!%', 0, 1],
    ['0\\%', 0, 0],
    ['yyyy"年"', 0, undefined],
    ['"0.00"', 0, undefined],
    ['[h]:mm', 0, undefined],
    ['#.##', 0, 2],
  ])('%s', (format, scale, decimals) => {
    expect([shownScale(format), shownDecimals(format)]).toEqual([scale, decimals]);
  });
});

describe('有限记忆', () => {
  it('装满两回，没有再问过的就忘了；问过的还在', () => {
    const memory = new Memory<number>(2);
    memory.keep('甲', 1);
    memory.keep('乙', 2);
    expect([memory.recall('甲'), memory.recall('丁')]).toEqual([1, undefined]);
    memory.keep('丙', 3);
    expect(memory.recall('甲')).toBe(1);
    memory.keep('丁', 4);
    memory.keep('戊', 5);
    expect([memory.recall('乙'), memory.recall('甲')]).toEqual([undefined, 1]);
  });

  it('按重量计', () => {
    const memory = new Memory<string>(4, (value) => value.length);
    memory.keep('甲', '一二三四');
    memory.keep('乙', '一');
    expect(memory.recall('甲')).toBe('一二三四');
    memory.keep('丙', '一');
    memory.keep('丁', '一');
    expect([memory.recall('乙'), memory.recall('丙')]).toEqual(['一', '一']);
  });

  it('算一回，记住；都忘了就再算；一个也不许记，回回都算', () => {
    let worked = 0;
    const memory = new Memory<number>(9);
    const ask = () => memory.of('甲', () => (worked += 1));
    expect([ask(), ask()]).toEqual([1, 1]);
    limitMemories();
    expect([ask(), ask()]).toEqual([2, 2]);
    limitMemories(0);
    expect([ask(), ask()]).toEqual([3, 4]);
    limitMemories(1);
    memory.keep('乙', 7);
    memory.keep('丙', 8);
    memory.keep('丁', 9);
    expect([memory.recall('乙'), memory.recall('丁')]).toEqual([undefined, 9]);
    limitMemories();
  });

  it('同一段话只算一回，没有结果的也是；太长的不记', () => {
    const asked: string[] = [];
    const length = once((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    }, 4);
    const long = '长'.repeat(200);
    expect([length('甲'), length('甲'), length(''), length('')]).toEqual([
      1,
      1,
      undefined,
      undefined,
    ]);
    expect([length(long), length(long)]).toEqual([200, 200]);
    expect(asked).toEqual(['甲', '', long]);
    length(`${long}长`);
    length(`${long}长`);
    expect(asked).toHaveLength(5);
  });
});
