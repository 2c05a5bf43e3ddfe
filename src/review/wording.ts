// How a break is told so that its words do not contradict who is suspected: what a cell ought to be is said
// only of the cell at fault; another is told to differ, and a sum what it adds up to. Decides nothing.
import type { Finding, FindingCell, Suspect } from '../assertions/finding.ts';
import { isOwn } from './suspects.ts';

/** 说法: what stands against what the cell says. */
type Against = 'ought' | 'sum' | 'copy';

const isAt = (at: FindingCell, s: Suspect): boolean =>
  isOwn(at) && isOwn(s) && at.sheet === s.sheet && at.address === s.address;

/** The one cell that states it; absent where several do, or its row is not there. */
function statedIn({ cells }: Finding): FindingCell | undefined {
  const stated = cells.filter((c) => c.role === 'stated');
  return stated.length === 1 ? stated[0] : undefined;
}

function against(finding: Finding, suspects: readonly Suspect[]): Against {
  const stated = statedIn(finding);
  const [only] = suspects;
  if (!stated || (finding.rel ?? '=') !== '=') return 'ought';
  if (only && suspects.length === 1 && isAt(stated, only)) return 'ought';
  const others = finding.cells.filter((c) => c !== stated);
  if (others.length === 1 && others[0]!.role === 'copy') return 'copy';
  const adds = others.length > 1 && others.every((c) => c.role === 'part' && c.sign !== undefined);
  return adds ? 'sum' : 'ought';
}

const OUGHT = { '=': '应为', '≤': '应不大于', '≥': '应不小于', '∈': '应为' } as const;
const ZERO = /^-?0(?:\.0+)?$/;

/** 三个数 of a break, each with its name: what is printed, what stands against it, by how much. */
export interface FigureWords {
  readonly stated: string;
  readonly label: string;
  readonly expected: string;
  /** What follows the second number. */
  readonly after: string;
  /** Empty where only digits that are not shown differ. */
  readonly gap: string;
}

/** A cell as it is named beside another: its sheet only where that is another's. */
export const cellName = (
  at: { readonly sheet: string; readonly address: string; period?: string; file?: string },
  beside?: string,
): string =>
  `${at.period ?? at.file ?? ''}${at.sheet === beside && isOwn(at) ? '' : `${at.sheet}!`}${at.address}`;

/** 三个数 of a finding; undefined where it holds, or compares nothing. */
export function figureWords(
  finding: Finding,
  suspects: readonly Suspect[],
): FigureWords | undefined {
  const { stated, expected = '', gap = '', rel = '=' } = finding;
  if (stated === undefined || finding.verdict === 'exact') return undefined;
  const how = against(finding, suspects);
  const size = gap.replace(/^-/, '');
  if (ZERO.test(gap) || gap === '')
    return { stated, expected, label: OUGHT[rel], after: '', gap: '' };
  if (how === 'copy') {
    const other = finding.cells.find((c) => c.role === 'copy')!;
    const name = cellName(other, statedIn(finding)?.sheet);
    return { stated, expected, label: `与 ${name} 的`, after: '不一致', gap: `差 ${size}` };
  }
  const by = `${gap.startsWith('-') ? '少' : '多'} ${size}`;
  return { stated, expected, label: how === 'sum' ? '相加得' : OUGHT[rel], after: '', gap: by };
}

/** A break whose culprit is another cell than the one that states it, told so; otherwise as it stands. */
export function reworded(finding: Finding, suspects: readonly Suspect[]): Finding {
  const stated = statedIn(finding);
  const { table, unit, expected } = finding;
  if (finding.verdict !== 'broken' || suspects.length !== 1 || !stated || !table) return finding;
  const how = against(finding, suspects);
  const label = stated.label.startsWith(`${table} `) ? stated.label.slice(table.length + 1) : '';
  // Scores are told in words of their own.
  const own = !label || finding.steps === undefined || suspects[0]!.message !== undefined;
  if (how === 'ought' || own) return finding;
  const other = finding.cells.find((c) => c.role === 'copy');
  const name = other?.label.startsWith(`${table} `)
    ? `“${other.label.slice(table.length + 1)}”`
    : other?.label;
  const beside =
    other && `与${name}（${cellName(other, stated.sheet)}）的 ${expected} ${unit}不一致`;
  const said = how === 'copy' ? beside : `各项相加得 ${expected} ${unit}`;
  const by = `差 ${finding.gap?.replace(/^-/, '')} ${unit}`;
  const message = `${table}“${label}”（${stated.address}）为 ${finding.stated} ${unit}，${said}，${by}。`;
  return { ...finding, message };
}
