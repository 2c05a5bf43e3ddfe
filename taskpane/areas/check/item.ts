// What one finding in the list is given: itself, its suspects, and what can be done with it.
import type { Finding, Suspect } from '../../../src/assertions/finding.ts';

export interface ItemProps {
  readonly finding: Finding;
  /** The rule in the officials' notation, tables by their titles. */
  readonly rule: string;
  readonly suspects: readonly Suspect[];
  /** Everyone suspected anywhere, for the further hypotheses of the details. */
  readonly others: readonly Suspect[];
  /** The same culprit already stands at a finding above. */
  readonly repeated: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onCorrect: (suspect: Suspect) => void;
  readonly onExplain: (text: string) => Promise<void>;
  readonly explanation: () => Promise<string>;
}
