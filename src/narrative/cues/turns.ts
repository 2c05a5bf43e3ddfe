// 升降: A本年9.64，上年7.60，少花2.04; 年初8.15，年末21.60，较年初减少13.45. Of two numbers of which one is said to be
// the older the difference has one direction; a word of the other is wrong. Knows the words of older and newer.
import { abs, compare, equal, minus } from '../../measure/exact.ts';
import { digitsOf } from '../relations/explained.ts';
import type { TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { isAlike, type Scene, type Told, toldAround } from './told.ts';

/** Digits that a difference must show, so that the two are those meant. */
const TELLING = 3;
const OLD = /上年|去年|上一年|年初|期初|上期|以前|原/;
const NEW = /本年|今年|当年|年末|年底|期末|现|调整后/;
const UP = /(?:增加|增长|上升|提高|多|增|升|净增|扩大)(?:了|花|支|出|收)?(?:出)?$/;
const DOWN = /(?:减少|下降|降低|少|减|降|净减|压减|节约|缩小)(?:了|花|支|出|收)?(?:出)?$/;

/** −1 older, 1 newer, by its words or the years told; 0 where nothing says so. */
function ageOf(own: Told, other: Told): -1 | 0 | 1 {
  const [a, b] = [own.said.year, other.said.year];
  if (a !== undefined && b !== undefined && a !== b) return a < b ? -1 : 1;
  const [old, fresh] = [own.said.past || OLD.test(own.clause), NEW.test(own.clause)];
  return old === fresh ? 0 : old ? -1 : 1;
}

/** The older and the newer of two. */
function inTime(a: Told, b: Told): readonly [Told, Told] | undefined {
  const [x, y] = [ageOf(a, b), ageOf(b, a)];
  if (x === 0 && y === 0) return undefined;
  if (x !== 0 && x === y) return undefined;
  return x < 0 || y > 0 ? [a, b] : [b, a];
}

const isStock = ({ figure, said }: Told): boolean =>
  !figure.bound && said.measure !== 'change' && said.measure !== 'difference';

const gapOf = (a: Figure, b: Figure) => abs(minus(a.value, b.value));

function contraryOf(scene: Scene, own: Told): TextRelation | undefined {
  const { figure, clause } = own;
  if ((figure.kind !== 'money' && figure.kind !== 'count') || digitsOf(figure) < TELLING)
    return undefined;
  const [up, down] = [UP.test(clause), DOWN.test(clause)];
  const [b, a] = toldAround(scene, own)
    .filter((t) => t.at < own.at && isAlike(t.figure, figure))
    .reverse();
  if (up === down || !a || !b || b.at - a.at !== 1 || own.at - b.at > 2) return undefined;
  if (!isStock(a) || !isStock(b) || !equal(gapOf(a.figure, b.figure), abs(figure.value)))
    return undefined;
  const pair = inTime(a, b);
  if (!pair) return undefined;
  const [old, fresh] = pair;
  const risen = compare(fresh.figure.value, old.figure.value) > 0;
  if (risen === up) return undefined;
  const says = `按文中两个数计算应为${risen ? '增加' : '减少'}，增减方向相反`;
  const equation = { kind: 'never', figures: [figure], says } as const;
  return {
    topic: 'change',
    about: figure,
    readings: [{ equation, strong: true, derived: figure }],
  };
}

/** 升降 of a paragraph. */
export const turnsIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => contraryOf(scene, own) ?? []);
