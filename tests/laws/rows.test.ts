// 整行的差错: a row left out or copied twice in a list by code is told as that, by its code.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { readTables } from '../../src/forms/read.ts';
import { type Review, review } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { withoutRow, withRowTwice } from '../support/department/mistakes.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 10);
const LISTS = ['表2', '表3', '表5', '表8'];

interface Trial {
  readonly after: Review;
  readonly code: string;
  readonly sheet: string;
}

/** A row of every list by code, drawn by seed, and the workbook after something happened to it. */
function trials(
  seed: number,
  happen: (book: Snapshot, sheet: string, row: number) => Snapshot,
): Trial[] {
  const drawn = { ...arrangement(seed), sheets: 'each' as const, lastYear: false };
  const wishes = drawn.layout.oldForm ? { capital: false } : {};
  const { snapshot } = layOut(makeDepartment(seed, wishes), drawn);
  const { tables } = readTables(snapshot, CATALOGUE.forms);
  const r = random(seed * 3);
  return LISTS.flatMap((form) => {
    const table = tables.find((t) => t.form === form);
    const rows = (table?.rows ?? []).flatMap((row, i) => {
      const fact = table!.facts[i]!.find((f) => f?.quantity && f.quantity.units !== 0);
      return row.code && fact ? [{ code: row.code, ...fact.location }] : [];
    });
    if (rows.length === 0) return [];
    const { code, sheet, row } = r.pick(rows);
    return [{ after: review(happen(snapshot, sheet, row), CATALOGUE), code, sheet }];
  });
}

const told = (r: Review) =>
  r.findings.filter((f) => f.verdict === 'broken' && f.severity !== 'note');
const names = ({ after, code, sheet }: Trial) =>
  after.suspects.some(
    (s) => s.rank === 1 && s.sheet.startsWith(sheet) && s.message?.includes(code),
  );

describe('整行', () => {
  it('漏列的一行：总能看出，十之八九指出是哪个科目', () => {
    let [all, named] = [0, 0];
    for (let seed = 1; seed <= count; seed += 1) {
      for (const trial of trials(seed, withoutRow)) {
        expect(told(trial.after), `${seed} ${trial.sheet} ${trial.code}`).not.toEqual([]);
        const relations = trial.after.findings.filter((f) => f.stated !== undefined);
        // Where only the heading of a group is gone, its figures are all there: a remark says so.
        if (!relations.some((f) => f.verdict === 'broken')) continue;
        all += 1;
        if (names(trial)) named += 1;
      }
    }
    expect(named / all).toBeGreaterThan(0.85);
  });

  it('重复的一行：指出这个科目列了两行', () => {
    for (let seed = 1; seed <= count; seed += 1) {
      for (const trial of trials(seed, withRowTwice)) {
        expect(told(trial.after)).not.toEqual([]);
        const relations = trial.after.findings.filter((f) => f.stated !== undefined);
        if (relations.some((f) => f.verdict === 'broken'))
          expect(names(trial), `${seed} ${trial.sheet} ${trial.code}`).toBe(true);
      }
    }
  });
});
