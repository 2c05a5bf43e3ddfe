// npm run house: the house counted by the compiler's own tree: judges, interval additions, readings of paths,
// checks by the notation, vocabulary outside the catalogue, names exported twice or without a docstring, long functions.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { CATALOGUE } from '../src/catalogue/index.ts';

const root = new URL('../', import.meta.url).pathname;

/** One source with its tree. */
interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}
/** One line of the count: what, how many, where. */
export interface Count {
  readonly what: string;
  readonly count: number;
  readonly where: readonly string[];
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const sources = new Map<string, Source>();

/** A source by its path from the root, parsed once. */
export function sourceAt(path: string): Source {
  let source = sources.get(path);
  if (!source) {
    const text = readFileSync(join(root, path), 'utf8');
    source = { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    sources.set(path, source);
  }
  return source;
}

/** Sources under a folder, the catalogue's data apart. */
export const ownSources = (folder: string): Source[] =>
  filesUnder(folder)
    .filter((path) => !path.startsWith('src/catalogue/'))
    .map(sourceAt);

function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (n: ts.Node): void => {
    found.push(n);
    ts.forEachChild(n, visit);
  };
  visit(node);
  return found;
}

const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node);

const collect = (
  what: string,
  sources: readonly Source[],
  wanted: (node: ts.Node, source: Source) => boolean,
): Count => {
  const where = sources.flatMap((source) =>
    nodesOf(source.tree)
      .filter((node) => wanted(node, source))
      .map((node) => placeOf(source, node)),
  );
  return { what, count: where.length, where };
};

const VERDICTS = new Set(['exact', 'rounding', 'broken']);

/** The three verdicts in one expression, and no words beside them: here a verdict is decided. */
function decides(node: ts.Node): boolean {
  if (!ts.isConditionalExpression(node) || ts.isConditionalExpression(node.parent)) return false;
  const said = new Set(
    nodesOf(node)
      .filter(ts.isStringLiteral)
      .map((literal) => literal.text),
  );
  return [...said].filter((word) => VERDICTS.has(word)).length >= 2;
}

const namesIn = (node: ts.ObjectLiteralExpression): string[] =>
  node.properties.flatMap((p) => (p.name && ts.isIdentifier(p.name) ? [p.name.text] : []));

/** An interval put together by hand from three computed bounds. */
const addsBounds = (node: ts.Node): boolean =>
  ts.isObjectLiteralExpression(node) &&
  ['value', 'low', 'high'].every((name) => namesIn(node).includes(name)) &&
  node.properties.some((p) => ts.isPropertyAssignment(p) && ts.isCallExpression(p.initializer));

/** `resolve(path, table)` of a formula called, not of a file's name: a path is read. */
const readsPath = (node: ts.Node, { tree }: Source): boolean =>
  ts.isCallExpression(node) &&
  /formula\/(?:resolve|value)\.ts'/.test(tree.text) &&
  ts.isIdentifier(node.expression) &&
  ['resolve', 'valueOfPath'].includes(node.expression.text);

const CHINESE = /[\u4e00-\u9fff]/;

const isVocabulary = (node: ts.Node): boolean =>
  (ts.isRegularExpressionLiteral(node) && CHINESE.test(node.text)) ||
  (ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp' &&
    CHINESE.test(node.getText()));

/** A branch that looks into the words of a message or of a rule. */
function isAsking(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: of, name } = node.expression;
  const text = (n: ts.Node): boolean =>
    ts.isPropertyAccessExpression(n) && ['message', 'says'].includes(n.name.text);
  const asking = ['includes', 'startsWith', 'endsWith', 'match', 'search'].includes(name.text);
  if (asking && (text(of) || (ts.isIdentifier(of) && of.text === 'message'))) return true;
  return ['test', 'exec'].includes(name.text) && node.arguments.some(text);
}

function lengthOf(node: ts.Node, { tree }: Source): number {
  const line = (at: number): number => tree.getLineAndCharacterOfPosition(at).line;
  return isFunction(node) && node.body ? line(node.body.end) - line(node.body.getStart()) + 1 : 0;
}

/** Places where a branch looks into words. */
export const asksWords = (sources: readonly Source[]): readonly string[] =>
  collect('', sources, isAsking).where;

/** Regular expressions with Chinese words. */
export const vocabularyIn = (sources: readonly Source[]): readonly string[] =>
  collect('', sources, isVocabulary).where;

/** One exported name with its docstring, empty where it has none. */
export interface Exported {
  readonly place: string;
  readonly name: string;
  readonly doc: string;
  /** Of a function: its parameters and what it gives, as written; else both are empty. */
  readonly signature: string;
  readonly gives: string;
  readonly body?: ts.Node;
}

/** The function that a declaration is or holds. */
function functionOf(node: ts.Node): ts.FunctionLikeDeclaration | undefined {
  const own = ts.isVariableDeclaration(node) ? node.initializer : node;
  return own && isFunction(own) ? own : undefined;
}

/** What a source exports itself, in its order; what it only hands on has its docstring elsewhere. */
export function exportedIn(source: Source): Exported[] {
  return source.tree.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const place = placeOf(source, statement);
    const doc = ts
      .getJSDocCommentsAndTags(statement)
      .filter(ts.isJSDoc)
      .map((d) => ts.getTextOfJSDocComment(d.comment) ?? '')
      .join('\n');
    const declared: readonly ts.Node[] = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement];
    return declared.map((node) => {
      const own = functionOf(node);
      const gives = own?.type?.getText() ?? '';
      const parameters = own?.parameters.map((p) => p.getText()) ?? [];
      return {
        place,
        name: (node as ts.NamedDeclaration).name?.getText() ?? 'default',
        doc,
        signature: [...parameters, gives].join(', '),
        gives,
        ...(own?.body && { body: own.body }),
      };
    });
  });
}

/** Whether anything in a function throws, functions within it among them; `refuse` does nothing else. */
export const throwsIn = (body: ts.Node): boolean =>
  nodesOf(body).some(
    (n) =>
      ts.isThrowStatement(n) ||
      (ts.isCallExpression(n) && ts.isIdentifier(n.expression) && n.expression.text === 'refuse'),
  );

/** Names exported without a docstring. */
function undocumented(sources: readonly Source[]): Count {
  const bare = sources.flatMap(exportedIn).filter((e) => e.doc === '');
  const where = bare.map((e) => `${e.place} ${e.name}`);
  return { what: '没有说明的导出名', count: where.length, where };
}

/** Names exported from more than one file; a folder's own verb that every command has is one. */
export function exportedTwice(sources: readonly Source[]): Count {
  const by = new Map<string, Set<string>>();
  for (const source of sources)
    for (const { name } of exportedIn(source))
      by.set(name, (by.get(name) ?? new Set()).add(source.path));
  const twice = [...by].filter(([, paths]) => paths.size > 1);
  const where = twice.map(([name, paths]) => `${name}: ${[...paths].join('、')}`).sort();
  return { what: '两处导出的名字', count: where.length, where };
}

/** Remarks on form and on words: nothing in them is compared with anything. */
const WORDED =
  'A27 A28 B17 S10 S11 S12 S13 S14 S19 S20 S23 S26 S30 C21 C22 C23 C24 C25 C26 C27 C28 C41 C42 C43 C44 C46 C47 C49'.split(
    ' ',
  );

/** Checks that compare numbers, and those of them that run from the notation, in their head or in the dictionary. */
function byNotation(): Count[] {
  const { identities, remarks, scoring, dictionary } = CATALOGUE;
  const { checks, indicators, items, partitions, printed } = dictionary;
  const declared = new Set([...indicators, ...items, ...partitions, printed].map((d) => d.rule));
  type Check = { readonly id: string; readonly says?: string; readonly about?: string };
  const said = (c: Check): boolean => c.says !== undefined;
  const families: readonly (readonly [string, readonly Check[], (c: Check) => boolean])[] = [
    ['A、B', [...identities, ...remarks.filter((r) => /^[AB]/.test(r.id))], said],
    ['S', scoring.checks, said],
    ['C', checks, ({ id }) => declared.has(id)],
  ];
  return families.map(([name, all, isSaid]) => {
    const numeric = all.filter((c) => !WORDED.includes(c.id));
    const ids = [...new Set(numeric.map((c) => c.id))];
    const by = new Set(numeric.filter(isSaid).map((c) => c.id));
    const what = `${name} 比较数的核对里，由算式决定的（共 ${ids.length} 条）`;
    return { what, count: by.size, where: ids.filter((id) => !by.has(id)) };
  });
}

/** Everything counted. */
export function counts(): Count[] {
  const code = ['src', 'taskpane', 'functions'].flatMap(ownSources);
  const within = (source: Source, folder: string): boolean => source.path.startsWith(folder);
  return [
    ...byNotation(),
    collect('判定相符、尾差、不符的地方', code, decides),
    collect(
      '手工相加的区间',
      code.filter((s) => !within(s, 'src/measure/interval.ts')),
      addsBounds,
    ),
    collect(
      '读路径的地方',
      code.filter((s) => !within(s, 'src/formula/')),
      readsPath,
    ),
    { what: '看措辞分支的地方', count: asksWords(code).length, where: asksWords(code) },
    collect('规程之外含汉字的正则', code, isVocabulary),
    collect(
      'measure 里含汉字的正则',
      code.filter((s) => within(s, 'src/measure/')),
      isVocabulary,
    ),
    exportedTwice(['src', 'taskpane', 'functions'].flatMap(filesUnder).map(sourceAt)),
    undocumented(ownSources('src')),
    collect('超过 50 行的函数', code, (node, source) => lengthOf(node, source) > 50),
  ];
}
