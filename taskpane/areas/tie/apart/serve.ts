// Inside the worker: opens the workbook again from what was sent, checks one manuscript after another, and sends back
// what was found.
import { CATALOGUE } from '../../../../src/catalogue/index.ts';
import type { Booklet } from '../../../../src/facts/booklet.ts';
import { openBook } from '../../../../src/review/book.ts';
import { reviewOf } from '../../../../src/review.ts';
import { finder, type Heeding, type OpenWorkbook } from '../finder.ts';
import type { Answer, FindingReply, FindingTask, SentWorkbook } from './task.ts';

/** Nobody waits for it who does not want to. */
const MILLISECONDS = 60_000;

const post = (reply: FindingReply): void => postMessage(reply);

function opened({ snapshot, options, accounts, doubted, rules }: SentWorkbook): OpenWorkbook {
  const catalogue = rules ? { ...CATALOGUE, ...rules } : CATALOGUE;
  const book = openBook(snapshot, catalogue, options);
  const unsure = doubted ? reviewOf(book).doubted : undefined;
  return { book: unsure ? { ...book, doubted: unsure } : book, accounts };
}

const heed: Heeding = (stage) => {
  post({ stage });
  return true;
};

/** Answers tasks from here on. */
export function serveFinding(): void {
  const { find, notes } = finder(MILLISECONDS);
  let workbook: OpenWorkbook | undefined;
  let booklet: Booklet | undefined;
  const answered = async (task: FindingTask): Promise<Answer> => {
    if (task.workbook) workbook = opened(task.workbook);
    if (task.booklet !== undefined) booklet = task.booklet ?? undefined;
    const given = { ...task.given, ...(booklet && { booklet }) };
    if (task.want === 'find') return { want: 'find', found: (await find(workbook!, given, heed))! };
    return { want: 'notes', notes: (await notes(workbook!, given, heed))! };
  };
  addEventListener('message', ({ data }: MessageEvent<FindingTask>) => {
    if (!('want' in data)) return;
    answered(data).then(
      (answer) => post({ answer }),
      (error: unknown) => post({ failed: String(error) }),
    );
  });
}
