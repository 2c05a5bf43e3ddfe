// Every check of texts has its table of holding and breaking sentences, and every case is true.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { type TextCase, textCasesIn, tied } from './texts.ts';

const { dictionary, scoring } = CATALOGUE;
const heads = [...dictionary.checks, ...scoring.checks.filter((c) => c.text)];
const ids = [...new Set(heads.map((c) => c.id))];
const fileOf = (id: string) => new URL(`./${id}.txt`, import.meta.url);

/** What the check says of a text: the words of each broken number or finding. */
async function said(own: TextCase, id: string) {
  const { numbers, findings } = await tied(own);
  const words = (span: { start: number; end: number }) => own.text.slice(span.start, span.end);
  return {
    numbers: numbers.filter((n) => n.rule === id),
    broken: [...numbers, ...findings]
      .filter((x) => x.verdict === 'broken' && x.rule === id)
      .map((x) => `${words(x)}｜${x.message}`),
    // 提示 of other checks may well stand beside: a short passage is not a whole disclosure.
    all: [...numbers, ...findings]
      .filter((x) => x.verdict === 'broken' && (x.severity !== 'note' || x.rule === id))
      .map((x) => x.message),
    unknown: numbers.filter((n) => n.verdict === 'unknown').map(words),
    // For whoever wrote a case that does not come true: what was made of each number.
    read: `逐数读成：${numbers.map((n) => `${words(n)}（${n.rule || '没有核对'} ${n.verdict}）`).join('，') || '没有数'}`,
  };
}

describe.each(ids)('%s', (id) => {
  const cases = textCasesIn(fileOf(id));
  it('有例子，成立与不符都有', () => {
    expect(cases.some((c) => c.verdict === '不符')).toBe(true);
    expect(cases.some((c) => c.verdict === '成立')).toBe(true);
  });

  it.each(cases)('第 $line 行：$verdict $text', async (own) => {
    const { broken, all, unknown, read } = await said(own, id);
    if (own.verdict === '成立') expect(all, read).toEqual([]);
    if (own.verdict === '未核对') {
      expect(all).toEqual([]);
      for (const word of own.named) expect(unknown, read).toContain(word);
      expect(unknown.length, read).toBeGreaterThan(0);
    }
    if (own.verdict === '不符') {
      expect(broken.length, read).toBeGreaterThan(0);
      for (const word of own.named) expect(broken.join('\n')).toContain(word);
    }
  });
});
