// 评价等级: 34个项目…，“优”20个，“良”10个，“中”3个，没有“差”; 90分以上的33个，75至90分的3个. Grades part what was graded
// among them: where they are told to the end they come to all of it, wherever that was told. Knows how grades are
// told; their names are data.
import { isZero, sign } from '../../measure/exact.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, sumOfTerms, weigh } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { isAlike, type Scene, type Told, withoutParticles, wordsOf } from './told.ts';
import { isPart } from './totals.ts';
import type { CueWords } from './words.ts';

/** So many numbers back what was graded is looked for. */
const REACH = 16;
const LONGEST = 6;
const QUOTES = /["“”'‘’「」]|的|等次|等级|评为|为|项目|结果/g;
const BAND = /^(?:（[^（）]*）)?(?:及?以[上下])?(?:（[^（）]*）)?的?(?:项目)?(?:有|共)?$/;
/** 没有“差”的项目, 无“合格”及以下项目, 差0个: nothing is left out. */
const NONE = /(?:没有|无|未出现)[^，。；]{0,12}(?:差|不合格|较差|合格)/;
const OBJECT = /项目|评价|自评|单位|政策|资金/;

const isCounted = (t: Told): boolean =>
  t.figure.kind === 'count' && !t.figure.bound && !t.figure.token!.rough && isPart(t);

/** The grade it is of: a name of one, or so many points. */
function gradeOf({ told }: Scene, t: Told, { grades }: CueWords): string | undefined {
  const name = withoutParticles(t.clause).replace(QUOTES, '');
  const word = wordsOf(grades).find((w) => name.endsWith(w));
  if (word) return word;
  const points = told[t.at - 1];
  return points?.figure.unit === '分' && BAND.test(t.lead) ? `分${points.at}` : undefined;
}

/** 75（含）至90分: ends of what is graded, and no counts. */
const isOfPoints = ({ figure }: Told): boolean => figure.unit === '分' || figure.kind === 'bare';

/** Counts of grades, one behind the other, each of another grade. */
function gradesFrom(scene: Scene, first: Told, words: CueWords): Told[] {
  const row: Told[] = [];
  const met = new Set<string>();
  for (const t of scene.told.slice(first.at, first.at + 3 * LONGEST)) {
    if (t.sentence !== first.sentence || row.length === LONGEST) break;
    if (isOfPoints(t)) continue;
    const grade = isAlike(t.figure, first.figure) ? gradeOf(scene, t, words) : undefined;
    if (!grade || met.has(grade) || !isCounted(t)) break;
    met.add(grade);
    row.push(t);
  }
  return row;
}

const sumOf = (parts: readonly Told[], { figure }: Told): SumEquation => ({
  kind: 'sum',
  form: [...parts.map((t): Term => [t.figure, 1]), [figure, -1]],
});

function gradedOf(scene: Scene, first: Told, words: CueWords): TextRelation | undefined {
  if (!isCounted(first)) return undefined;
  const row = gradesFrom(scene, first, words);
  const last = row.at(-1);
  if (!last || row.length < 2) return undefined;
  const next = scene.told[last.at + 1];
  // The row began before.
  const before = scene.told.slice(0, first.at).findLast((t) => !isOfPoints(t));
  const begun = before && isAlike(before.figure, first.figure);
  if (begun && gradeOf(scene, before, words)) return undefined;
  const wholes = scene.told
    .slice(Math.max(0, first.at - REACH), first.at)
    .filter((t) => isCounted(t) && isAlike(t.figure, first.figure) && !isZero(t.figure.value));
  if (wholes.some((w) => isKept(weigh(sumOf(row, w))))) return undefined;
  const behind = last.tail + (next?.sentence === last.sentence ? next.lead : '');
  const whole = NONE.test(behind) || row.some((t) => isZero(t.figure.value));
  const objects = wholes.filter((t) => OBJECT.test(t.clause + t.tail.slice(0, 6)));
  const total = objects.length === 1 ? objects[0] : undefined;
  if (!total) return undefined;
  const over = sign(sumOfTerms(sumOf(row, total).form).value) > 0;
  if (!whole && !over) return undefined;
  return relationFrom('total', total, [{ equation: sumOf(row, total), plain: true }], {
    closed: true,
  });
}

/** 评价等级 of a paragraph. */
export const gradedIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => gradedOf(scene, own, words) ?? []);
