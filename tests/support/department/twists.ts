// What places and people do to a table after it has left the official template. Pages in, pages out;
// the figures stay what they are.
import type { Cell } from '../../../src/facts/grid.ts';
import { type Manner, Page } from './page.ts';
import type { Random } from './random.ts';

/** 变体: each is met in published workbooks. */
export interface Twists {
  /** 续表: the rows below a middle line stand under a title and a head of their own. */
  readonly continued: boolean;
  /** Names set wide: 合　　计. */
  readonly spaced: boolean;
  /** Empty rows between the rows of a list. */
  readonly gaps: boolean;
  /** 附件 and the year stand in lines of their own above the title. */
  readonly twoLines: boolean;
  /** Totals are formulas with their saved result. */
  readonly formulas: boolean;
  /** Tables of some places that are not among the nine. */
  readonly extras: boolean;
  /** Merged areas that the host cannot tell, or headings set across without merging. */
  readonly unmerged: boolean;
  /** 单位负责人, 填表人 and a date under the table. */
  readonly signed: boolean;
  /** Long titles in two merged rows. */
  readonly halves: boolean;
  /** Sheets that are no 决算 tables: budget, performance, working papers. */
  readonly foreign: boolean;
}

export const drawTwists = (r: Random): Twists => ({
  continued: r.chance(0.15),
  spaced: r.chance(0.25),
  gaps: r.chance(0.1),
  twoLines: r.chance(0.15),
  formulas: r.chance(0.25),
  extras: r.chance(0.25),
  unmerged: r.chance(0.1),
  signed: r.chance(0.2),
  halves: r.chance(0.12),
  foreign: r.chance(0.2),
});

type Line = (Cell | undefined)[];

function copyOf(page: Page, keep: (row: number) => boolean, place: (row: number) => number): Page {
  const copy = new Page(page.manner);
  page.cells.forEach((line, row) => {
    if (line && keep(row)) copy.cells[place(row)] = [...line];
  });
  copy.merges.push(
    ...page.merges.filter((m) => keep(m.row)).map((m) => ({ ...m, row: place(m.row) })),
  );
  copy.amounts.push(
    ...page.amounts.filter((a) => keep(a.row)).map((a) => ({ ...a, row: place(a.row) })),
  );
  return copy;
}

const CODE = /^[0-9０-９]{3,7}$/;
const codeAt = (line: Line | undefined): boolean =>
  line?.slice(0, 1).some((c) => CODE.test(String(c?.value ?? ''))) ?? false;

/** Rows of the list: from the first that begins with a code to the last. */
function listOf(page: Page): { first: number; last: number } | undefined {
  const rows = page.cells.flatMap((line, row) => (codeAt(line) ? [row] : []));
  return rows.length > 0 ? { first: rows[0]!, last: rows.at(-1)! } : undefined;
}

/** 续表: a page cut in two, the second with the title and the head again. */
export function continued(page: Page): Page[] {
  const list = listOf(page);
  if (!list || list.last - list.first < 8) return [page];
  let cut = list.first + Math.floor((list.last - list.first) / 2);
  // Codes printed step by step can only be read on from a row that has its own.
  while (cut < list.last && !codeAt(page.cells[cut])) cut += 1;
  const head = page.cells.findIndex((line) => codeAt(line) || line?.[0]?.value === '合计');
  const first = copyOf(
    page,
    (row) => row < cut,
    (row) => row,
  );
  const second = copyOf(
    page,
    (row) => row < head || row >= cut,
    (row) => (row < head ? row : row - cut + head),
  );
  const line = second.cells.slice(0, 4).findIndex((l) => /表/.test(String(l?.[0]?.value ?? '')));
  const title = second.cells[Math.max(line, 0)]!;
  title[0] = { ...title[0]!, value: `${title[0]!.value}（续）` };
  return [first, second];
}

/** Empty rows after some rows of the list. */
export function gapped(page: Page, r: Random): Page {
  const list = listOf(page);
  if (!list) return page;
  const before: number[] = [];
  let added = 0;
  for (let row = 0; row <= page.rows; row += 1) {
    before[row] = added;
    if (row > list.first && row < list.last && r.chance(0.15)) added += 1;
  }
  return copyOf(
    page,
    () => true,
    (row) => row + before[row]!,
  );
}

/** Short names set wide, as typists do. */
export function spaced(page: Page): Page {
  const copy = copyOf(
    page,
    () => true,
    (row) => row,
  );
  const wide: Readonly<Record<string, string>> = {
    合计: '合　　计',
    总计: '总    计',
    项目: '项　目',
    收入: '收　　入',
    支出: '支　　出',
    本年收入合计: '本 年 收 入 合 计',
    本年支出合计: '本年支出 合计',
    小计: '小 计',
  };
  for (const line of copy.cells) {
    line?.forEach((cell, c) => {
      const to = typeof cell?.value === 'string' ? wide[cell.value] : undefined;
      if (to) line[c] = { ...cell!, value: to };
    });
  }
  return copy;
}

/** 附件1 / 2021年度 / title: three lines instead of one. */
export function titledInLines(page: Page, year: number, n: number): Page {
  const title = String(page.cells[0]?.[0]?.value ?? '');
  const bare = title.replace(`${year}年度`, '');
  if (bare === title) return page;
  const copy = copyOf(
    page,
    () => true,
    (row) => row + 2,
  );
  const span = copy.merges.find((m) => m.row === 2 && m.column === 0);
  copy.cells[0] = [{ value: `附件${n}` }];
  copy.cells[1] = [{ value: `${year}年度` }];
  if (span) copy.merges.push({ ...span, row: 1 });
  copy.cells[2]![0] = { value: bare };
  return copy;
}

/** Amounts of 合计 and 总计 rows become formulas that keep their saved result. */
export function withFormulas(page: Page): Page {
  const copy = copyOf(
    page,
    () => true,
    (row) => row,
  );
  for (const { row, column } of copy.amounts) {
    const line = copy.cells[row]!;
    const cell = line[column]!;
    const total = line.some((c) => /^(?:本年.{2})?合计$|^总计$/.test(String(c?.value ?? '')));
    if (total && typeof cell.value === 'number')
      line[column] = { ...cell, formula: `=SUM(A${row + 2}:A${row + 9})` };
  }
  return copy;
}

const EXTRA_TITLES = [
  '政府采购情况表',
  '国有资产使用情况表',
  '政府性基金预算财政拨款基本支出决算表',
  '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
] as const;

/** Further tables of a place: codes down, economic classes across, figures of their own. */
export function extraPages(manner: Manner, year: number, r: Random): [string, Page][] {
  return r.some([...EXTRA_TITLES], 1, 4).map((title, i) => {
    const page = new Page(manner);
    page.put(0, 0, `${year}年度${title}`, 1, 6);
    page.put(1, 5, `单位：${manner.unit}`);
    ['科目编码', '科目名称', '合计', '工资福利支出', '商品和服务支出', '资本性支出'].forEach(
      (h, c) => page.put(2, c, h),
    );
    ['', '合计'].forEach((v, c) => page.put(3, c, v));
    for (let row = 3; row < 9; row += 1) {
      if (row > 3) {
        page.put(row, 0, ['201', '20101', '2010101', '208', '20805', '2080505'][row - 4] ?? '229');
        page.put(row, 1, '某项支出');
      }
      for (let c = 2; c < 6; c += 1) page.put(row, c, r.integer(1, 100000) / 100);
    }
    return [`附表${i + 1}`, page];
  });
}

/** Who signed, under the last row: words, a telephone number, a date. */
export function signed(page: Page, year: number): Page {
  const copy = copyOf(
    page,
    () => true,
    (row) => row,
  );
  const row = copy.rows;
  const last = Math.max(3, copy.columns - 1);
  copy.put(row, 0, '单位负责人：张某');
  copy.put(row, 2, '填表人：李某');
  copy.put(row + 1, 0, '联系电话：');
  copy.put(row + 1, 1, 85551234);
  copy.put(row + 1, last, `${year + 1}-08-20`);
  return copy;
}

/** A long title broken after 财政拨款, each half merged over the width. */
export function titledInHalves(page: Page): Page {
  const title = String(page.cells[0]?.[0]?.value ?? '');
  const at = title.indexOf('财政拨款') + 4;
  if (at < 4 || /[》（(]/.test(title) || at > title.length - 4) return page;
  const copy = copyOf(
    page,
    () => true,
    (row) => row + 1,
  );
  const span = copy.merges.find((m) => m.row === 1 && m.column === 0);
  copy.cells[0] = [{ value: title.slice(0, at) }];
  copy.cells[1] = [{ value: title.slice(at) }, ...(copy.cells[1] ?? []).slice(1)];
  if (span) copy.merges.push({ ...span, row: 0 });
  return copy;
}

/** What else lies in such workbooks: next year's budget, 绩效, a working paper with the same words. */
export function foreignPages(
  department: string,
  manner: Manner,
  year: number,
  r: Random,
): [string, Page][] {
  const amount = () => r.integer(1, 900000) / 100;
  const budget = new Page(manner);
  budget.put(0, 0, `${year + 1}年部门收支预算总表`, 1, 4);
  budget.put(1, 0, `部门：${department}`);
  budget.put(1, 3, `单位：${manner.unit}`);
  ['项目', '预算数', '项目', '预算数'].forEach((h, c) => budget.put(2, c, h));
  ['一般公共预算财政拨款收入', '上级补助收入', '使用非财政拨款结余', '本年收入合计'].forEach(
    (name, i) => {
      budget.put(3 + i, 0, name);
      budget.put(3 + i, 1, amount());
      budget.put(3 + i, 2, ['一般公共服务支出', '教育支出', '结余分配', '本年支出合计'][i]!);
      budget.put(3 + i, 3, amount());
    },
  );
  const paper = new Page(manner);
  paper.put(0, 0, '科目余额底稿');
  ['科目编码', '科目名称', '基本支出', '项目支出', '备注'].forEach((h, c) => paper.put(1, c, h));
  ['201', '20101', '2010101', '208'].forEach((code, i) => {
    paper.put(2 + i, 0, code);
    paper.put(2 + i, 1, '某科目');
    paper.put(2 + i, 2, amount());
    paper.put(2 + i, 3, amount());
  });
  const list: [string, Page][] = [
    [`${year + 1}预算`, budget],
    ['底稿', paper],
  ];
  return r.some(list, 1, 2);
}
