// Every number of a text with its unit; dates, ordinals, codes and document numbers apart. Knows digits and
// units of measure; knows no table.
import { type Begins, matchesWhere, unlessAfter } from '../../measure/before.ts';
import { type Exact, parseExact } from '../../measure/exact.ts';
import type { Unit } from '../../measure/quantity.ts';
import { contentsPages } from './contents.ts';
import { numeralsIn } from './numerals.ts';
import type { Paragraph, PlainText } from './plain.ts';

/** 文中数字: digits and unit in the plain text. */
export interface NumberToken {
  /** Offsets into the plain text, unit included. */
  readonly start: number;
  readonly end: number;
  /** Where the digits end and the unit begins. */
  readonly digitsEnd: number;
  readonly value: Exact;
  readonly decimals: number;
  /** 万元, %, 个 …; empty when nothing says what is counted. */
  readonly unit: Unit;
  /** 约, 近, 余: said to be no exact figure. */
  readonly rough: boolean;
  /** In Chinese numerals. */
  readonly spelled?: boolean;
  readonly paragraph: number;
}

/** 另类数字: written in digits, but no figure. */
export interface NoFigure {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'ordinal' | 'code' | 'document';
}

/** 一文的数字: those to be checked, and what looks like one and is none (dates, ordinals, codes). */
export interface Numbers {
  readonly tokens: readonly NumberToken[];
  readonly apart: readonly NoFigure[];
}

const MONEY = '百万元|千万元|亿元|万元|千元|元';
const COUNTS =
  '人次|人\\/次|批次|台次|家次|台（套）|台/套|台套|个百分点|百分点|余[次份件人个家条场篇项台套]|平方米|公里|小时|分钟|[个人次批辆台套件项家户篇期条份名起场组团页天亩吨款分处所间张只本册种级位轮幅宗例座班届门封支班类年月日]';
/** 万人次, 万千瓦时: counts told by ten thousands, and measures that no shorter word begins. */
const MEASURES =
  '[万亿](?:人次|批次|台次|家次|册次|剂次|例次|户次|车次|架次|平方米|平方公里|立方米|公里|公顷|千瓦时|小时|[人次批辆台套件项家户篇条份名页天亩吨处座只本册株度起宗例米斤尾头羽])|千瓦时|立方米|公顷|册次|剂次|例次|户次|车次|架次|床日|人天';
/** 35.2万（含…）: 万 and 亿 alone, where nothing that is counted follows. */
const NAMELESS = '[万亿](?![一-龥%])|[万亿](?=和|与|及|以及|的|，)';
const UNIT = new RegExp(`(?:${MONEY}|%|‰|${MEASURES}|${NAMELESS}|${COUNTS})`, 'y');
const DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

const NOT_IN_NUMBER = unlessAfter(/[\d.]/);
const NOT_IN_DIGITS = unlessAfter(/\d/);
const NOT_IN_AMOUNT = unlessAfter(/[\d.,]/);
/** 27行=（1+2+…+8）行, GB/T 1.1, 3D: whole, not the end of a longer one. */
const whole: Begins = (text, at, found) =>
  (/^\d/.test(found) ? NOT_IN_DIGITS : unlessAfter(/[A-Za-z]/))(text, at, found);

/** What is no figure, by its form and by what must not stand before it. */
const APART: readonly (readonly [NoFigure['kind'], RegExp, Begins?])[] = [
  // Printed identities.
  ['ordinal', /(?:\d+|（[\d+\-…]+）)[行栏](?:各行)?=[\d+\-…（）]+[行栏](?:各行)?/g, whole],
  ['document', /[[（]?(?:19|20)\d\d[\]）]?第?\d{1,6}号/g],
  ['document', /第?\d+号(?!楼)/g, whole],
  ['date', /(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?![\d.])/g],
  ['date', /(?:19|20)\d\d(?:年度?)?[-~至—到](?:19|20)\d\d年?度?/g],
  ['date', /(?:19|20)\d\d年度?/g],
  ['date', /\d{2,3}年度/g, NOT_IN_NUMBER],
  ['date', /(?:19|20)\d\d(?=部门|单位|决算|预算|一般公共|财政|政府)/g, NOT_IN_NUMBER],
  ['date', /\d{1,2}月(?:\d{1,2}日)?(?!饼)/g, NOT_IN_NUMBER],
  ['date', /\d{1,2}日(?![内常起])/g, NOT_IN_NUMBER],
  ['date', /"\d{1,2}\.\d{1,2}"/g],
  ['date', /\d{1,2}：\d{2}(?![\d.])/g, NOT_IN_NUMBER],
  ['ordinal', /第\d+(?:\.\d+)?(?!次数)/g],
  ['ordinal', /(?:公开|附)?[图表](?:\d+(?:-\d+)*)|附件\d+|\d{1,2}表(?![明示彰扬])/g],
  ['ordinal', /^#*\d{1,2}(?:\.\d{1,2})*[.、](?!\d)/gm],
  ['ordinal', /^（?\d{1,2}）/gm],
  ['ordinal', /（\d{1,2}）(?![个人次辆台%])/g],
  ['ordinal', /\d{1,2}、(?=[^\d\s])/g, NOT_IN_NUMBER],
  [
    'ordinal',
    /\d{1,2}\.(?=["一-龥])/g,
    (text, at) => /[是为：；。，一-龥]/.test(text[at - 1] ?? ''),
  ],
  ['ordinal', /^[-—]*\d{1,3}[-—]*$/gm],
  ['code', /\d{3,4}-\d{7,8}/g],
  ['code', /1\d{10}(?![\d.万亿元])/g, NOT_IN_NUMBER],
  ['code', /[A-Za-z][A-Za-z\d./_-]*\d[A-Za-z\d./_-]*|\d+[A-Za-z][A-Za-z\d]*/g, whole],
  ['code', /\d{3}(?:\d\d){0,2}(?=（?[类款项]）|类|科目)/g, NOT_IN_AMOUNT],
  // 01行政运行, 03（款）: no amount begins with a nought.
  ['code', /0\d(?=[一-龥（])/g, NOT_IN_AMOUNT],
  ['code', /\d{7}(?![\d.,])(?![万亿千元%个人次])/g, NOT_IN_AMOUNT],
];
const anywhere: Begins = () => true;

function apartIn(text: string): NoFigure[] {
  const found: NoFigure[] = [];
  for (const [kind, pattern, begins] of APART) {
    for (const m of matchesWhere(text, pattern, begins ?? anywhere)) {
      const [start, end] = [m.index, m.index + m[0].length];
      if (!found.some((a) => a.start < end && start < a.end)) found.push({ start, end, kind });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const ROUGH_BEFORE =
  /(?:(?:^|[^节签预合集制])约|近|超|逾|大约|不到|不足|至少|多达|超过|低于|高于)$/;

/** Where a dash is a sign: nothing that it could join stands before it. */
const SIGNED = /[为是约达和与及长幅率]|[^\d%一-龥]/;

/** In a row of a table the word behind a figure may be the name of the next cell. */
function unitAt(text: string, at: number, row: boolean): Unit {
  UNIT.lastIndex = at;
  const unit = UNIT.exec(text)?.[0] ?? '';
  return row && unit !== '%' && /[一-龥]/.test(text[at + unit.length] ?? '') ? '' : unit;
}

function tokenAt(
  plain: PlainText,
  start: number,
  digits: string,
  paragraph: number,
): NumberToken | undefined {
  const negative = plain.text[start - 1] === '-' && SIGNED.test(plain.text[start - 2] ?? '，');
  const value = parseExact(`${negative ? '-' : ''}${digits.replaceAll(',', '')}`);
  if (!value) return undefined;
  const digitsEnd = start + digits.length;
  const dot = digits.indexOf('.');
  const unit = unitAt(plain.text, digitsEnd, plain.paragraphs[paragraph]!.row);
  return {
    start: negative ? start - 1 : start,
    end: digitsEnd + unit.length,
    digitsEnd,
    value,
    decimals: dot < 0 ? 0 : digits.length - dot - 1,
    unit: unit.replace(/^余/, ''),
    rough: unit.startsWith('余') || ROUGH_BEFORE.test(plain.text.slice(start - 3, start)),
    paragraph,
  };
}

/** A list of ordinals: 行次 and 栏次 beside the names of a table printed as text. */
const isPlaceInTable = ({ row, text }: Paragraph, token: NumberToken, inTables: boolean): boolean =>
  row && inTables && token.unit === '' && token.decimals === 0 && text !== '';

/** The tables themselves may stand in the text; their 行次 and codes are no figures. */
const TABLE_TITLE = /决算(?:总|明细)?表(?:（?(?:表|公开)?\d*\.?表?）?)?$/;
const AFTER_TABLES =
  /^(?:注：|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、.*(?:说明|情况))/;

const ENUMERATED = /^(?:[、，]|和|与|及|以及)$/;
const APIECE = /分别[^。；]*$/;

/** 分别为 639.40、2994.57、62.54 万元: the unit behind the last is that of all. */
function shared(tokens: readonly NumberToken[], text: string): NumberToken[] {
  const all = [...tokens];
  for (let i = all.length - 2; i >= 0; i -= 1) {
    const [own, next] = [all[i]!, all[i + 1]!];
    if (own.unit !== '' || next.unit === '' || own.paragraph !== next.paragraph) continue;
    if (!ENUMERATED.test(text.slice(own.end, next.start))) continue;
    const between = text.slice(Math.max(0, own.start - 80), own.start);
    if (own.decimals > 0 || APIECE.test(between)) all[i] = { ...own, unit: next.unit };
  }
  return all;
}

/** Numbers of a paragraph in Chinese numerals. */
const spelled = ({ start, text }: Paragraph, paragraph: number): NumberToken[] =>
  numeralsIn(text).map((n) => ({
    start: start + n.start,
    end: start + n.end,
    digitsEnd: start + n.end - n.unit.length,
    value: n.value,
    decimals: 0,
    unit: n.unit,
    rough: ROUGH_BEFORE.test(text.slice(Math.max(0, n.start - 3), n.start)),
    spelled: true,
    paragraph,
  }));

/** 数字 of a text: each once, in reading order. */
export function numbersIn(plain: PlainText): Numbers {
  const apart = apartIn(plain.text);
  const tokens: NumberToken[] = [];
  const places: NoFigure[] = [];
  const pages = contentsPages(plain.paragraphs);
  let inTables = false;
  let next = 0;
  plain.paragraphs.forEach((paragraph, i) => {
    if (TABLE_TITLE.test(paragraph.text)) inTables = true;
    else if (AFTER_TABLES.test(paragraph.text)) inTables = false;
    for (const m of paragraph.text.matchAll(DIGITS)) {
      const start = paragraph.start + m.index;
      const end = start + m[0].length;
      while (apart[next] && apart[next]!.end <= start) next += 1;
      if (apart[next] && apart[next]!.start < end) continue;
      const token = tokenAt(plain, start, m[0], i);
      if (!token) continue;
      const isPage = pages.get(i) === m.index;
      if (isPage || isPlaceInTable(paragraph, token, inTables))
        places.push({ start, end, kind: 'ordinal' });
      else tokens.push(token);
    }
    if (!paragraph.row) tokens.push(...spelled(paragraph, i));
  });
  tokens.sort((a, b) => a.start - b.start);
  return {
    tokens: shared(tokens, plain.text),
    apart: [...apart, ...places].sort((a, b) => a.start - b.start),
  };
}
