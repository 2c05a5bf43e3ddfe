// No reader of foreign bytes or words throws: what is damaged at random is read, or refused with a sentence. As many
// inputs as cost a moment; `npm run nightly -- fuzz 靶子` feeds a hundred thousand.
import { describe, expect, it } from 'vitest';
import { fuzz, targets } from '../../bench/fuzz.ts';

/** Inputs of the readers that cost most: those in a worker of their own, and whole texts tied out. */
const FEWER: Readonly<Record<string, number>> = { xls: 1000, pdf: 150, texts: 400 };
const USUAL = 2000;
const SEED = 20_261_129;

/** Seeds that once went wrong. */
const KNOWN: readonly (readonly [string, number])[] = [['xls', 499]];

describe('随意损坏的输入', () => {
  it.each(KNOWN)('%s 的种子 %i 出过错，再喂一次', async (name, seed) => {
    expect((await fuzz(targets()[name]!, seed, 1)).crashes).toEqual([]);
  });

  it.each(Object.entries(targets()))('%s：读出或拒绝，不出错、不停住', async (name, target) => {
    const { crashes, hangs } = await fuzz(target, SEED, FEWER[name] ?? USUAL);
    expect({ crashes: crashes.slice(0, 3), hangs }).toEqual({ crashes: [], hangs: [] });
  });
});
