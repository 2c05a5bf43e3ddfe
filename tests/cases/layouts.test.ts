// Golden layouts: sheets as strangers draw them in, the tables and findings that come of them out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { type Review, review } from '../../src/review.ts';
import { drawnWorkbook } from '../support/drawn.ts';

const folder = new URL('./layouts/', import.meta.url);

/** What was recognised, what no rule looks at, and whatever is not 相符. */
function told(r: Review): string {
  const tables = r.tables.map(
    (t) =>
      `${t.form} ${t.sheet}!${t.range} ${t.unit} ${t.figures} 个数${t.why ? `（${t.why}）` : ''}`,
  );
  const { total, covered, uncovered, unread } = r.figures;
  const list = (places: typeof uncovered) =>
    places.map((p) => `${p.sheet}!${p.address}=${p.value}`).join('，');
  const findings = r.findings
    .filter((f) => f.verdict !== 'exact')
    .map((f) => `${f.rule} ${f.verdict} ${f.severity}：${f.message}`);
  const suspects = r.suspects
    .filter((s) => s.rank === 1)
    .map((s) => `疑似 ${s.sheet}!${s.address} ${s.value} → ${s.suggested} ${s.slip}`);
  return [
    `年度 ${r.year}  部门 ${r.department}  地区 ${r.region}`,
    ...tables,
    `核对到 ${covered}/${total}${uncovered.length > 0 ? `，未核对：${list(uncovered)}` : ''}`,
    ...(unread.length > 0 ? [`不能读：${list(unread)}`] : []),
    `相符 ${r.counts.exact}，尾差 ${r.counts.rounding}，不符 ${r.counts.broken}，无法核对 ${r.counts.unknown}`,
    ...findings,
    ...suspects,
  ].join('\n');
}

describe('各种版式', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  it('有样本', () => expect(files.length).toBeGreaterThan(8));

  it.each(files)('%s', (file) => {
    const path = new URL(file, folder);
    const [drawing = '', expected = ''] = readFileSync(path, 'utf8').split(/^====\n/m);
    const found = told(review(drawnWorkbook(drawing), CATALOGUE));
    if (process.env.GOUJI_ACCEPT === '1') {
      writeFileSync(path, `${drawing}====\n${found}\n`);
      return;
    }
    expect(`${found}\n`).toBe(expected);
  });
});
