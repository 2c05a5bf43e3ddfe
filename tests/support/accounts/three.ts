// “三公”经费: across, interleaved, down the page, by kinds or by units down; put together from its parts.
import type { Random } from '../department/random.ts';
import type { Ledger } from './ledger.ts';
import type { ThreeParts } from './parts.ts';
import type { Sheet } from './sheet.ts';

const WORDS: readonly Readonly<Record<string, string>>[] = [
  {
    合计: '合计',
    出国: '因公出国（境）费',
    用车: '公务用车购置及运行维护费',
    购置: '公务用车购置费',
    运行: '公务用车运行维护费',
    接待: '公务接待费',
  },
  {
    合计: '合计',
    出国: '因公出国（境）费用',
    用车: '公务用车购置及运行费',
    购置: '公务用车购置费',
    运行: '公务用车运行费',
    接待: '公务接待费',
  },
  {
    合计: '“三公”经费合计',
    出国: '因公出国（境）经费',
    用车: '公务用车购置和运行维护费',
    购置: '公务用车购置',
    运行: '公务用车运行维护',
    接待: '公务接待费',
  },
  {
    合计: '合计',
    出国: '因公出国(境)支出',
    用车: '公务用车购置及运行维护支出',
    购置: '购置费',
    运行: '运行维护费',
    接待: '公务接待支出',
  },
];

const orderOf = (parts: ThreeParts): readonly string[] =>
  parts.order === 'usual'
    ? ['合计', '出国', '用车', '购置', '运行', '接待']
    : ['合计', '出国', '接待', '用车', '购置', '运行'];

interface Frame {
  readonly sheet: Sheet;
  readonly parts: ThreeParts;
  readonly ledger: Ledger;
  readonly words: Readonly<Record<string, string>>;
  readonly year: number;
  readonly department: string;
  readonly r: Random;
}

const valueOf = ({ ledger }: Frame, kind: string, item: string): number => {
  const now = ledger.of.get(`7.决算.${item}`) ?? 0;
  if (kind === '上年') {
    const part = (k: string) => Math.floor((ledger.of.get(`7.决算.${k}`) ?? 0) * 0.7);
    if (item === '用车') return part('购置') + part('运行');
    if (item === '合计') return part('出国') + part('购置') + part('运行') + part('接待');
    return part(item);
  }
  return kind === '预算' ? (ledger.of.get(`7.预算.${item}`) ?? 0) : now;
};

const put = (f: Frame, row: number, column: number, kind: string, item: string): void =>
  f.sheet.money(row, column, `7.${kind}.${item}`, valueOf(f, kind, item));

/** Heads of the items across, each over so many columns; the vehicles' parts below their own. */
function itemHeads(f: Frame, top: number, from: number, span: number): number {
  const { sheet, parts, words } = f;
  let at = from;
  for (const item of orderOf(parts)) {
    if (item === '用车') {
      sheet.put(top, at, words.用车!, 1, 3 * span);
      ['小计', words.购置!, words.运行!].forEach((w, i) =>
        sheet.put(top + 1, at + i * span, w, 1, span),
      );
      at += 3 * span;
    } else if (!['购置', '运行'].includes(item)) {
      sheet.put(top, at, words[item]!, 2, span);
      at += span;
    }
  }
  return top + 2;
}

function across(f: Frame, top: number): number {
  const { sheet, parts } = f;
  const items = orderOf(parts);
  let row = top;
  sheet.put(row, 0, parts.numbers ? '预算数' : '全年预算数', 1, 6);
  sheet.put(row, 6, '决算数', 1, 6);
  itemHeads(f, row + 1, 0, 1);
  row = itemHeads(f, row + 1, 6, 1);
  if (parts.numbers) items.concat(items).forEach((_, i) => sheet.put(row, i, i + 1));
  if (parts.numbers) row += 1;
  items.forEach((item, i) => {
    put(f, row, i, '预算', item);
    put(f, row, 6 + i, '决算', item);
  });
  return row + 1;
}

function interleaved(f: Frame, top: number): number {
  const { sheet, parts } = f;
  let row = top;
  if (parts.top) sheet.put(row++, 0, '财政拨款“三公”经费', 1, 12);
  row = itemHeads(f, row, 0, 2);
  const items = orderOf(parts);
  items.forEach((_, i) => {
    sheet.put(row, 2 * i, '预算数');
    sheet.put(row, 2 * i + 1, '决算数');
  });
  row += 1;
  items.forEach((item, i) => {
    put(f, row, 2 * i, '预算', item);
    put(f, row, 2 * i + 1, '决算', item);
  });
  return row + 1;
}

const kindsOf = ({ parts, year }: Frame): { kind: string; label: string }[] => [
  ...(parts.last
    ? [{ kind: '上年', label: parts.top ? `${year - 1}年决算数` : '上年决算数' }]
    : []),
  ...(parts.budget ? [{ kind: '预算', label: parts.top ? `${year}年预算数` : '预算数' }] : []),
  { kind: '决算', label: parts.top ? `${year}年决算数` : '决算数' },
];

const ORDINALS: Readonly<Record<string, string>> = {
  出国: '1.',
  用车: '2.',
  购置: '其中：（1）',
  运行: '（2）',
  接待: '3.',
};

function down(f: Frame, top: number): number {
  const { sheet, parts, words } = f;
  const kinds = kindsOf(f);
  let row = top;
  const heads = [
    ...kinds.map((k) => k.label),
    ...(parts.rate === 'share'
      ? ['完成预算（%）']
      : parts.rate === 'change'
        ? ['比上年增减（%）']
        : []),
    ...(parts.counts === 'beside' ? ['数量（个、辆、批次）'] : []),
  ];
  ['项目', ...heads].forEach((h, i) => sheet.put(row, i, h));
  row += 1;
  const items = orderOf(parts);
  const listed = [
    ...(parts.total === 'above' ? ['合计'] : []),
    ...items.slice(1),
    ...(parts.total === 'below' ? ['合计'] : []),
  ];
  for (const item of listed) {
    sheet.put(row, 0, `${ORDINALS[item] ?? ''}${words[item]!}`);
    kinds.forEach(({ kind }, i) => put(f, row, 1 + i, kind, item));
    const base = valueOf(f, parts.rate === 'share' ? '预算' : '上年', item);
    const rated = parts.rate === 'share' ? parts.budget : parts.rate === 'change' && parts.last;
    if (rated && base > 0) {
      const now = valueOf(f, '决算', item);
      const rate = parts.rate === 'share' ? now / base : (now - base) / base;
      sheet.put(row, 1 + kinds.length, `${(rate * 100).toFixed(2)}%`);
    }
    if (parts.counts === 'beside' && item === '接待') sheet.put(row, heads.length, 12);
    row += 1;
  }
  if (parts.meetings)
    for (const label of ['会议费', '培训费']) {
      sheet.put(row, 0, label);
      kinds.forEach(({ kind }, i) =>
        sheet.money(row, 1 + i, `7.${kind}.${label}`, 123_400 * (i + 1)),
      );
      row += 1;
    }
  if (parts.counts === 'below') {
    sheet.put(row++, 0, '相关统计数');
    ['因公出国（境）团组数（个）', '公务用车保有量（辆）', '国内公务接待批次（个）'].forEach(
      (label, i) => {
        sheet.put(row, 0, label);
        sheet.put(row++, kinds.length, i + 2);
      },
    );
  }
  return row;
}

function rows(f: Frame, top: number): number {
  const { sheet, parts, year } = f;
  sheet.put(top, 0, parts.top ? '“三公”经费项目' : '年度', 2, 1);
  let row = itemHeads(f, top, 1, 1);
  const items = orderOf(parts);
  if (parts.numbers) {
    sheet.put(row, 0, '栏次');
    items.forEach((_, i) => sheet.put(row, 1 + i, i + 1));
    row += 1;
  }
  for (const { kind, label } of kindsOf(f)) {
    sheet.put(
      row,
      0,
      /\d/.test(label)
        ? label
        : `${kind === '上年' ? year - 1 : year}年度${kind === '上年' ? '决算' : kind}数`,
    );
    items.forEach((item, i) => put(f, row, 1 + i, kind, item));
    row += 1;
  }
  return row;
}

function units(f: Frame, top: number): number {
  const { sheet, parts, department, ledger } = f;
  sheet.put(top, 0, '单位名称', 2, 1);
  let row = itemHeads(f, top, 1, 1);
  const items = orderOf(parts);
  const total = () => {
    sheet.put(row, 0, '合计');
    items.forEach((item, i) => put(f, row, 1 + i, '决算', item));
    row += 1;
  };
  if (parts.total !== 'below') total();
  const half = (k: string) => Math.floor((ledger.of.get(`7.决算.${k}`) ?? 0) / 2 / 10_000) * 10_000;
  const whole = (k: string) => ledger.of.get(`7.决算.${k}`) ?? 0;
  for (const [name, of] of [
    [`${department}（本级）`, (k: string) => whole(k) - half(k)],
    [`${department.slice(0, 3)}信息中心`, half],
  ] as const) {
    const value = (item: string): number =>
      item === '用车'
        ? of('购置') + of('运行')
        : item === '合计'
          ? of('出国') + of('购置') + of('运行') + of('接待')
          : of(item);
    sheet.put(row, 0, name);
    items.forEach((item, i) => sheet.money(row, 1 + i, `7.${name}.${item}`, value(item)));
    row += 1;
  }
  if (parts.total === 'below') total();
  return row;
}

/** Only what was spent, in one row. */
function finalRow(f: Frame, top: number): number {
  const { sheet, parts } = f;
  let row = itemHeads(f, top, 0, 1);
  const items = orderOf(parts);
  if (parts.numbers) items.forEach((_, i) => sheet.put(row, i, i + 1));
  if (parts.numbers) row += 1;
  items.forEach((item, i) => put(f, row, i, '决算', item));
  return row + 1;
}

export const threeWidth = ({ shape }: ThreeParts): number =>
  shape === 'across' || shape === 'interleaved'
    ? 12
    : shape === 'final-row'
      ? 6
      : shape === 'down'
        ? 4
        : 7;

/** Writes the table from a row on; gives the first row below it. */
export function putThree(
  sheet: Sheet,
  top: number,
  parts: ThreeParts,
  ledger: Ledger,
  year: number,
  department: string,
  r: Random,
): number {
  const f: Frame = { sheet, parts, ledger, words: WORDS[parts.wording]!, year, department, r };
  const shapes = { across, interleaved, down, rows, units, 'final-row': finalRow };
  return shapes[parts.shape](f, top);
}
