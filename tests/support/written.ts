// Passages written by hand, each with the slip that a twin of it has: «right→wrong».
import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { TieReport } from '../../src/narrative/readings/report.ts';
import { tie } from '../../src/review/tie.ts';

/** A passage as it ought to read, and its twin with one thing wrong. */
export interface Written {
  readonly id: string;
  readonly about: string;
  readonly right: string;
  readonly wrong: string | undefined;
  /** Where the slip stands in the twin. */
  readonly from: number;
  readonly to: number;
}

const MARKED = /«([^→»]*)→([^»]*)»/;

/** The passages of one file: `# id about`, then the text. */
export function writtenIn(path: string): Written[] {
  return readFileSync(path, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.trimEnd().split('\n');
      const [id = '', ...about] = head.split(' ');
      const text = lines.join('\n');
      const marked = MARKED.exec(text);
      const with_ = (words: string): string => text.replace(MARKED, () => words);
      const from = marked?.index ?? -1;
      return {
        id,
        about: about.join(' '),
        right: with_(marked?.[1] ?? ''),
        wrong: marked ? with_(marked[2]!) : undefined,
        from,
        to: from + (marked?.[2]?.length ?? 0),
      };
    });
}

const accusedOf = (report: TieReport) => [
  ...report.numbers.filter((n) => n.verdict === 'broken' && n.severity === 'error'),
  ...report.findings.filter((f) => f.verdict === 'broken' && f.severity === 'error'),
];

/** 静, 指名 (the wrong number alone), 成组 (among those of which one is wrong), 别处, 漏. */
export type Outcome = '静' | '误报' | '指名' | '成组' | '别处' | '漏';

const read = (text: string): TieReport =>
  tie(undefined, { text, broken: text.includes('\n') }, CATALOGUE, {});

export const ofRight = ({ right }: Written): '静' | '误报' =>
  accusedOf(read(right)).length === 0 ? '静' : '误报';

export function ofWrong({ wrong, from, to }: Written): Outcome {
  const report = read(wrong!);
  const accused = accusedOf(report);
  if (accused.length === 0) return '漏';
  const here = accused.filter((a) => a.start <= Math.max(to - 1, from) && from < a.end);
  if (here.length === 0) return '别处';
  return accused.length === 1 && report.numbers.includes(here[0] as never) ? '指名' : '成组';
}
