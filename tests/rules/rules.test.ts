// Every rule of the catalogue has its table of holding and breaking cases, and every case is true.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { review } from '../../src/review.ts';
import { type CellChange, changed, sample } from '../support/samples.ts';

const folder = new URL('./', import.meta.url);
const ids = [...CATALOGUE.identities, ...CATALOGUE.remarks].map((r) => r.id);

interface Case {
  readonly line: number;
  readonly sample: string;
  readonly verdict: '成立' | '不符' | '无法核对';
  readonly changes: readonly CellChange[];
  readonly named: readonly string[];
}

function change(text: string): CellChange {
  const m = /^(.+)!([A-Z]+\d+)=(.*)$/.exec(text);
  if (!m) throw new Error(`看不懂：${text}`);
  const value =
    m[3] === '空'
      ? null
      : /^-?\d+(\.\d+)?$/.test(m[3]!)
        ? Number(m[3])
        : m[3]!.replaceAll('_', ' ');
  return { sheet: m[1]!.replaceAll('_', ' '), address: m[2]!, value };
}

function casesIn(id: string): Case[] {
  let current = '';
  return readFileSync(new URL(`${id}.txt`, folder), 'utf8')
    .split('\n')
    .flatMap((text, i): Case[] => {
      const [word, ...rest] = text.trim().split(/\s+/);
      if (!word || word.startsWith('#')) return [];
      if (word === '样本') {
        current = rest[0]!;
        return [];
      }
      const arrow = rest.indexOf('→');
      const changes = (arrow < 0 ? rest : rest.slice(0, arrow)).map(change);
      const named = arrow < 0 ? [] : rest.slice(arrow + 1).map((n) => n.replaceAll('_', ' '));
      return [{ line: i + 1, sample: current, verdict: word as Case['verdict'], changes, named }];
    });
}

function judge(snapshot: Snapshot, id: string) {
  const findings = review(snapshot, CATALOGUE).findings.filter((f) => f.rule === id);
  return { findings, broken: findings.filter((f) => f.verdict === 'broken') };
}

describe.each(ids)('%s', (id) => {
  it('有例子，成立与不符都有', () => {
    expect(existsSync(new URL(`${id}.txt`, folder))).toBe(true);
    const cases = casesIn(id);
    expect(cases.some((c) => c.verdict !== '成立')).toBe(true);
    expect(cases.some((c) => c.verdict === '成立')).toBe(true);
  });

  it.each(existsSync(new URL(`${id}.txt`, folder)) ? casesIn(id) : [])(
    '第 $line 行：$sample $changes → $named',
    async ({ sample: name, verdict, changes, named }) => {
      const original = await sample(name);
      const { findings, broken } = judge(changed(original, changes), id);
      if (verdict === '成立') {
        expect(broken.map((f) => f.message)).toEqual([]);
        if (/^[AB]\d/.test(id) && CATALOGUE.identities.some((r) => r.id === id))
          expect(findings).not.toEqual([]);
        return;
      }
      if (verdict === '无法核对') {
        expect(findings.filter((f) => f.verdict === 'unknown')).not.toEqual([]);
        expect(broken).toEqual([]);
        return;
      }
      expect(broken).not.toEqual([]);
      const cells = broken.flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address}`));
      for (const cell of named) expect(cells).toContain(cell);
      // The same figures put back: all is as it was.
      expect(judge(original, id).broken).toEqual([]);
    },
  );
});

it('没有多余的例子文件', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  expect(files.filter((f) => !ids.includes(f.replace('.txt', '')) && !/^[SC]/.test(f))).toEqual([]);
});
