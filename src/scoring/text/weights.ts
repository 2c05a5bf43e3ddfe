// S29: points that a text gives to outputs, benefits and satisfaction, against the weights of the table it speaks
// of. Knows wordings and the levels of indicators; a 提示 only, since the text may speak of another table.
import { plus, ZERO } from '../../measure/exact.ts';
import type { Case } from '../case.ts';
import { factCell, valueIn } from '../finding.ts';
import { held, type Ought } from './held.ts';
import {
  clauseBefore,
  type Part,
  type PerformanceWords,
  type TextClaim,
  type WrittenNumber,
  type WrittenText,
} from './written.ts';

const LEVELS = ['产出', '效益', '满意度'] as const;
/** 产出指标（50分）, 产出指标权重50分, 产出指标满分为50分, 产出指标占50分: nothing else stands between. */
const WEIGHS = /(?:指标)?(?:总)?(?:权重|分值|满分|标准分|设定分值|占|共计?|合计)(?:为|占|是)?$/;

/** 权重之和 of a level; none where one of its rows has no weight. */
function weightOf(own: Case, level: string, words: PerformanceWords): Ought | undefined {
  const names = words.levels[level] ?? [];
  const rows = own.indicators.filter(({ indicator: { level1, level2 } }) => {
    const first = level1 || level2;
    const satisfied = /满意/.test(`${first}${level2}`);
    return level === '满意度' ? satisfied : !satisfied && names.some((w) => first.includes(w));
  });
  const facts = rows.flatMap((r) => (valueIn(r.indicator.weight) ? [r.indicator.weight!] : []));
  if (rows.length === 0 || facts.length < rows.length) return undefined;
  return {
    value: facts.map((f) => valueIn(f)!).reduce(plus, ZERO),
    cells: facts.map((f) => factCell(f, 'part')),
    what: `${level}指标权重之和`,
  };
}

/** The level a number gives points to; undefined where the clause says more than that. */
function levelOf(clause: string, words: PerformanceWords): string | undefined {
  const bare = clause.replace(WEIGHS, '').replace(/^服务对象/, '');
  if (bare === clause) return undefined;
  return LEVELS.find((level) =>
    words.levels[level]!.some((w) => [w, `${w}度`].includes(bare.replace(/指标$/, ''))),
  );
}

/** S29 over the parts of a text that speak of performance. */
export function statedWeights(
  written: WrittenText,
  parts: readonly Part[],
  cases: readonly Case[],
  words: PerformanceWords,
): TextClaim[] {
  const inPart = (n: WrittenNumber) => parts.some((p) => p.start <= n.start && n.end <= p.end);
  // A heading on the line above is no part of the clause.
  const clauseOf = (n: WrittenNumber) => {
    const line = written.text.slice(written.text.lastIndexOf('\n', n.start) + 1, n.start);
    const clause = clauseBefore(written, n);
    return clause.endsWith(line) ? line : clause;
  };
  return written.numbers.flatMap((n): TextClaim[] => {
    const weighs = (n.unit === '分' || n.unit === '%') && inPart(n);
    const level = weighs ? levelOf(clauseOf(n), words) : undefined;
    if (!level) return [];
    const oughts = cases.flatMap((own) => weightOf(own, level, words) ?? []);
    const claim = held(n, oughts, 'note', 'S29');
    if (claim?.verdict !== 'broken') return claim ? [claim] : [];
    const message = `${claim.message}。可能权重改过而报告没有改；也可能说的是别的表的权重，请核对`;
    return [{ ...claim, severity: 'note', message }];
  });
}
