/// <reference types="vite/client" />
// The tests of clauses as one file: the tables of rules over texts, and every reading of a text.
import.meta.glob(
  [
    '../../tests/unit/narrative/**/*.test.ts',
    '../../tests/laws/readings.test.ts',
    '../../tests/rules/texts.test.ts',
  ],
  { eager: true },
);
