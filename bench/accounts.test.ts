// How often the check is right on accounts in layouts composed from parts. Prints; the laws in tests/ assert.
import { it } from 'vitest';
import { sharesOf, trial } from '../tests/support/accounts/trial.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 1000);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);

const WORDS = {
  calm: '未改动的工作簿，没有一条误报',
  listed: '核对到的，或列为未核对、不能读的金额',
  found: '改一位使算式不平的，报出不符',
  culprit: '报出的，改动的单元格排第一，至多与一格并列',
};

it(`版式由各部分拼成的决算表，种子 ${first}–${first + count - 1}`, () => {
  const shares = sharesOf(Array.from({ length: count }, (_, i) => trial(first + i)));
  for (const [key, words] of Object.entries(WORDS)) {
    const [part, whole] = shares[key as keyof typeof WORDS];
    const percent = whole === 0 ? '—' : `${((100 * part) / whole).toFixed(2)}%`;
    console.log(`${percent.padStart(8)}  ${`${part}/${whole}`.padEnd(16)}${words}`);
  }
});
