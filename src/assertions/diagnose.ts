import type { Assertion } from './assertion.ts';
import type { Finding, Suspect } from './finding.ts';
export function diagnose(
  _judged: readonly { assertion: Assertion; finding: Finding }[],
): Suspect[] {
  return [];
}
