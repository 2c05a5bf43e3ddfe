// One department, three files: its workbook, its booklet as Word file, its web page. The same facts are read, the
// same relations break, and a digit changed in the file is found as in the workbook.
// GOUJI_SEEDS sets how many are drawn, GOUJI_FIRST_SEED where they begin.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { writeDocx } from '../../src/hosts/docx/write.ts';
import { openAny } from '../../src/hosts/open.ts';
import { manuscript } from '../../src/review/manuscript.ts';
import { review } from '../../src/review.ts';
import { broken, factsIn } from '../support/booklet/compare.ts';
import { webPage } from '../support/booklet/html.ts';
import { arrangement, disturb, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 4);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);

/** What is stored is what is shown: print keeps no more. */
function department(seed: number) {
  const a = arrangement(seed);
  const wishes = a.layout.oldForm ? { capital: false } : {};
  return layOut(makeDepartment(seed, wishes), a);
}

async function asWord(snapshot: Snapshot): Promise<Snapshot> {
  const written = await writeDocx(manuscript(snapshot, CATALOGUE, { booklet: true }));
  if (!written.ok) throw new Error('没有写出 Word');
  return opened(written.bytes, '决算公开.docx');
}

async function opened(bytes: Uint8Array, name: string): Promise<Snapshot> {
  const file = await openAny(bytes, name);
  if (!file.ok) throw new Error(file.error.message);
  return file.snapshot;
}

const asPage = (snapshot: Snapshot, seed: number): Promise<Snapshot> => {
  const look = { apart: seed % 2 === 0, framed: seed % 3 === 0 };
  return opened(new TextEncoder().encode(webPage(snapshot, '', look)), '决算公开.html');
};

/** The shown digits, which a sheet may hold more of, and zeros, which print may leave blank. */
const printed = (value: string): string =>
  value.replace(/(\.\d*?)0+(?=\D)/, '$1').replace(/\.(?=\D)/, '');
const isZero = (value: string | undefined): boolean =>
  value === undefined || /^-?0(?:\.0+)?\D/.test(value);

/**
 * Official tables: the extra ones of a place are not part of the booklet. Rows that no form names are known by
 * their place only (…@13), which differs from file to file.
 */
const official = (facts: ReadonlyMap<string, string>): [string, string][] =>
  [...facts].filter(([key]) => /^表\d\|/.test(key) && !key.includes('@'));

function differences(snapshot: Snapshot, other: Snapshot): string[] {
  const [one, two] = [factsIn(snapshot), factsIn(other)];
  const lost = official(one)
    .filter(([key, value]) => printed(two.get(key) ?? '') !== printed(value))
    .filter(([key, value]) => !isZero(value) || !isZero(two.get(key)))
    .map(([key, value]) => `${key}：${value} → ${two.get(key) ?? '没有读到'}`);
  const more = official(two)
    .filter(([key, value]) => !one.has(key) && !isZero(value))
    .map(([key, value]) => `${key}：多出 ${value}`);
  return [...lost, ...more];
}

/** A sheet that shows fewer digits than it holds is coarser in print. */
const isRounded = (seed: number): boolean =>
  department(seed).snapshot.sheets.some((s) =>
    s.cells.some((row) =>
      row?.some(
        (c) =>
          typeof c?.value === 'number' &&
          /^[#,]*0(?:!?\.0+)?$/.test(c.format ?? '') &&
          (/!/.test(c.format!) || Math.abs(c.value * 100 - Math.round(c.value * 100)) > 1e-6),
      ),
    ),
  );

const seeds = Array.from({ length: count }, (_, i) => first + i);

describe.each(seeds)('种子 %i', (seed) => {
  const { snapshot, amounts } = department(seed);
  const rounded = isRounded(seed);

  it('Word 与工作簿一致', { timeout: 120_000 }, async () => {
    const word = await asWord(snapshot);
    if (!rounded) expect(differences(snapshot, word)).toEqual([]);
    expect(broken(review(word, CATALOGUE), word)).toEqual([]);
  });

  it('网页与工作簿一致', { timeout: 120_000 }, async () => {
    const page = await asPage(snapshot, seed);
    if (!rounded) expect(differences(snapshot, page)).toEqual([]);
    expect(broken(review(page, CATALOGUE), page)).toEqual([]);
  });

  it('改动一个数，三处查出的相同', { timeout: 120_000 }, async () => {
    if (rounded) return;
    const at = random(seed * 31 + 7).pick(amounts);
    const changed = disturb(snapshot, at, seed).snapshot;
    const expected = broken(review(changed, CATALOGUE), changed);
    const page = await asPage(changed, seed);
    expect(broken(review(page, CATALOGUE), page)).toEqual(expected);
    const word = await asWord(changed);
    const inTables = expected.filter((line) => !/ [^表\s][^ ]*\|/.test(line));
    expect(broken(review(word, CATALOGUE), word)).toEqual(inTables);
  });
});
