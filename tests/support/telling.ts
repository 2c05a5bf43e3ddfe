// Places that tell in another way than the nation, by an outline or by sentences. Read from the catalogue: a new
// place is tried by every test of the 说明 without being listed anywhere.
import { CATALOGUE } from '../../src/catalogue/index.ts';

const { outlines, sentences } = CATALOGUE.narrative;
const own = [...outlines, ...sentences].flatMap((d) => d.region?.split('/').at(-1) ?? []);

/** By their short names, the nation first. */
export const TELLING: readonly string[] = ['全国', ...new Set(own)];
