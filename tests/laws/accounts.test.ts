// Accounts in layouts composed from parts: no false alarm, and no amount lost silently, whatever the parts.
// GOUJI_SEEDS sets how many are drawn, GOUJI_FIRST_SEED where they begin.
import { describe, expect, it } from 'vitest';
import { sharesOf, type Trial, trial } from '../support/accounts/trial.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 24);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const trials: Trial[] = [];

describe('版式由各部分拼成的决算表', () => {
  it.each(Array.from({ length: count }, (_, i) => first + i))('种子 %i', (seed) => {
    const t = trial(seed);
    trials.push(t);
    expect(t.alarms).toEqual([]);
    expect(t.lost).toEqual([]);
    if (t.change) expect(t.change, JSON.stringify(t.change)).toMatchObject({ found: true });
  });

  it('归因的比例够高', () => {
    const { culprit } = sharesOf(trials);
    expect(culprit[1]).toBeGreaterThan(count / 2);
    expect(culprit[0] / culprit[1]).toBeGreaterThan(0.9);
  });
});
