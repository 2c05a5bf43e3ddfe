// The table that npm run bench ends in: every row a ratio of two times of one run, its peer and the goals
// beside it. Knows how to time and to print; measures nothing itself.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';

/** 一行: how often one time goes into another, and what is aimed at: at least, or at most. */
export interface Row {
  readonly what: string;
  readonly peer: string;
  /** Milliseconds, or whatever both are counted in. */
  readonly own: number;
  readonly other: number;
  /** own ÷ other where less is better, other ÷ own where more is. */
  readonly ratio: number;
  readonly goal?: { readonly sign: '≤' | '≥'; readonly least: number; readonly aim?: number };
  readonly remark?: string;
}

type Goal = readonly [least: number, aim?: number];
const goalOf = (sign: '≤' | '≥', [least, aim]: Goal): Pick<Row, 'goal'> => ({
  goal: { sign, least, ...(aim !== undefined && { aim }) },
});

/** So many times the peer's time, which should be few. */
export const timesThePeer = (
  what: string,
  peer: string,
  [own, other]: readonly [number, number],
  goal?: Goal,
): Row => ({ what, peer, own, other, ratio: own / other, ...(goal && goalOf('≤', goal)) });

/** So many times as fast as the peer, which should be many. */
export const asFastAs = (
  what: string,
  peer: string,
  [own, other]: readonly [number, number],
  goal?: Goal,
): Row => ({ what, peer, own, other, ratio: other / own, ...(goal && goalOf('≥', goal)) });

/** A clock in milliseconds. */
type Clock = () => number;
/** Of whole programs that are started. */
export const WALL: Clock = () => performance.now();
/** Of work in this process: its processor time, which a busy machine disturbs less. */
const PROCESSOR: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The least of several runs: what else the machine does only adds. */
export async function least(
  runs: number,
  work: (run: number) => unknown,
  clock = PROCESSOR,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begun = clock();
    await work(run);
    best = Math.min(best, clock() - begun);
  }
  return best;
}

const short = (n: number): string =>
  n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2);

function goalText({ goal, ratio }: Row): string {
  if (!goal) return '';
  const meets = (limit: number) => (goal.sign === '≤' ? ratio <= limit : ratio >= limit);
  const verdict = meets(goal.aim ?? goal.least) ? '达到' : meets(goal.least) ? '过线' : '未到';
  const limit = (n: number) => String(Number(n.toFixed(2)));
  const aim = goal.aim === undefined ? '' : `（力争 ${goal.sign} ${limit(goal.aim)}）`;
  return `${goal.sign} ${limit(goal.least)}${aim} ${verdict}`;
}

export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.what,
    row.peer,
    short(row.own),
    short(row.other),
    `${short(row.ratio)} 倍`,
    [goalText(row), row.remark].filter(Boolean).join('；'),
  ]);
  const head = ['项目', '与谁比', '本方', '对方', '比值', '目标'];
  return [head, head.map(() => '---'), ...lines].map((l) => `| ${l.join(' | ')} |`).join('\n');
}

/** One line a row: date, commit, what, peer, ratio. */
export function record(path: string, rows: readonly Row[], commit: string): void {
  if (!existsSync(path)) writeFileSync(path, 'date\tcommit\twhat\tpeer\town\tother\tratio\n');
  const date = new Date().toISOString().slice(0, 10);
  const line = (r: Row) =>
    [date, commit, r.what, r.peer, short(r.own), short(r.other), short(r.ratio)].join('\t');
  appendFileSync(path, `${rows.map(line).join('\n')}\n`);
}
