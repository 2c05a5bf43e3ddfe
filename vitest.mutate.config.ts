// The tests that hold the kernel: what mutation tests run. Those that read whole workbooks are left out,
// a mutant would have to wait for them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/unit/{measure,formula,assertions,diagnosis}/**/*.test.ts',
      'tests/laws/{exact,notation,formats}.test.ts',
    ],
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 120_000,
    maxWorkers: 1,
  },
});
