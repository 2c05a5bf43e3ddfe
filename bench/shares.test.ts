// How often the check is right, over departments nobody has seen. Prints; the laws in tests/ assert.
import { it } from 'vitest';
import { shareLines, sharesOf, trial } from '../tests/support/department/shares.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 500);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);

it(`种子 ${first}–${first + count - 1}`, () => {
  const trials = Array.from({ length: count }, (_, i) => trial(first + i));
  console.log(shareLines(sharesOf(trials)).join('\n'));
});
