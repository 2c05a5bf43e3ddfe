// 百分点: p，比q提高d个百分点; the other rate stands between, or in the bracket behind. Knows the words of directions.
import { negate } from '../../measure/exact.ts';
import type { Term, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { type Candidate, relationFrom } from './evidence.ts';
import { type Scene, type Told, toldAround, withoutParticles, wordsOf } from './told.ts';
import type { CueWords } from './words.ts';

const isRate = ({ figure }: Told): boolean => figure.kind === 'percent';

function directionOf({ clause }: Told, words: CueWords): 1 | -1 | undefined {
  const text = withoutParticles(clause);
  if (wordsOf(words.down).some((w) => text.endsWith(w))) return -1;
  return wordsOf(words.up).some((w) => text.endsWith(w)) ? 1 : undefined;
}

function pointsAt(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  const direction = directionOf(own, words);
  if (own.figure.kind !== 'points' || !direction || own.figure.token!.rough) return undefined;
  const near = toldAround(scene, own).filter(isRate);
  const before = near.filter(
    (t) =>
      t.at < own.at && (t.said.measure !== 'growth' || /[到至为](?:\d{4}年的?)?$/.test(t.lead)),
  );
  const [behind] = scene.told
    .slice(own.at + 1, own.at + 2)
    .filter((t) => isRate(t) && t.lead.startsWith('（'));
  const between = scene.told[own.at - 1];
  const against =
    between && isRate(between) && /[比较由从]/.test(between.lead.replaceAll('占比', ''))
      ? between
      : undefined;
  const olds = [behind, against].filter((t) => t !== undefined);
  const all: Candidate[] = [];
  for (const old of olds) {
    const nows = before.filter((t) => t !== old && !t.bracketed);
    const last = old === against ? nows.slice(-1) : nows.slice(0, 1);
    for (const now of [...last, ...nows]) {
      const form: Term[] = [
        [now.figure, 1],
        [old.figure, -1],
        [own.figure, direction > 0 ? -1 : 1],
      ];
      all.push({ equation: { kind: 'sum', form }, plain: olds.length === 1 });
    }
  }
  // 由q提高到p，提高d.
  const [from, to] = before.slice(-2);
  if (olds.length === 0 && from && to && /到|至/.test(to.lead) && /由|从/.test(from.lead)) {
    const form: Term[] = [
      [to.figure, 1],
      [from.figure, -1],
      [own.figure, direction > 0 ? -1 : 1],
    ];
    all.push({ equation: { kind: 'sum', form }, plain: true });
  }
  const turned = all.some(({ equation }) =>
    isKept(weigh(equation, { figure: own.figure, value: negate(own.figure.value) })),
  );
  // p，下降d个百分点（上年q）: the three stand beside each other.
  const closed = all.length === 1 && between !== undefined && behind !== undefined;
  return relationFrom('points', own, all, { copied: turned, closed: closed && isRate(between) });
}

/** 百分点 of a paragraph. */
export const pointRelations = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => pointsAt(scene, own, words) ?? []);
