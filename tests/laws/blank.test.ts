// 往返：空白表由识别它的同一套表样写出；写出的都认得，填上一个部门的数，勾稽全部相符。
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { gridOf } from '../../src/facts/page.ts';
import { blankForms } from '../../src/review/blank.ts';
import { review } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { codesOf, fill, tablesIn } from '../support/fill.ts';

const REGIONS = '全国 湖北 上海 四川 广东 陕西 云南 北京 湖南 重庆'.split(' ');
const place = fc.record({
  year: fc.integer({ min: 2015, max: 2026 }),
  region: fc.constantFrom(...REGIONS).map((name) => CATALOGUE.regionNamed(name)!),
  unit: fc.constantFrom('万元', '元', '千元'),
  formulas: fc.boolean(),
});
const sheetsOf = (options: Parameters<typeof blankForms>[1]) => ({
  sheets: blankForms(CATALOGUE, options).sheets.map((s) => gridOf(s.page)),
});

describe('空白表', () => {
  it('任何年度、地区写出的空白表都认得，名称、年度、单位都对', () => {
    fc.assert(
      fc.property(place, (options) => {
        const snapshot = sheetsOf(options);
        const tables = tablesIn(snapshot);
        expect(new Set(tables.map((t) => t.sheet))).toEqual(
          new Set(snapshot.sheets.map((s) => s.name)),
        );
        for (const table of tables) {
          expect(table.empty).toBe(true);
          expect(table.declaredEmpty).toBe(false);
          expect(table.year).toBe(options.year);
          if (/^表/.test(table.form)) expect(table.unit).toBe(options.unit);
          expect(table.rows.filter((r) => /[@#]/.test(r.key))).toEqual([]);
          expect(table.columns.filter((c) => /[@#]/.test(c.key))).toEqual([]);
        }
        expect(new Set(tables.map((t) => t.form)).size).toBe(tables.length);
      }),
      { numRuns: 25 },
    );
  });

  it('空白表没有不符，没有缺表，附注与规程一致', () => {
    fc.assert(
      fc.property(place, (options) => {
        const result = review(sheetsOf({ ...options, formulas: false }), CATALOGUE, options);
        // Extra tables of a place are left to the place, and told so.
        const { others } = blankForms(CATALOGUE, options);
        const extras = result.findings.filter((f) => f.rule === 'D01' && f.severity === 'note');
        expect(result.findings).toEqual(extras);
        expect(others.length >= extras.length).toBe(true);
        expect(result.missing).toEqual([]);
        expect(result.figures.total).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it.each(Array.from({ length: 24 }, (_, i) => i + 1))('填上部门 %i 的数，核对全部相符', (seed) => {
    const arranged = arrangement(seed, {
      meetings: false,
      three: seed % 2 ? 'across' : 'interleaved',
      // What a filled form can be given: whole codes, one unit, figures as they are printed.
      manner: { unit: seed % 3 ? '万元' : '元', blank: 'empty', typing: 'number' },
      units: {},
      depth: 7,
      classes: 26,
      blocks: seed % 2 ? 2 : 3,
    });
    const old = arranged.layout.oldForm;
    const department = makeDepartment(seed, { ...(old && { capital: false }) });
    const source = tablesIn(layOut(department, arranged).snapshot).filter((t) =>
      /^表\d$/.test(t.form),
    );
    const year = old ? 2019 : arranged.layout.year;
    const region = CATALOGUE.regionNamed(REGIONS[seed % REGIONS.length]!)!;
    const { unit } = arranged.layout.manner;
    const options = { year, region, unit, department: department.name, codes: codesOf(source) };
    const blank = sheetsOf(options);
    const filled = fill(blank, source);
    expect(filled.homeless).toEqual([]);
    expect(filled.placed).toBeGreaterThan(60);
    const result = review(filled.snapshot, CATALOGUE, { year, region });
    const wrong = result.findings.filter(
      (f) => f.verdict === 'broken' && f.severity !== 'note' && f.rule !== 'A28',
    );
    expect(wrong.map((f) => f.message)).toEqual([]);
    expect(result.counts.exact).toBeGreaterThan(50);
    expect(result.department).toBe(department.name);
  });
});
