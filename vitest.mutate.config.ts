// The tests that hold the kernel, over sources with mutants in them: what bin/mutate.mjs runs.
import { existsSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { instrumented } from './bench/mutation/instrument.ts';

const report = process.env.GOUJI_MUTANTS ?? '';
/** Tests by name, where not all of the joined ones meet the mutants. */
const only = process.env.GOUJI_MUTATE_ONLY;
const { sources, mutants } = await instrumented((process.env.GOUJI_MUTATE ?? '').split('\n'));
if (!existsSync(report)) {
  writeFileSync(`${report}.json`, JSON.stringify(mutants));
  writeFileSync(report, `${mutants.map((m) => m.id).join(' ')}\n`);
}

export default defineConfig({
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      load: (id) => sources.get(id.split('?')[0] ?? id),
    },
  ],
  test: {
    include: [`bench/mutation/${process.env.GOUJI_MUTATE_TESTS ?? 'kernel'}.test.ts`],
    ...(only && { testNamePattern: new RegExp(only) }),
    setupFiles: ['tests/support/seed.ts', 'bench/mutation/few.ts'],
    runner: './bench/mutation/runner.ts',
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    teardownTimeout: 3_600_000,
    isolate: false,
    pool: 'forks',
    maxWorkers: 1,
  },
});
