// How a passage reaches us: the plain print, and what paper, copying and habit do to it. Where each number stands
// is carried along.
import { Converter } from 'opencc-js/cn2t';
import type { Random } from '../department/random.ts';
import { shown } from './figures.ts';
import type { Passage } from './passage.ts';

/** A character (or what it became) and the number it belongs to, −1 for none. */
interface Cell {
  readonly s: string;
  readonly n: number;
}

export interface Print {
  readonly text: string;
  /** Where each number of the passage stands; none where it is not printed. */
  readonly places: ReadonlyMap<number, readonly [number, number]>;
  /** Lines end where the paper ended. */
  readonly broken: boolean;
  readonly noise: readonly string[];
}

function cellsOf({ pieces, figures }: Passage): Cell[] {
  return pieces.flatMap((piece) => {
    if ('text' in piece) return [...piece.text].map((s) => ({ s, n: -1 }));
    if ('word' in piece) return [...piece.word].map((s) => ({ s, n: -1 }));
    return [...shown(figures[piece.number]!)].map((s) => ({ s, n: piece.number }));
  });
}

const DIGIT = /[\d.,， ]/;
const inDigits = (cells: readonly Cell[], i: number): boolean =>
  cells[i]!.n >= 0 &&
  cells[i]!.n === cells[i + 1]?.n &&
  DIGIT.test(cells[i]!.s) &&
  DIGIT.test(cells[i + 1]!.s);

const FULL: Readonly<Record<string, string>> = { '.': '．', '%': '％', ',': '，', '(': '（' };
const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '。': '。',
  '“': '"',
  '”': '"',
};
const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

type Noise = (cells: readonly Cell[], r: Random) => Cell[];
const traditional = Converter({ from: 'cn', to: 't' });

/** Breaks between any two characters, for `cut` also inside a number. */
function lines(cells: readonly Cell[], r: Random, cut: boolean, page: boolean): Cell[] {
  const width = r.integer(14, 40);
  let column = 0;
  const paged = page ? r.integer(0, Math.floor(cells.length / width)) : -1;
  let row = 0;
  const mark = r.pick(['—8—', '8', '- 12 -', '第 9 页 共 31 页', '— 27 —']);
  return cells.flatMap((cell, i) => {
    if (cell.s === '\n') {
      column = 0;
      return [cell];
    }
    column += 1;
    if (column < width || (!cut && inDigits(cells, i)) || i > cells.length - 3) return [cell];
    column = 0;
    row += 1;
    const end = row === paged ? `\n${mark}\n` : '\n';
    return [cell, ...[...end].map((s) => ({ s, n: -1 }))];
  });
}

const NOISE: Readonly<Record<string, Noise>> = {
  断行: (cells, r) => lines(cells, r, false, false),
  断行断数: (cells, r) => lines(cells, r, true, false),
  页码: (cells, r) => lines(cells, r, false, true),
  全角: (cells) =>
    cells.map((c) => ({
      ...c,
      s: /\d/.test(c.s) ? String.fromCharCode(c.s.charCodeAt(0) + 0xfee0) : (FULL[c.s] ?? c.s),
    })),
  半角标点: (cells) => cells.map((c) => (c.n >= 0 ? c : { ...c, s: HALF[c.s] ?? c.s })),
  数前后空格: (cells) =>
    cells.flatMap((c, i) => {
      const edge = c.n >= 0 && cells[i - 1]?.n !== c.n;
      const unit =
        c.n >= 0 && DIGIT.test(c.s) && cells[i + 1]?.n === c.n && !DIGIT.test(cells[i + 1]!.s);
      return [...(edge ? [{ s: ' ', n: -1 }] : []), c, ...(unit ? [{ s: ' ', n: c.n }] : [])];
    }),
  字间空格: (cells) => cells.flatMap((c) => [c, { s: ' ', n: c.n }]),
  繁體: (cells) => {
    const words = [...traditional(cells.map((c) => c.s).join(''))];
    return words.length === cells.length
      ? cells.map((c, i) => ({ ...c, s: words[i]! }))
      : [...cells];
  },
  中文数字: (cells) => {
    const result: Cell[] = [];
    for (let i = 0; i < cells.length; i += 1) {
      const { s, n } = cells[i]!;
      const single =
        n >= 0 &&
        cells[i - 1]?.n !== n &&
        /[1-9]/.test(s) &&
        /[个辆人]/.test(cells[i + 1]?.s ?? '');
      result.push(single ? { s: NUMERALS[Number(s)]!, n } : { s, n });
    }
    return result;
  },
  段首空格: (cells) => [...'　　'].map((s) => ({ s, n: -1 })).concat(cells),
};

const DRAW = [
  '断行',
  '断行',
  '页码',
  '全角',
  '半角标点',
  '半角标点',
  '数前后空格',
  '数前后空格',
  '字间空格',
  '繁體',
  '中文数字',
  '段首空格',
  '断行断数',
];

/** The passage on paper; half of them as typed. */
export function print(passage: Passage, r: Random, clean = r.chance(0.4)): Print {
  const names = clean ? [] : [...new Set([r.pick(DRAW), ...(r.chance(0.3) ? [r.pick(DRAW)] : [])])];
  // Letters spread over a line are not broken on top of it: nobody could read the digits.
  const spread = names.includes('字间空格');
  // One kind of line ends is enough.
  const once = names.filter(
    (_, i) => i === 0 || !names.slice(0, i).some((m) => m.startsWith('断行') || m === '页码'),
  );
  const noise = spread ? ['字间空格'] : once;
  const order = (name: string): number => (/^断行|页码/.test(name) ? 1 : 0);
  const sorted = [...noise].sort((a, b) => order(a) - order(b));
  let cells = cellsOf(passage);
  for (const name of sorted) cells = NOISE[name]!(cells, r);
  const places = new Map<number, readonly [number, number]>();
  let at = 0;
  for (const { s, n } of cells) {
    if (n >= 0) places.set(n, [places.get(n)?.[0] ?? at, at + s.length]);
    at += s.length;
  }
  const text = cells.map((c) => c.s).join('');
  return { text, places, broken: sorted.some((n) => order(n) === 1), noise: sorted };
}
