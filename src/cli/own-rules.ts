// --rules: the catalogue with a user's own rules in it, for every verb that works by rules.
import { readFile } from 'node:fs/promises';
import { CATALOGUE, type Catalogue } from '../catalogue/index.ts';
import { readOwnRules } from '../review/own-rules.ts';
import { wrongUsage } from './usage.ts';

/** Catalogue and text of the rules in a file; what is wrong with them is wrong usage. */
export async function rulesIn(path: string | undefined): Promise<[Catalogue, string | undefined]> {
  if (path === undefined) return [CATALOGUE, undefined];
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw wrongUsage(`自定规程“${path}”不能打开，请检查路径。`);
  const own = readOwnRules(text, CATALOGUE);
  if (!own.ok) throw wrongUsage(`自定规程“${path}”有误：\n${own.problems.join('\n')}`);
  return [own.catalogue, text];
}
