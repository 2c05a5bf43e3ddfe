// What is told of a list that leaves parts out: the names it lacks and what the tables have for them. Knows words
// that close a list by its rest; finds no list itself.
import { toText } from '../../measure/exact.ts';
import type { TieCell } from '../readings/report.ts';
import type { PlainText } from '../text/plain.ts';
import { stem } from './item-rows.ts';
import type { Omission } from './omissions.ts';

/** 漏列提示, at its offsets in the plain text. */
export interface Omitted {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly cells: readonly TieCell[];
}

/** So many paragraphs behind the last part the rest of a list may be told. */
const REST_NEAR = 2;

/** 其余各类合计407.43万元: what is not told by name is told as one amount. */
function tellsRest(behind: string, rest: readonly string[]): boolean {
  return rest.some((w) => {
    const at = behind.indexOf(w);
    return at >= 0 && /^[^，。；：\d]{0,16}\d/.test(behind.slice(at + w.length));
  });
}

/** 财政拨款2503.96万元 in a list of income is 财政拨款收入; what a name says in brackets a list leaves out. */
const isNamed = (list: string, name: string): boolean =>
  [stem(name), name.replace(/收入$/, ''), name.replace(/（[^）]*）$/, '')].some((n) =>
    list.includes(n),
  );

/** 分项没有列全, told with what the tables have for what is left out; a list that closes with its rest is none. */
export function omittedIn(
  { text, paragraphs }: PlainText,
  omissions: readonly Omission[],
  rest: readonly string[],
): Omitted[] {
  return omissions.flatMap(({ rule, from, to, missing, whole }): Omitted[] => {
    const last = paragraphs[Math.min(to.token.paragraph + REST_NEAR, paragraphs.length - 1)]!;
    const until = last.start + last.text.length;
    if (tellsRest(text.slice(to.token.end, until), rest)) return [];
    // Named, it is not left out, whatever became of its number.
    const list = text.slice(whole.token.end, until);
    const lacking = missing.filter((m) => !isNamed(list, m.name));
    const [first] = lacking;
    if (!first) return [];
    const named = lacking.map((m) => `${m.name}${m.value}`).join('、');
    const ought = `${toText(whole.token.value, whole.token.decimals)}${whole.token.unit}`;
    return [
      {
        rule,
        start: from.token.start,
        end: to.token.end,
        message: `分项没有列全：漏了${named}（${first.cells[0]?.label ?? '表中有数'}），分项合计不等于${ought}`,
        cells: lacking.flatMap((m) => m.cells),
      },
    ];
  });
}
