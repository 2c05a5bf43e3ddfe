// 跨年比较: 2019年a、2020年b、2021年c，2021年较2020年下降p，三年累计增长q. The years that its words name say which two
// amounts a rate or a change is of; no other reading is left. Knows years.
import { isBudget } from '../clauses/saying.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { relationFrom } from './evidence.ts';
import { quotientReading } from './quotients.ts';
import { isAlike, type Scene, type Told } from './told.ts';

const YEAR = /((?:19|20)\d\d)年度?/g;
/** 2021年较2020年下降, 与2020年相比增长: the years, with nothing else named. */
const TWO =
  /((?:19|20)\d\d)年度?(?:则|又)?[较比与和同]((?:19|20)\d\d)年度?(?:相比|的)?，?(?:则|又|有所)?$/;
const SINCE = /^[^一-龥]*[较比与和同]((?:19|20)\d\d)年度?(?:相比)?，?$/;
const SAME = /((?:19|20)\d\d)年度?，?同比$/;
const OVER = /^[，；]?(?:近)?[两二三四五六]年(?:间|来)?累计$/;
const MOVE = /(?:增长|增加|上升|提高|下降|减少|降低|压减|净增加|净减少)(?:了|率为|幅度为)?$/;

const isStock = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  said.measure !== 'change' &&
  said.measure !== 'difference';

const yearOf = ({ said, clause }: Told): number | undefined => {
  const years = [...clause.matchAll(YEAR)].map((m) => Number(m[1]));
  return years.length === 1 ? years[0] : years.length === 0 ? said.year : undefined;
};

/** Amounts of one kind by their years, where each year has told but one. */
function seriesBefore({ told }: Scene, own: Told): ReadonlyMap<number, Told> | undefined {
  const found = new Map<number, Told>();
  const stocks = told.filter(
    (t) => t.at < own.at && isStock(t) && !isBudget(t.said.version) && yearOf(t) !== undefined,
  );
  const [first] = stocks;
  for (const t of stocks) {
    const year = yearOf(t)!;
    if (!isAlike(t.figure, first!.figure) || found.has(year)) return undefined;
    found.set(year, t);
  }
  return found.size > 1 ? found : undefined;
}

/** The year compared and the year it is compared to. */
function yearsOf(words: string, series: ReadonlyMap<number, Told>): [number, number] | undefined {
  const two = TWO.exec(words);
  if (two) return [Number(two[1]), Number(two[2])];
  const same = SAME.exec(words)?.[1];
  if (same) return [Number(same), Number(same) - 1];
  const all = [...series.keys()];
  const since = SINCE.exec(words)?.[1];
  if (since) return [Math.max(...all), Number(since)];
  return OVER.test(words) ? [Math.max(...all), Math.min(...all)] : undefined;
}

const sumOf = (now: Figure, base: Figure, change: Figure, up: boolean): Equation => ({
  kind: 'sum',
  form: [
    [now, 1],
    [base, -1],
    [change, up ? -1 : 1],
  ],
});

function growthOf(now: Figure, base: Figure, rate: Figure, up: boolean): Equation {
  const top: Term[] = up
    ? [
        [now, 1],
        [base, -1],
      ]
    : [
        [base, 1],
        [now, -1],
      ];
  return { ...quotientReading(rate, top, [[base, 1]]), signed: true } as Equation;
}

/** 收入a，2020年b；本年支出c，比2020年减少d: an amount with a name and no year stands between. */
function isOfAnother({ told }: Scene, own: Told, now: Told, base: Told): boolean {
  const last = Math.max(now.at, base.at);
  return told
    .slice(last + 1, own.at)
    .some((t) => isStock(t) && t.said.subject !== '' && isAlike(t.figure, now.figure));
}

function comparedOf(scene: Scene, own: Told): TextRelation | undefined {
  const { figure, said, lead } = own;
  const move = MOVE.exec(lead)?.[0];
  const over = move !== undefined && OVER.test(lead.slice(0, lead.length - move.length));
  const isRate = figure.kind === 'percent' && (said.measure === 'growth' || over);
  if (!move || figure.token!.rough || !(isRate || said.measure === 'change')) return undefined;
  const series = seriesBefore(scene, own);
  const words = lead.slice(0, lead.length - move.length);
  const years = series && yearsOf(words, series);
  const [now, base] = (years ?? []).map((y) => series!.get(y));
  if (!now || !base || now === base || isOfAnother(scene, own, now, base)) return undefined;
  const up = /[增上提]/.test(move);
  if (isRate) {
    const equation = growthOf(now.figure, base.figure, figure, up);
    return relationFrom('growth', own, [{ equation, plain: true }], { closed: true });
  }
  if (!isAlike(figure, now.figure)) return undefined;
  const equation = sumOf(now.figure, base.figure, figure, up);
  return relationFrom('change', own, [{ equation, plain: true }], { closed: true });
}

/** 跨年比较 of a paragraph. */
export const yearsIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => comparedOf(scene, own) ?? []);
