// Words that are another text's: the fund of another section (C15), 部门 where it is a 单位 (C42), a name with one
// wrong character (C28), a date of another year (C22), names of 科目 that the table does not hold (C09).
import type { Table } from '../../facts/fact.ts';
import { type CarefulTask, type Remark, sectionsOf, sentencesIn } from './careful.ts';

/** 没有国资… under the heading of 基金: a paragraph copied from the next section. */
export function fundsOf(task: CarefulTask): Remark[] {
  const { plain, words } = task;
  return words.funds.flatMap((fund) =>
    sectionsOf(task, fund.section).flatMap((section): Remark[] => {
      const text = plain.text.slice(section.body, section.end);
      if (fund.words.some((w) => text.includes(w))) return [];
      const others = words.funds.filter((f) => f !== fund).flatMap((f) => f.words);
      const said = sentencesIn(plain.text, section.body, section.end).find(
        (s) =>
          words.nothing.some((n) => s.text.includes(n)) && others.some((w) => s.text.includes(w)),
      );
      if (!said) return [];
      const word = others
        .filter((w) => said.text.includes(w))
        .sort((a, b) => b.length - a.length)[0]!;
      const start = said.start + said.text.indexOf(word);
      return [
        {
          rule: 'C15',
          start,
          end: start + word.length,
          severity: 'warning',
          message: `这一节说的是“${fund.words[0]}”，句中写的是“${word}”`,
        },
      ];
    }),
  );
}

/** 本部门 in a 单位决算, 本单位 in a 部门决算. */
export function scopeWords({ plain }: CarefulTask): Remark[] {
  const title = plain.paragraphs.slice(0, 12).map((p) => p.text);
  const is = (word: string) =>
    title.some((t) => t.length < 40 && new RegExp(`(?:年度?|^)[^（）]*${word}决算`).test(t));
  const [unit, department] = [is('单位'), is('部门')];
  if (unit === department) return [];
  const [own, other] = unit ? ['本单位', '本部门'] : ['本部门', '本单位'];
  const found = [...plain.text.matchAll(new RegExp(`${other}(?!（|所属|下属|及|和|、|或|/)`, 'g'))];
  const [first] = found;
  if (!first) return [];
  return [
    {
      rule: 'C42',
      start: first.index,
      end: first.index + first[0].length,
      message: `标题是${own.slice(1)}决算，文中写“${other}”${found.length > 1 ? `（共 ${found.length} 处）` : ''}，请核对是否应为“${own}”`,
    },
  ];
}

const SERIAL = /[一二三四五六七八九十\d东西南北中上下前后新老大小省市区县州乡镇]/;

/** The department's own name with one other character. */
export function misspelledNames({ plain, whose }: CarefulTask): Remark[] {
  const name = whose.department;
  if (!name || name.length < 6 || whose.wrong.some((w) => w.rule === 'C28')) return [];
  const { text } = plain;
  const found: Remark[] = [];
  for (
    let at = text.indexOf(name.slice(0, 2));
    at >= 0;
    at = text.indexOf(name.slice(0, 2), at + 1)
  ) {
    const said = text.slice(at, at + name.length);
    const wrong = [...said].flatMap((c, i) => (c === name[i] ? [] : [i]));
    const [i] = wrong;
    if (said.length !== name.length || wrong.length !== 1 || i === undefined) continue;
    if (!/[一-龥]/.test(said[i]!) || SERIAL.test(said[i]!) || SERIAL.test(name[i]!)) continue;
    found.push({
      rule: 'C28',
      start: at,
      end: at + said.length,
      message: `单位名称写的是“${said}”，本单位是“${name}”，“${said[i]}”与“${name[i]}”不同`,
    });
  }
  return found;
}

/** 截至 another year's last day; a sentence that begins with another year and compares nothing. */
export function datesOf({ plain, places, whose, words }: CarefulTask): Remark[] {
  const { year } = whose;
  if (year === undefined || whose.wrong.some((w) => w.rule === 'C22')) return [];
  return plain.paragraphs.flatMap((p, i): Remark[] => {
    if (p.row || !places[i]!.accounts || p.text.includes(String(year))) return [];
    const closing = /截[至止](20\d\d)年12月(?:31|30)日/.exec(p.text);
    const opening = /^(20\d\d)年度?(?=[^，。；]{2,30}?\d[\d,.]*(?:万元|亿元|元|%))/.exec(
      p.text.slice(Math.max(places[i]!.heading, 0)),
    );
    const wrong = closing && words.held.some((w) => p.text.includes(w)) ? closing : opening;
    if (!wrong || Number(wrong[1]) !== year - 1 || /[比较]|相比|增|减/.test(p.text)) return [];
    const start = p.start + p.text.indexOf(`${wrong[1]}年`);
    return [
      {
        rule: 'C22',
        start,
        end: start + 5,
        message: `这里写“${wrong[1]}年”，本文是 ${year} 年度`,
      },
    ];
  });
}

const LABEL = /([一-龥（）]{2,30}?)（类）([一-龥（）、]{2,30}?)（款）([一-龥（）、]{2,40}?)（项）/g;
const plainName = (name: string): string => name.replace(/[\s"“”（）()]/g, '');

/** The 项 that the table lists under a 款 of this name. */
function itemsUnder({ rows }: Table, kind: string): string[] | undefined {
  const codes = rows
    .filter((r) => r.code?.length === 5 && plainName(r.printed) === kind)
    .map((r) => r.code!);
  const items = rows.filter(
    (r) => r.code?.length === 7 && codes.some((c) => r.code!.startsWith(c)),
  );
  return items.length > 0 ? items.map((r) => plainName(r.printed)) : undefined;
}

/** S（类）T（款）U（项） whose U the table does not hold under T. */
export function subjectNames({ plain, places, spending }: CarefulTask): Remark[] {
  if (!spending?.open) return [];
  return plain.paragraphs.flatMap((p, i) =>
    (places[i]!.accounts && !p.row ? [...p.text.matchAll(LABEL)] : []).flatMap((m): Remark[] => {
      const known = itemsUnder(spending, plainName(m[2]!));
      const own = plainName(m[3]!);
      if (
        !known ||
        known.includes(own) ||
        /[0０]万?元|没有|无/.test(p.text.slice(m.index + m[0].length, m.index + m[0].length + 24))
      )
        return [];
      const start = p.start + m.index + m[0].lastIndexOf(m[3]!);
      return [
        {
          rule: 'C09',
          start,
          end: start + m[3]!.length,
          severity: 'warning',
          message: `表中“${m[2]}”下没有“${m[3]}”，有：${known.join('、')}`,
        },
      ];
    }),
  );
}
