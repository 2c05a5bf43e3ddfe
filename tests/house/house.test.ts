// The house checks itself: who may import whom, sizes, docstrings, no sample's name in the sources.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { asksWords, exportedTwice, sourceAt, vocabularyIn } from '../../bench/house.ts';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { parseRule } from '../../src/formula/parse.ts';
import { NAME_RULES, TOPIC_RULES } from '../../src/narrative/register.ts';
import { TEXT_REMARKS } from '../../src/narrative/remarks/register.ts';
import { TABLE_REMARKS } from '../../src/review/remarks.ts';
import { CODE } from '../../src/scoring/checks/register.ts';

const root = new URL('../../', import.meta.url).pathname;
/** The words of a library's error, and of one of our own that has no code yet. */
const FOREIGN =
  /^src\/(?:cli\/usage|hosts\/docx\/open|narrative\/read)\.ts|^taskpane\/areas\/evaluation\/CardView\.tsx/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const SOURCES = ['src', 'taskpane', 'page', 'functions', 'workbench', 'build'].flatMap(filesUnder);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The room a file stands in. */
function roomOf(path: string): string {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return top!;
  if (second === 'hosts')
    return third === 'port.ts' ? 'port' : third!.includes('.') ? 'hosts' : `hosts/${third}`;
  return second!.replace(/\.ts$/, '');
}

const KERNEL = ['measure', 'facts', 'formula', 'assertions', 'diagnosis'];
const TRADES = ['forms', 'identities', 'scoring', 'narrative'];
const RIM = [
  'hosts',
  'hosts/excel',
  'hosts/xlsx',
  'hosts/docx',
  'hosts/pdf',
  'hosts/html',
  'hosts/booklet',
  'hosts/apart',
  'cli',
  'taskpane',
  'page',
  'functions',
  'workbench',
];
const MAY: Readonly<Record<string, readonly string[]>> = {
  measure: [],
  facts: ['measure'],
  formula: ['facts', 'measure'],
  assertions: ['formula', 'facts', 'measure'],
  diagnosis: ['assertions', 'formula', 'facts', 'measure'],
  ...Object.fromEntries(TRADES.map((t) => [t, KERNEL])),
  catalogue: [],
  port: [...KERNEL],
  review: [...KERNEL, ...TRADES, 'port'],
  ...Object.fromEntries(
    RIM.map((r) => [
      r,
      [
        ...KERNEL,
        ...TRADES,
        'catalogue',
        'review',
        'port',
        'hosts',
        'hosts/xlsx',
        'hosts/docx',
        'hosts/pdf',
        'hosts/html',
        'hosts/booklet',
        'hosts/apart',
      ],
    ]),
  ),
  build: [],
};
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  taskpane: ['hosts/excel', 'functions'],
  page: ['taskpane'],
  cli: ['cli'],
  workbench: ['workbench'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(path: string): Import[] {
  const source = sourceAt(path).tree;
  const result: Import[] = [];
  const note = (specifier: string, typeOnly: boolean) => {
    if (!specifier.startsWith('.')) return;
    result.push({ from: path, to: relative(root, join(root, dirname(path), specifier)), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
      const named = clause?.namedBindings;
      const eachType =
        named &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((e) => e.isTypeOnly) &&
        !clause?.name;
      const whole = ts.isImportDeclaration(node) ? (clause?.isTypeOnly ?? false) : node.isTypeOnly;
      note((node.moduleSpecifier as ts.StringLiteral).text, whole || Boolean(eachType));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) note(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return result;
}

const IMPORTS = SOURCES.flatMap(importsOf);

/** Declarations that are checks, with what they say in the notation or what they are about in words. */
const CHECKS: readonly { id: string; says?: string; about?: string }[] = [
  ...CATALOGUE.identities,
  ...CATALOGUE.remarks,
  ...CATALOGUE.scoring.checks,
  ...CATALOGUE.dictionary.checks,
];
const idsOf = (checks: readonly { id: string }[]): string[] => [
  ...new Set(checks.map((c) => c.id)),
];

/** Checks of texts whose id is given by what the dictionary declares: quantities, items, parts, printed tables. */
const { indicators, items, partitions, printed, residues } = CATALOGUE.dictionary;
const DECLARED = new Set(
  [...indicators, ...items, ...partitions, ...residues, printed].map((d) => d.rule),
);

describe('房子', () => {
  it('写 says 的读得懂，不写的写 about', () => {
    const unread = [...CHECKS, ...CATALOGUE.scoring.rules].filter(
      (c) => c.says !== undefined && !parseRule(c.says).ok,
    );
    expect(unread.map((c) => c.id)).toEqual([]);
    const neither = CHECKS.filter((c) => (c.says === undefined) === (c.about === undefined));
    expect(neither.map((c) => c.id)).toEqual([]);
  });

  it('每个编号的代码在登记里找得到，只在一本登记里', () => {
    const { identities, remarks, scoring, dictionary } = CATALOGUE;
    // A and B run from what they say; each of the others stands in the register of its family.
    expect(Object.keys(TABLE_REMARKS).sort()).toEqual(idsOf(remarks).sort());
    expect(Object.keys(CODE).sort()).toEqual(idsOf(scoring.checks).sort());
    const texts = Object.keys(TEXT_REMARKS);
    const related = new Set([...Object.values(TOPIC_RULES), ...Object.values(NAME_RULES)]);
    const lost = idsOf(dictionary.checks).filter(
      (id) => !texts.includes(id) && !DECLARED.has(id) && !related.has(id),
    );
    expect(lost).toEqual([]);
    const known = new Set(idsOf(dictionary.checks));
    expect([...texts, ...DECLARED, ...related].filter((id) => !known.has(id))).toEqual([]);
    // One id may be declared for several years and places, but in one family only.
    const families = [identities, remarks, scoring.checks, dictionary.checks].map(
      (family) => new Set<string>(idsOf(family)),
    );
    const twice = CHECKS.filter((c) => families.filter((f) => f.has(c.id)).length > 1);
    expect(twice.map((c) => c.id)).toEqual([]);
  });

  it('程序不看措辞办事', () => {
    expect(asksWords(SOURCES.map(sourceAt)).filter((place) => !FOREIGN.test(place))).toEqual([]);
  });

  it('measure 里没有措辞', () => {
    const kernel = SOURCES.filter((p) => p.startsWith('src/measure/')).map(sourceAt);
    expect(vocabularyIn(kernel)).toEqual([]);
  });

  it('箭头向内：谁可以引用谁', () => {
    const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
      const [a, b] = [roomOf(from), roomOf(to)];
      if (a === b || MAY[a]?.includes(b) || EXTRA[a]?.includes(b)) return false;
      // The catalogue is data: it knows the shapes of the trades and nothing they do.
      if (a === 'catalogue') return !(typeOnly && [...TRADES, ...KERNEL].includes(b));
      if (b === 'catalogue' && typeOnly) return a !== 'review' && !RIM.includes(a);
      return true;
    });
    expect(wrong.map((w) => `${w.from} → ${w.to}`)).toEqual([]);
  });

  it('没有环形引用', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of IMPORTS) next.set(from, [...(next.get(from) ?? []), to]);
    const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
      (next.get(from) ?? []).some((to) => {
        if (to === goal) return true;
        if (seen.has(to)) return false;
        seen.add(to);
        return reaches(to, goal, seen);
      });
    expect(SOURCES.filter((p) => reaches(p, p))).toEqual([]);
  });

  it('只有 hosts/excel 与入口提到 Office', () => {
    const naming = SOURCES.filter((p) => /^(?:src|taskpane|page)/.test(p))
      .filter((p) =>
        /\b(?:Office|Excel)\.(?!js)[A-Za-z]/.test(read(p).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
      )
      .filter((p) => !p.startsWith('src/hosts/excel/') && p !== 'taskpane/main.tsx');
    expect(naming).toEqual([]);
  });

  it('没有 Safari 15 不认识的后顾断言：比对前面的字用 measure/before', () => {
    const ships = SOURCES.filter((p) => !/^(?:build|workbench)\//.test(p));
    expect(ships.filter((p) => /\(\?<[=!]/.test(read(p)))).toEqual([]);
  });

  it('文件不超过 300 行，函数不超过 50 行（数据除外）', () => {
    const own = SOURCES.filter((p) => !p.startsWith('src/catalogue/'));
    const long = own.filter((p) => read(p).trimEnd().split('\n').length > 300);
    const functions = own.flatMap((path) => {
      const source = sourceAt(path).tree;
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const isFunction =
          ts.isFunctionDeclaration(node) ||
          ts.isMethodDeclaration(node) ||
          ts.isArrowFunction(node) ||
          ts.isFunctionExpression(node);
        if (isFunction && node.body) {
          const line = (at: number) => source.getLineAndCharacterOfPosition(at).line;
          const lines = line(node.body.end) - line(node.body.getStart()) + 1;
          if (lines > 50) found.push(`${path}:${line(node.getStart()) + 1} ${lines}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
    expect([...long, ...functions]).toEqual([]);
  });

  it('一个名字只从一个文件导出', () => {
    const own = SOURCES.filter((p) => /^(?:src|taskpane|functions)\//.test(p)).map(sourceAt);
    expect(exportedTwice(own).where).toEqual([]);
  });

  it('每个文件以说明开头', () => {
    expect(SOURCES.filter((p) => !/^(?:\/\/|\/\*\*)/.test(read(p)))).toEqual([]);
  });

  it('没有无人引用的文件', () => {
    const entries = new Set([
      'src/cli.ts',
      'src/cli/worker.ts',
      'taskpane/apart/reading.ts',
      'taskpane/apart/checking.ts',
      'taskpane/main.tsx',
      'page/main.tsx',
      'taskpane/preview.tsx',
      'functions/functions.ts',
      'workbench/workbench.ts',
      'build/custom-functions.ts',
      'build/office-files.ts',
      'build/older.ts',
      'build/one-page.ts',
      'functions/excel.ts',
    ]);
    const used = new Set([
      ...IMPORTS.map((i) => i.to),
      ...filesUnder('tests')
        .flatMap(importsOf)
        .map((i) => i.to),
    ]);
    expect(SOURCES.filter((p) => !entries.has(p) && !used.has(p))).toEqual([]);
  });

  it('源码里没有样表的名称和数', () => {
    const words = /汉阳|示例市|838\.78|837\.33|hanyang/;
    expect(SOURCES.filter((p) => p.startsWith('src') && words.test(read(p)))).toEqual([]);
  });

  it('docs/依赖.md 列出每个依赖', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const page = read('docs/依赖.md');
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (d) => !d.startsWith('@types/') && !page.includes(d),
    );
    expect(missing).toEqual([]);
  });
});
