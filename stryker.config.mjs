// npm run mutate -- formula: mutants of one room of the kernel, killed or not by the tests of the kernel.
// One worker: mutation tests run beside other work. Survivors are listed with file and line.
const module = process.env.GOUJI_MUTATE ?? 'formula';

export default {
  mutate: [module.endsWith('.ts') ? module : `src/${module}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: true },
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.GOUJI_WORKERS ?? 1),
  ignoreStatic: true,
  disableTypeChecks: false,
  tempDirName: 'dist/mutants',
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 20,
};
