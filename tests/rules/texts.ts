// Cases of checks of texts: the same notation, with a sentence where the others have changed cells.
import { existsSync, readFileSync } from 'node:fs';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { TieReport } from '../../src/narrative/readings/report.ts';
import { tie } from '../../src/review/tie.ts';
import { type Case, NOTHING, sets, workbooks } from './cases.ts';

export interface TextCase {
  readonly line: number;
  readonly of: Case;
  readonly verdict: '成立' | '不符' | '未核对';
  readonly text: string;
  /** What a broken number or finding must hold. */
  readonly named: readonly string[];
}

/** Paragraphs of a case are parted by ｜, blanks that count are ␣; a heading line stands above them. */
const textOf = (heading: string, words: string): string =>
  [...heading.split('｜'), ...words.split('｜')]
    .filter((p) => p !== '')
    .join('\n')
    .replaceAll('␣', ' ');

export function textCasesIn(file: URL): TextCase[] {
  if (!existsSync(file)) return [];
  const setting = NOTHING();
  let heading = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i): TextCase[] => {
      const [word, ...rest] = text.trim().split(/\s+/);
      if (word === '节') heading = rest[0] ?? '';
      if (!word || word === '节' || word.startsWith('#') || sets(setting, word, rest)) return [];
      const arrow = rest.indexOf('→');
      const words = (arrow < 0 ? rest : rest.slice(0, arrow)).join('');
      const around = {
        units: [...setting.units],
        extras: [...setting.extras],
        scene: [...setting.scene],
      };
      const { sample, last, changes } = setting;
      const own = { line: i + 1, sample, changes: [...changes], named: [], ...around };
      return [
        {
          line: i + 1,
          of: { ...own, verdict: '成立', ...(last && { last }) },
          verdict: word as TextCase['verdict'],
          text: textOf(heading, words),
          named: arrow < 0 ? [] : rest.slice(arrow + 1),
        },
      ];
    });
}

export async function tied({ of, text }: TextCase): Promise<TieReport> {
  if (of.sample === '-') return tie(undefined, { text, broken: false }, CATALOGUE);
  const [workbook, options] = await workbooks(of);
  return tie(workbook, { text, broken: false }, CATALOGUE, options);
}
