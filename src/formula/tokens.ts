// Tokens of the notation. Full and half width, blanks, `…` and line breaks are freely mixed in print;
// here they become one form. Offsets point into the text as written.

/** 记号 in its one form, and its UTF-16 offset in the text as written. */
export interface FormulaToken {
  readonly kind: 'name' | 'quoted' | 'number' | 'sign';
  readonly text: string;
  readonly at: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  '＋': '+',
  '+': '+',
  '－': '-',
  '-': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': '×',
  '*': '×',
  '＊': '×',
  '÷': '÷',
  '/': '÷',
  '／': '÷',
  '＝': '=',
  '=': '=',
  '≤': '≤',
  '≦': '≤',
  '⩽': '≤',
  '≥': '≥',
  '≧': '≥',
  '⩾': '≥',
  '∈': '∈',
  '（': '(',
  '(': '(',
  '）': ')',
  ')': ')',
  '；': ';',
  ';': ';',
  '，': ',',
  ',': ',',
  '：': ':',
  ':': ':',
  '·': '·',
  '・': '·',
  '.': '.',
  '．': '.',
  '、': '、',
  Σ: 'Σ',
  '∑': 'Σ',
  '…': '…',
  '⋯': '…',
  '→': '→',
  '%': '%',
  '％': '%',
  '<': '<',
  '＜': '<',
  '>': '>',
  '＞': '>',
};
const DIGIT = /[0-9０-９]/;
const BLANK = /[\s\u3000\u200b\ufeff]/;

/** Digits as ASCII. */
const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace('．', '.');

function numberAt(text: string, start: number): number {
  let end = start;
  while (end < text.length && DIGIT.test(text[end]!)) end += 1;
  const point = text[end] === '.' || text[end] === '．';
  if (point && DIGIT.test(text[end + 1] ?? '')) {
    end += 1;
    while (end < text.length && DIGIT.test(text[end]!)) end += 1;
  }
  return end;
}

function nameAt(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const c = text[end]!;
    if (c in SIGNS || c === '「' || c === '」' || c === '。' || BLANK.test(c)) break;
    end += 1;
  }
  return end;
}

/** Two-character signs as typed on a keyboard. */
function pairAt(text: string, at: number): string | undefined {
  const pair = text
    .slice(at, at + 2)
    .replace('＝', '=')
    .replace('＜', '<')
    .replace('＞', '>');
  if (pair === '<=') return '≤';
  if (pair === '>=') return '≥';
  return pair === '->' ? '→' : undefined;
}

/** Names that a line break or blank cut in two in print are joined again. */
function joined(tokens: FormulaToken[], text: string): FormulaToken[] {
  const result: FormulaToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last?.kind === 'name' && token.kind === 'name') {
      const cut = text.slice(last.at, token.at + token.text.length).replace(/\s|\u3000/g, '');
      result[result.length - 1] = { ...last, text: cut };
    } else {
      result.push(token);
    }
  }
  return result;
}

/**
 * 记号 of a text in reading order, at zero-based UTF-16 offsets into it. Never fails: what is no sign, number
 * or 「name」 is part of a name, and half a 「」 a sign.
 */
export function tokens(text: string): FormulaToken[] {
  const result: FormulaToken[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    const pair = pairAt(text, at);
    let end = at + 1;
    if (BLANK.test(c) || c === '。') {
      // Blanks and the closing full stop carry nothing.
    } else if (pair) {
      end = at + 2;
      result.push({ kind: 'sign', text: pair, at });
    } else if (c === '「' && text.includes('」', at)) {
      end = text.indexOf('」', at) + 1;
      result.push({ kind: 'quoted', text: text.slice(at + 1, end - 1), at });
    } else if (c === '「' || c === '」') {
      // Without its other half a bracket is no name: the parser says where it stands.
      result.push({ kind: 'sign', text: c, at });
    } else if (DIGIT.test(c)) {
      end = numberAt(text, at);
      result.push({ kind: 'number', text: narrow(text.slice(at, end)), at });
    } else if (c === '.' && text.startsWith('...', at)) {
      end = at + 3;
      result.push({ kind: 'sign', text: '…', at });
    } else if (c in SIGNS) {
      const sign = SIGNS[c]!;
      const repeated = sign === '…' && result.at(-1)?.text === '…';
      if (!repeated) result.push({ kind: 'sign', text: sign, at });
    } else {
      end = Math.max(nameAt(text, at), at + 1);
      result.push({ kind: 'name', text: text.slice(at, end), at });
    }
    at = end;
  }
  return joined(result, text);
}
