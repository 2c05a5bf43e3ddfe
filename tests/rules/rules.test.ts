// Every rule of the catalogue has its table of holding and breaking cases, and every case is true.
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingCell } from '../../src/assertions/finding.ts';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { caret, lint } from '../../src/review/lint.ts';
import { type Review, type ReviewOptions, review } from '../../src/review.ts';
import { type Case, casesIn, workbooks } from './cases.ts';

const folder = new URL('./', import.meta.url);
const { identities, remarks, scoring } = CATALOGUE;
const checks = scoring.checks.filter((c) => !c.text);
const ids = [...identities, ...remarks, ...checks].map((r) => r.id);
const fileOf = (id: string) => new URL(`${id}.txt`, folder);

const reviewed = ([snapshot, options]: [Snapshot, ReviewOptions]): Review =>
  review(snapshot, CATALOGUE, options);

/** What is told of one rule; what holds is put into words only where it is asked for. */
function judge({ told }: Review, id: string) {
  const own = told.filter((f) => f.rule === id);
  const of = (verdict: Finding['verdict']) => own.filter((f) => f.verdict === verdict);
  return { broken: of('broken'), unknown: of('unknown') };
}

const NOTHING_COMPARED = '这条规则在这个样本上没有核对到一处：地区、年度、前提或名称不对';
/** For whoever wrote a case that does not come true: what the rule said instead. */
const saidOf = ({ findings }: Review, id: string): string => {
  const own = findings.filter((f) => f.rule === id).map((f) => `${f.verdict} ${f.message}`);
  return own.length === 0 ? NOTHING_COMPARED : `应当不符或无法核对，说的却是：\n${own.join('\n')}`;
};

const untouched = new Map<string, Review>();
/** What is said of the workbooks of a case without its changes; many cases share them. */
async function beforehand(own: Case): Promise<Review> {
  const { sample, last, units, extras, scene } = own;
  const key = JSON.stringify([sample, last, units, extras, scene]);
  if (!untouched.has(key)) untouched.set(key, reviewed(await workbooks(own, [])));
  return untouched.get(key)!;
}

const placeOf = ({ sheet, address, period, file }: FindingCell): string =>
  `${[period, file?.replace('.xlsx', '')].filter(Boolean).join('.')}${period || file ? '.' : ''}${sheet}!${address}`;

describe.each([...new Set(ids)])('%s', (id) => {
  const own = identities.filter((i) => i.id === id);
  if (own.length > 0)
    it('算式读得懂，名称都在表里', () => {
      const problems = own.flatMap((i) => lint(i, CATALOGUE.forms));
      expect(problems.map((p) => `${p.field}：${p.message}\n${caret(p)}`).join('\n')).toBe('');
    });

  it('有例子，成立与不符都有', () => {
    expect(existsSync(fileOf(id)), `没有 tests/rules/${id}.txt`).toBe(true);
    const cases = casesIn(fileOf(id));
    expect(
      cases.some((c) => c.verdict !== '成立'),
      '没有不符的例子',
    ).toBe(true);
    expect(
      cases.some((c) => c.verdict === '成立'),
      '没有成立的例子',
    ).toBe(true);
  });

  it.each(casesIn(fileOf(id)))('第 $line 行：$sample $verdict → $named', async (own) => {
    const result = reviewed(await workbooks(own));
    const { broken, unknown } = judge(result, id);
    if (own.verdict === '成立') {
      expect(broken.map((f) => f.message)).toEqual([]);
      if (/^[AB]\d/.test(id) && CATALOGUE.identities.some((r) => r.id === id))
        expect(
          result.findings.some((f) => f.rule === id),
          NOTHING_COMPARED,
        ).toBe(true);
      return;
    }
    if (own.verdict === '无法核对') {
      expect(unknown.length, saidOf(result, id)).toBeGreaterThan(0);
      expect(broken.map((f) => f.message)).toEqual([]);
      return;
    }
    expect(broken.length, saidOf(result, id)).toBeGreaterThan(0);
    expect(broken.every((f) => f.explained)).toBe(own.verdict === '已说明');
    const cells = broken.flatMap((f) => f.cells.map(placeOf));
    for (const cell of own.named) expect(cells).toContain(cell);
    // The same figures put back: all is as it was.
    expect(judge(await beforehand(own), id).broken).toEqual([]);
  });
});

it('没有多余的例子文件', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  // Checks of texts have a table of sentences, read by a test of their own.
  const texts = CATALOGUE.scoring.checks.filter((c) => c.text).map((c) => c.id);
  const known = new Set([...ids, ...texts]);
  expect(files.filter((f) => !known.has(f.replace('.txt', '')) && !/^C/.test(f))).toEqual([]);
});
