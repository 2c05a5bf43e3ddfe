// No regular expression of the sources can explode: over a foreign text none backtracks without bound. Those written
// as literals are read from the sources, those put together at run time are caught while texts are read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { plainTextOf } from '../../src/narrative/text/plain.ts';
import { tieAlone } from '../../src/review/tie.ts';
import { samples } from '../support/texts.ts';

const root = new URL('../../', import.meta.url).pathname;
/** Everything that meets foreign text: the readers and the pane, the functions and the page over them. */
const ROOMS = ['src', 'taskpane', 'functions', 'page', 'workbench'];

interface Expression {
  readonly where: string;
  readonly source: string;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

/** `new RegExp('…')` and `RegExp(`…`)` with a text that stands there. */
function isMade(
  node: ts.Node,
): node is ts.NewExpression & { arguments: readonly [ts.StringLiteralLike] } {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const [given] = node.arguments ?? [];
  return node.expression.getText() === 'RegExp' && !!given && ts.isStringLiteralLike(given);
}

/** Literals of a file, and strings that stand in a property named pattern. */
function literalsIn(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const where = path.slice(root.length);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push({ where, source: /^\/(.*)\/[a-z]*$/s.exec(node.text)![1]! });
    else if (isMade(node)) found.push({ where, source: node.arguments[0].text });
    else if (ts.isPropertyAssignment(node) && /^(?:pattern|named|given)$/.test(node.name.getText()))
      if (ts.isStringLiteralLike(node.initializer))
        found.push({ where, source: node.initializer.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Expressions made while texts are read. */
async function madeAtRunTime(): Promise<Expression[]> {
  const made = new Map<string, Expression>();
  const Own = globalThis.RegExp;
  class Watched extends Own {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      if (typeof pattern === 'string') made.set(pattern, { where: '运行时', source: pattern });
    }
  }
  globalThis.RegExp = Watched as RegExpConstructor;
  try {
    await samples();
  } finally {
    globalThis.RegExp = Own;
  }
  return [...made.values()];
}

/** Where a group that opens at `at` closes. */
function closing(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '[') i = endOfClass(source, i);
    else if (source[i] === '(') depth += 1;
    else if (source[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return source.length;
}

function endOfClass(source: string, at: number): number {
  let i = at + 1;
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1;
  return i;
}

/**
 * The expression without what only looks around, and with long counts as loops: it can do at least what the original
 * can, and the examiner knows all of it.
 */
function plainly(source: string): string {
  let result = '';
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') {
      const named = /^\\p\{[^}]*\}/.exec(source.slice(i));
      result += named ? '[一-龥]' : /\d/.test(source[i + 1]!) ? '' : source.slice(i, i + 2);
      i += named ? named[0].length - 1 : 1;
    } else if (source[i] === '[') {
      const end = endOfClass(source, i);
      result += source.slice(i, end + 1).replace(/\\p\{[^}]*\}/g, '一-龥');
      i = end;
    } else if (/^\(\?(?:[=!]|<[=!])/.test(source.slice(i))) i = closing(source, i);
    else result += source[i]!;
  }
  return result.replace(/\(\?<[A-Za-z]+>/g, '(').replace(/\{\d+,(?:\d\d+|[5-9])?\}/g, '*');
}

/** How many loops an expression has: the time it takes grows with no higher power of a text than one more than these. */
const loopsIn = (source: string): number =>
  source
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .match(/[*+]|\{\d+,\}/g)?.length ?? 0;

/**
 * 有界: rooms whose expressions meet no long text at once, and why; there the time may grow with the square of it.
 * Everywhere else with no power of it, but for the files named below.
 */
const BOUNDED: readonly (readonly [room: string, why: string])[] = [
  ['src/narrative/', '一段，至多两万字上下（见下）'],
  ['src/catalogue/', '一段或一格的标签'],
  ['运行时', '一段'],
  ['src/forms/', '一格'],
  ['src/identities/', '一格'],
  ['src/scoring/', '自评表的一格，或一段'],
  ['src/review/', '自己写的话'],
  ['src/hosts/pdf/', '一页的一行'],
  ['src/hosts/booklet/', '一行'],
  ['src/cli/usage.ts', '自己写的话'],
  ['src/diagnosis/displaced-column.ts', '格的地址'],
  ['src/diagnosis/live.ts', '一格的公式，Excel 至多 8192 字'],
  ['src/formula/words.ts', '规程里的一条算式'],
  ['src/hosts/docx/comments.ts', '自己刚写的批注部件'],
  ['src/hosts/docx/patch.ts', '一处字的格式'],
  ['src/hosts/excel/', 'Excel 给的地址、公式'],
  ['src/hosts/html/encoding.ts', '文件开头的几千字节'],
  ['src/hosts/own-copy.ts', '压缩包里的一个名字'],
  ['src/hosts/xlsx/changes.ts', '写批注时的一段部件'],
  ['src/hosts/xlsx/clean.ts', '清理时的工作簿部件'],
  ['src/hosts/xlsx/marks.ts', '自己写的格式'],
  ['src/hosts/xlsx/notes.ts', '写批注时的工作表'],
  ['taskpane/files.ts', '文件名'],
  ['workbench/', '不交付'],
];

/** 数得完: these count to a few dozens at most, where the examiner only sees that they repeat. */
const COUNTED: readonly string[] = [
  'src/catalogue/words/careful.ts',
  'src/hosts/pdf/',
  'src/narrative/cues/gaps.ts',
  'src/narrative/cues/means.ts',
  'src/narrative/cues/multiples.ts',
  'src/narrative/cues/within.ts',
  'src/narrative/names/lead.ts',
  'src/narrative/remarks/own-words.ts',
  'src/narrative/remarks/three.ts',
  'src/narrative/text/lines.ts',
  'src/scoring/checks/grades.ts',
  'src/scoring/printed.ts',
  '运行时',
];

const isIn = (where: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => where.startsWith(room));
/** The power that is allowed, of the length of what is met at once. */
function allowed(where: string): number {
  if (isIn(where, COUNTED)) return 4;
  return isIn(
    where,
    BOUNDED.map(([room]) => room),
  )
    ? 2
    : 1;
}

/** Every expression, those of the same source once. */
let known: Promise<Expression[]> | undefined;
const everyOne = (): Promise<Expression[]> => {
  known ??= gathered();
  return known;
};
async function gathered(): Promise<Expression[]> {
  const all = [
    ...ROOMS.flatMap((room) => filesUnder(join(root, room))).flatMap(literalsIn),
    ...(await madeAtRunTime()),
  ];
  return [...new Map(all.map((e) => [`${allowed(e.where)} ${e.source}`, e])).values()];
}

/** Only a loop over a group can explode. */
const loops = ({ source }: Expression): boolean => /\)(?:[*+]|\{\d+,)/.test(source);

describe('正则表达式', () => {
  // Each sign of a long run may be where a number or a word begins: its end is not looked for from all of them.
  it.each(['1', 'a'])('十万个连着的“%s”，读得完', (sign) => {
    const text = `2023年度收入总计${sign.repeat(100_000)}万元。支出总计8.00万元。`;
    const { numbers } = tieAlone({ text, broken: false }, CATALOGUE, {});
    expect(numbers.at(-1)?.text).toBe('8.00万元');
  });

  it('没有一个会回溯失控', async () => {
    const all = await everyOne();
    expect(all.length).toBeGreaterThan(800);
    const wild = all.filter(loops).flatMap(({ where, source }) => {
      const plain = plainly(source);
      const told = checkSync(plain, '', { checker: 'automaton', timeout: 20_000 });
      if (told.status === 'safe') return [];
      if (told.status === 'vulnerable' && told.complexity.type === 'polynomial') return [];
      return [`${where} ${told.status} ${source}`];
    });
    expect(wild).toEqual([]);
  }, 300_000);

  it('时间按长度的几次方增长的，只用在长不了的文字上', async () => {
    const slow = (await everyOne()).flatMap(({ where, source }) => {
      const plain = plainly(source);
      const most = allowed(where);
      if (most > 2 || loopsIn(plain) + 1 <= most) return [];
      // What the examiner does not know in time is held to be no worse than the room allows.
      const told = checkSync(plain, '', { checker: 'automaton', timeout: 400 });
      if (told.status !== 'vulnerable' || told.complexity.type !== 'polynomial') return [];
      const { degree } = told.complexity;
      return degree > most ? [`${where} ${degree} 次 ${source}`] : [];
    });
    expect(slow).toEqual([]);
  }, 300_000);

  it('一段文字两万字上下就断开，一直没有句号的也是', () => {
    for (const sign of ['一', '（', '、', '1，'])
      for (const paragraph of plainTextOf(sign.repeat(60_000)).paragraphs)
        expect(paragraph.text.length).toBeLessThanOrEqual(20_100);
  });
});
