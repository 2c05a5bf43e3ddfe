/// <reference types="vite/client" />
// The tests of identities as one file, as the kernel's are: rule tables A, B and D, and what a whole review finds.
import.meta.glob(
  [
    '../../tests/unit/review/**/*.test.ts',
    '../../tests/rules/rules.test.ts',
    '!**/evaluation-text.test.ts',
  ],
  {
    eager: true,
  },
);
