// A workbook of the nine tables in a layout composed by seed, with the meaning of every amount in it.
import type { Grid, Snapshot } from '../../../src/facts/grid.ts';
import { makeDepartment } from '../department/model.ts';
import { type Random, random } from '../department/random.ts';
import { type Column, codesWidth, putCodes } from './codes.ts';
import { economicWidth, putEconomic } from './economic.ts';
import { headed } from './heads.ts';
import { columnsOf, type Ledger, ledgerOf } from './ledger.ts';
import { type CodeParts, draw, type Parts } from './parts.ts';
import { type Placed, Sheet } from './sheet.ts';
import { classNames, putSides, sidesWidth } from './sides.ts';
import { putThree, threeWidth } from './three.ts';

export interface Book {
  readonly parts: Parts;
  readonly ledger: Ledger;
  readonly snapshot: Snapshot;
  readonly placed: readonly Placed[];
}

const DEPARTMENTS = [
  '青禾区水务局',
  '内蒙古自治区鄂尔多斯市教育局',
  '重庆市渝中区民政局',
  '江苏省苏州市吴江区财政局',
  '山东省菏泽市水文中心',
  '云南省玉溪市红塔区卫生健康局',
  '福建省厦门市海沧区档案馆',
  '河北省保定市曲阳县审计局',
  '安徽省淮南市信访局',
  '南京栖云大学',
  '国家粮食和物资储备局',
  '湖北省武汉市青禾区司法局',
  '四川省绵阳市临溪县教育和体育局',
  '上海市示例区绿化和市容管理局',
];

const TITLES: Readonly<Record<string, readonly string[]>> = {
  1: ['收入支出决算总表', '收支决算总表', '收入支出决算表'],
  2: ['收入决算表', '收入决算总表'],
  3: ['支出决算表', '支出决算总表'],
  4: ['财政拨款收入支出决算总表', '财政拨款收支决算总表'],
  5: ['一般公共预算财政拨款支出决算表', '一般公共预算支出决算表'],
  6: ['一般公共预算财政拨款基本支出决算表', '一般公共预算财政拨款基本支出决算明细表'],
  7: [
    '财政拨款“三公”经费支出决算表',
    '一般公共预算财政拨款“三公”经费支出决算表',
    '“三公”经费支出决算表',
  ],
  8: ['政府性基金预算财政拨款收入支出决算表', '政府性基金预算收入支出决算表'],
  9: ['国有资本经营预算财政拨款支出决算表', '国有资本经营预算支出决算表'],
};

const LABELS: Readonly<Record<string, readonly string[]>> = {
  2: [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ],
  3: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
};

function columnsFor(table: string): Column[] {
  const keys = columnsOf(table);
  const own = LABELS[table];
  if (own) return keys.map((key, i) => ({ key, label: own[i]! }));
  return keys.map((key): Column => {
    if (key === '年初') return { key, label: '年初结转和结余' };
    if (key === '收入') return { key, label: '本年收入' };
    if (key === '年末') return { key, label: '年末结转和结余' };
    return { key, label: key === '合计' && table === '8' ? '小计' : key, under: '本年支出' };
  });
}

interface Drawing {
  readonly table: string;
  readonly width: number;
  readonly put: (sheet: Sheet, row: number) => number;
}

function drawings(parts: Parts, ledger: Ledger, r: Random): Drawing[] {
  const { head, modern } = parts;
  const sides = (table: '1' | '4'): Drawing => {
    const own = table === '1' ? parts.summary : parts.fiscal;
    return {
      table,
      width: sidesWidth(own, table, modern),
      put: (sheet, row) => putSides(sheet, row, own, table, ledger, head.year, modern, r),
    };
  };
  const codes = (table: string, own: CodeParts): Drawing => {
    const columns = columnsFor(table);
    return {
      table,
      width: codesWidth(own, columns),
      put: (sheet, row) => putCodes(sheet, row, own, table, columns, ledger, r),
    };
  };
  const all = [
    sides('1'),
    codes('2', parts.income),
    codes('3', parts.spending),
    sides('4'),
    codes('5', parts.general),
    {
      table: '6',
      width: economicWidth(parts.economic),
      put: (sheet: Sheet, row: number) => putEconomic(sheet, row, parts.economic, ledger, r),
    },
    {
      table: '7',
      width: threeWidth(parts.three),
      put: (sheet: Sheet, row: number) =>
        putThree(sheet, row, parts.three, ledger, head.year, head.department, r),
    },
    codes('8', parts.funds),
    ...(modern ? [codes('9', parts.capital)] : []),
  ];
  if (head.year < 2022) return all;
  return [...all.filter((d) => d.table !== '7'), ...all.filter((d) => d.table === '7')];
}

function named(parts: Parts, table: string, title: string, i: number): string {
  if (parts.names === 'title') return title.slice(0, 28);
  return parts.names === 'number'
    ? `公开${String(i + 1).padStart(2, '0')}表`
    : `Sheet${i + 1}${table === '0' ? 'a' : ''}`;
}

/** The workbook of a seed. */
export function bookOf(seed: number): Book {
  const r = random(seed * 104_729 + 11);
  const parts = draw(r, seed, r.pick(DEPARTMENTS));
  const { year } = parts.head;
  const department = makeDepartment(seed + 500_000, parts.modern ? {} : { capital: false });
  const used = department.leaves.map((l) => l.code.slice(0, 3));
  const classes = Object.keys(classNames(year)).filter(
    (c) => c !== '224' || year > 2018 || used.includes(c),
  );
  const ledger = ledgerOf(department, classes, parts.modern);
  const sheets: Sheet[] = [];
  let row = 0;
  drawings(parts, ledger, r).forEach((drawing, i) => {
    const titles = TITLES[drawing.table]!;
    const title = titles[(seed + i) % titles.length]!;
    const stacked = parts.sheets === 'stacked' && i % 3 !== 0;
    if (!stacked) {
      sheets.push(new Sheet(named(parts, drawing.table, title, i), parts.hand));
      row = 0;
    }
    const sheet = sheets.at(-1)!;
    row = drawing.put(sheet, headed(sheet, parts, row, drawing.width, title, i + 1)) + 2;
  });
  const grids: Grid[] = sheets.map((s) => s.grid());
  const placed = sheets.flatMap((s) => s.placed.map((p) => ({ ...p, sheet: s.name })));
  return { parts, ledger, snapshot: { sheets: grids }, placed };
}
