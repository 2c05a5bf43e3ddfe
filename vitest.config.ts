// All tests. Browser tests take turns: two cores carry one Chromium at a time. `npm test` runs them beside the
// others, with one worker for those (bin/test.mjs).
import { defineConfig } from 'vitest/config';

const BROWSER = ['tests/e2e/**/*.test.ts', 'tests/hosts/**/*chromium*.test.ts'];
/** Office.js can be loaded once into a process: each of these has one of its own. */
const EXCEL = ['tests/hosts/excel/**/*.test.ts'];
const NEVER = ['tests/scratch/**', 'node_modules/**'];
const common = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  setupFiles: ['tests/support/seed.ts'],
};
/** Pure tests share one load of the sources in each process: loading them anew for every file took half the time. */
const others = {
  ...common,
  name: 'node',
  include: ['tests/**/*.test.ts'],
  exclude: [...NEVER, ...BROWSER, ...EXCEL],
  isolate: false,
  maxWorkers: Number(process.env.GOUJI_WORKERS ?? 2),
  sequence: { groupOrder: 0 },
};
const inExcel = { ...others, name: 'excel', include: EXCEL, exclude: NEVER, isolate: true };
const inBrowser = {
  ...common,
  name: 'browser',
  include: BROWSER,
  exclude: NEVER,
  // What a page is still drawing is waited for as long as a click is, however busy the machine.
  expect: { poll: { timeout: 15_000 } },
  maxWorkers: 1,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  test: {
    experimental: {
      fsModuleCache: true,
      fsModuleCachePath: process.env.GOUJI_MODULES ?? 'dist/.vitest',
    },
    projects: [{ test: others }, { test: inExcel }, { test: inBrowser }],
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: process.env.GOUJI_RESULTS ?? 'dist/test-results.json' }]]
      : ['default'],
  },
});
