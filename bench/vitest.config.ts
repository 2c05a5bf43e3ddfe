// npm run bench: peers.bench.ts by Vitest's benchmark runner, shares.test.ts as a run that prints.
// Speeds are printed as ratios within one run and never asserted.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['bench/**/*.test.ts'],
    benchmark: { include: ['bench/**/*.bench.ts'] },
    testTimeout: 3_600_000,
    maxWorkers: 1,
    silent: false,
  },
});
