// What an entry of the list is given beside itself: what can be asked and ordered of it.
import type { Finding, Suspect } from '../../../src/assertions/finding.ts';

/** 条目可做的事. */
export interface Orders {
  /** Takes the user to a finding's cell and shows what it is made of. */
  readonly onShow: (finding: Finding) => void;
  readonly onGo: (sheet: string, address: string) => void;
  readonly onCorrect: (suspects: readonly Suspect[]) => void;
  /** Why a correction would be refused; undefined where it would not. */
  readonly refusal: (suspect: Suspect) => string | undefined;
  readonly onExplain: (finding: Finding, text: string) => Promise<void>;
  readonly explanation: (finding: Finding) => Promise<string>;
  readonly onIgnore: (finding: Finding, reason: string, whole: boolean) => Promise<void>;
  readonly onUnignore: (finding: Finding) => Promise<void>;
  readonly onHelp: (rule: string) => void;
  /** The rule as people read it, tables by their titles. */
  readonly spoken: (finding: Finding) => string;
  /** Everyone suspected anywhere, for the further hypotheses of the details. */
  readonly suspects: readonly Suspect[];
  readonly open: string | undefined;
  readonly setOpen: (key: string | undefined) => void;
}
