// Where things stand on the pages of a booklet: page and box beside sheet and address, as the interface prints
// them. Knows the objects of the output by their fields; decides nothing.
import { type Booklet, type PagePlace, placeOfCell, placesOfSpan } from '../facts/booklet.ts';
import { parseAddress } from '../facts/grid.ts';

const rounded = (n: number): number => Math.round(n * 100) / 100;

/** [x0, y0, x1, y1] in points from the upper left corner of the page. */
function boxOf({ page, box }: PagePlace) {
  const { left, top, width, height } = box;
  return { page, box: [left, top, left + width, top + height].map(rounded) };
}

type Fields = Readonly<Record<string, unknown>>;

function pageOf(sheet: string, { snapshot, sheets }: Booklet): object | undefined {
  const page = sheets[snapshot.sheets.findIndex((s) => s.name === sheet)]?.page;
  return page === undefined ? undefined : { page };
}

function placeOf(value: Fields, booklet: Booklet): object | undefined {
  const { sheet, address, range, start, end } = value;
  if (value.period !== undefined || value.file !== undefined) return undefined;
  if (typeof sheet === 'string' && typeof address === 'string') {
    const at = parseAddress(address.split(':')[0]!);
    const place = at && placeOfCell(booklet, { sheet, ...at });
    return place && boxOf(place);
  }
  if (typeof sheet === 'string' && typeof range === 'string') return pageOf(sheet, booklet);
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const [first] = placesOfSpan(booklet, { start, end });
  return first && boxOf(first);
}

function placed(value: unknown, booklet: Booklet): unknown {
  if (Array.isArray(value)) return value.map((v) => placed(v, booklet));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, own]) => [key, placed(own, booklet)]);
  return { ...Object.fromEntries(fields), ...placeOf(value as Fields, booklet) };
}

/** Adds page and box to every place of an object, none where the file has no pages; `beside` stays as it is. */
export const withPlaces = (object: object, booklet: Booklet, beside?: object): object => ({
  ...(booklet.pages.length === 0 ? object : (placed(object, booklet) as object)),
  ...beside,
});
