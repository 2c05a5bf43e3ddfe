// A run in shares, put together again; what changed since the run before; a run broken off and taken up.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { paragraph, run, wordFile } from '../support/booklet/word.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';

const root = new URL('../../', import.meta.url).pathname;
const { at, gouji } = commandLine();
const hanyang = readFileSync(join(samples, 'hanyang-2021.xlsx'));
const SUMMARY = ['体检总览.xlsx', '体检总览.html', '体检结果.jsonl'];
const summaryOf = (folder: string) => SUMMARY.map((name) => readFileSync(at(join(folder, name))));
const reportsIn = (folder: string) =>
  readdirSync(at(folder), { recursive: true })
    .map(String)
    .filter((n) => n.endsWith('体检报告.xlsx'))
    .sort();

beforeAll(() => {
  mkdirSync(at('省/甲'), { recursive: true });
  mkdirSync(at('省/乙'), { recursive: true });
  writeFileSync(at('省/甲/一.xlsx'), hanyang);
  copyFileSync(join(samples, 'example-2023-yuan.xlsx'), at('省/乙/一.xlsx'));
  writeFileSync(at('省/乙/坏.xlsx'), hanyang.subarray(0, 9000));
  writeFileSync(at('省/三.xlsx'), hanyang);
  // None of it accounts: a letter, and a report that we wrote.
  const letter = wordFile(paragraph(run('关于召开会议的通知')));
  writeFileSync(at('省/乙/通知.docx'), letter);
  gouji('check', '省/三.xlsx', '--out', '单');
  copyFileSync(at('单/三.xlsx.体检报告.xlsx'), at('省/甲/报告.xlsx'));
});

describe('gouji merge', () => {
  it('分三片做，合并后总览、网页、结果与一次做完的逐字节相同', () => {
    const whole = gouji('check', '省', '--out', '一次', '--json');
    const shares = ['1/3', '2/3', '3/3'].map((part, i) =>
      gouji('check', '省', '--part', part, '--out', `片${i + 1}`, '--json'),
    );
    const found = shares.flatMap((s) => lines(s.out).map((o) => o.file)).sort();
    expect(found).toEqual(lines(whole.out).map((o) => o.file));
    const { status, errors } = gouji('merge', '片3', '片1', '片2', '--out', '合并');
    expect({ status, errors }).toEqual({ status: whole.status, errors: '' });
    expect(summaryOf('合并').map((b, i) => b.equals(summaryOf('一次')[i]!))).toEqual([
      true,
      true,
      true,
    ]);
    expect(reportsIn('合并')).toEqual(reportsIn('一次'));
    expect(readFileSync(at('合并/体检结果.jsonl'), 'utf8')).toBe(whole.out);
  });

  it('四片同时做（GNU parallel，没有装的用 xargs），合并后与一次做完的相同', () => {
    const program = `'${process.execPath}' '${join(root, 'bin/gouji.mjs')}'`;
    const share = `${program} check 省 --part {}/4 --out 并行/{} --jobs 1 --json >/dev/null`;
    const has = spawnSync('sh', ['-c', 'command -v parallel']).status === 0;
    const recipe = has
      ? `parallel -j4 "${share}" ::: 1 2 3 4`
      : `printf '1\n2\n3\n4\n' | xargs -P4 -I{} sh -c "${share}"`;
    spawnSync('sh', ['-c', recipe], { cwd: at('.'), encoding: 'utf8' });
    const { status, errors } = gouji(
      'merge',
      ...[1, 2, 3, 4].map((n) => `并行/${n}`),
      '--out',
      '并',
    );
    expect({ status, errors }).toEqual({ status: 2, errors: '' });
    expect(summaryOf('并').map((b, i) => b.equals(summaryOf('一次')[i]!))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('缺一片：说还有几个没有做，退出码 2', () => {
    const { status, errors } = gouji('merge', '片1', '片2', '--out', '缺');
    expect(status).toBe(2);
    expect(errors).toContain('还有 2 个文件没有核对');
  });

  it.each([
    [['merge', '省', '--out', '新'], '没有核对的记录'],
    [['check', '省', '--part', '4/3'], '第几片'],
    [['check', '省', '--part', '1/2', '--department', '省/三.xlsx'], '不能同时用'],
    [['check', '省', '--since', '一次'], '--out'],
    [['check', '省', '--since', '省', '--out', '新'], '没有上次核对的记录'],
  ])('%j', (args, words) => {
    const { status, errors, out } = gouji(...args);
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toContain(words);
  });
});

describe('断了再做', () => {
  it.each([1, 3])('做完 %i 个就断，接着做完与不断的相同', (many) => {
    // As it stands when the process is killed: the record, and half a line of the next result.
    const folder = `断${many}`;
    cpSync(at('一次'), at(folder), { recursive: true, preserveTimestamps: true });
    const record = readFileSync(at('一次/体检进度.jsonl'), 'utf8').split('\n');
    const done = record.flatMap((l, i) => (l.includes('"settings"') ? [i] : []));
    writeFileSync(
      at(`${folder}/体检进度.jsonl`),
      `${record.slice(0, done[many - 1]! + 1).join('\n')}\n`,
    );
    const results = readFileSync(at('一次/体检结果.jsonl'), 'utf8');
    writeFileSync(at(`${folder}/体检结果.jsonl`), results.slice(0, -50));
    for (const name of SUMMARY.slice(0, 2)) rmSync(at(join(folder, name)));
    const { out, errors } = gouji('check', '省', '--out', folder, '--resume', '--json');
    expect(errors).toContain(`已核对过 ${many} 个`);
    expect(lines(out)).toHaveLength(4 - many);
    expect(summaryOf(folder).map((b, i) => b.equals(summaryOf('一次')[i]!))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('--since', () => {
  it('写明哪些有了变化、哪些读不了', async () => {
    writeFileSync(at('省/乙/坏.xlsx'), hanyang);
    rmSync(at('省/三.xlsx'));
    const other = await createWorkbook([{ name: '名单', cells: [{ address: 'A1', value: '甲' }] }]);
    writeFileSync(at('省/乙/一.xlsx'), other);
    gouji('check', '省', '--out', '后来', '--since', '一次');
    const opened = await openWorkbook(readFileSync(at('后来/体检总览.xlsx')), '总览');
    const sheets = opened.ok ? opened.snapshot.sheets : [];
    expect(sheets.map((s) => s.name)).toEqual([
      '总览',
      '与上次相比',
      '按部门',
      '按规程',
      '按错误种类',
    ]);
    const rows = sheets[1]!.cells.slice(1).map((r) => [r?.[0]?.value, r?.[2]?.value]);
    expect(rows).toEqual([
      ['省/乙/一.xlsx', '这次没有一处核对得了'],
      ['省/乙/坏.xlsx', '这次读到了'],
      ['省/三.xlsx', '这次没有这个文件'],
    ]);
    const page = readFileSync(at('后来/体检总览.html'), 'utf8');
    expect(page).toContain('这次没有这个文件');
    expect(page).toContain(`href="./${encodeURIComponent('甲')}/`);
  });

  it('读不了的排在最前', async () => {
    const opened = await openWorkbook(readFileSync(at('一次/体检总览.xlsx')), '总览');
    const rows = opened.ok ? opened.snapshot.sheets[0]!.cells : [];
    expect(rows[1]?.[1]?.value).toBe('省/乙/坏.xlsx');
  });
});
