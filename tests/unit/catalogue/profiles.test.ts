// What each place expects in a year: one profile at most, in the order in which it publishes.
import { describe, expect, it } from 'vitest';
import { inForce } from '../../../src/assertions/declaration.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { review } from '../../../src/review.ts';
import { type CellChange, changed, sample } from '../../support/samples.ts';

/** Everything that is declared of one place. */
const { profiles, editions, evaluationEditions, narrative, scoring } = CATALOGUE;
const DECLARED = [
  ...[...profiles, ...editions, ...evaluationEditions],
  ...[...narrative.outlines, ...narrative.sentences, ...scoring.presets],
];
const REGIONS = new Set(DECLARED.flatMap((d) => d.region ?? []));

const profileOf = (year: number, place: string) =>
  inForce(CATALOGUE.profiles, { year, region: CATALOGUE.regionNamed(place)!.path });

describe('地方规程', () => {
  it.each([
    [2018, '全国', '1 2 3 4 5 6 7 8'],
    [2021, '全国', '1 2 3 4 5 6 7 8 9'],
    [2023, '全国', '1 2 3 4 5 6 8 9 7'],
    [2021, '武汉', '1 2 3 4 5 6 7 8 9'],
    [2024, '上海', '1 2 3 4 5 6 7 8 9'],
    [2023, '四川', '1 2 3 4 5 6 8 9 7'],
    [2021, '广东', '1 2 3 4 5 6 7 8 9'],
    [2020, '陕西', '1 2 3 4 5 6 7 8 9'],
    [2019, '云南', '1 2 3 4 5 6 7 8'],
    [2021, '云南', '1 2 3 4 5 6 7 8 9'],
    [2023, '北京', '1 2 3 4 5 6 8 9 7'],
    [2024, '湖南', '1 2 3 4 5 6 8 9 7'],
    [2024, '甘肃', '1 2 3 4 5 6 8 9 7'],
    [2023, '广西', '1 2 3 4 5 6 8 9 7'],
    [2022, '浙江', '1 2 3 4 5 6 8 9 7'],
    [2023, '新疆', '1 2 3 4 5 6 7 8 9'],
    [2023, '内蒙古', '1 2 3 4 5 6 8 9 7'],
    [2024, '重庆', '1 2 3 4 5 6 8 9 7'],
    [2023, '江苏', '1 2 3 4 5 6 8 9 7'],
    [2022, '山东', '1 2 3 4 5 6 8 9 7'],
    [2024, '云南', '1 2 3 4 5 6 8 9 7'],
  ])('%i 年度 %s', (year, place, order) => {
    expect(
      profileOf(year, place)[0]
        ?.tables.map((t) => t.slice(1))
        .join(' '),
    ).toBe(order);
  });

  it.each([...REGIONS])('%s 写作“省”或“省/市”的简称，地区表里有', (region) => {
    const named = CATALOGUE.regionNamed(region.split('/').at(-1)!);
    expect(named?.path.join('/'), '见 src/catalogue/regions.ts').toBe(region);
  });

  it('任何年度、任何地方至多一条', () => {
    const places = new Set(profiles.map((p) => p.region?.split('/').at(-1) ?? '全国'));
    for (let year = 2011; year <= 2030; year += 1)
      for (const place of places) {
        const ids = profileOf(year, place).map((p) => p.id);
        const why = `${place} ${year}：编号要写“全国”，当地的才顶替全国的`;
        expect(ids, why).toEqual(year < 2015 ? [] : ['全国']);
      }
  });

  it('没有规程的年度：不说缺表、多表，算式照样核对', async () => {
    const book = await sample('hanyang-2021');
    const titles = Array.from({ length: 9 }, (_, i): CellChange => {
      const title = book.sheets[i]!.cells[0]![0]!.value as string;
      return { sheet: `表${i + 1}`, address: 'A1', value: title.replace('2021', '2013') };
    });
    const { findings, missing, counts } = review(changed(book, titles), CATALOGUE);
    expect(missing).toEqual([]);
    expect(findings.filter((f) => /^D0[12]$/.test(f.rule))).toEqual([]);
    expect(counts.exact).toBeGreaterThan(200);
  });
});
