// The invented passages: what is wrong in each is argued by hand in its first line, and said in the second.
import { readdirSync, readFileSync } from 'node:fs';
import type { tie } from '../../../src/review/tie.ts';

type Report = ReturnType<typeof tie>;
const folder = new URL('../../cases/passages/', import.meta.url);

/** 静 nothing is wrong · 指 one number alone · 组 one of these · 有误 the list does not add up, whichever number. */
export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly says: string;
}

export function goldens(): Golden[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((file) => {
      const [head = '', text = ''] = readFileSync(new URL(file, folder), 'utf8').split('\n====\n');
      return { name: file.replace('.txt', ''), text: text.trimEnd(), says: head.split('\n')[1]! };
    });
}

const squeeze = (words: string): string => words.replace(/\s|—.*?—/g, '');

/** The words of a number, and which of its likes it is: 96.00%#2 is the second. */
function told(text: string, start: number, end: number, all: readonly string[]): string {
  const words = squeeze(text.slice(start, end));
  const before = squeeze(text.slice(0, start)).split(words).length;
  return all.includes(`${words}#${before}`) ? `${words}#${before}` : words;
}

/** What the report says, in the words of the second line. */
export function saidOf({ numbers, findings }: Report, { text, says }: Golden): string {
  const wanted = says.split(' ');
  const grave = (x: { verdict: string; severity: string }) =>
    x.verdict === 'broken' && x.severity !== 'note';
  const named = numbers.filter(grave);
  const wide = findings
    .filter(grave)
    .filter((f) => !named.some((n) => n.start < f.end && f.start < n.end));
  const words = (list: readonly { start: number; end: number }[]): string[] => [
    ...new Set(list.map((x) => told(text, x.start, x.end, wanted))),
  ];
  if (named.length === 0 && wide.length === 0) return '静';
  if (says === '有误') return '有误';
  if (named.length > 0)
    return ['指', ...words(named), ...(wide.length > 0 ? ['及', ...words(wide)] : [])].join(' ');
  const members = numbers.filter((n) => wide.some((f) => n.start < f.end && f.start < n.end));
  const only = members.filter((n) => (n as { reason?: string }).reason === 'one-of-group');
  return ['组', ...words(only.length > 0 ? only : members)].join(' ');
}
