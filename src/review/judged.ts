// Relations as they were decided, put in order for people: what cannot be decided is said once, with what to
// do. A relation's words are made when somebody asks for them: most hold, and nobody reads of these.
import type { Assertion } from '../assertions/assertion.ts';
import { compareAssertion } from '../assertions/check.ts';
import type { Comparison } from '../assertions/comparison.ts';
import type { Severity } from '../assertions/declaration.ts';
import type { Finding, Verdict } from '../assertions/finding.ts';
import { report, statedCell } from '../assertions/message.ts';
import type { Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';

/** What is said of them in place of figures that may be the wrong copy's. */
function undecided(finding: Finding, twice: Table): Finding {
  const { stated: _s, expected: _e, gap: _g, bound: _b, rel: _r, ...rest } = finding;
  const message = `工作簿里有两张${twice.title}，分不清以哪张为准，表间关系无法核对。请删去或移走其中一张。`;
  return { ...rest, verdict: 'unknown', severity: 'note', cause: 'table-twice', message };
}

/** A difference whose reason the table itself prints counts as explained. */
function reasoned(assertion: Assertion, finding: Finding): Finding {
  const { reasons } = assertion.declaration;
  if (finding.verdict !== 'broken' || !reasons) return finding;
  const own = [...assertion.targets.values()].flatMap((t) =>
    t.table?.source ? [] : (t.table ?? []),
  );
  const note = own
    .flatMap((t) => t.notes)
    .find((n) => reasons.some((word) => n.text.replace(/\s/g, '').includes(word)));
  if (!note) return finding;
  return {
    ...finding,
    explained: true,
    message: `${finding.message}附注写明了原因，请核对是否说的是这一差额。`,
  };
}

/** A cell as diagnosis orders by it: a text that sorts, not to be taken apart. */
export const placed = (sheet: string, address: string): string => `${sheet}!${address}`;

/** 已判认定: a relation and what came of it. */
export class JudgedRelation {
  readonly assertion: Assertion;
  readonly verdict: Verdict;
  /** The table of which two stand there, where that keeps the relation from being decided. */
  readonly twice: Table | undefined;
  /** 存疑的读法: what was compared may have been read from the wrong column; told with its table. */
  readonly misread: boolean;
  readonly #comparison: Comparison | undefined;
  #finding: Finding | undefined;

  /** Without a comparison: known to hold to the digit. */
  constructor(
    assertion: Assertion,
    comparison: Comparison | undefined,
    twice?: Table,
    misread = false,
  ) {
    this.assertion = assertion;
    this.twice = twice;
    this.misread = misread;
    this.verdict = twice || misread ? 'unknown' : (comparison?.verdict ?? 'exact');
    this.#comparison = comparison;
  }

  get severity(): Severity {
    return this.verdict === 'broken' ? this.assertion.declaration.severity : 'note';
  }

  /** The same relation, which nothing follows from. */
  get setAside(): JudgedRelation {
    return new JudgedRelation(this.assertion, this.#comparison, this.twice, true);
  }

  get cause(): Comparison['cause'] | undefined {
    return this.twice ? undefined : this.#comparison?.cause;
  }

  /** Why it could not be decided. */
  get why(): string | undefined {
    return this.twice || this.#comparison?.verdict !== 'unknown' ? undefined : this.#comparison.why;
  }

  get rule(): string {
    return this.assertion.declaration.id;
  }

  get part(): number | undefined {
    return this.assertion.part;
  }

  /** The cell that states it. */
  get place(): string {
    const at = statedCell(this.assertion)?.location;
    return at ? placed(at.sheet, addressOf(at)) : '';
  }

  get finding(): Finding {
    this.#finding ??= this.#told();
    return this.#finding;
  }

  #told(): Finding {
    const { assertion, twice } = this;
    const finding = report(assertion, this.#comparison ?? compareAssertion(assertion)!);
    return reasoned(assertion, twice ? undecided(finding, twice) : finding);
  }
}

/** The unfilled table that keeps a relation from being decided. */
const unfilledIn = ({ assertion }: JudgedRelation): Table | undefined =>
  [...assertion.targets.values()].find((t) => t.table?.empty && !t.table.declaredEmpty)?.table;

/** Why relations with a part without a name could not be decided; undefined for all others. */
const unclearIn = (one: JudgedRelation): string | undefined =>
  one.cause === 'part-unclear' ? `${one.finding.table}${one.why}` : undefined;

/** One sentence for all relations of a rule that one and the same thing keeps from being decided. */
export function gathered(judged: readonly JudgedRelation[]): Finding[] {
  const result: Finding[] = [];
  const groups = new Map<string, { index: number; count: number }>();
  for (const one of judged) {
    if (one.misread) continue;
    const { finding } = one;
    if (one.verdict !== 'unknown') {
      result.push(finding);
      continue;
    }
    const empty = unfilledIn(one);
    const unclear = unclearIn(one);
    const key = `${finding.rule}|${finding.part ?? 0}|${empty?.id ?? unclear ?? finding.message}`;
    const known = groups.get(key);
    if (!known && !empty && !unclear && !one.twice) {
      result.push(finding);
      continue;
    }
    if (!known) {
      groups.set(key, { index: result.length, count: 1 });
      result.push(finding);
      continue;
    }
    known.count += 1;
    const first = result[known.index]!;
    const many = `“${first.title}”等 ${known.count} 项关系无法核对`;
    const message = empty
      ? `${empty.title}没有填数，也没有“无此项”的说明，${many}。没有数据请在表下写明“本部门没有…收入，也没有…支出”。`
      : unclear
        ? `${unclear}，${many}。请核对这一行或这一栏的叫法。`
        : finding.message.replace('表间关系无法核对', many);
    result[known.index] = { ...first, message };
  }
  return result;
}
