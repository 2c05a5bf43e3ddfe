// What a built script asks of a browser: syntax and members that came after Chromium 80 or Safari 15. Knows scripts;
// knows nothing of the pane.
import { parseAst } from 'vite';

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
    if (since <= chromium || !code.includes(name)) continue;
    const { length } =
      code.match(new RegExp(`(?:\\.|\\bnew )${name}\\b|(?<![\\w$.])${name}\\(`, 'g')) ?? [];
    if (length > 0) found.set(name, length);
  }
  return found;
}

/** A node of a script's tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly operator?: string;
  readonly left?: Node;
  readonly key?: Node;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly value?: unknown;
}

const LOOK_BEHIND = /\(\?<[=!]/;
/** Of docx, where it fills templates: a function that nothing here calls. */
const NEVER_CALLED = /^\(\?<=$/;

/** A pattern, or a text that may become one: what the target does not know is built as RegExp(`…`). */
function inPattern({ type, regex, value }: Node): string | undefined {
  if (regex && /[dv]/.test(regex.flags)) return `/${regex.flags}`;
  const text =
    regex?.pattern ?? (type === 'TemplateElement' ? (value as { raw: string }).raw : value);
  const behind = typeof text === 'string' && LOOK_BEHIND.test(text) && !NEVER_CALLED.test(text);
  return behind ? '(?<=…)' : undefined;
}

function newIn(node: Node): string | undefined {
  const isPrivate = (of: Node | undefined): boolean => of?.type === 'PrivateIdentifier';
  switch (node.type) {
    case 'StaticBlock':
      return 'static {}';
    case 'Literal':
    case 'TemplateElement':
      return inPattern(node);
    case 'AssignmentExpression':
      return /^(?:\|\||&&|\?\?)=$/.test(node.operator!) ? node.operator : undefined;
    case 'BinaryExpression':
      return isPrivate(node.left) ? '#… in' : undefined;
    case 'MethodDefinition':
      return isPrivate(node.key) ? '#…()' : undefined;
    default:
      return undefined;
  }
}

/** Syntax of a script that Chromium 80 or Safari 15 cannot parse. */
export function syntaxBeyond(code: string): string[] {
  const found = new Set<string>();
  const open: unknown[] = [parseAst(code)];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) for (const one of next) open.push(one);
    else if (next && typeof next === 'object') {
      const what = 'type' in next ? newIn(next as Node) : undefined;
      if (what) found.add(what);
      for (const key in next) {
        const inner = (next as Record<string, unknown>)[key];
        if (inner && typeof inner === 'object') open.push(inner);
      }
    }
  }
  return [...found];
}
