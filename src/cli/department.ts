// --department: one workbook held against the sum of the others (B20), after each was checked itself.
import type { Verdict } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { AGGREGATE_ID, undecidedFor } from '../review/aggregate.ts';
import { attentionOf } from '../review/attention.ts';
import { openBook, withUnits } from '../review/book.ts';
import { type Other, readOther } from '../review/others.ts';
import { type Review, type ReviewOptions, reviewOf } from '../review.ts';
import { type FoundFile, isSameFile, OWN_COPY, openFile, openInput } from './files.ts';
import { type FileOutcome, mustMend } from './outcome.ts';
import { EXIT } from './verb.ts';

/** Only what the aggregation says: its relations, and remarks on the units' workbooks. */
function aggregateOf(whole: Review, own: Review): Review {
  const before = new Set(own.findings.map((f) => `${f.rule}|${f.message}`));
  const findings = whole.findings.filter((f) => !before.has(`${f.rule}|${f.message}`));
  const told = findings.filter((f) => f.verdict !== 'exact');
  const counts: Record<Verdict, number> = { exact: 0, rounding: 0, broken: 0, unknown: 0 };
  for (const f of findings) counts[f.verdict] += 1;
  const suspects = whole.suspects.filter((s) => s.rules.includes(AGGREGATE_ID));
  return { ...whole, counts, attention: attentionOf(told), findings, told, suspects };
}

interface Units {
  readonly units: readonly Other[];
  readonly unread: readonly string[];
}

/** One after the other; of each only its tables are kept. */
async function unitsIn(
  files: readonly FoundFile[],
  catalogue: Catalogue,
  year: number | undefined,
): Promise<Units> {
  const units: Other[] = [];
  const unread: string[] = [];
  for (const { path, named } of files) {
    const opened = await openInput(path, named);
    if ('code' in opened) {
      if (opened !== OWN_COPY) unread.push(path);
      continue;
    }
    const unit = readOther({ ...opened.snapshot, name: path }, catalogue, { file: path }, year);
    // A list of addresses in the same folder is no unit.
    if (unit.unused !== 'no-tables' || named) units.push(unit);
  }
  return { units, unread };
}

/** 汇总核对: the department's workbook against the sum of its units'. */
export async function checkDepartment(
  path: string,
  files: readonly FoundFile[],
  catalogue: Catalogue,
  options: ReviewOptions,
): Promise<{ readonly outcome: FileOutcome; readonly status: number }> {
  const opened = await openFile(path);
  if ('code' in opened) return { outcome: { file: path, error: opened }, status: EXIT.unread };
  const book = openBook(opened, catalogue, options);
  const own = reviewOf(book);
  const others = files.filter((f) => !isSameFile(f.path, path));
  const { units, unread } = await unitsIn(others, catalogue, own.year ?? undefined);
  const head = catalogue.identities.find((i) => i.id === AGGREGATE_ID);
  const whole =
    unread.length > 0 && head
      ? { ...own, findings: [...own.findings, undecidedFor(unread, head)] }
      : reviewOf(withUnits(book, units));
  const aggregate = aggregateOf(whole, own);
  const status = mustMend(aggregate) ? EXIT.broken : EXIT.fine;
  return { outcome: { file: path, review: aggregate }, status };
}
