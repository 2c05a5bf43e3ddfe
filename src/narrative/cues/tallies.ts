// 得分合计: 产出指标50分，得48.5分；…；总分94.7分. Of two scores told as one thing the one is what it was to be, the other
// what it got; what was got comes to the total, told before its parts or behind them. Knows how scores are told.
import { compare, isZero, toDouble } from '../../measure/exact.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, sumOfTerms, weigh } from '../relations/weigh.ts';
import { isSlipped, relationFrom } from './evidence.ts';
import { holds, type Scene, type Told } from './told.ts';
import type { CueWords } from './words.ts';

const GOT = /(?:得|得分|计|折算)(?:为|了|满分)?$/;
/** 得48.5分, behind what it was to be. */
const BEHIND =
  /^(?:（[^（）]*）)?[，：（）]{0,2}(?:实际|自评|实|本项|该项)?(?:得|得分|扣)(?:分|为|了)?$/;
const FULL = /(?:(?:^|[^得])满分|权重|分值|标准分|总分值)[^，。；]{0,4}$/;
const TOTAL =
  /(?:总分|总得分|综合得分|合计得分|得分合计|合计|共计|小计|自评得分|评价得分|绩效得分|综合评分)(?:为|是|共)?$/;
const SUBTOTAL = /小计/;
const FEWEST = 3;
const MOST = 12;
/** So many paragraphs a tally goes over. */
const SPAN = 6;

const isScore = ({ figure }: Told): boolean =>
  figure.kind === 'count' && figure.unit === '分' && !figure.bound && !figure.token!.rough;

/** 得分 and 总分 in reading order. */
interface Entry {
  readonly told: Told;
  readonly total: boolean;
  readonly paragraph: number;
}

function entriesIn(scenes: readonly Scene[], words: CueWords): Entry[] {
  return scenes.flatMap(({ told }, paragraph) => {
    const scores = told.filter(isScore);
    return scores.flatMap((t, i): Entry[] => {
      const next = scores[i + 1];
      const alone = /（$/.test(t.lead) && t.tail.startsWith('）');
      const followed = next !== undefined && next.at === t.at + 1 && BEHIND.test(next.lead);
      if (holds(t.clause, words.deducted) || /平均|均分|上年|去年|目标/.test(t.clause)) return [];
      const total = TOTAL.test(t.clause);
      if (!total && (FULL.test(t.clause) || alone || followed)) return [];
      if (!total && !GOT.test(t.clause)) return [];
      return t.said.past || isZero(t.figure.value) ? [] : [{ told: t, total, paragraph }];
    });
  });
}

const sumOf = (parts: readonly Entry[], { figure }: Told): SumEquation => ({
  kind: 'sum',
  form: [...parts.map(({ told }): Term => [told.figure, 1]), [figure, -1]],
});

/** Off by no more than a tenth: the parts are those of the whole. */
const isNear = ({ form }: SumEquation): boolean =>
  Math.abs(toDouble(sumOfTerms(form).value)) * 10 <= toDouble(form.at(-1)![0].value);

/** Sets of what was got that may come to a total, the likeliest first. */
function setsOf(all: readonly Entry[], at: number): (readonly Entry[])[] {
  const own = all[at]!;
  const near = (e: Entry): boolean => Math.abs(e.paragraph - own.paragraph) <= SPAN;
  const before = all.slice(0, at).filter(near);
  const last = before.findLastIndex((e) => e.total);
  const behind = all.slice(at + 1).filter(near);
  const stop = behind.findIndex((e) => e.total);
  const run = stop < 0 ? behind : behind.slice(0, stop);
  const subs = before.findLastIndex((e) => e.total && !SUBTOTAL.test(e.told.clause));
  const sets = [
    before.slice(last + 1),
    run,
    run.filter((e) => e.paragraph === own.paragraph),
    before.slice(subs + 1).filter((e) => e.total),
    before.filter((e) => e.paragraph === own.paragraph && !e.total),
  ];
  return sets.filter(
    (set) =>
      set.length >= FEWEST &&
      set.length <= MOST &&
      set.every((e) => compare(e.told.figure.value, own.told.figure.value) < 0),
  );
}

/** 得分合计 of a text. */
export function talliesIn(scenes: readonly Scene[], words: CueWords): TextRelation[] {
  const all = entriesIn(scenes, words);
  return all.flatMap((own, at): TextRelation[] => {
    const sums = own.total ? setsOf(all, at).map((set) => sumOf(set, own.told)) : [];
    const [first] = sums;
    if (!first || sums.some((e) => isKept(weigh(e)))) return [];
    if (!isNear(first) || !isSlipped(first, { slip: 1, copy: 2 })) return [];
    const found = relationFrom('score', own.told, [{ equation: first, plain: true }], {
      closed: true,
    });
    return found ? [found] : [];
  });
}
