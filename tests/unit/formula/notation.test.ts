// The notation case by case: what is read, how it prints, where and why it is refused, what it comes to.
import { describe, expect, it } from 'vitest';
import { conditionHolds, evaluate, linear, references } from '../../../src/formula/evaluate.ts';
import { parseFormula, parseRule } from '../../../src/formula/parse.ts';
import { printFormula, printPath, printRule } from '../../../src/formula/print.ts';
import { distance } from '../../../src/formula/relate.ts';
import { tokens } from '../../../src/formula/tokens.ts';
import type { Path, Relational } from '../../../src/formula/tree.ts';
import { ruleWords } from '../../../src/formula/words.ts';
import { type Exact, parseExact, toText } from '../../../src/measure/exact.ts';
import { around, point } from '../../../src/measure/interval.ts';

const number = (text: string): Exact => parseExact(text)!;
const formula = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
};
const refusal = (text: string, read: (t: string) => ReturnType<typeof parseRule>): string => {
  const parsed = read(text);
  return parsed.ok ? '读得懂' : parsed.problem.message;
};

describe('没有尽头的算式', () => {
  it.each([
    ['括号套括号', `甲 = ${'('.repeat(150)}1${')'.repeat(150)}`, '套得太深'],
    ['一串负号', `甲 = ${'-'.repeat(150)}1`, '套得太深'],
    ['几千项相加', `甲 = ${'1+'.repeat(3000)}1`, '太长'],
    ['十万个词', '甲 '.repeat(100_000), '太长'],
  ])('%s：说出来，不耗尽', (_, text, words) => {
    expect(refusal(text, parseRule)).toContain(words);
  });
});

describe('读算式', () => {
  it.each([
    ['表1: 甲 = 乙 = 丙', '表1: 甲 = 乙; 乙 = 丙'],
    ['表5、表8: 甲 ≤ 乙', '表5、表8: 甲 ≤ 乙'],
    ['注：27行＝（1＋2＋…＋8）行。', '27行 = (1+2+…+8)行'],
    ['甲 = 乙；丙 ≥ 丁；', '甲 = 乙; 丙 ≥ 丁'],
    ['甲 - (乙 - 丙) = 丁', '甲 - (乙 - 丙) = 丁'],
    ['甲 ÷ (乙 × 丙) = 丁', '甲 ÷ (乙 × 丙) = 丁'],
    ['(甲 + 乙) × 丙 = 丁', '(甲 + 乙) × 丙 = 丁'],
    ['-(甲 + 乙) = 丙', '-(甲 + 乙) = 丙'],
    ['上年.表1.甲 = 下级.表3.201类', '上年.表1.甲 = 下级.表3.201'],
    ['甲 = 档(乙; 90→10, 80→9)', '甲 = 档(乙; 90→10, 80→9)'],
    ['甲 = 若(乙 ≥ 1, 丙, 丁)', '甲 = 若(乙 ≥ 1, 丙, 丁)'],
    ['甲 ∈ 权重 × 档次', '甲 ∈ 权重 × 档次'],
    ['31行＋32行＋…＋56行 = 57行', '(31+32+…+56)行 = 57行'],
  ])('%s', (text, printed) => {
    const parsed = parseRule(text);
    expect(parsed.ok ? printRule(parsed.value) : parsed.problem.message).toBe(printed);
  });

  it.each([
    ['甲 乙', '此处应为“=”“≤”“≥”或“∈”'],
    ['', '没有算式'],
    ['甲 = 乙 )', '此处多出内容'],
    ['甲 = 价(乙)', '“价”不是函数；带括号的名称请写在「」中'],
    ['甲 = …', '“…”只能用于行次或栏次之间'],
    ['甲 = 乙 + …', '“…”只能用于行次或栏次之间'],
    ['甲 = ×', '此处应为名称、编码或级次'],
  ])('读不懂 %s', (text, said) => {
    expect(refusal(text, parseRule)).toBe(said);
  });

  it.each([
    '甲 = 档(乙)',
    '甲 = 档(乙; 90)',
    '甲 = 档(乙; 90→10',
    '甲 = min(乙',
    '甲 = (乙',
    '甲 = 档(乙, 90→10)',
  ])('缺一半的 %s 读不成', (text) => {
    expect(parseRule(text).ok).toBe(false);
  });

  it('单独的编码写作“类”，在表名之后不用', () => {
    const path = (text: string) => printPath(formula(text) as Path);
    expect(path('201类')).toBe('201类');
    expect(path('201类·基本支出')).toBe('201类·基本支出');
    expect(path('表3.201')).toBe('表3.201');
    expect(path('「3月」')).toBe('「3月」');
    expect(path('合计·「因公出国（境）费」')).toBe('合计·「因公出国（境）费」');
  });
});

describe('记号', () => {
  const said = (text: string) =>
    tokens(text)
      .map((t) => `${t.kind[0]}${t.at}:${t.text}`)
      .join(' ');
  it.each([
    ['甲＋乙－丙−丁–戊—己', 'n0:甲 s1:+ n2:乙 s3:- n4:丙 s5:- n6:丁 s7:- n8:戊 s9:- n10:己'],
    ['甲*乙＊丙／丁/戊', 'n0:甲 s1:× n2:乙 s3:× n4:丙 s5:÷ n6:丁 s7:÷ n8:戊'],
    ['甲＝乙≦丙⩽丁≧戊⩾己', 'n0:甲 s1:= n2:乙 s3:≤ n4:丙 s5:≤ n6:丁 s7:≥ n8:戊 s9:≥ n10:己'],
    ['甲<=乙＜＝丙>=丁＞=戊', 'n0:甲 s1:≤ n3:乙 s4:≤ n6:丙 s7:≥ n9:丁 s10:≥ n12:戊'],
    ['甲<乙＜丙>丁＞', 'n0:甲 s1:< n2:乙 s3:< n4:丙 s5:> n6:丁 s7:>'],
    ['90->10；80→9，', 'n0:90 s2:→ n4:10 s6:; n7:80 s9:→ n10:9 s11:,'],
    ['表1：甲・乙．丙', 'n0:表1 s2:: n3:甲 s4:· n5:乙 s6:. n7:丙'],
    ['１２．５％（3.）', 'n0:12.5 s4:% s5:( n6:3 s7:. s8:)'],
    ['1．2.3', 'n0:1.2 s3:. n4:3'],
    ['∑收入⋯…1...2…', 's0:Σ n1:收入 s3:… n5:1 s6:… n9:2 s10:…'],
    // Names cut by a break are one; what stands in brackets or after a number is not joined.
    ['本年\n收　入 合计', 'n0:本年收入合计'],
    ['甲 「乙」 丙', 'n0:甲 q2:乙 n6:丙'],
    ['3 月', 'n0:3 n2:月'],
    ['「甲 + 乙」。', 'q0:甲 + 乙'],
    ['甲「乙', 'n0:甲 s1:「 n2:乙'],
    ['甲」', 'n0:甲 s1:」'],
    ['甲。乙\u200b', 'n0:甲。乙'],
    ['甲3', 'n0:甲3'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('读到哪里', () => {
  const where = (text: string) => {
    const parsed = parseRule(text);
    return parsed.ok ? '读得懂' : `${parsed.problem.at} ${parsed.problem.message}`;
  };
  it.each([
    ['甲 =', '3 算式不完整'],
    ['甲 = 乙 )', '6 此处多出内容'],
    ['甲 = (乙', '6 此处应为“)”'],
    ['甲 = min 乙)', '9 此处多出内容'],
    ['甲 = min(乙', '9 此处应为“)”'],
    ['甲 = 档(乙, 1→2)', '7 此处应为“;”'],
    ['甲 = 档(乙; 1 2)', '11 此处应为“→”'],
    ['甲 = 档(乙; 1→2', '12 此处应为“)”'],
    ['甲 = Σ×', '5 此处应为名称、编码或级次'],
    ['表1: ', '4 没有算式'],
    ['注：', '2 没有算式'],
    ['甲·', '2 算式不完整'],
    [`甲 = ${'('.repeat(101)}1${')'.repeat(101)}`, '104 括号套得太深，请分成几条写'],
    [`甲 = ${'('.repeat(98)}1${')'.repeat(98)}`, '读得懂'],
    [`甲 = ${'(1)+'.repeat(150)}1`, '读得懂'],
    [`甲 = 1${'+1'.repeat(998)}`, '读得懂'],
    [`甲 = 1${'+1'.repeat(999)}`, '2002 算式太长，请分成几条写'],
    [`甲 = ${'乙'.repeat(9996)}`, '读得懂'],
    [`甲 = ${'乙'.repeat(9997)}`, '10000 算式太长，请分成几条写'],
  ])('%s', (text, expected) => {
    expect(where(text)).toBe(expected);
  });

  it('没有关系符的是算式，有的是规则', () => {
    expect(refusal('甲 = 乙', parseFormula as never)).toBe('此处多出内容');
    expect(refusal('甲 + 乙', parseFormula as never)).toBe('读得懂');
  });

  it('前缀里的表名、注和顿号', () => {
    const tables = (text: string) => {
      const parsed = parseRule(text);
      return parsed.ok ? parsed.value.tables : parsed.problem.message;
    };
    expect(tables('注：表1：甲 = 乙')).toEqual(['表1']);
    expect(tables('注、表1：甲 = 乙')).toEqual(['注', '表1']);
    expect(tables('甲 = 乙')).toEqual([]);
    expect(tables('表1、表2 = 乙')).toBe('此处应为“=”“≤”“≥”或“∈”');
  });

  it('路径的期间、表和各段', () => {
    const parts = (text: string) => {
      const { scope, table, parts } = formula(text) as Path;
      return [scope, table, ...parts.map((p) => (p.sum ? `Σ${p.name}` : p.name))];
    };
    expect(parts('上年.甲')).toEqual(['上年', undefined, '甲']);
    expect(parts('本年.甲')).toEqual(['本年', undefined, '甲']);
    expect(parts('下级.表1.甲·Σ乙')).toEqual(['下级', '表1', '甲', 'Σ乙']);
    expect(parts('表1.甲')).toEqual([undefined, '表1', '甲']);
    expect(parts('区.下级.表1.201类·Σ款')).toEqual(['区.下级', '表1', '201', 'Σ款']);
    expect(parts('甲·乙.丙')).toEqual([undefined, '甲·乙', '丙']);
  });

  it.each([
    ['(1-2+3)行', '(1-2+3)行'],
    ['1栏', '1栏'],
    ['(1)栏各行', '1栏各行'],
    ['5行 - (1+2)行', '5行 - (1+2)行'],
    ['9行 - 1行 - … - 8行', '(9-1-…-8)行'],
    ['9行 - (1-…-8)行', '9行 - (1-…-8)行'],
    ['9栏 - (1-2)栏 - … - 8栏', '(9-1+2-…-8)栏'],
    ['(1+2)', '1 + 2'],
    ['201类 + 3', '201类 + 3'],
    ['(1 + 2) × 3', '(1 + 2) × 3'],
    ['-(甲 × 乙)', '-(甲 × 乙)'],
    ['(-甲) × 乙', '(-甲) × 乙'],
    ['甲 × (-乙)', '甲 × (-乙)'],
    ['甲 + (-乙)', '甲 + (-乙)'],
    ['甲 × 乙 ÷ 丙', '甲 × 乙 ÷ 丙'],
    ['甲 + 乙 × 丙', '甲 + 乙 × 丙'],
    ['甲 - (乙 + 丙)', '甲 - (乙 + 丙)'],
    ['甲 - 乙 + 丙', '甲 - 乙 + 丙'],
    ['若(甲 ∈ 乙, 1%, max(1, 有(丙)))', '若(甲 ∈ 乙, 1%, max(1, 有(丙)))'],
  ])('%s 写成 %s', (text, printed) => {
    expect(printFormula(formula(text))).toBe(printed);
  });

  it.each([
    ['3月', '「3月」'],
    ['因公出国（境）费', '「因公出国（境）费」'],
    ['甲 乙', '「甲 乙」'],
    ['ΣA', '「ΣA」'],
    ['201', '表1.201'],
    ['甲201', '甲201'],
    ['201甲', '「201甲」'],
    ['收入合计', '收入合计'],
  ])('名称 %s 写成 %s', (name, printed) => {
    const table = printed.startsWith('表1') ? '表1' : undefined;
    const own: Path = {
      kind: 'path',
      ...(table && { table }),
      parts: [{ name, sum: false, quoted: false }],
    };
    expect(printPath(own)).toBe(printed);
  });
});

describe('算式的话', () => {
  const title = (id: string) => `《${id}》`;
  it.each([
    ['表3: 合计 = Σ类; 类 ≥ Σ款', undefined, '《表3》：合计 = 各类之和；类不小于各款之和'],
    ['表3: 合计 = Σ类', '《表3》', '合计 = 各类之和'],
    ['表3、表4: 合计 ≤ Σ各项支出', '《表3》', '《表3》、《表4》：合计不大于各项支出之和'],
    ['甲 = Σ单位 + Σ收入来源', undefined, '甲 = 各单位之和 + 各项收入来源之和'],
    ['上年.表1.甲·乙 = 下级.丙', undefined, '上年·《表1》·甲·乙 = 所属单位·丙'],
    ['本年.甲 = 区.表1.甲', undefined, '本年·甲 = 区·《表1》·甲'],
    ['甲 ∈ 乙', undefined, '甲在乙之内'],
    [
      '甲 = 若(乙 ≥ 1, 丙 + 1, 若(有(丁), 1, 2))',
      undefined,
      '甲 = 乙不小于1的为 （丙 + 1），否则为 （丁有数的为 1，否则为 2）',
    ],
    ['甲 = 进位(乙 - 丙, 2)', undefined, '甲 = （乙 - 丙）（四舍五入）'],
    ['甲 = 进位(乙 × 丙, 2)', undefined, '甲 = 乙 × 丙（四舍五入）'],
    ['甲 = min(乙, 丙 - 丁)', undefined, '甲 = 丙 - 丁，最多为乙'],
    ['甲 = min(1, 丙)', undefined, '甲 = 1、丙中较小的'],
    ['甲 = min(乙)', undefined, '甲 = 乙中较小的'],
    ['甲 = max(乙, 丙)', undefined, '甲 = 乙、丙中较大的'],
    ['甲 = 若(乙, 1)', undefined, '甲 = 乙、1中较大的'],
    ['甲 = (乙 + 丙) × (丁 - 戊)', undefined, '甲 = （乙 + 丙） × （丁 - 戊）'],
    ['甲 = 乙 - (丙 + 丁) - 戊', undefined, '甲 = 乙 - （丙 + 丁） - 戊'],
    ['甲 = -(乙 + 丙) - 若(丁, 1, 2)', undefined, '甲 = -（乙 + 丙） - （丁的为 1，否则为 2）'],
    ['甲 = -乙', undefined, '甲 = -乙'],
    ['甲 = 档(乙; 90→10, 80→9)', undefined, '甲 = 满 90 为10，满 80 为9'],
    ['8行 = (1+2)行', undefined, '8行 = (1+2)行'],
    ['每项 Σ收入来源 都 ≥ 0', undefined, '每项 各项收入来源之和 都不小于0'],
    ['写作“≥90”，也可以 ≤ 3 天', undefined, '写作“≥90”，也可以不大于3 天'],
  ])('%s', (says, own, words) => {
    expect(ruleWords(says, title, own)).toBe(words);
  });
});

describe('相差多少', () => {
  const wide = (text: string, half: string) => around(number(text), number(half));
  it.each<[Relational, [string, string], [string, string], string]>([
    // A value below takes its room upward and the right one's downward.
    ['=', ['10', '1'], ['13', '0.5'], '3 1.5'],
    ['=', ['13', '1'], ['10', '0.5'], '3 1.5'],
    ['≤', ['13', '1'], ['10', '0.5'], '3 1.5'],
    ['≤', ['10', '1'], ['13', '0.5'], '0 1.5'],
    ['≥', ['10', '1'], ['13', '0.5'], '3 1.5'],
    ['≥', ['13', '1'], ['10', '0.5'], '0 1.5'],
    ['∈', ['8', '1'], ['10', '1'], '1 1'],
    ['∈', ['12', '1'], ['10', '1'], '1 1'],
    ['∈', ['9', '1'], ['10', '1'], '0 1'],
    ['∈', ['11', '1'], ['10', '1'], '0 1'],
  ])('%s %s %s', (rel, left, right, expected) => {
    const { over, slack } = distance(rel, wide(...left), wide(...right));
    expect(`${toText(over)} ${toText(slack)}`).toBe(expected);
  });

  it('两边宽窄不一时，朝着对方的那一边算', () => {
    const uneven = (low: string, value: string, high: string) => ({
      value: number(value),
      low: number(low),
      high: number(high),
    });
    const slack = (rel: '=' | '∈', a: ReturnType<typeof uneven>, b: ReturnType<typeof uneven>) =>
      toText(distance(rel, a, b).slack);
    const [small, large] = [uneven('9', '10', '12'), uneven('16', '20', '28')];
    expect(slack('=', small, large)).toBe('6');
    expect(slack('=', large, small)).toBe('6');
    expect(slack('∈', small, large)).toBe('2');
    expect(slack('∈', large, small)).toBe('4');
    expect(slack('=', large, uneven('19', '20', '23'))).toBe('9');
  });
});

describe('算式求值', () => {
  const worth = (text: string, names: Readonly<Record<string, string>> = {}): string => {
    const outcome = evaluate(formula(text), (r) => {
      const value = names[printFormula(r)];
      return value === undefined
        ? { ok: false, why: '没有' }
        : { ok: true, value: point(number(value)), printed: value !== '0' };
    });
    return outcome.ok ? toText(outcome.value.value) : outcome.why;
  };

  it.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 - 2 - 3', '5'],
    ['12 ÷ 4 ÷ 3', '1'],
    ['-3 + 5', '2'],
    ['50% × 10', '5'],
    ['min(3, 1, 2)', '1'],
    ['max(3, 1, 2)', '3'],
    ['进位(2.345, 2)', '2.35'],
    ['若(2 ≥ 2, 1, 0)', '1'],
    ['若(2 ≤ 1, 1, 0)', '0'],
    ['若(3 ∈ 3, 1, 0)', '1'],
    ['档(90; 90→10, 80→9)', '10'],
    ['档(89.99; 90→10, 80→9)', '9'],
    ['档(79; 90→10, 80→9)', '0'],
    ['1 ÷ 0', '除数为零'],
  ])('%s = %s', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it.each([
    ['甲 + 1', '没有'],
    ['1 - 甲', '没有'],
    ['-甲', '没有'],
    ['min(1, 甲)', '没有'],
    ['若(甲 = 1, 1, 2)', '没有'],
    ['若(1 = 2, 1)', '“若”缺少取值'],
    ['档(甲; 1→2)', '没有'],
    ['档(1; 甲→2)', '没有'],
    ['档(1; 1→甲)', '没有'],
    ['档(1; 2→3, 1→4)', '4'],
    ['-(-2)', '2'],
    ['进位(2.5)', '3'],
    ['进位(155, -1)', '160'],
    ['进位(1 ÷ 3 × 500, -1)', '170'],
    ['进位(155, -15)', '0'],
    ['进位(155, 15)', '155'],
    ['进位(155, 16)', '“进位”的位数应为 -15 至 15 的整数'],
    ['进位(155, -16)', '“进位”的位数应为 -15 至 15 的整数'],
    ['进位(155, 0.5)', '“进位”的位数应为 -15 至 15 的整数'],
    ['5 ÷ 2', '2.5'],
    ['2 - 5%', '1.95'],
  ])('%s：%s', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it('除数是零或可能是零，一样除不成，话不一样', () => {
    const ask = (divisor: ReturnType<typeof around>) => {
      const outcome = evaluate(formula('1 ÷ 甲'), () => ({ ok: true, value: divisor }));
      return outcome.ok ? '除得成' : `${outcome.why} ${outcome.cause}`;
    };
    expect(ask(point(number('0')))).toBe('除数为零 no-quotient');
    expect(ask(around(number('0.1'), number('0.5')))).toBe('除数可能为零 no-quotient');
    expect(ask(around(number('1'), number('0.5')))).toBe('除得成');
  });

  it('若的条件里取数另说，其余照常；条件因舍入成立也是成立', () => {
    const asked: string[] = [];
    const outcome = evaluate(formula('若(甲 = 乙, 丙, 丁)'), (r, where) => {
      asked.push(`${printFormula(r)}${where ?? ''}`);
      return {
        ok: true,
        value: around(number(printFormula(r) === '乙' ? '1.01' : '1'), number('0.005')),
      };
    });
    expect(asked).toEqual(['甲condition', '乙condition', '丙']);
    expect(outcome.ok && toText(outcome.value.value)).toBe('1');
  });

  it('引用按阅读次序，各处都数到', () => {
    const seen = [...references(formula('-甲 + 若(乙 = 3行, 丁, 1) × 档(戊; 己→庚)'))];
    expect(seen.map(printFormula).join('')).toBe('甲乙3行丁戊己庚');
  });

  it('有(…)：印有数的、没有数的、找不到的', () => {
    expect(worth('有(甲)', { 甲: '1' })).toBe('1');
    expect(worth('有(甲)', { 甲: '0' })).toBe('0');
    expect(worth('有(甲)')).toBe('0');
  });

  it('条件在边上成立；算不出的不成立', () => {
    const condition = (text: string) => {
      const parsed = parseRule(text);
      return (
        parsed.ok && conditionHolds(parsed.value.relations, () => ({ ok: false, why: '没有' }))
      );
    };
    expect(condition('2 ∈ 2')).toBe(true);
    expect(condition('1 ≥ 1; 1 ≤ 1')).toBe(true);
    expect(condition('1 = 1; 1 = 2')).toBe(false);
    expect(condition('甲 = 1')).toBe(false);
    expect(condition('1 = 甲')).toBe(false);
  });

  it('线性算式带着各项的正负号', () => {
    const terms = (text: string) =>
      linear(formula(text))?.map((t) => `${t.sign > 0 ? '+' : '-'}${printFormula(t.reference)}`);
    expect(terms('甲 - (乙 - 丙)')).toEqual(['+甲', '-乙', '+丙']);
    expect(terms('-(甲 + 乙)')).toEqual(['-甲', '-乙']);
    expect(terms('甲 + 0')).toEqual(['+甲']);
    expect(terms('甲 + 1')).toBeUndefined();
    expect(terms('1 + 甲')).toBeUndefined();
    expect(terms('甲 - 3行')).toEqual(['+甲', '-3行']);
    expect(terms('甲 ÷ 乙')).toBeUndefined();
    expect(terms('min(甲, 乙)')).toBeUndefined();
    const node = formula('甲 - 乙');
    expect(linear(node)).toBe(linear(node));
    expect(terms('甲 × 乙')).toBeUndefined();
  });
});
