// --rules: the catalogue with a user's own rules in it, for every verb that works by rules.
import { CATALOGUE, type Catalogue } from '../catalogue/index.ts';
import { plainFile } from '../hosts/plain-text.ts';
import { readWithin } from './files.ts';
import { wrongUsage } from './usage.ts';

/** Rules are written by hand: nothing of this size is a file of them. */
const MOST_BYTES = 4 << 20;

/**
 * Catalogue and text of the rules in a file, undefined without one; what is wrong with them is thrown as
 * wrong usage.
 */
export async function rulesIn(path: string | undefined): Promise<[Catalogue, string | undefined]> {
  if (path === undefined) return [CATALOGUE, undefined];
  const bytes = await readWithin(path, MOST_BYTES);
  if ('code' in bytes) throw wrongUsage(`自定规程“${path}”不能打开：${bytes.message}`);
  const text = plainFile(bytes);
  if (text === undefined) throw wrongUsage(`自定规程“${path}”不是文本文件，请检查路径。`);
  const { readOwnRules } = await import('../review/own-rules.ts');
  const own = readOwnRules(text, CATALOGUE);
  if (!own.ok) throw wrongUsage(`自定规程“${path}”有误：\n${own.problems.join('\n')}`);
  return [own.catalogue, text];
}

/**
 * --preset: the name of a way of scoring that there is, undefined where none is given; another is thrown as
 * wrong usage.
 */
export function presetNamed(name: string | undefined, catalogue: Catalogue): string | undefined {
  const known = [...new Set(catalogue.scoring.presets.map((p) => p.id))];
  if (name !== undefined && !known.includes(name))
    throw wrongUsage(`没有“${name}”这个计分预设，可以写 ${known.join('、')}。`);
  return name;
}
