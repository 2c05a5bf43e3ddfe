// npm run frozen: what the checks say of generated departments, 自评表 and texts, as digests. A rebuilding
// must not change a digest; a change of what is found or said is meant, and then frozen again with --update.
// One digest a kind and layout, and one each of verdicts and of words, so that a difference tells where.
import { createHash } from 'node:crypto';
import { CATALOGUE } from '../src/catalogue/index.ts';
import type { Snapshot } from '../src/facts/grid.ts';
import { tie } from '../src/review/tie.ts';
import { type Review, review } from '../src/review.ts';
import { disclosure, MANNERS, onPaper } from '../tests/support/department/disclosure.ts';
import { arrangement, disturb, layOut, type Workbook } from '../tests/support/department/layout.ts';
import { makeDepartment } from '../tests/support/department/model.ts';
import { sheetOf } from '../tests/support/department/page.ts';
import { random } from '../tests/support/department/random.ts';
import { laidOut } from '../tests/support/evaluation/layout.ts';
import { evaluated, FAMILIES } from '../tests/support/evaluation/model.ts';
import { lookOf } from '../tests/support/evaluation/paper.ts';

/** How many of each are drawn. */
export interface Sizes {
  readonly departments: number;
  readonly evaluations: number;
  readonly texts: number;
}

/** Digests by kind, layout and what is digested. */
export type Digests = Readonly<Record<string, string>>;

class Ledger {
  private readonly hashes = new Map<string, ReturnType<typeof createHash>>();
  note(key: string, value: unknown): void {
    let hash = this.hashes.get(key);
    if (!hash) {
      hash = createHash('sha256');
      this.hashes.set(key, hash);
    }
    hash.update(`${JSON.stringify(value)}\n`);
  }
  digests(): Digests {
    return Object.fromEntries(
      [...this.hashes]
        .map(([key, hash]) => [key, hash.digest('hex').slice(0, 16)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

/** Verdicts and numbers without words; suspects; everything. */
function noteReview(ledger: Ledger, key: string, review: Review): void {
  const { findings, suspects, year, region, department, tables, missing, figures, counts } = review;
  const rest = { year, region, department, tables, missing, figures, counts };
  const bare = findings.map((f) => [
    f.rule,
    f.part,
    f.verdict,
    f.severity,
    f.stated,
    f.expected,
    f.gap,
    f.bound,
    f.cells.map((c) => `${c.sheet}!${c.address} ${c.role}`),
  ]);
  ledger.note(`${key} 结论`, [bare, rest]);
  ledger.note(`${key} 归因`, suspects);
  ledger.note(`${key} 全文`, findings);
}

function departmentOf(seed: number): { book: Workbook; key: string } {
  const drawn = arrangement(seed);
  const wishes = drawn.layout.oldForm ? { capital: false } : {};
  const former = drawn.lastYear ? makeDepartment(seed + 10_000, wishes) : undefined;
  const names = { each: '一表一页', stacked: '上下', beside: '左右', one: '同一张' };
  const key = `部门 ${names[drawn.sheets]} ${drawn.layout.manner.unit}`;
  return { book: layOut(makeDepartment(seed, wishes), drawn, former), key };
}

/** As it is, and with one figure, two and five changed. */
function departments(ledger: Ledger, count: number): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const { book, key } = departmentOf(seed);
    const r = random(seed + 404);
    let { snapshot } = book;
    for (let changes = 0; changes <= 5; changes += 1) {
      if (changes > 0)
        snapshot = disturb(snapshot, r.pick(book.amounts), seed * 7 + changes).snapshot;
      if ([0, 1, 2, 5].includes(changes)) noteReview(ledger, key, review(snapshot, CATALOGUE));
    }
  }
}

/** A number of the sheet typed otherwise: its last digit moved. */
function mistyped(snapshot: Snapshot, seed: number): Snapshot {
  const [sheet] = snapshot.sheets;
  const r = random(seed + 405);
  const places = sheet!.cells.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column) =>
      /\d/.test(String(cell?.value ?? '')) ? [{ row, column }] : [],
    ),
  );
  const at = r.pick(places);
  const cells = sheet!.cells.map((line, row) =>
    row !== at.row
      ? line
      : line?.map((cell, column) => {
          if (column !== at.column || !cell) return cell;
          const { value } = cell;
          const step = r.integer(1, 8);
          const moved = (text: string) =>
            text.replace(/\d(?=\D*$)/, (d) => String((Number(d) + step) % 10));
          return {
            ...cell,
            value: typeof value === 'number' ? Number(moved(String(value))) : moved(String(value)),
          };
        }),
  );
  return { sheets: [{ ...sheet!, cells }] };
}

function evaluations(ledger: Ledger, count: number): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const family = FAMILIES[seed % FAMILIES.length]!;
    const page = laidOut(evaluated(seed, family), lookOf(seed));
    let snapshot: Snapshot = { sheets: [sheetOf('表', [{ page, row: 0, column: 0 }]).grid] };
    for (let changes = 0; changes <= 3; changes += 1) {
      if (changes > 0) snapshot = mistyped(snapshot, seed * 11 + changes);
      noteReview(ledger, `自评表 ${family}`, review(snapshot, CATALOGUE));
    }
  }
}

function texts(ledger: Ledger, count: number): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const drawn = arrangement(seed, { oldForm: false });
    const department = makeDepartment(seed);
    const { snapshot } = layOut(department, drawn);
    const manner = MANNERS[seed % MANNERS.length]!;
    const text = disclosure(department, drawn.layout.year, manner, seed);
    const wrong = text.replace(/\d/g, (d, at: number) =>
      random(at + seed * 31).chance(0.01) ? String((Number(d) + 3) % 10) : d,
    );
    for (const words of [text, onPaper(text), wrong]) {
      for (const workbook of [snapshot, undefined]) {
        const report = tie(workbook, { text: words, broken: words !== text }, CATALOGUE, {
          year: drawn.layout.year,
        });
        const bare = [...report.numbers, ...report.findings].map((x) => [
          x.start,
          x.end,
          x.rule,
          x.verdict,
        ]);
        ledger.note(`文稿 ${manner} 结论`, bare);
        ledger.note(`文稿 ${manner} 全文`, report);
      }
    }
  }
}

/** Draws, checks and digests; `only` one kind of 部门, 自评表 and 文稿. */
export function frozen(sizes: Sizes, only?: string): Digests {
  const ledger = new Ledger();
  const wanted = (kind: string): boolean => only === undefined || only === kind;
  if (wanted('部门')) departments(ledger, sizes.departments);
  if (wanted('自评表')) evaluations(ledger, sizes.evaluations);
  if (wanted('文稿')) texts(ledger, sizes.texts);
  return ledger.digests();
}
