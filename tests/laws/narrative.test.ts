// Laws 1 and 2: what the sentences write they read back, and a text that ties out is not changed by
// rewriting. On departments nobody has seen, in every place's manner, with zero and missing figures.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Division } from '../../src/catalogue/regions.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { type Document, plainText } from '../../src/narrative/document.ts';
import { writeDocument } from '../../src/narrative/outline.ts';
import { type ReadText, readText, rewritten } from '../../src/narrative/reading.ts';
import { openBook } from '../../src/review/book.ts';
import { type Material, materialOf } from '../../src/review/narrative.ts';
import { tie, tieIn } from '../../src/review/tie.ts';
import { random } from '../support/department/random.ts';
import { narrated } from '../support/narrative.ts';
import { TELLING } from '../support/telling.ts';

const FIRST = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const COUNT = Number(process.env.GOUJI_SEEDS ?? Math.max(8, TELLING.length));
/** Numbers of a text that are changed, one at a time. */
const TRIED = 4;
const seeds = Array.from({ length: COUNT }, (_, i) => FIRST + i);

interface Case {
  readonly material: Material;
  readonly document: Document;
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly last?: Snapshot;
  readonly region: Division;
}
function written(seed: number): Case {
  const { snapshot, last } = narrated(seed);
  const region = CATALOGUE.regionNamed(TELLING[seed % TELLING.length]!)!;
  const material = materialOf(openBook(snapshot, CATALOGUE, { region, ...(last && { last }) }));
  const document = writeDocument(material.outline, material.sentences, material.source);
  const { text } = plainText(document);
  return { material, document, text, snapshot, region, ...(last && { last }) };
}
const reread = ({ material, text }: Case, changed = text): ReadText =>
  readText(changed, material.sentences.values(), material.source);

describe.each(seeds)('种子 %i', (seed) => {
  const own = written(seed);
  const { document, text } = own;

  it('写出的数都读得回来，全部相符', () => {
    const places = plainText(document).numbers.map(({ start, end, span }) => ({
      place: `${start}-${end}`,
      text: span.text,
      id: span.id,
      verdict: 'exact',
    }));
    const { numbers, faults } = reread(own);
    const read = numbers.map((n) => ({
      place: `${n.start}-${n.end}`,
      text: text.slice(n.start, n.end),
      id: n.id,
      verdict: n.verdict,
    }));
    expect(read).toEqual(places);
    expect(faults).toEqual([]);
  });

  it('核对文稿：自己写的不报数字不符', () => {
    const { snapshot, last, region } = own;
    const report = tie(snapshot, { text, broken: false }, CATALOGUE, {
      region,
      ...(last && { last }),
    });
    // Counts are drawn without regard to the amounts they belong to.
    const broken = report.numbers.filter((n) => n.verdict === 'broken' && n.rule !== 'C14');
    expect(broken.map((n) => `${n.rule} ${n.message}`)).toEqual([]);
    const unread = report.numbers.filter((n) => n.verdict === 'unknown');
    expect(unread.map((n) => text.slice(n.start - 20, n.end))).toEqual([]);
    // 待填 stand open; counts and reasons are drawn without regard to each other.
    const words = report.findings.filter(
      (f) => !['C14', 'C17', 'C18', 'C41', 'C43', 'C21'].includes(f.rule),
    );
    expect(words.map((f) => `${f.rule} ${f.message}`)).toEqual([]);
  });

  it('核对文稿：自己写的改错一位，或抄成后面的数，都指出来', () => {
    const { snapshot, last, region } = own;
    const book = openBook(snapshot, CATALOGUE, { region, ...(last && { last }) });
    const r = random(seed * 17 + 3);
    const { numbers } = plainText(document);
    // Counts stand beside amounts that were drawn without regard to them.
    const amounts = numbers.filter((n) => /[1-9].*(?:万元|%)$/.test(text.slice(n.start, n.end)));
    const missed = Array.from({ length: TRIED }, () => r.integer(0, amounts.length - 1)).flatMap(
      (i, k) => {
        const { start, end } = amounts[i]!;
        const right = text.slice(start, end);
        const kind = right.endsWith('%') ? '%' : '万元';
        const other = amounts
          .slice(i + 1)
          .map((n) => text.slice(n.start, n.end))
          .find((t) => t.endsWith(kind) && t !== right);
        const first = right.search(/[1-9]/);
        const slip =
          right.slice(0, first) + ((Number(right[first]) % 9) + 1) + right.slice(first + 1);
        const written = k % 2 === 0 ? slip : (other ?? slip);
        const words = text.slice(0, start) + written + text.slice(end);
        const report = tieIn(book, { text: words, broken: false });
        const found = [...report.numbers, ...report.findings].some(
          (x) => x.verdict === 'broken' && x.start < start + written.length && start < x.end,
        );
        const rounded = report.numbers.some((x) => x.start === start && x.verdict === 'rounding');
        return found || rounded ? [] : [`${words.slice(start - 30, start)}${written}｜${right}`];
      },
    );
    expect(missed).toEqual([]);
  });

  it('改写不动相符的文稿', () => {
    expect(rewritten(text, reread(own).numbers)).toBe(text);
  });

  it('改错一个数，改写只动这个数', () => {
    const r = random(seed * 13 + 5);
    const { numbers } = plainText(document);
    const { start, end } = r.pick(numbers.filter((n) => /\d/.test(n.span.text)));
    const digits = [...text.slice(start, end)].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
    const at = start + digits[0]!;
    const digit = (Number(text[at]) + r.integer(1, 9)) % 10;
    const wrong = text.slice(0, at) + String(digit) + text.slice(at + 1);
    const reading = reread(own, wrong);
    const broken = reading.numbers.filter((n) => n.verdict === 'broken');
    expect(broken.map((n) => n.start)).toEqual([start]);
    expect(rewritten(wrong, reading.numbers)).toBe(text);
  });

  it.each([
    ['半角标点', (t: string) => t.replace(/，/g, ',').replace(/（/g, '(').replace(/）/g, ')')],
    ['数字与单位之间有空格', (t: string) => t.replace(/(\d)(万元|%|辆)/g, '$1 $2')],
    ['各段后面另有自己的话', (t: string) => t.replace(/。$/gm, '。有关情况已向社会公开。')],
    ['分号写成句号', (t: string) => t.replace(/；/g, '。')],
  ])('读得宽：%s，数字仍然相符，改写不动', (_, change) => {
    const other = change(text);
    const { numbers } = reread(own, other);
    expect(numbers.filter((n) => n.verdict === 'broken')).toEqual([]);
    expect(rewritten(other, numbers)).toBe(other);
    // Words of the user's own may hold a clause apart; most of the text is still told.
    expect(numbers.length).toBeGreaterThan(reread(own).numbers.length * 0.8);
  });
});
