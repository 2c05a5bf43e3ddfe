// Mutants by Stryker's own instrumenter: the wanted files with a switch for every mutant, and the list of them.
import { readFileSync } from 'node:fs';
import type { Logger } from '@stryker-mutator/api/logging';
import { commonTokens } from '@stryker-mutator/api/plugin';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

const nothing = () => undefined;
const never = () => false;
/** Stryker's instrumenter tells what it does; here nobody listens. */
const SILENT: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
};
const OPTIONS = { plugins: null, ignorers: [], excludedMutations: [], noHeader: false };

/** The files with their mutants; every mutant of all of them has a number of its own. */
export async function instrumented(paths: readonly string[]) {
  const instrumenter = createInjector()
    .provideValue(commonTokens.getLogger, () => SILENT)
    .provideValue(commonTokens.logger, SILENT)
    .injectFunction(createInstrumenter);
  const files = paths.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
  const made = await instrumenter.instrument(files, OPTIONS);
  return {
    sources: new Map(made.files.map((file) => [file.name, file.content])),
    mutants: made.mutants,
  };
}
