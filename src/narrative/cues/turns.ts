// 升降: A本年9.64，上年7.60，少花2.04; 年初8.15，年末21.60，较年初减少13.45. Of two numbers of which one is said to be
// the older the difference has one direction; a word of the other is wrong. Knows the words of older and newer.
import { abs, compare, equal, minus, sign } from '../../measure/exact.ts';
import { isBudget } from '../clauses/saying.ts';
import { digitsOf } from '../relations/explained.ts';
import type { Term, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { quotientReading } from './quotients.ts';
import { isAlike, type Scene, type Told } from './told.ts';

/** Digits that a difference must show, so that the two are those meant. */
const TELLING = 3;
const OLD = /上年|去年|上一年|年初|期初|上期|以前|原/;
const NEW = /本年|今年|当年|年末|年底|期末|现|调整后/;
const SPENT = /实际|实支|决算|执行|支出/;
const YEAR = /(?:19|20)\d\d(?=年)/;
const UP = /(?:增加|增长|上升|提高|多|增|升|净增|扩大)(?:了|花|支|出|收)?(?:出)?$/;
const DOWN = /(?:减少|下降|降低|少|减|降|净减|压减|节约|缩小)(?:了|花|支|出|收)?(?:出)?$/;

const yearOf = ({ said, clause }: Told): number | undefined => {
  const year = YEAR.exec(clause)?.[0];
  return year ? Number(year) : said.year;
};

/** 较2020年末的a少c: what it is held against. */
const AGAINST = /^[，]?(?:较|比|与|同|相比|相对)/;

/** −1 older, 1 newer, by its words or the years told; 0 where nothing says so. */
function ageOf(own: Told, other: Told): -1 | 0 | 1 {
  const [a, b] = [yearOf(own), yearOf(other)];
  if (a !== undefined && b !== undefined) return a === b ? 0 : a < b ? -1 : 1;
  const [planned, spent] = [isBudget(own.said.version), SPENT.test(other.clause)];
  if (planned && spent && !isBudget(other.said.version)) return -1;
  const [old, fresh] = [own.said.past || OLD.test(own.clause), NEW.test(own.clause)];
  return old === fresh ? 0 : old ? -1 : 1;
}

/** The older and the newer of two. */
function inTime(a: Told, b: Told): readonly [Told, Told] | undefined {
  if (AGAINST.test(b.clause)) return [b, a];
  const [x, y] = [ageOf(a, b), ageOf(b, a)];
  if (x === 0 && y === 0) return undefined;
  if (x !== 0 && x === y) return undefined;
  return x < 0 || y > 0 ? [a, b] : [b, a];
}

const isStock = ({ figure, said }: Told): boolean =>
  !figure.bound && said.measure !== 'change' && said.measure !== 'difference';

const gapOf = (a: Figure, b: Figure) => abs(minus(a.value, b.value));

const contrary = (figure: Figure, risen: boolean): TextRelation => {
  const says = `按文中两个数计算应为${risen ? '增加' : '减少'}，增减方向相反`;
  const equation = { kind: 'never', figures: [figure], says } as const;
  return {
    topic: 'change',
    about: figure,
    readings: [{ equation, strong: true, derived: figure }],
  };
};

/** The two told last before it, of one kind with each other. */
function lastTwo({ told }: Scene, own: Told, kind?: Figure): readonly [Told, Told] | undefined {
  const before = told
    .slice(Math.max(0, own.at - 4), own.at)
    .filter((t) => t.figure.kind !== 'percent');
  const [b, a] = before.filter((t) => !kind || isAlike(t.figure, kind)).reverse();
  if (!a || !b || b.at - a.at !== 1 || own.at - b.at > 2) return undefined;
  return isStock(a) && isStock(b) && isAlike(a.figure, b.figure) ? [a, b] : undefined;
}

/** 2022年a，2021年b，增长p: a is less than b, and p is just so much. */
function rateContraryOf(scene: Scene, own: Told): TextRelation | undefined {
  const { figure, said, clause } = own;
  const [up, down] = [UP.test(clause), DOWN.test(clause)];
  if (figure.kind !== 'percent' || said.measure !== 'growth' || digitsOf(figure) < TELLING)
    return undefined;
  const last = up === down || sign(figure.value) < 0 ? undefined : lastTwo(scene, own);
  const pair = last && inTime(...last);
  if (!pair) return undefined;
  const [old, fresh] = pair;
  const risen = compare(fresh.figure.value, old.figure.value) > 0;
  if (risen === up) return undefined;
  const [more, less] = risen ? [fresh, old] : [old, fresh];
  const top: Term[] = [
    [more.figure, 1],
    [less.figure, -1],
  ];
  const equation = quotientReading(figure, top, [[old.figure, 1]]);
  return isKept(weigh(equation)) ? contrary(figure, risen) : undefined;
}

function contraryOf(scene: Scene, own: Told): TextRelation | undefined {
  const { figure, clause } = own;
  if ((figure.kind !== 'money' && figure.kind !== 'count') || digitsOf(figure) < TELLING)
    return undefined;
  const [up, down] = [UP.test(clause), DOWN.test(clause)];
  // 增长-539.60: the sign turns the word.
  const last = up === down || sign(figure.value) < 0 ? undefined : lastTwo(scene, own, figure);
  if (!last || !equal(gapOf(last[0].figure, last[1].figure), abs(figure.value))) return undefined;
  const pair = inTime(...last);
  if (!pair) return undefined;
  const [old, fresh] = pair;
  const risen = compare(fresh.figure.value, old.figure.value) > 0;
  return risen === up ? undefined : contrary(figure, risen);
}

/** 升降 of a paragraph. */
export const turnsIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => contraryOf(scene, own) ?? rateContraryOf(scene, own) ?? []);
