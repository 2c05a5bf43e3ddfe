// S21: a grade in words — in a box of its own or in a conclusion — against the total by the bounds in force.
// Knows boxes and grades.
import type { Wording } from '../../facts/evaluation.ts';
import type { Exact } from '../../measure/exact.ts';
import { gradeOf, presetName } from '../book.ts';
import type { Case } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  titleOf,
  valueIn,
  wordsCell,
} from '../finding.ts';

const BOX = '自评等级';
const GRADE = '[“"「]?(优秀?|良好?|中等?|差)[”"」]?';
/** 自评等级为“优”, 评价等级：良, 等次：中. */
const IN_WORDS = new RegExp(
  `(?:等级|等次|级别)(?:评定|评价)?(?:为|是|：|:)*${GRADE}(?![一-龥])`,
  'g',
);
const ALONE = new RegExp(`^${GRADE}$`);
/** Boxes to tick and scales to choose from name all grades: nothing is said. */
const SCALE = /优.{0,6}良.{0,6}中.{0,6}差/;
/** A part's or another year's grade. */
const OF_OTHERS = /上年|去年|产出|效益|满意|执行/;

/** 优秀 and 优 are one grade. */
const plainGrade = (word: string): string => word[0]!;

function gradesIn(name: string, text: string): string[] {
  const narrow = text.normalize('NFKC').replace(/\s+/g, '');
  if (SCALE.test(narrow)) return [];
  const alone = name === BOX ? ALONE.exec(narrow) : null;
  if (alone) return [plainGrade(alone[1]!)];
  return [...narrow.matchAll(IN_WORDS)].flatMap((m) => {
    const before = narrow.slice(Math.max(0, m.index - 8), m.index);
    return OF_OTHERS.test(before) ? [] : [plainGrade(m[1]!)];
  });
}

function judged(own: Case, stated: Exact, box: { name: string; wording: Wording }, said: string) {
  const { total } = own.evaluation;
  const check = own.check('S21');
  const ought = gradeOf(stated, own.book.preset);
  const verdict = ought === undefined ? 'unknown' : ought === said ? 'exact' : 'broken';
  const { grades } = own.book.preset;
  const bounds = grades.map((g) => `${g.from} 分以上为“${g.name}”`).slice(0, -1);
  const where = `${titleOf(own.evaluation)}“${box.name}”写的等级是“${said}”，总分为 ${amountSpoken(stated, '分')}`;
  const printed = own.book.printed.has('等级');
  const basis = printed ? '本表备注' : presetName(own.book.preset);
  const told = {
    exact: `${where}，相符。`,
    unknown: `${where}，按整数划分的等级里没有它的位置，请人工核对。`,
    broken: `${where}，按${basis}（${bounds.join('、')}）应为“${ought}”。`,
  }[verdict];
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict,
    message: told,
    basis,
    says: own.book.rules.get('等级')!.says,
    ...(printed && { severity: 'error' as const }),
    cells: [
      wordsCell(box.wording, `${titleOf(own.evaluation)} ${box.name}`, 'stated'),
      factCell(total!, 'part'),
    ],
  });
  return {
    assertion: assertionOver(check, own.book.rules.get('等级')!.says, { 总分: [total] }),
    finding,
  };
}

/** S21. */
export function grades(own: Case): Judged[] {
  const { total, remarks } = own.evaluation;
  const stated = valueIn(total);
  if (!stated || !own.book.rules.has('等级')) return [];
  return remarks.flatMap((box) =>
    [...new Set(gradesIn(box.name, box.wording.text))].map((said) =>
      judged(own, stated, box, said),
    ),
  );
}
