// npm run bench, last part: every ratio of one run in one table, kept in bench/history.tsv.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { listRows } from './broken.ts';
import { functionRows } from './functions.ts';
import { opened, readingRows, reviewRows } from './reading.ts';
import { record, table } from './row.ts';
import { wholeRows } from './whole.ts';
import { growthRows, longTextRows, textRows } from './writing.ts';

const bytes = readFileSync('tests/cases/samples/example-2023-yuan.xlsx');
const snapshot = await opened(bytes);
const rows = [
  ...(await readingRows(bytes)),
  ...(await reviewRows(bytes)),
  ...(await listRows()),
  ...(await wholeRows()),
  ...(await textRows(snapshot)),
  ...(await longTextRows()),
  ...(await growthRows(snapshot)),
  // The last: the library takes the globals of a browser for itself.
  ...(await functionRows()),
];
console.log(`\n毫秒（内存为 MB），同一次运行里的最小值。\n\n${table(rows)}`);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
record('bench/history.tsv', rows, commit);
