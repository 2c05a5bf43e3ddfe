// Tries mutants without starting anything anew: all tests stand in one process, are run once to see which mutants each
// meets, and for every mutant those that meet it are called again, the quick ones first, until one fails. A mutant
// costs some milliseconds so, where a fresh run of the test files costs seconds.
import { appendFileSync, readFileSync } from 'node:fs';
import { getFn } from '@vitest/runner';
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { limitMemories } from '../../src/measure/memory.ts';

/**
 * What a mutant came to: found by a test, found as it never ended, met by tests and not found, met by none; `static`
 * where it is met only while modules are loaded, which happens once and before any mutant.
 */
type Outcome = 'killed' | 'endless' | 'survived' | 'unmet' | 'static';

interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

interface Tried {
  readonly test: RunnerTestCase;
  readonly took: number;
  readonly hits: Readonly<Record<string, number>>;
}

const shared = globalThis as { __stryker__?: Switches };
shared.__stryker__ ??= {};
const switches = shared.__stryker__;
const LEAST_HITS = 10_000;
const MORE_HITS = 100;
const SPOILT = 9;

/** The most that the tests of one mutant may take together, in milliseconds of the first run. */
const BUDGET = Number(process.env.GOUJI_MUTANT_MS ?? Number.POSITIVE_INFINITY);
/** The file of the run: the numbers of all mutants, then a line where one was begun and one for what it came to. */
const report = process.env.GOUJI_MUTANTS ?? '';

const testsIn = (tasks: readonly RunnerTask[]): RunnerTestCase[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]));

export default class MutantRunner extends TestRunner {
  override onBeforeTryTask(test: RunnerTask): void {
    super.onBeforeTryTask(test as RunnerTestCase);
    switches.currentTestId = test.id;
  }

  override onAfterTryTask(test: RunnerTask): void {
    super.onAfterTryTask(test as RunnerTestCase);
    switches.currentTestId = undefined;
  }

  override async onAfterRunFiles(files?: RunnerTestFile[]): Promise<void> {
    super.onAfterRunFiles();
    const tests = testsIn(files ?? []).filter((test) => test.mode !== 'skip');
    if (tests.some((test) => test.result?.state !== 'pass')) return;
    const met = switches.mutantCoverage ?? { static: {}, perTest: {} };
    const tried = tests.map((test) => ({
      test,
      took: test.result?.duration ?? 0,
      hits: met.perTest[test.id] ?? {},
    }));
    const quickFirst = tried.sort((a, b) => a.took - b.took);
    const { mutants, done, again } = readLines();
    for (const id of mutants.filter((m) => !done.has(m))) {
      const meeting = within(
        BUDGET,
        quickFirst.filter(({ hits }) => hits[id]),
      );
      if (meeting.length === 0) write(id, met.static[id] ? 'static' : 'unmet');
      else await this.tryOne(id, meeting, again.has(id));
    }
  }

  private async tryOne(id: string, meeting: readonly Tried[], again: boolean): Promise<void> {
    write(id);
    const { kind, by } = await this.outcomeOf(id, meeting);
    // A test that fails without the mutant too: this mutant or one before it left something behind. It is tried once
    // more in a fresh process, and then believed.
    const spoilt = by !== undefined && !(await this.passes(by.test));
    if (!(spoilt && !again)) write(id, kind);
    if (spoilt) process.exit(SPOILT);
  }

  private async outcomeOf(
    id: string,
    meeting: readonly Tried[],
  ): Promise<{ kind: Outcome; by?: Tried }> {
    limitMemories();
    switches.activeMutant = id;
    switches.hitCount = 0;
    switches.hitLimit =
      LEAST_HITS + MORE_HITS * meeting.reduce((n, { hits }) => n + (hits[id] ?? 0), 0);
    let by: Tried | undefined;
    for (const each of meeting) {
      if (await this.passes(each.test)) continue;
      by = each;
      break;
    }
    const endless = switches.hitCount > switches.hitLimit;
    switches.activeMutant = undefined;
    switches.hitCount = undefined;
    limitMemories();
    return by ? { kind: endless ? 'endless' : 'killed', by } : { kind: 'survived' };
  }

  private async passes(test: RunnerTestCase): Promise<boolean> {
    try {
      await getFn(test)();
      return true;
    } catch {
      return false;
    }
  }
}

/** As many of the tests, the quick ones first, as may be run for one mutant; always the quickest. */
function within(budget: number, tests: readonly Tried[]): Tried[] {
  let spent = 0;
  return tests.filter(({ took }, i) => {
    spent += took;
    return i === 0 || spent <= budget;
  });
}

/** One line of the report. */
function write(id: string, kind?: Outcome): void {
  appendFileSync(report, `${id} ${kind ?? '…'}\n`);
}

/** What the report holds: all mutants, those done with, and those begun once without an end. */
function readLines() {
  const [first = '', ...rest] = readFileSync(report, 'utf8').split('\n');
  const lines = rest.filter(Boolean).map((line) => line.split(' '));
  const begun = lines.filter(([, kind]) => kind === '…').map(([id]) => id);
  const ended = lines.filter(([, kind]) => kind !== '…').map(([id]) => id);
  const twice = begun.filter((id, i) => begun.indexOf(id) < i);
  return {
    mutants: first.split(' '),
    done: new Set([...ended, ...twice]),
    again: new Set(begun),
  };
}
