// What a number that no clause explains comes to: the quotient, the difference or the sum of numbers beside it.
// Such a relation confirms; it never accuses. Knows statements; knows no word.
import { equal } from '../../measure/exact.ts';
import type { Account } from '../clauses/account.ts';
import type { Statement } from '../clauses/saying.ts';
import { TOPIC_RULES } from '../register.ts';
import type { Figure } from '../text/figure.ts';
import { Arithmetic } from './arithmetic.ts';
import { digitsOf } from './explained.ts';
import { membersOf, type Reading, type TextRelation } from './relation.ts';
import { isKept, weigh } from './weigh.ts';

/** Digits below which a sum of two or a difference may be chance. */
const TELLING = 3;

/** Numbers of a sentence that a number may be derived from without a word. */
const BESIDE = 2;

function readingOf(sentence: Arithmetic, said: Statement): Reading | undefined {
  const { figure } = said;
  if (figure.bound || digitsOf(figure) < TELLING) return undefined;
  // 差异率: of the budget or of the final figure, as the house has it.
  if (said.lead.some((t) => /(?:差异|偏差|偏离)率/.test(t.text))) return undefined;
  if (figure.kind === 'percent') return sentence.rate(figure, said, BESIDE);
  if (figure.kind !== 'money' && figure.kind !== 'count') return undefined;
  const found = sentence.total(figure, 2) ?? sentence.difference(figure, BESIDE);
  // Within the rounding of small amounts too many sums would do.
  return found && weigh(found.equation) === 'exact' ? found : undefined;
}

/** 抄成邻数: a number that stands twice may be a copy of the other; which one is meant nobody knows. */
const isUnique = (reading: Reading, told: readonly Statement[]): boolean =>
  membersOf(reading.equation).every(
    (f) =>
      !told.some(
        (s) => s.figure !== f && s.figure.kind === f.kind && equal(s.figure.value, f.value),
      ),
  );

const ruleOf = ({ figure, measure }: Statement): string => {
  if (figure.kind !== 'percent') return TOPIC_RULES.derived;
  return measure === 'growth' ? TOPIC_RULES.growth : TOPIC_RULES.share;
};

/** 推算: a relation for every number that none holds yet. */
export function derivedIn(account: Account, relations: readonly TextRelation[]): TextRelation[] {
  const explained = new Set<Figure>();
  for (const { readings } of relations)
    for (const { equation } of readings)
      if (isKept(weigh(equation))) for (const f of membersOf(equation)) explained.add(f);
  // What is said to be wrong in itself nothing bears out.
  for (const { about, readings } of relations)
    if (readings[0]?.strong && readings[0].equation.kind === 'never') explained.add(about);
  const sentences = new Map<number, Statement[]>();
  for (const { said, sentence } of account.statements) {
    const own = sentences.get(sentence.id) ?? [];
    sentences.set(sentence.id, own);
    own.push(said);
  }
  return [...sentences.values()].flatMap((told) => {
    const sentence = new Arithmetic(told);
    return told.flatMap((said): TextRelation[] => {
      if (explained.has(said.figure)) return [];
      const reading = readingOf(sentence, said);
      if (!reading || !isUnique(reading, told)) return [];
      return [{ topic: 'derived', about: said.figure, readings: [reading], rule: ruleOf(said) }];
    });
  });
}
