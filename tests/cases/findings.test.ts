// Golden findings: a sample with changes in, the report as text out. Accepted by reading the diff.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { reportText } from '../../src/cli/report.ts';
import type { Scalar } from '../../src/facts/grid.ts';
import { review } from '../../src/review.ts';
import { changed, sample } from '../support/samples.ts';

const folder = new URL('./findings/', import.meta.url);

function valueOf(text: string): Scalar {
  if (text === '空') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The sample's name and the changes that the head of a case asks for. */
function readCase(text: string) {
  const [head = '', expected = ''] = text.split(/^====\n/m);
  const [, name, only] = /^样本 (\S+)(?: (只有决算表))?$/m.exec(head) ?? [];
  if (!name) throw new Error('案例要以“样本 名称”开头');
  const changes = [...head.matchAll(/^改 (.+?)!([A-Z]+\d+) = (.+)$/gm)].map((m) => ({
    sheet: m[1]!,
    address: m[2]!,
    value: valueOf(m[3]!),
  }));
  return { name, only: only !== undefined, changes, expected };
}

describe('体检结果样本', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  it('有样本', () => expect(files.length).toBeGreaterThan(8));

  it.each(files)('%s', async (file) => {
    const path = new URL(file, folder);
    const text = readFileSync(path, 'utf8');
    const { name, only, changes, expected } = readCase(text);
    const whole = changed(await sample(name), changes);
    const sheets = whole.sheets.filter((s) => !only || !/自评表/.test(s.name));
    const found = reportText(`${name}.xlsx`, review({ ...whole, sheets }, CATALOGUE), false);
    if (process.env.GOUJI_ACCEPT === '1') {
      writeFileSync(path, `${text.split(/^====\n/m)[0]}====\n${found}\n`);
      return;
    }
    expect(`${found}\n`).toBe(expected);
  });
});
