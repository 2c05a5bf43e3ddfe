// Drawn cases a law: a few are enough to meet a mutant, and every mutant meets them again.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 20 });
