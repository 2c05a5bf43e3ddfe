// Departments nobody has seen, in every layout: no false alarm, every change found, the culprit named.
// GOUJI_SEEDS sets how many are drawn, GOUJI_FIRST_SEED where they begin.
import { describe, expect, it } from 'vitest';
import { sharesOf, type Trial, trial, wrong } from '../support/department/shares.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 36);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const trials: Trial[] = [];
const share = ([part, whole]: readonly [number, number]): number =>
  whole === 0 ? 1 : part / whole;

describe(`种子 ${first}–${first + count - 1} 的部门`, () => {
  it.each(Array.from({ length: count }, (_, i) => first + i))('种子 %i', (seed) => {
    const t = trial(seed);
    trials.push(t);
    // Untouched: every amount is read, and nothing is worse than 尾差.
    expect(wrong(t.calm).map((f) => f.message)).toEqual([]);
    // Sheets left out and names of former years are told, whatever the figures.
    const told = ['D08', 'D12'];
    const undecided = t.calm.findings.filter(
      (f) => f.verdict === 'unknown' && !told.includes(f.rule),
    );
    expect(undecided.map((f) => f.message)).toEqual([]);
    expect(t.calm.figures.total).toBeGreaterThanOrEqual(t.amounts);
    expect(t.calm.missing).toEqual([]);
    expect(t.calm.suspects).toEqual([]);
    // One digit changed: what the bounds foretell comes true.
    if (t.one.fate === 'broken')
      expect(t.one, JSON.stringify(t.one)).toMatchObject({ broken: true });
    if (t.one.fate === 'within') {
      expect(t.one, JSON.stringify(t.one)).toMatchObject({ broken: false, rounding: true });
    }
    // One fault, one place: whatever breaks names the changed cell.
    expect(t.one.stray).toEqual([]);
    if (t.one.unit === '元') expect(t.one.broken || t.one.fate !== 'broken').toBe(true);
  });

  it('归因的比例够高', () => {
    const shares = sharesOf(trials);
    expect(trials).toHaveLength(count);
    expect(share(shares.firstWhereDecided)).toBeGreaterThanOrEqual(0.95);
    expect(share(shares.listedOtherwise)).toBe(1);
    expect(share(shares.both)).toBeGreaterThanOrEqual(0.9);
    expect(share(shares.covered)).toBeGreaterThan(0.98);
  });
});
