/// <reference types="vite/client" />
// The tests of diagnosis as one file: no other test of the kernel meets its mutants, and a start is the cheaper for it.
import.meta.glob(['../../tests/unit/diagnosis/**/*.test.ts', '!**/halted.test.ts'], {
  eager: true,
});
