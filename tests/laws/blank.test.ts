// 往返：空白表由识别它的同一套表样写出；写出的都认得，填上一个部门的数，勾稽全部相符。
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce } from '../../src/assertions/declaration.ts';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { gridOf } from '../../src/facts/page.ts';
import { blankForms } from '../../src/review/blank.ts';
import { review } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { codesOf, fill, tablesIn } from '../support/fill.ts';

const LEFT_ALONE = new Set(
  CATALOGUE.extraForms
    .filter((e) => 'lines' in e || CATALOGUE.forms.others.includes(e.title))
    .map((e) => e.title)
    .filter((title) => !CATALOGUE.forms.forms.some((f) => f.aliases.includes(title))),
);
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
        // Tables that no form of ours reads are known by their titles and left alone.
        const ours = snapshot.sheets.map((s) => s.name).filter((name) => !LEFT_ALONE.has(name));
        expect(new Set(tables.map((t) => t.sheet))).toEqual(new Set(ours));
        for (const table of tables) {
          expect(table.empty).toBe(true);
          expect(table.declaredEmpty).toBe(false);
          expect(table.year).toBe(options.year);
          if (/^表/.test(table.form)) expect(table.unit).toBe(options.unit);
          expect(table.rows.filter((r) => /[@#]/.test(r.key))).toEqual([]);
          expect(table.columns.filter((c) => /[@#]/.test(c.key))).toEqual([]);
        }
        expect(new Set(tables.map((t) => t.sheet)).size).toBe(tables.length);
      }),
      { numRuns: 14 },
    );
  });

  it('空白表没有不符，没有缺表，附注与规程一致', () => {
    fc.assert(
      fc.property(place, (options) => {
        const result = review(sheetsOf({ ...options, formulas: false }), CATALOGUE, options);
        expect(result.findings).toEqual([]);
        expect(result.missing).toEqual([]);
        expect(result.figures.total).toBe(0);
      }),
      { numRuns: 14 },
    );
  });

  it.each(Array.from({ length: 14 }, (_, i) => i + 1))('填上部门 %i 的数，核对全部相符', (seed) => {
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
    const region = CATALOGUE.regionNamed(REGIONS[seed % REGIONS.length]!)!;
    const old = arranged.layout.oldForm;
    const department = makeDepartment(seed, { ...(old && { capital: false }) });
    const source = tablesIn(layOut(department, arranged).snapshot).filter((t) =>
      /^表\d$/.test(t.form),
    );
    const year = old ? 2019 : arranged.layout.year;
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

  it.each([
    ['四川', 2023, 6],
    ['四川', 2024, 9],
    ['北京', 2023, 12],
    ['云南', 2022, 15],
    ['云南', 2024, 18],
  ] as const)('%s %i 的附表一并写出，填上数，核对全部相符', (name, year, seed) => {
    const region = CATALOGUE.regionNamed(name)!;
    const arranged = arrangement(seed, {
      meetings: false,
      manner: { unit: '万元', blank: 'empty', typing: 'number' },
      units: {},
      depth: 7,
      classes: 26,
      oldForm: false,
      year,
    });
    const book = {
      ...arranged,
      sheets: 'each',
      twists: { ...arranged.twists, extras: true },
    } as const;
    const source = tablesIn(layOut(makeDepartment(seed, {}), book).snapshot).filter(
      (t) => !/自评|补充/.test(t.form),
    );
    const blank = sheetsOf({ year, region, codes: codesOf(source) });
    const { snapshot } = fill(blank, source);
    const result = review(snapshot, CATALOGUE, { year, region });
    const wrong = result.findings.filter((f) => f.verdict === 'broken' && f.rule !== 'A28');
    expect(wrong.map((f) => `${f.rule} ${f.message}`)).toEqual([]);
    const profile = inForce(CATALOGUE.profiles, { year, region: region.path })[0]!;
    const printed = new Set(snapshot.sheets.map((s) => s.name));
    expect(profile.extras?.filter((title) => !printed.has(title))).toEqual([]);
    const details = result.tables.filter((t) => /明细表$|项目支出决算表$/.test(t.form));
    expect(details.map((t) => t.figures > 0)).toEqual(details.map(() => true));
  });
});
