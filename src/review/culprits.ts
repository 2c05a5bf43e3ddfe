// Breaks put together by what is likely at fault: one cell, cells that went wrong together, or one of a few.
// Knows suspects and findings; decides nothing anew.
import { type Finding, SLIP_NAMES, type Suspect } from '../assertions/finding.ts';
import { parseAddress } from '../facts/grid.ts';
import { isOwn, suspectsOf } from './suspects.ts';
import { cellName, reworded } from './wording.ts';

/** 疑似出错处: what is likely wrong, with the breaks that come of it. */
export interface Culprit {
  readonly group: number;
  /** One cell; cells that are all meant (a row, a column, a table, two cells); or one of several. */
  readonly kind: 'cell' | 'together' | 'either';
  /** What is said of it, as one clause. */
  readonly title: string;
  readonly cells: readonly Suspect[];
  /** What can be typed over on the user's word: nothing where no cell is sure. */
  readonly corrections: readonly Suspect[];
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
}

/** By group the first group of the same cells: what is put right together is told together. */
function firstOfCells(suspects: readonly Suspect[]): ReadonlyMap<number, number> {
  const cells = new Map<number, string[]>();
  for (const s of suspects) {
    if (s.rank !== 1) continue;
    const own = cells.get(s.group) ?? [];
    own.push(`${cellName(s)} ${s.suggested} ${s.message ?? ''}`);
    cells.set(s.group, own);
  }
  const first = new Map<string, number>();
  return new Map(
    [...cells].map(([group, own]) => {
      const key = own.sort().join('|');
      if (!first.has(key)) first.set(key, group);
      return [group, first.get(key)!] as const;
    }),
  );
}

/** Findings with the number of the group of suspects that explains them, in words that fit it. */
export function grouped(findings: readonly Finding[], suspects: readonly Suspect[]): Finding[] {
  if (suspects.length === 0) return [...findings];
  const first = firstOfCells(suspects);
  return findings.map((f) => {
    const own = suspectsOf(f, suspects);
    const group = own[0]?.group;
    return group === undefined ? f : { ...reworded(f, own), group: first.get(group) ?? group };
  });
}

const same = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every((f) => b.includes(f));

/** Candidates for one and the same breaks are alternatives; others went wrong together. */
function areAlternatives(cells: readonly Suspect[], findings: readonly Finding[]): boolean {
  const explained = cells.map((s) => findings.filter((f) => suspectsOf(f, [s]).length > 0));
  return explained.every((own) => same(own, explained[0]!));
}

const arrow = (s: Suspect): string => `${s.value || '空'} → ${s.suggested}`;

/** What cells that went wrong together have in common: a row, a column, a sheet. */
function whatOf(cells: readonly Suspect[]): string {
  const sheets = [...new Set(cells.map((s) => s.sheet))];
  const at = cells.flatMap((s) => parseAddress(s.address) ?? []);
  const rows = [...new Set(at.map((a) => a.row + 1))].sort((a, b) => a - b);
  const columns = [...new Set(cells.map((s) => s.address.replace(/\d+$/, '')))].sort();
  const [sheet] = sheets;
  if (sheets.length > 1 || cells.length < 3) {
    const names = cells.slice(0, 4).map((s) => cellName(s));
    return `${names.join('、')}${cells.length > 4 ? ` 等 ${cells.length} 格` : ''}`;
  }
  if (rows.length === 1) return `${sheet} 第 ${rows[0]} 行的 ${cells.length} 个数`;
  if (columns.length === 1) return `${sheet} ${columns[0]} 列的 ${cells.length} 个数`;
  if (rows.length === 2) return `${sheet} 第 ${rows[0]} 行和第 ${rows[1]} 行`;
  if (columns.length === 2) return `${sheet} ${columns[0]} 列和 ${columns[1]} 列`;
  return `${sheet} 的 ${cells.length} 个数`;
}

function titleOf(kind: Culprit['kind'], cells: readonly Suspect[]): string {
  const first = cells[0]!;
  if (first.message !== undefined) return first.message.replace(/。$/, '');
  if (kind === 'cell') return `${cellName(first)} 可能有误：${arrow(first)}`;
  if (kind === 'either') return `这 ${cells.length} 格里有一格可能有误`;
  const slips = new Set(cells.map((s) => s.slip));
  const [slip] = slips;
  if (slips.size > 1 || slip === 'other') return `${whatOf(cells)} 可能一起错了`;
  if (slip === 'neighbour') return `${whatOf(cells)} 可能填错了位置`;
  return `${whatOf(cells)} 可能一起错了：${SLIP_NAMES[slip!]}`;
}

function culpritOf(group: number, suspects: readonly Suspect[], findings: readonly Finding[]) {
  const cells = suspects.filter((s) => s.group === group && s.rank === 1 && isOwn(s));
  const own = findings.filter((f) => f.group === group);
  const said = cells[0]?.message !== undefined;
  const either = cells.length > 1 && !said && areAlternatives(cells, own);
  const kind = either ? 'either' : cells.length === 1 && !said ? 'cell' : 'together';
  const corrections = either ? [] : cells.filter((s) => s.message === undefined);
  const title = titleOf(kind, cells);
  return { group, kind, title, cells, corrections, findings: own } satisfies Culprit;
}

/** 疑似出错处 of the findings given, in the order in which the first break of each is told. */
export function culpritsOf(findings: readonly Finding[], suspects: readonly Suspect[]): Culprit[] {
  const groups = new Set(findings.flatMap((f) => f.group ?? []));
  return [...groups].map((group) => culpritOf(group, suspects, findings));
}
