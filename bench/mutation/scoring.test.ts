/// <reference types="vite/client" />
// The tests of scoring as one file: rule tables S, points, proposals and targets. The golden of texts is a file beside
// its test, which this one is not.
import.meta.glob(
  [
    '../../tests/unit/{scoring,review}/**/*.test.ts',
    '../../tests/laws/{scoring-rules,scoring-functions}.test.ts',
    '../../tests/rules/*.test.ts',
    '!**/evaluation-text.test.ts',
  ],
  { eager: true },
);
