// 核对文稿: a text read against the tables and against itself. Knows how the parts of the reading follow each
// other; each part lives in its own file.
import { numbersIn } from '../text/numbers.ts';
import { type PlainText, plainText, spanOf } from '../text/plain.ts';
import { reportOf, type TiedNumber, type TieReport } from './report.ts';

/** 文稿: the text as written, and whether its lines may be broken where a page ended. */
export interface Manuscript {
  readonly text: string;
  readonly broken: boolean;
}

const untied = (plain: PlainText, start: number, end: number): TiedNumber => {
  const span = spanOf(plain, start, end);
  return {
    ...span,
    text: plain.raw.slice(span.start, span.end),
    verdict: 'unknown',
    severity: 'note',
    rule: '',
    expected: null,
    cells: [],
    message: '没有找到可以核对的数据',
  };
};

/** 核对文稿. */
export function tieOut(manuscript: Manuscript): TieReport {
  const plain = plainText(manuscript.text, manuscript.broken);
  const { tokens } = numbersIn(plain);
  return reportOf(
    tokens.map((t) => untied(plain, t.start, t.end)),
    [],
  );
}
