// What a workbook carries of the user's: explanations and what is ignored; and which declarations are in force.
import { describe, expect, it } from 'vitest';
import { type Declaration, inForce } from '../../../src/assertions/declaration.ts';
import {
  type Explanation,
  explained,
  explanationOf,
  isAbout,
  keptIn,
} from '../../../src/assertions/explained.ts';
import {
  type Finding,
  SEVERITY_NAMES,
  SLIP_NAMES,
  VERDICT_NAMES,
} from '../../../src/assertions/finding.ts';
import {
  ignoringOf,
  ignoringsIn,
  isIgnoring,
  isSameIgnoring,
  withIgnored,
} from '../../../src/assertions/ignored.ts';

const finding = (own: Partial<Finding> = {}): Finding => ({
  ...{ rule: 'A1', verdict: 'broken', severity: 'error', cause: 'differs', title: '题' },
  ...{ says: '甲 = 乙', basis: '依据', message: '差', explained: false },
  ...{ stated: '3.00', expected: '2.00' },
  cells: [{ sheet: '表一', address: 'B6', value: '3.00', role: 'stated', label: '甲' }],
  ...own,
});
const remark = finding({ rule: 'D1', cells: [], sheet: '表二' });
delete (remark as { stated?: string }).stated;

describe('出错说明', () => {
  const own = explanationOf(finding({ part: 2 }), ' 会计差错更正 ');

  it('记下规则、位置和当时的数', () => {
    expect(own).toEqual({
      ...{ rule: 'A1', part: 2, sheet: '表一', address: 'B6' },
      ...{ stated: '3.00', expected: '2.00', text: ' 会计差错更正 ' },
    });
    const bare = explanationOf(remark, '说明');
    expect(bare).toEqual({
      rule: 'D1',
      sheet: '表二',
      address: '',
      expected: '2.00',
      text: '说明',
    });
    expect(Object.keys(bare)).not.toContain('part');
    expect(explanationOf(finding({ cells: [] }), '说明').sheet).toBe('');
    const open = finding();
    delete (open as { expected?: string }).expected;
    expect('expected' in explanationOf(open, '说明')).toBe(false);
  });

  it.each<[string, Partial<Explanation>, boolean]>([
    ['同一处', {}, true],
    ['别的规则', { rule: 'A2' }, false],
    ['别的关系', { part: 1 }, false],
    ['别的表', { sheet: '表二' }, false],
    ['别的格', { address: 'B7' }, false],
    ['数变了也还是这一处', { stated: '4.00' }, true],
  ])('%s', (_, change, expected) => {
    expect(isAbout({ ...own, ...change }, finding({ part: 2 }))).toBe(expected);
  });

  it.each<[string, Partial<Explanation>, Partial<Finding>, string | undefined]>([
    ['数没变的有效', {}, {}, '会计差错更正'],
    ['所印的数变了', { stated: '4.00' }, {}, undefined],
    ['应为的数变了', { expected: '4.00' }, {}, undefined],
    ['没有写字', { text: '  ' }, {}, undefined],
    ['相符的不用说明', {}, { verdict: 'exact' }, undefined],
    ['别处的说明', { address: 'C1' }, {}, undefined],
  ])('%s', (_, change, state, text) => {
    const [one] = explained([finding({ part: 2, ...state })], {
      explanations: [
        { ...own, rule: 'A9' },
        { ...own, ...change },
      ],
    });
    expect([one!.explained, one!.explanation]).toEqual([text !== undefined, text]);
  });

  it('没有说明时原样给出', () => {
    const all = [finding()];
    expect(explained(all, { explanations: [] })).toEqual(all);
  });

  it('读得懂的各条留下，别的不管', () => {
    const entry = { rule: 'A1', sheet: '表一', address: 'B6', text: '说明' };
    const kept = (json: string | undefined) => keptIn(json).explanations;
    expect(kept(undefined)).toEqual([]);
    expect(kept('')).toEqual([]);
    expect(kept('{')).toEqual([]);
    expect(kept('null')).toEqual([]);
    expect(kept('{"explanations": 3}')).toEqual([]);
    const without = (key: string) => ({ ...entry, [key]: 7 });
    const list = [entry, null, 3, ...Object.keys(entry).map(without)];
    expect(kept(JSON.stringify({ explanations: list }))).toEqual([entry]);
  });
});

describe('忽略', () => {
  const one = ignoringOf(finding({ part: 2 }), '已报批');

  it('记下这一条当时的样子', () => {
    expect(one).toEqual({
      ...{ rule: 'A1', part: 2, sheet: '表一', address: 'B6', reason: '已报批' },
      ...{ stated: '3.00', expected: '2.00' },
    });
    const bare = ignoringOf(remark, '不管');
    expect(bare).toEqual({
      rule: 'D1',
      sheet: '表二',
      address: '',
      expected: '2.00',
      reason: '不管',
    });
    expect([Object.keys(bare).includes('part'), Object.keys(bare).includes('stated')]).toEqual([
      ...[false, false],
    ]);
    expect(ignoringOf(finding({ cells: [] }), '不管').sheet).toBe('');
    const open = finding();
    delete (open as { expected?: string }).expected;
    expect('expected' in ignoringOf(open, '不管')).toBe(false);
  });

  it.each<[string, Partial<typeof one>, boolean]>([
    ['同样的数', {}, true],
    ['别的规则', { rule: 'A2' }, false],
    ['整条规则', { sheet: undefined, part: undefined, address: undefined }, true],
    ['别的关系', { part: 1 }, false],
    ['别的表', { sheet: '表二' }, false],
    ['别的格', { address: 'B7' }, false],
    ['数变了', { stated: '4.00' }, false],
    ['应为的数变了', { expected: '4.00' }, false],
  ])('%s', (_, change, expected) => {
    expect(isIgnoring({ ...one, ...change }, finding({ part: 2 }))).toBe(expected);
  });

  it('同一处的两条是同一条，不论数和理由', () => {
    const same = (change: object) => isSameIgnoring(one, { ...one, ...change });
    expect(same({ stated: '9.00', reason: '别的' })).toBe(true);
    const changes = [{ rule: 'A2' }, { part: 1 }, { sheet: '表二' }, { address: 'B7' }];
    expect(changes.map(same)).toEqual([false, false, false, false]);
  });

  it('附在结论旁；相符的不附', () => {
    const told = (f: Finding, ...all: (typeof one)[]) => withIgnored([f], all)[0]!.ignored;
    expect(told(finding({ part: 2 }), { ...one, rule: 'A9' }, one)).toBe('已报批');
    expect(told(finding({ part: 2, verdict: 'exact' }), one)).toBeUndefined();
    expect(told(finding({ part: 2, verdict: 'rounding' }), one)).toBe('已报批');
    expect(told(finding())).toBeUndefined();
    expect(withIgnored([finding()], [])).toEqual([finding()]);
    expect('ignored' in withIgnored([finding()], [one])[0]!).toBe(false);
  });

  it('读得懂的各条留下，没有理由的不算', () => {
    const entry = { rule: 'A1', reason: '已报批' };
    expect([undefined, '', '{', 'null', '{"ignored": 3}'].map(ignoringsIn)).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    const list = [
      entry,
      null,
      { rule: 'A1' },
      { reason: '已' },
      { rule: 'A1', reason: ' ' },
      { rule: 1, reason: '已' },
    ];
    expect(ignoringsIn(JSON.stringify({ ignored: list }))).toEqual([entry]);
  });
});

describe('现行条目', () => {
  const rule = (own: Partial<Declaration> = {}): Declaration => ({
    ...{ id: 'A1', title: '题', basis: '依据', since: 2020, severity: 'error' as const },
    ...own,
  });
  const titles = (all: readonly Declaration[], year?: number, ...region: string[]) =>
    inForce(all, { year, region })
      .map((d) => d.title)
      .join(' ');
  const of = (title: string, own: Partial<Declaration> = {}) => rule({ title, ...own });

  it('年度两头都算；没有年度的按最新的', () => {
    const all = [of('旧', { until: 2022 }), of('新', { since: 2023 })];
    expect([2019, 2020, 2022, 2023].map((year) => titles(all, year))).toEqual([
      '',
      '旧',
      '旧',
      '新',
    ]);
    expect(titles(all)).toBe('新');
    expect(titles([of('旧', { until: 2022 })])).toBe('');
  });

  it('地方的先于全国的，小地方的先于大地方的，次序不论', () => {
    const all = [of('国'), of('省', { region: '甲省' }), of('市', { region: '甲省/乙市' })];
    for (const list of [all, [...all].reverse()]) {
      expect(titles(list, 2024)).toBe('国');
      expect(titles(list, 2024, '甲省')).toBe('省');
      expect(titles(list, 2024, '甲省', '乙市', '丙区')).toBe('市');
      expect(titles(list, 2024, '甲省', '丁市')).toBe('省');
      expect(titles(list, 2024, '戊省', '乙市')).toBe('国');
    }
    expect(titles([of('省', { region: '甲省' })], 2024, '乙省')).toBe('');
  });

  it('自定的先于任何地方的；停用的不用', () => {
    const own = of('自', { own: true });
    const city = of('市', { region: '甲省/乙市' });
    expect(titles([city, own], 2024, '甲省', '乙市')).toBe('自');
    expect(titles([own, city], 2024, '甲省', '乙市')).toBe('自');
    expect(titles([city, of('停', { own: true, off: true })], 2024, '甲省', '乙市')).toBe('');
    expect(titles([of('国'), of('别', { id: 'A2' })], 2024)).toBe('国 别');
  });

  it('同样具体的两条：目录错了', () => {
    expect(() => titles([of('一'), of('二')], 2024)).toThrow(
      '规程条目 A1 在同一年度、同一地区有两条',
    );
    expect(titles([of('一', { until: 2022 }), of('二', { since: 2023 })], 2024)).toBe('二');
  });
});

it('结论、严重程度和错误类型都有名称', () => {
  for (const names of [VERDICT_NAMES, SEVERITY_NAMES, SLIP_NAMES])
    expect(Object.values(names).every((name) => /^\p{Script=Han}/u.test(name))).toBe(true);
});
