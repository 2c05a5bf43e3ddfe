/// <reference types="vite/client" />
// The tests of the trades as one file, as the kernel's are: rule tables, scoring, texts, and what a whole review finds.
import.meta.glob(
  [
    '../../tests/unit/{measure,formula,assertions,diagnosis,review,scoring,narrative}/**/*.test.ts',
    '../../tests/laws/{exact,notation,formats,printed,units,scoring-rules,scoring-functions,readings}.test.ts',
    '../../tests/rules/*.test.ts',
    '!**/halted.test.ts',
    // Its golden is a file beside the test, which this one is not.
    '!**/evaluation-text.test.ts',
  ],
  { eager: true },
);
