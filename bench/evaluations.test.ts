// How often 自评表 that nobody built for are read, left alone when right, and their wrong digit found. Prints; the
// law in tests/ asserts. GOUJI_SEEDS sets how many (1000 unless told), GOUJI_FIRST_SEED the first.
import { it } from 'vitest';
import { batch, shareLines } from '../tests/support/evaluation/composed/trials.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 1000);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);

it(`拼成的自评表，种子 ${first}–${first + count - 1}`, () => {
  console.log(shareLines(batch(first, count, 1)).join('\n'));
});
