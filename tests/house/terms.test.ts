// One term a thing, in everything that people read: the words below are never said, each with what is said instead.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourceAt } from '../../bench/house.ts';

const root = new URL('../../', import.meta.url).pathname;
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/面板|任务窗格|侧边栏/, '窗格'],
  [/校验|验证/, '核对'],
  [/高亮/, '标记'],
  [/报错|警告/, '不符、核实或提示'],
  [/解析失败|undefined|\bnull\b/, '读不了，并说怎么办'],
  [/撤回/, '撤销'],
];
/** Signs of the notation: in the pane a sentence says it. */
const SIGNS = /Σ|∈|\bmin\(|若\(/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const known = new Map<string, string[]>();
const textsIn = (path: string): string[] => {
  const texts = known.get(path) ?? readTexts(path);
  known.set(path, texts);
  return texts;
};

/** Texts with Chinese words in a source, comments apart. */
function readTexts(path: string): string[] {
  const { tree } = sourceAt(path);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const { text } = node as { text?: unknown };
    const literal =
      ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node);
    if (literal && typeof text === 'string' && /[\u4e00-\u9fff]/.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const all = ['taskpane', 'page', 'functions', 'src']
  .flatMap(filesUnder)
  .filter((p) => !p.startsWith('src/catalogue/'));

it('一件事一个词', () => {
  const said = all.flatMap((path) =>
    textsIn(path).flatMap((text) =>
      NEVER.filter(([word]) => word.test(text)).map(
        ([, instead]) => `${path}：${text} → ${instead}`,
      ),
    ),
  );
  expect(said).toEqual([]);
});

it('窗格里不用算式的记号', () => {
  const own = all.filter((p) => /^(?:taskpane|page)\//.test(p));
  expect(own.flatMap((p) => textsIn(p).filter((t) => SIGNS.test(t)))).toEqual([]);
});
