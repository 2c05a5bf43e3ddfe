// What a built script asks of a browser: syntax and members that came after Chromium 80 or Safari 15. Knows scripts;
// knows nothing of the pane.
import ts from 'typescript';

/** 新成员: what is called by this name came with this Chromium. */
const MEMBERS: readonly (readonly [name: string, chromium: number])[] = [
  ['replaceAll', 85],
  ['at', 92],
  ['hasOwn', 93],
  ['findLast', 97],
  ['findLastIndex', 97],
  ['structuredClone', 98],
  ['toSorted', 110],
  ['toReversed', 110],
  ['toSpliced', 110],
  ['isWellFormed', 111],
  ['toWellFormed', 111],
  ['groupBy', 117],
  ['withResolvers', 119],
  ['fromAsync', 121],
  ['isSubsetOf', 122],
  ['isSupersetOf', 122],
  ['isDisjointFrom', 122],
  ['symmetricDifference', 122],
  ['replaceChildren', 86],
  ['randomUUID', 92],
  ['checkVisibility', 105],
  ['showPicker', 99],
  ['scheduler', 94],
  ['Segmenter', 87],
  ['WeakRef', 84],
  ['FinalizationRegistry', 84],
  ['AggregateError', 85],
  ['DecompressionStream', 80],
];

/** Members of a script that Chromium of this version has not, with how often they are named. */
export function membersBeyond(code: string, chromium = 80): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, since] of MEMBERS) {
    if (since <= chromium) continue;
    const { length } =
      code.match(new RegExp(`(?:\\.|\\bnew )${name}\\b|(?<![\\w$.])${name}\\(`, 'g')) ?? [];
    if (length > 0) found.set(name, length);
  }
  return found;
}

const ASSIGNS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.BarBarEqualsToken, '||='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '??='],
]);

const LOOK_BEHIND = /\(\?<[=!]/;
/** Of docx, where it fills templates: a function that nothing here calls. */
const NEVER_CALLED = /^\(\?<=$/;

function newIn(node: ts.Node): string | undefined {
  if (ts.isClassStaticBlockDeclaration(node)) return 'static {}';
  if (ts.isRegularExpressionLiteral(node)) {
    const flags = node.text.slice(node.text.lastIndexOf('/') + 1);
    if (/[dv]/.test(flags)) return `/${flags}`;
    return LOOK_BEHIND.test(node.text) ? '(?<=…)' : undefined;
  }
  // A literal that the target does not know is built as RegExp(`…`), and fails when it is reached.
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
    return LOOK_BEHIND.test(node.text) && !NEVER_CALLED.test(node.text) ? '(?<=…)' : undefined;
  if (ts.isBinaryExpression(node)) {
    const inPrivate = ts.isPrivateIdentifier(node.left) ? '#… in' : undefined;
    return ASSIGNS.get(node.operatorToken.kind) ?? inPrivate;
  }
  const method = ts.isMethodDeclaration(node) || ts.isGetAccessor(node) || ts.isSetAccessor(node);
  return method && ts.isPrivateIdentifier(node.name) ? '#…()' : undefined;
}

/** Syntax of a script that Chromium 80 or Safari 15 cannot parse. */
export function syntaxBeyond(code: string): string[] {
  const tree = ts.createSourceFile(
    'built.js',
    code,
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.JS,
  );
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const what = newIn(node);
    if (what) found.add(what);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...found];
}
