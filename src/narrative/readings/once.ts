// One fault, one place: where a remark on words and a number are about the same fault, the number is told, in the words
// that say what to do. Knows what was found; judges nothing.
import { reportOf, type TiedNumber, type TieFinding, type TieReport } from './report.ts';

/** A rate of nothing is told once: at its number where that is accused, in the words that say what to do. */
export function onePlace(
  numbers: readonly TiedNumber[],
  findings: readonly TieFinding[],
): TieReport {
  const told = new Set<TieFinding>();
  const own = numbers.map((n) => {
    const remark = findings.find((f) => f.rule === 'C46' && f.start <= n.start && f.end >= n.end);
    if (n.verdict !== 'broken' || !remark) return n;
    told.add(remark);
    return { ...n, rule: remark.rule, message: remark.message };
  });
  return reportOf(
    own,
    findings.filter((f) => !told.has(f)),
  );
}
