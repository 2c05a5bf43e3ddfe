// Findings put in order for people: what cannot be decided is said once, with what to do.
import type { Assertion } from '../assertions/assertion.ts';
import type { Finding } from '../assertions/finding.ts';

/** 已判认定: a relation and what came of it. */
export interface Judged {
  readonly assertion: Assertion;
  readonly finding: Finding;
}

const TWICE = /^工作簿里有两张/;

/** Relations between tables of which one stands there twice cannot be decided. */
export function undecided(judged: Judged, doubtful: ReadonlySet<string>): Finding {
  const tables = new Set([...judged.assertion.targets.values()].map((t) => t.table));
  const twice = [...tables].find((t) => t && doubtful.has(t.form));
  if (tables.size < 2 || !twice) return judged.finding;
  const { stated: _s, expected: _e, gap: _g, bound: _b, ...rest } = judged.finding;
  const message = `工作簿里有两张${twice.title}，分不清以哪张为准，表间关系无法核对。请删去或移走其中一张。`;
  return { ...rest, verdict: 'unknown', severity: 'note', message };
}

/** A difference whose reason the table itself prints counts as explained. */
export function reasoned({ assertion, finding }: Judged): Finding {
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

/** The unfilled table that keeps a relation from being decided. */
const unfilledIn = ({ assertion }: Judged) =>
  [...assertion.targets.values()].find((t) => t.table?.empty && !t.table.declaredEmpty)?.table;

/** One sentence for all relations of a rule that one and the same thing keeps from being decided. */
export function gathered(judged: readonly Judged[]): Finding[] {
  const result: Finding[] = [];
  const groups = new Map<string, { index: number; count: number }>();
  for (const one of judged) {
    const { finding } = one;
    const empty = unfilledIn(one);
    const key = `${finding.rule}|${finding.part ?? 0}|${empty?.id ?? finding.message}`;
    const known = groups.get(key);
    if (finding.verdict !== 'unknown' || (!known && !empty && !TWICE.test(finding.message))) {
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
      : finding.message.replace('表间关系无法核对', many);
    result[known.index] = { ...first, message };
  }
  return result;
}
