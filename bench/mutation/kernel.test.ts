/// <reference types="vite/client" />
// All tests of the kernel as one file: they stand in one process, and every mutant is tried on them there.
import.meta.glob(
  [
    '../../tests/unit/{measure,formula,assertions,diagnosis}/**/*.test.ts',
    '../../tests/laws/{exact,notation,formats}.test.ts',
    '!**/halted.test.ts',
  ],
  { eager: true },
);
