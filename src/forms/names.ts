// Names as people print them, made comparable: width, blanks, quotes, ordinals and brackets apart. The same
// labels stand in every workbook, so that what they come to is remembered.
import { once } from '../measure/once.ts';

const ORDINAL =
  /^(?:[一二三四五六七八九十]+[、.．]|\((?:[一二三四五六七八九十]+|\d{1,2})\)|\d+[、.．](?!\d)|\d{1,2}(?=\p{Script=Han}))/u;

/** Full and half width, blanks and line breaks made one. */
export const plain = once((text) => text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, ''));

/** 名称 without ordinal and quotes; for comparison only. 其中 stays: it tells a part from an addend. */
export const nameOf = once((text) => {
  let name = plain(text).replace(/[“”"'‘’「」《》]/g, '');
  for (let i = 0; i < 2; i += 1) name = name.replace(ORDINAL, '');
  return name
    .replace(/[:：]$/, '')
    .replace(/\(含专用结余\)$/, '')
    .replace(/\((?:类|款|项)\)/g, '');
});

/** Subject names are compared without 支出 at the end and without brackets' width. */
export const subjectName = once((text) =>
  nameOf(text)
    .replace(/[、,，]/g, '、')
    .replace(/(?:类)?支出$/, ''),
);

const FILLER = /^(?:部门|单位|本级|本部门|决算|公开|区级|市级|省级|\([^)]*\)|[-_—:：.、\s])*$/;
const TERMS =
  /一般公共预算|政府性基金|国有资本经营|财政拨款|基本支出|项目支出|三公|收入|采购|资产|绩效|专户|明细/;
const YEAR = /(?:20\d{2}|二[〇○零O0]\S{2})年度?|20\d{2}/g;

/** 续表: the second part of a table that runs over a page or sheet. */
export const isContinued = (text: string): boolean => /续表?\)?$|\(续\)|-续/.test(plain(text));

/** A title without quotes, table numbers and trailing brackets. */
export const plainTitle = once((text) => {
  let title = plain(text).replace(/[“”"'‘’「」《》]/g, '');
  for (let last = ''; last !== title; ) {
    last = title;
    title = title
      .replace(/\(+[^()]*\)+$/, '')
      .replace(/[-_]?续表?$/, '')
      .replace(/(?:公开|财决)\d+表$/, '')
      .replace(/表[一二三四五六七八九十\d]+$/, '');
  }
  return title;
});

/** Whether `text` is `alias` preceded by nothing but a department, a year and fillers. */
export function endsWithTitle(text: string, alias: string): boolean {
  const title = plainTitle(text);
  if (!title.endsWith(alias) || title.length > alias.length + 40 || /[。;,]/.test(title))
    return false;
  const before = title.slice(0, title.length - alias.length);
  const years = [...before.matchAll(YEAR)];
  const last = years.at(-1);
  if (last) return FILLER.test(before.slice(last.index + last[0].length));
  return !TERMS.test(
    before.replace(
      /.*(?:局|委员会|委|办公室|院|校|中心|厅|部|会|所|站|队|办)(?=部门|单位|本级|$)/,
      '',
    ),
  );
}

/** A title of a performance table: any words may come before it, but no sentence around it. */
export function closesWithTitle(text: string, alias: string): boolean {
  const title = plainTitle(text);
  return title.endsWith(alias) && title.length <= alias.length + 40 && !/[。;,?]/.test(title);
}

/** The year of account in a title or heading. */
export const yearIn = once((text): number | undefined => {
  const digits = /(20\d{2})(?:年|[^\d]|$)/.exec(plain(text));
  if (digits) return Number(digits[1]);
  const chinese = /二[〇○零O0]([一二三四五六七八九〇○零O0])([一二三四五六七八九〇○零O0])年/.exec(
    plain(text),
  );
  if (!chinese) return undefined;
  const value = (c: string) => Math.max('一二三四五六七八九'.indexOf(c) + 1, 0);
  return 2000 + value(chinese[1]!) * 10 + value(chinese[2]!);
});

const NOTE = /^(?:附?注|表注|备注|(?:填表|编制|情况)?说明)(?:[:：\d]|$)|栏各行/;
const SIGNATURE =
  /^(?:单位|部门|财务|机构|分管|主管)?(?:负责人|领导)(?:[:：(]|签)|^(?:填表|制表|填报|编制|经办|审核|复核|联系)人[:：(]|^(?:联系电话|电话|(?:填报|填表|制表|编制|打印|报送)日期|日期)[:：]|^会计(?:主管|机构负责人)/;

/** 附注与落款: what stands below the last row of a table and is no row of it. */
export const endsTable = once(
  (text): boolean => text.length > 40 || NOTE.test(text) || SIGNATURE.test(text),
);

/** A title of some table, ours or not; numbers such as 公开05表 are none. */
export const isTitle = once((text): boolean => text.length <= 60 && /.表$/.test(plainTitle(text)));

const FUNDS = /一般公共预算|公共财政预算|公共预算|政府性基金预算|国有资本经营预算/g;

/** A title of 预算公开: a budget that is neither the name of a fund nor a column beside 决算. */
export const isBudgetTitle = once(
  (text): boolean =>
    text.length <= 80 &&
    /预算/.test(text) &&
    !/决算|执行|绩效|自评|评价/.test(text) &&
    /预算/.test(text.replace(FUNDS, '')),
);

/** Title lines are short; what stands in 附注 is not one. */
const MOST = 80;

/** Signs that a title ends with, or has. */
const SIGNS = /[表况计总比]/;

/** Whether a text, made comparable, may be a title at all; most labels are not. */
export const mayBeTitle = (text: string): boolean =>
  text.length <= MOST &&
  SIGNS.test(text) &&
  /[表况计总比]$|表/.test(plainTitle(text)) &&
  !isBudgetTitle(text);

/** Titles of what is no 决算 table although it has its words: 预算公开, 绩效. */
export const isForeign = (text: string): boolean =>
  text.length <= 60 && /预算(?:总|明细|汇总|情况)?表|年度?(?:部门|单位)?预算|绩效/.test(text);
