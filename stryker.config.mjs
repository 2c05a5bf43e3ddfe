// npm run mutate -- formula: mutants of one file of the kernel at a time, killed or not by the tests of the kernel.
// One worker: mutation tests run beside other work. Survivors are listed with file and line.
const file = process.env.GOUJI_MUTATE ?? 'src/formula/parse.ts';
const name = file.replaceAll('/', '-');

export default {
  mutate: [file],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: true },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `dist/mutation/${name}.json` },
  incremental: true,
  incrementalFile: `dist/mutation/${name}.incremental.json`,
  clearTextReporter: { allowColor: false, reportTests: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.GOUJI_WORKERS ?? 1),
  ignoreStatic: true,
  disableTypeChecks: false,
  tempDirName: 'dist/mutants',
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 20,
};
