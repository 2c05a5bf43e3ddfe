// The place a workbook belongs to: the user's choice, else the department's name, else the titles.
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import type { SettledTables } from '../forms/candidates.ts';

/** 地区 of a workbook; undefined where nothing names one. */
export function regionOf(
  settled: SettledTables,
  catalogue: Catalogue,
  options: { readonly region?: Division },
): Division | undefined {
  if (options.region) return options.region;
  const words = [settled.department, ...settled.tables.map((t) => t.printedTitle)];
  for (const word of words) {
    const region = word ? catalogue.regionIn(word) : undefined;
    if (region) return region;
  }
  return undefined;
}
