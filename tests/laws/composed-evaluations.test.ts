// 自评表 composed from parts, that no list of places holds: what is right is left alone, no figure is lost, and a
// digit that breaks their own arithmetic is found and named. A small share of what the bench runs.
import { describe, expect, it } from 'vitest';
import { composed, drawn } from '../support/evaluation/composed/compose.ts';
import { calm, foundIn, slipOf } from '../support/evaluation/composed/trials.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 24);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const seeds = Array.from({ length: count }, (_, i) => first + i);

describe('拼成的自评表', () => {
  it.each(seeds)('种子 %i：读得出，不误报，一个数也不漏', (seed) => {
    const table = composed(seed);
    const { read, alarms, lost } = calm(table);
    expect({ read, alarms, lost }, drawn(table)).toEqual({ read: true, alarms: [], lost: [] });
  });

  it('错一位：百分之九十九查出，百分之九十五指对单元格', () => {
    const slips = seeds.flatMap((seed) => {
      const table = composed(seed);
      const made = [0, 1, 2, 3].flatMap((i) => slipOf(table, seed * 37 + i) ?? []);
      return made.slice(0, 2).map((slip) => foundIn(table, slip));
    });
    const share = (list: readonly unknown[]) => list.length / slips.length;
    expect(slips.length).toBeGreaterThan(count);
    expect(share(slips.filter((s) => s.found)), missed(slips)).toBeGreaterThanOrEqual(0.99);
    expect(share(slips.filter((s) => s.named)), missed(slips)).toBeGreaterThanOrEqual(0.95);
  });
});

const missed = (slips: readonly { seed: number; what: string; named: boolean }[]): string =>
  slips
    .filter((s) => !s.named)
    .map((s) => `种子 ${s.seed} ${s.what}`)
    .join('\n');
