// One term a thing, in everything that people read: the words below are never said, each with what is said instead.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourceAt } from '../../bench/house.ts';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { parseRule } from '../../src/formula/parse.ts';
import { stepSaid } from '../../src/review/score-words.ts';
import { spoken, titlesOf } from '../../src/review/spoken.ts';

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

/** Everything in the catalogue that is written in the notation and told to people. */
function rulesIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return /[=≤≥∈]/.test(value) && parseRule(value).ok ? [value] : [];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  // What only decides whether a rule applies is not told.
  const told = Object.entries(value).filter(([key]) => !/when$/i.test(key));
  return told.flatMap(([, v]) => rulesIn(v, seen));
}

it('规程和计分办法用话说，不用算式的记号', () => {
  const titles = titlesOf([], CATALOGUE.forms.forms);
  const { identities, remarks, scoring } = CATALOGUE;
  const rules = [
    ...rulesIn(identities),
    ...rulesIn(remarks),
    ...rulesIn(scoring),
    ...CATALOGUE.dictionary.checks.map((c) => c.about),
  ];
  expect(rules.length).toBeGreaterThan(100);
  const said = rules.map((rule) => `${rule} → ${spoken(rule, titles)}`);
  const signs = /→.*(?:Σ|∈|(?:min|max|若|档)\(|权重.{0,2}[=×]|否则为|中较[大小]的)/;
  expect(said.filter((s) => signs.test(s))).toEqual([]);
});

it.each([
  ['权重 × 达到', '达到目标的得满分，没有达到的不得分'],
  ['= 权重 × 1', '得满分'],
  ['第 2 项：= 权重 × 70%', '第 2 项：得 70% 的分'],
  ['= 权重 × 若(66 ≥ 60, 1, 66 ÷ 60)', '66 达到 60，得满分'],
  ['第 1 项：权重 × 若(完成值 ≤ 0, 1, 0)', '第 1 项：完成值不超过0的得满分，超过的不得分'],
  [
    '权重 × 档(执行率; 90%→100%, 80%→80%, 0→0)',
    '执行率满 90% 的得满分，满 80% 的得 80% 的分，再低的不得分',
  ],
  ['= min(10, 10 × 98%)', undefined],
  ['系数 100', '系数 100'],
])('计算的一步“%s”', (step, said) => {
  expect(stepSaid(step)).toBe(said);
});
