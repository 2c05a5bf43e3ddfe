// 收入支出决算总表 and 财政拨款收入支出决算总表: two blocks side by side, put together from their parts.
import type { Random } from '../department/random.ts';
import { FUNDS, type Ledger } from './ledger.ts';
import type { SideParts } from './parts.ts';
import { broken, type Sheet } from './sheet.ts';

const NUMERALS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六'.split(
    ' ',
  );

/** 类 by code, under the names of the time. */
export function classNames(year: number): Readonly<Record<string, string>> {
  const names: Record<string, string> = {
    201: '一般公共服务支出',
    202: '外交支出',
    203: '国防支出',
    204: '公共安全支出',
    205: '教育支出',
    206: '科学技术支出',
    207: year <= 2018 ? '文化体育与传媒支出' : '文化旅游体育与传媒支出',
    208: '社会保障和就业支出',
    210: year <= 2018 ? '医疗卫生与计划生育支出' : '卫生健康支出',
    211: '节能环保支出',
    212: '城乡社区支出',
    213: '农林水支出',
    214: '交通运输支出',
    215: year <= 2019 ? '资源勘探信息等支出' : '资源勘探工业信息等支出',
    216: '商业服务业等支出',
    217: '金融支出',
    219: '援助其他地区支出',
    220: year <= 2018 ? '国土海洋气象等支出' : '自然资源海洋气象等支出',
    221: '住房保障支出',
    222: '粮油物资储备支出',
  };
  if (year >= 2020) names['223'] = '国有资本经营预算支出';
  names['224'] = '灾害防治及应急管理支出';
  Object.assign(names, { 229: '其他支出', 231: '债务还本支出', 232: '债务付息支出' });
  if (year >= 2020) names['234'] = '抗疫特别国债安排的支出';
  return names;
}

interface Line {
  readonly label: string;
  readonly keys: readonly string[];
  readonly end?: boolean;
}

interface Sides {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  readonly rightHeads: readonly string[];
}

const FISCAL = FUNDS.map((f) => `${f}财政拨款`);

function summaryOf(ledger: Ledger, year: number, modern: boolean, ordinals: boolean): Sides {
  const no = (i: number, label: string) => (ordinals ? `${NUMERALS[i]}、${label}` : label);
  const fiscal = modern
    ? FUNDS.map((f, i): Line => ({ label: no(i, `${f}财政拨款收入`), keys: [`1.收入.${f}`] }))
    : [{ label: no(0, '财政拨款收入'), keys: ['1.收入.财政拨款'] }];
  const sources = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const classes = classNames(year);
  const gap =
    year >= 2022
      ? '使用非财政拨款结余（含专用结余）'
      : year >= 2019
        ? '使用非财政拨款结余'
        : '用事业基金弥补收支差额';
  return {
    left: [
      ...fiscal,
      ...sources.map((s, i): Line => ({ label: no(fiscal.length + i, s), keys: [`1.收入.${s}`] })),
      { label: '本年收入合计', keys: ['1.收入.本年'], end: true },
      { label: gap, keys: ['1.收入.使用'], end: true },
      { label: '年初结转和结余', keys: ['1.收入.年初'], end: true },
      { label: '总计', keys: ['1.收入.总计'], end: true },
    ],
    right: [
      ...ledger.classes.map((c, i): Line => ({ label: no(i, classes[c]!), keys: [`1.支出.${c}`] })),
      { label: '本年支出合计', keys: ['1.支出.本年'], end: true },
      { label: '结余分配', keys: ['1.支出.分配'], end: true },
      { label: '年末结转和结余', keys: ['1.支出.年末'], end: true },
      { label: '总计', keys: ['1.支出.总计'], end: true },
    ],
    rightHeads: [],
  };
}

function fiscalOf(ledger: Ledger, year: number, modern: boolean, ordinals: boolean): Sides {
  const no = (i: number, label: string) => (ordinals ? `${NUMERALS[i]}、${label}` : label);
  const own = modern ? [0, 1, 2] : [0, 1];
  const classes = classNames(year);
  const across = (key: string) =>
    ['合计', ...own.map((i) => FUNDS[i]!)].map((f) => `4.${key}.${f}`);
  return {
    left: [
      ...own.map((i): Line => ({ label: no(i, FISCAL[i]!), keys: [`4.收入.${FUNDS[i]}`] })),
      { label: '本年收入合计', keys: ['4.收入.合计'], end: true },
      { label: '年初财政拨款结转和结余', keys: ['4.年初.合计'], end: true },
      ...own.map((i): Line => ({ label: FISCAL[i]!, keys: [`4.年初.${FUNDS[i]}`], end: true })),
      { label: '总计', keys: ['4.收入总计'], end: true },
    ],
    right: [
      ...ledger.classes.map((c, i): Line => ({ label: no(i, classes[c]!), keys: across(c) })),
      { label: '本年支出合计', keys: across('本年'), end: true },
      { label: '年末财政拨款结转和结余', keys: across('年末'), end: true },
      { label: '总计', keys: across('总计'), end: true },
    ],
    rightHeads: ['合计', ...own.map((i) => FISCAL[i]!)],
  };
}

/** Both lists end on one line. */
function aligned(left: readonly Line[], right: readonly Line[]): (Line | undefined)[][] {
  const body = (list: readonly Line[]) => list.filter((l) => !l.end);
  const tail = (list: readonly Line[]) => list.filter((l) => l.end);
  const high = Math.max(body(left).length, body(right).length);
  const low = Math.max(tail(left).length, tail(right).length);
  const column = (list: readonly Line[]) => {
    const ends = tail(list);
    return [
      ...Array.from({ length: high }, (_, i) => body(list)[i]),
      ...Array.from({ length: low }, (_, i) =>
        i === low - 1 ? ends.at(-1) : ends.length - 1 > i ? ends[i] : undefined,
      ),
    ];
  };
  const [a, b] = [column(left), column(right)];
  return a.map((line, i) => [line, b[i]]);
}

export const sidesWidth = (parts: SideParts, table: '1' | '4', modern: boolean): number =>
  2 * (parts.numbers ? 2 : 1) + 1 + (table === '1' ? 1 : modern ? 4 : 3) + (parts.budget ? 2 : 0);

/** Writes the table from a row on; gives the first row below it. */
export function putSides(
  sheet: Sheet,
  top: number,
  parts: SideParts,
  table: '1' | '4',
  ledger: Ledger,
  year: number,
  modern: boolean,
  r: Random,
): number {
  const sides = (table === '1' ? summaryOf : fiscalOf)(ledger, year, modern, parts.ordinals);
  const number = parts.numbers ? 1 : 0;
  const before = parts.budget && table === '1' ? 1 : 0;
  const rightHeads = table === '1' ? [parts.amountHead] : sides.rightHeads;
  const second = 2 + number + before;
  let row = top;
  if (parts.top) {
    sheet.put(row, 0, '收入', 1, second);
    sheet.put(row++, second, '支出', 1, 1 + number + before + rightHeads.length);
  }
  const storeys = table === '4' && parts.storeys === 2 ? 2 : 1;
  for (const [at, list] of [
    [0, [parts.amountHead]],
    [second, rightHeads],
  ] as const) {
    sheet.put(row, at, '项目', storeys, 1);
    if (number) sheet.put(row, at + 1, '行次', storeys, 1);
    if (before) sheet.put(row, at + 1 + number, '年初预算数', storeys, 1);
    const from = at + 1 + number + before;
    if (storeys === 2 && list.length > 1) {
      sheet.put(row, from, '决算数', 1, list.length);
      list.forEach((h, i) => sheet.put(row + 1, from + i, broken(r, h)));
    } else list.forEach((h, i) => sheet.put(row, from + i, broken(r, h), storeys, 1));
  }
  row += storeys;
  if (parts.columnNumbers) {
    sheet.put(row, 0, '栏次');
    sheet.put(row, 1 + number + before, 1);
    sheet.put(row, second, '栏次');
    rightHeads.forEach((_, i) => sheet.put(row, second + 1 + number + before + i, i + 2));
    row += 1;
  }
  let count = 1;
  for (const pair of aligned(sides.left, sides.right)) {
    if (parts.blanks && pair[0]?.keys[0]?.endsWith('本年')) row += 1;
    pair.forEach((line, s) => {
      const at = s === 0 ? 0 : second;
      if (number) sheet.put(row, at + 1, count + (s === 0 ? 0 : 40));
      if (!line) return;
      sheet.put(row, at, line.label);
      const fen = ledger.of.get(line.keys[0]!) ?? 0;
      if (before)
        sheet.money(row, at + 1 + number, `budget.${line.keys[0]}`, Math.floor(fen * 0.8));
      line.keys.forEach((key, i) =>
        sheet.money(row, at + 1 + number + before + i, key, ledger.of.get(key) ?? 0),
      );
    });
    row += 1;
    count += 1;
  }
  if (parts.note) {
    const what = table === '1' ? '总收支和年末结转结余情况' : '财政拨款的总收支和年末结转结余情况';
    sheet.put(row++, 0, `注：本表反映部门本年度的${what}。`);
  }
  return row;
}
