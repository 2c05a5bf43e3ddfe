// What is said of one 科目 after the other: a purpose that is another subject's (C49), a rate of an initial budget
// that was nothing (C46), a rate given for some subjects and left out for others (C47). Knows how the paragraphs of
// 支出决算具体情况 are written; judges no amount.
import type { CarefulTask, Remark } from './careful.ts';

/** 类, 款 and 项 as a paragraph names them, and all it says. */
interface Subject {
  readonly start: number;
  readonly end: number;
  readonly names: string;
  readonly item: string;
  readonly text: string;
}

const NAMED =
  /(?:^|[、.．\d（）])([^（）。；，、\d]{2,30})（类）([^（）。；，]{2,30})（款）(.{2,40}?)（项）/;

function subjectsOf({ plain }: CarefulTask): Subject[] {
  return plain.paragraphs.flatMap((p): Subject[] => {
    const m = p.row ? null : NAMED.exec(p.text);
    if (!m) return [];
    const names = [m[1], m[2], m[3]].join('|');
    return [{ start: p.start, end: p.start + p.text.length, names, item: m[3]!, text: p.text }];
  });
}

const PURPOSE = /主要用于：?([^。；，]{4,60})/;
/** Two characters that stand in the names of most subjects. */
const COMMON =
  /支出|单位|事业|行政|机关|其他|人员|管理|服务|事务|经费|项目|工作|一般|费用|预算|资金|方面/;

/** Whether a purpose and the names of a subject have two characters in a row in common that say something. */
function speaksOf(purpose: string, names: string): boolean {
  for (let i = 0; i + 1 < purpose.length; i += 1) {
    const pair = purpose.slice(i, i + 2);
    if (!COMMON.test(pair) && names.includes(pair)) return true;
  }
  return false;
}

/** C49: a purpose said of two subjects, that speaks of the other one and not of this one. */
function purposes(subjects: readonly Subject[]): Remark[] {
  const said = subjects.flatMap((s) => {
    const m = PURPOSE.exec(s.text);
    return m ? [{ ...s, purpose: m[1]!, at: s.start + m.index }] : [];
  });
  return said.flatMap((own): Remark[] => {
    if (speaksOf(own.purpose, own.names)) return [];
    const other = said.find(
      (o) => o !== own && o.purpose === own.purpose && speaksOf(o.purpose, o.names),
    );
    if (!other) return [];
    const end =
      own.at + own.text.slice(own.at - own.start).indexOf(own.purpose) + own.purpose.length;
    const message = `“${own.item}”的用途与“${other.item}”写得一样，像是照抄，请按本科目改写`;
    return [{ rule: 'C49', start: own.at, end, message }];
  });
}

const NOUGHT =
  /年初预算(?:数)?(?:为|是)?0(?:\.0+)?(?:万元|元)(?:(?!年初预算(?:数)?(?:为|是)?\d)[^。；])*?(完成年初预算(?:数)?的\d[\d.]*%)/g;

/** C46: what was planned as nothing cannot be carried out to so many percent. */
function rates({ plain }: CarefulTask): Remark[] {
  return plain.paragraphs.flatMap((p) =>
    [...p.text.matchAll(NOUGHT)].map((m): Remark => {
      const end = p.start + m.index + m[0].length;
      const adjusted = /(?:全年|调整)预算/.exec(m[0])?.[0];
      const instead = adjusted
        ? `，看来是“${adjusted}”的完成率，请改写`
        : '，请核对年初预算或删去完成率';
      const message = `年初预算写的是 0，不能计算完成率${instead}`;
      return { rule: 'C46', start: end - m[1]!.length, end, message };
    }),
  );
}

const RATE = /完成(?:了)?(?:年初|全年|调整|年度)?预算(?:数)?的?\d[\d.]*%/;
const AMOUNTS =
  /预算(?:数)?(?:为|是)?(\d[\d.]*)(?:万元|元).*?决算(?:数)?(?:为|是)?(\d[\d.]*)(?:万元|元)/;

/** C47: some subjects say what part of the budget was spent, others that differ from it do not. */
function missingRates(subjects: readonly Subject[]): Remark[] {
  const differing = subjects.filter(({ text }) => {
    const m = AMOUNTS.exec(text);
    return m && m[1] !== m[2] && Number(m[1]) > 0;
  });
  const given = differing.filter((s) => RATE.test(s.text));
  const lacking = differing.filter((s) => !RATE.test(s.text));
  const [first] = lacking;
  if (!first || given.length < 2) return [];
  const names = lacking.map((s) => `“${s.item}”`).join('、');
  const message = `有 ${lacking.length} 个科目没有写完成率（${names}），其他科目写了，请核对是否漏写`;
  return [{ rule: 'C47', start: first.start, end: first.end, message }];
}

/** C49–C47. */
export function subjectsSaid(task: CarefulTask): Remark[] {
  const subjects = subjectsOf(task);
  return [...purposes(subjects), ...rates(task), ...missingRates(subjects)];
}
