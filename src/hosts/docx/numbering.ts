// Numbers that Word prints before paragraphs without storing them: 一、 （一） 1. (1). Knows numbering.xml and
// the styles that refer to it.
import { Scanner } from '../xlsx/xml.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** 自动编号: hands out the numbers in reading order. */
export interface Numbering {
  /**
   * The number of the next paragraph of a list (else of its style's) and level, from 0; empty where it has
   * none.
   */
  next(list: string | undefined, level: number | undefined, style: string): string;
}

const CHINESE = '零一二三四五六七八九';
function chinese(n: number): string {
  if (n < 10) return CHINESE[n] ?? '';
  if (n >= 100) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${n % 10 ? CHINESE[n % 10] : ''}`;
}

function written(n: number, format: string): string {
  if (/chinese|ideograph|taiwanese|japaneseCounting/i.test(format)) return chinese(n);
  if (/decimalEnclosedCircle/i.test(format)) return String.fromCharCode(0x245f + n);
  return /decimal/i.test(format) ? String(n) : '';
}

function levelsIn(scan: Scanner, depth: number): Map<number, Level> {
  const levels = new Map<number, Level>();
  while (scan.child(depth)) {
    if (!scan.is('lvl')) continue;
    const index = Number(scan.attribute('ilvl', true) ?? 0);
    const found = { format: '', text: '', start: 1 };
    const inner = scan.depth;
    while (scan.child(inner)) {
      const value = scan.attribute('val', true) ?? '';
      if (scan.is('numFmt')) found.format = value;
      else if (scan.is('lvlText')) found.text = value;
      else if (scan.is('start')) found.start = Number(value) || 1;
    }
    levels.set(index, found);
  }
  return levels;
}

function listsIn(xml: string): Map<string, Map<number, Level>> {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, Map<number, Level>>();
  const scan = new Scanner(xml);
  scan.root();
  while (scan.child(1)) {
    if (scan.is('abstractNum')) {
      abstract.set(scan.attribute('abstractNumId', true) ?? '', levelsIn(scan, scan.depth));
    } else if (scan.is('num')) {
      const id = scan.attribute('numId', true) ?? '';
      const inner = scan.depth;
      while (scan.child(inner)) {
        if (!scan.is('abstractNumId')) continue;
        lists.set(id, abstract.get(scan.attribute('val', true) ?? '') ?? new Map());
      }
    }
  }
  return lists;
}

/** Styles that carry a list of their own. */
function styledIn(xml: string): Map<string, { list: string; level: number }> {
  const styled = new Map<string, { list: string; level: number }>();
  const scan = new Scanner(xml);
  scan.root();
  while (scan.child(1)) {
    if (!scan.is('style')) continue;
    const id = scan.attribute('styleId', true) ?? '';
    const text = scan.text.slice(scan.tagStart, scan.text.indexOf('</w:style>', scan.tagStart));
    const list = /<w:numId w:val="(\d+)"/.exec(text)?.[1];
    const level = Number(/<w:ilvl w:val="(\d+)"/.exec(text)?.[1] ?? 0);
    if (list) styled.set(id, { list, level });
  }
  return styled;
}

/**
 * 自动编号 of a document by its numbering.xml and styles.xml; without the first no paragraph has a number. What
 * it gives counts on: paragraphs are asked for in their order, each once.
 */
export function numberingIn(numbering: string | undefined, styles: string | undefined): Numbering {
  const lists = numbering ? listsIn(numbering) : new Map<string, Map<number, Level>>();
  const styled = numbering && styles ? styledIn(styles) : new Map();
  const counts = new Map<string, number[]>();
  return {
    next(list, level, style) {
      const id = list ?? styled.get(style)?.list;
      const at = level ?? styled.get(style)?.level ?? 0;
      const levels = id === undefined ? undefined : lists.get(id);
      const own = levels?.get(at);
      if (!own || !levels) return '';
      const now = counts.get(id!) ?? [];
      counts.set(id!, now);
      now[at] = (now[at] ?? own.start - 1) + 1;
      now.length = at + 1;
      const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const i = Number(digit) - 1;
        return written(now[i] ?? levels.get(i)?.start ?? 1, levels.get(i)?.format ?? 'decimal');
      });
      return /[\dⅠ-Ⅻ①-⑳一-龥]/.test(text) ? text : '';
    },
  };
}
