// 算式可还原: parse(print(f)) = f over drawn trees, and however the notation is typed it means the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { parseFormula, parseRule } from '../../src/formula/parse.ts';
import { printFormula, printRule } from '../../src/formula/print.ts';
import type { Node, NumberedItem, Path, PathPart, Relation, Rule } from '../../src/formula/tree.ts';

const NAMES = [
  '本年收入合计',
  '财政拨款收入',
  '款',
  '项',
  '人员经费合计',
  '年末结转和结余',
  '得分',
];
const QUOTED = ['因公出国（境）费', '收入=支出', '甲 + 乙', '1至5岁', 'A·B', '注：一、二'];
const AXES = ['行', '栏', '栏各行'] as const;

const plainPart = fc
  .constantFrom(...NAMES)
  .map((name): PathPart => ({ name, sum: false, quoted: false }));
const quotedPart = fc
  .constantFrom(...QUOTED)
  .map((name): PathPart => ({ name, sum: false, quoted: true }));
const sumPart = fc
  .constantFrom('收入来源', '类', '资金')
  .map((name): PathPart => ({ name, sum: true, quoted: false }));
const codePart = fc
  .constantFrom('201', '20101', '2010101')
  .map((name): PathPart => ({ name, sum: false, quoted: false }));
const part = fc.oneof(plainPart, quotedPart, sumPart, codePart);

const path = fc
  .record({
    scope: fc.option(fc.constantFrom('上年', '下级'), { nil: undefined }),
    table: fc.option(fc.constantFrom('表1', '表4', '表9', '项目自评'), { nil: undefined }),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ scope, table, parts }): Path => ({
      kind: 'path',
      ...(scope && { scope }),
      ...(table && { table }),
      parts,
    }),
  );

const items = fc
  .array(
    fc.record({
      sign: fc.constantFrom(1 as const, -1 as const),
      number: fc.integer({ min: 1, max: 90 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((list): NumberedItem[] => list.map((x, i) => (i === 0 ? { ...x, sign: 1 } : x)));
const gapped = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 30, max: 60 }))
  .map(([from, to]): NumberedItem[] => [
    { sign: 1, number: from },
    { sign: 1, number: from + 1 },
    { sign: 1, number: '…' },
    { sign: 1, number: to },
  ]);
const numbered = fc
  .tuple(fc.oneof(items, gapped), fc.constantFrom(...AXES))
  .map(([list, axis]): Node => ({ kind: 'numbered', axis, items: list }));
const number = fc
  .constantFrom('0', '1', '100', '0.5', '95%', '12.34')
  .map((text): Node => ({ kind: 'number', text }));

const REL = fc.constantFrom('=', '≤', '≥', '∈');
const { formula } = fc.letrec<{ formula: Node }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    path,
    numbered,
    number,
    fc
      .tuple(fc.constantFrom('+', '-', '×', '÷'), tie('formula'), tie('formula'))
      .map(([op, left, right]): Node => ({ kind: 'binary', op: op as '+', left, right })),
    tie('formula').map((of): Node => ({ kind: 'negative', of })),
    fc
      .tuple(
        fc.constantFrom('min', 'max', '有'),
        fc.array(tie('formula'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, args]): Node => ({ kind: 'call', name, args })),
    fc.tuple(REL, tie('formula'), tie('formula'), tie('formula'), tie('formula')).map(
      ([rel, left, right, yes, no]): Node => ({
        kind: 'call',
        name: '若',
        args: [{ kind: 'relation', rel: rel as '=', left, right }, yes, no],
      }),
    ),
    fc
      .tuple(
        tie('formula'),
        fc.array(fc.tuple(number, tie('formula')), { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([of, steps]): Node => ({
          kind: 'steps',
          of,
          steps: steps.map(([from, value]) => ({ from, value })),
        }),
      ),
  ),
}));

const relation = fc
  .tuple(formula, REL, formula)
  .map(([left, rel, right]): Relation => ({ left, rel: rel as '=', right }));
const rule = fc.record({
  tables: fc.constantFrom<string[]>([], ['表1'], ['表5', '表8', '表9']),
  relations: fc.array(relation, { minLength: 1, maxLength: 3 }),
});

/** How hands type the same thing: width, blanks, line breaks, the trailing full stop. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  '+': ['＋', ' + ', '+\n'],
  '=': ['＝', ' =', '=　'],
  '-': ['－', '−', ' - '],
  '×': ['*', '＊', '× '],
  '÷': ['/', '／'],
  '(': ['（', '( '],
  ')': ['）', ' )'],
  ';': ['；', ';\n', '； '],
  ',': ['，', ', '],
  ':': ['：', ': '],
  '≤': ['≦', '<=', '＜='],
  '≥': ['≧', '>=', '＞＝'],
  '…': ['……', '...', ' … '],
  Σ: ['∑', 'Σ '],
};
function retyped(text: string, choices: readonly number[]): string {
  let quoted = false;
  let turn = 0;
  return [...text]
    .map((c) => {
      if (c === '「') quoted = true;
      if (c === '」') quoted = false;
      const ways = quoted ? undefined : TYPED[c];
      if (!ways) return c;
      turn += 1;
      const choice = choices[turn % choices.length] ?? 0;
      return [c, ...ways][choice % (ways.length + 1)]!;
    })
    .join('');
}

/** A part of the drawn cases is enough to meet a mutant. */
const PART = Number(process.env.GOUJI_PART ?? 1);

describe('算式可还原', () => {
  it('任意算式：印出来再读，还是它', () => {
    fc.assert(
      fc.property(formula, (f) => {
        expect(parseFormula(printFormula(f))).toEqual({ ok: true, value: f });
      }),
      { numRuns: 1500 * PART },
    );
  });

  it('任意规则：印出来再读，还是它', () => {
    fc.assert(
      fc.property(rule, (r: Rule) => {
        expect(parseRule(printRule(r))).toEqual({ ok: true, value: r });
      }),
      { numRuns: 500 * PART },
    );
  });

  it('全角半角、空格换行、各种符号，读出来一样', () => {
    fc.assert(
      fc.property(rule, fc.array(fc.nat(6), { minLength: 1, maxLength: 20 }), (r, choices) => {
        const text = printRule(r);
        expect(parseRule(retyped(text, choices)), retyped(text, choices)).toEqual({
          ok: true,
          value: r,
        });
        expect(parseRule(`注：${retyped(text, choices)}。`)).toEqual({ ok: true, value: r });
      }),
      { numRuns: 500 * PART },
    );
  });

  it.each(CATALOGUE.identities.map((i) => [i.id, i.says] as const))(
    '%s 的算式可还原',
    (_id, says) => {
      const first = parseRule(says);
      if (!first.ok) throw new Error(first.problem.message);
      expect(parseRule(printRule(first.value))).toEqual(first);
    },
  );

  it('任何文字都只会读成或读不成，不会出错', () => {
    const scraps = [
      ...Object.keys(TYPED),
      ...NAMES,
      '「',
      '」',
      '1',
      '27行',
      '类',
      '表1',
      '.',
      '·',
      '→',
      '%',
      '档',
      '若',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 14 }), (list) => {
        const text = list.join('');
        const parsed = parseRule(text);
        if (parsed.ok) expect(parseRule(printRule(parsed.value))).toEqual(parsed);
        else {
          expect(parsed.problem.message).toMatch(/[一-龥]/);
          expect(parsed.problem.at).toBeGreaterThanOrEqual(0);
          expect(parsed.problem.at).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 * PART },
    );
  });
});
