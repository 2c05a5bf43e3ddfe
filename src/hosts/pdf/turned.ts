// Parts of a page that are read in different directions: a table printed on its side beside upright text. Knows letters
// and amounts by their look; knows no table.
import type { Drawn, Letter } from './drawn.ts';
import { plainLetter } from './letters.ts';

/** 页面的一部分 whose lines run one way, with the lines drawn around it. */
export type TurnedPart = Pick<Drawn, 'letters' | 'across' | 'down'>;

type Turn = 0 | 1 | 2 | 3;

const AMOUNT = /\d\.\d{2}(?!\d)/g;
/** So many amounts on their side are a table of their own; heads of columns turned within a table hold none. */
const LEAST = 3;
/** Share of letters that may stand among the others by chance. */
const AMONG = 0.1;
/** Lines are drawn this far around the letters, and lines of words stand no further apart. */
const AROUND = 30;

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areaOf(letters: readonly Letter[]): Area {
  const area = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const { x, y, endX, endY } of letters) {
    area.left = Math.min(area.left, x, endX);
    area.right = Math.max(area.right, x, endX);
    area.top = Math.min(area.top, y, endY);
    area.bottom = Math.max(area.bottom, y, endY);
  }
  return area;
}

const isIn = (x: number, y: number, { left, right, top, bottom }: Area, more = 0): boolean =>
  x > left - more && x < right + more && y > top - more && y < bottom + more;

/** Quarter turns that make most lines run from left to right. */
export function turnOf(letters: readonly Letter[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of letters) if (turn !== undefined) counts[turn] = counts[turn]! + 1;
  // Upright lines are taken for the page's own unless many more lie on their side.
  const best = counts.indexOf(Math.max(...counts));
  return (counts[best]! > 2 * counts[0]! ? best : 0) as Turn;
}

/** 单位：万元 and a name that ends so: a table without an amount has them. */
const UNIT = /单位[:：]/;
const TITLE = /决算[^。；，]{0,8}表/;

function holdsTable(letters: readonly Letter[]): boolean {
  const text = letters
    .map((l) => plainLetter(l.text))
    .join('')
    .replace(/\s/g, '');
  return (text.match(AMOUNT)?.length ?? 0) >= LEAST || (UNIT.test(text) && TITLE.test(text));
}

/** Letters that stand apart from what is read another way. */
function isApart(own: readonly Letter[], others: readonly Letter[]): boolean {
  const area = areaOf(own);
  const among = others.filter((l) => isIn(l.x, l.y, area)).length;
  return among <= own.length * AMONG;
}

/** Upright lines with hardly any room between them. */
function blocksOf(letters: readonly Letter[]): Letter[][] {
  const blocks: Letter[][] = [];
  for (const letter of [...letters].sort((a, b) => a.y - b.y)) {
    const last = blocks.at(-1)?.at(-1);
    if (last && letter.y - last.y < AROUND) blocks.at(-1)!.push(letter);
    else blocks.push([letter]);
  }
  return blocks;
}

/** Letters of a page that are read apart from most of it. */
function lettersApart(letters: readonly Letter[], turn: Turn, main: Turn): readonly Letter[] {
  const own = letters.filter((l) => l.turn === turn);
  const rest = letters.filter((l) => l.turn === main);
  if (own.length === 0) return [];
  // On a page that lies on its side whatever is upright may be a paragraph, a heading, a number of the page.
  if (turn === 0) return blocksOf(own).flatMap((block) => (isApart(block, rest) ? block : []));
  return holdsTable(own) && isApart(own, rest) ? own : [];
}

/**
 * The page as it is mostly read, and parts that run another way: a table on its side beside upright text, upright text
 * beside such a table. What stands across its lines and among them belongs to it.
 */
export function turnedParts({ letters, across, down }: Drawn): readonly TurnedPart[] {
  const main = turnOf(letters);
  const others = ([0, 1, 2, 3] as const).filter((t) => t !== main);
  const apart = others.map((turn) => lettersApart(letters, turn, main)).filter((l) => l.length > 0);
  if (apart.length === 0) return [{ letters, across, down }];
  const taken = new Set(apart.flat());
  const lists = [letters.filter((l) => !taken.has(l)), ...apart];
  // Lines belong to the table on its side that they are drawn around.
  const sideways = lists.filter((l) => l.length > 0 && l.some((o) => o.turn !== 0));
  const own = new Map(sideways.map((l) => [l, areaOf(l)] as const));
  const holder = (x: number, y: number) =>
    [...own].find(([, area]) => isIn(x, y, area, AROUND))?.[0] ?? lists[0];
  const parts = lists.map((list) => ({
    letters: list,
    across: across.filter((r) => holder((r.from + r.to) / 2, r.at) === list),
    down: down.filter((r) => holder(r.at, (r.from + r.to) / 2) === list),
  }));
  // Upright words come first: they stand over the table.
  return parts.sort((a, b) => Number(isSideways(a)) - Number(isSideways(b)));
}

const isSideways = ({ letters }: TurnedPart): boolean => turnOf(letters) !== 0;
