// C41: “三公”经费 told in full: each of the four items, and the counts that an amount above zero asks for. Only where
// a heading names the subject; a sentence in passing is no disclosure.
import { sign } from '../../measure/exact.ts';
import { type CarefulTask, type Remark, sectionsOf, type TextSection } from './careful.ts';
import type { ThreeItem } from './careful-words.ts';

/** Nothing was spent at all: then nothing more is asked. */
function isNone(text: string, nothing: readonly string[]): boolean {
  const whole = new RegExp(`(?:${nothing.join('|')})[^，。；]{0,24}三公`);
  const zero =
    /三公"?经费(?:(?!其中)[^。；]){0,60}?决算[^，。；\d]{0,6}(?:零|0(?:\.0+)?万?元)|三公"?经费[^，。；\d]{0,16}(?:零|0(?:\.0+)?万?元)/;
  return whole.test(text) || zero.test(text);
}

const escaped = (words: readonly string[]): string =>
  words.map((w) => w.replace(/[()（）.]/g, '\\$&')).join('|');

/** The first amount above zero told of an item. */
function amountOf(
  { plain, numbers, words }: CarefulTask,
  { amounts }: ThreeItem,
  { body, end }: TextSection,
) {
  const text = plain.text.slice(body, end);
  const pattern = new RegExp(
    `(?:${escaped(amounts)})(?!${words.three.merged})[^，。；：\\d]{0,12}(?=\\d)`,
    'g',
  );
  for (const m of text.matchAll(pattern)) {
    const number = numbers.find((n) => n.start === body + m.index + m[0].length);
    if (number && /元$/.test(number.unit) && sign(number.value) > 0 && !/预算|上年/.test(m[0]))
      return number;
  }
  return undefined;
}

/** “三公”经费决算数：指…: without an amount a heading opens a definition, no disclosure. */
const hasAmount = ({ numbers }: CarefulTask, { body, end }: TextSection): boolean =>
  numbers.some((n) => n.start >= body && n.end <= end && /元$/.test(n.unit));

function missingItems(
  text: string,
  all: string,
  section: TextSection,
  items: readonly ThreeItem[],
): Remark[] {
  const told = items.filter((i) => new RegExp(i.named).test(text));
  if (told.length < 2 || told.length === items.length) return [];
  const missing = items.filter((i) => !new RegExp(i.named).test(all)).map((i) => i.title);
  if (missing.length === 0) return [];
  const merged = /公务用车购置(?:及|和|与)运行[维护费]*/.exec(text);
  const at = merged && section.body + merged.index;
  return [
    {
      rule: 'C41',
      start: at ?? section.start,
      end: at ? at + merged[0].length : section.body,
      message: `没有单独说明${missing.join('、')}：没有发生的也要写明，购置费与运行维护费要分开写`,
    },
  ];
}

/** C41 over every section that a heading names. */
export function threeOf(task: CarefulTask): Remark[] {
  const { plain, words } = task;
  const sections = sectionsOf(task, words.three.section);
  // What one of them tells, another that only compares need not tell again.
  const all = sections.map(({ body, end }) => plain.text.slice(body, end)).join('\n');
  return sections.flatMap((section): Remark[] => {
    const text = plain.text.slice(section.body, section.end);
    if (isNone(text, words.nothing)) return [];
    const counts = words.three.items.flatMap((item): Remark[] => {
      const amount = item.needs.length > 0 ? amountOf(task, item, section) : undefined;
      const wanting = amount ? item.needs.filter((n) => !new RegExp(n.given).test(all)) : [];
      if (!amount || wanting.length === 0) return [];
      const names = wanting.map((n) => n.name).join('、');
      return [
        {
          rule: 'C41',
          start: amount.start,
          end: amount.end,
          message: `${item.title}大于零，应写明${names}`,
        },
      ];
    });
    if (!hasAmount(task, section)) return counts;
    return [...missingItems(text, all, section, words.three.items), ...counts];
  });
}
