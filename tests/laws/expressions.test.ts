// No regular expression of the sources can explode: over a foreign text none backtracks without bound. Those written
// as literals are read from the sources, those put together at run time are caught while texts are read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
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
    const all = [
      ...ROOMS.flatMap((room) => filesUnder(join(root, room))).flatMap(literalsIn),
      ...(await madeAtRunTime()),
    ];
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
});
