// All tests in one run. Browser tests take turns: two cores carry one Chromium at a time.
import { defineConfig } from 'vitest/config';

const browserless = process.env.GOUJI_WITHOUT_BROWSER === '1';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [
      'tests/scratch/**',
      'node_modules/**',
      ...(browserless ? ['tests/e2e/**', 'tests/hosts/**/*chromium*'] : []),
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'dist/test-results.json' }]]
      : ['default'],
  },
});
