// How well foreign texts are tied out: one digit changed in one number of a generated disclosure. Prints the
// share found there, the share left unread, and how many other places were blamed. GOUJI_SEEDS sets how many.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { tie } from '../src/review/tie.ts';
import { disclosure, MANNERS } from '../tests/support/department/disclosure.ts';
import { arrangement, layOut } from '../tests/support/department/layout.ts';
import { makeDepartment } from '../tests/support/department/model.ts';
import { random } from '../tests/support/department/random.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 40);

/** One digit of the text changed somewhere within a span. */
function mistyped(text: string, from: number, to: number, seed: number): string {
  const r = random(seed);
  const at = r.pick([...text.slice(from, to)].flatMap((c, i) => (/\d/.test(c) ? [from + i] : [])));
  return text.slice(0, at) + ((Number(text[at]) + r.integer(1, 9)) % 10) + text.slice(at + 1);
}

it('文稿改错一位', () => {
  const seen = { 篇: 0, 误报: 0, 改动: 0, 指出: 0, 未核对: 0, 尾差之内: 0, 另指他处: 0 };
  for (let seed = 1; seed <= count; seed += 1) {
    const drawn = arrangement(seed, { oldForm: false });
    const { snapshot } = layOut(makeDepartment(seed), drawn);
    const { year } = drawn.layout;
    const text = disclosure(makeDepartment(seed), year, MANNERS[seed % MANNERS.length]!, seed);
    const tied = (words: string) =>
      tie(snapshot, { text: words, broken: false }, CATALOGUE, { year });
    const calm = tied(text);
    seen.篇 += 1;
    seen.误报 += calm.counts.broken + calm.findings.length;
    for (let i = 0; i < 5; i += 1) {
      const target = random(seed * 31 + i).pick(calm.numbers);
      const report = tied(mistyped(text, target.start, target.end, seed * 17 + i));
      const wrong = [...report.numbers, ...report.findings].filter((x) => x.verdict === 'broken');
      const here = wrong.some((x) => x.start <= target.start && target.start < x.end);
      const verdict = report.numbers.find((n) => n.start === target.start)?.verdict;
      seen.改动 += 1;
      if (here) seen.指出 += 1;
      else if (verdict === 'unknown') seen.未核对 += 1;
      else seen.尾差之内 += 1;
      seen.另指他处 += wrong.filter(
        (x) => !(x.start <= target.start && target.start < x.end),
      ).length;
    }
  }
  console.log(JSON.stringify(seen));
  expect(seen.误报).toBe(0);
});
