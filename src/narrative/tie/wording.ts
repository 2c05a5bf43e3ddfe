// What is wrong in words: leftovers of the template, sentences without an end or a reason, numbering, level
// words, years, contradictions of direction. Knows patterns and structure; knows no table.

import { compare as compareValues } from '../../measure/exact.ts';
import type { Numbers } from '../text/numbers.ts';
import type { Place } from '../text/outline.ts';
import type { Paragraph, PlainText } from '../text/plain.ts';
import type { Desk } from './desk.ts';
import type { Dictionary } from './dictionary.ts';
import { isGlue } from './lead.ts';
import type { Mention } from './mention.ts';

/** 文字问题, offsets of the plain text. */
export interface Wrong {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** 查文字所需. */
export interface WordingTask {
  readonly plain: PlainText;
  readonly places: readonly Place[];
  readonly numbers: Numbers;
  readonly dictionary: Dictionary;
  readonly desk: Desk;
  readonly year: number | undefined;
  readonly department: string | undefined;
}

function residues({ plain, dictionary }: WordingTask): Wrong[] {
  return dictionary.residues.flatMap(({ rule, pattern, message }) =>
    [...plain.text.matchAll(new RegExp(pattern, 'gm'))].map((m) => ({
      rule,
      start: m.index,
      end: m.index + m[0].length,
      message: message.replace('…', m[0].replace(/\n/g, '')),
    })),
  );
}

/** 市级 in the text of a district: the template was written for another level. */
function levels({ plain, department }: WordingTask): Wrong[] {
  const own = levelOf(department ?? '');
  if (!own) return [];
  const others = ['中央', '省级', '市级', '区级', '县级'].filter((l) => !own.includes(l));
  const wrong = new RegExp(
    `(?:${others.join('|')})财政(?=.{0,16}拨付)|${own.includes('市级') ? '(?!)' : '市直(?:部门|单位)'}`,
    'g',
  );
  return [...plain.text.matchAll(wrong)].map((m) => ({
    rule: 'C23',
    start: m.index,
    end: m.index + m[0].length,
    message: `本部门是${own[0]}，文中写“${m[0]}”，请改为“${m[0].replace(/^../, own[0]!)}”`,
  }));
}

/** Levels whose words a department may use; undefined where its name does not tell. */
function levelOf(department: string): string[] | undefined {
  const name = department.replace(
    /自治区|开发区|高新区|新区|园区|风景区|保税区|社区|校区|林区/g,
    '',
  );
  if (/[一-龥]{2,}区(?!域)/.test(name)) return ['区级'];
  if (/[一-龥]{2,}县/.test(name)) return ['县级'];
  return undefined;
}

const DIGITS = '零一二三四五六七八九十';
function ordinalOf(text: string): { level: number; n: number } | undefined {
  const m = /^#*(?:([一二三四五六七八九十]{1,3})、|（([一二三四五六七八九十]{1,3})）)/.exec(text);
  const word = m?.[1] ?? m?.[2];
  if (!word) return undefined;
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const ten = word.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0;
  return { level: m![1] ? 1 : 2, n: ten * 10 + (ones ? DIGITS.indexOf(ones) : 0) };
}

/** (一) → (三): a heading is missing, or another mark stands in its place. */
function numbering({ plain, places }: WordingTask): Wrong[] {
  const last: (number | undefined)[] = [];
  return plain.paragraphs.flatMap((p, i): Wrong[] => {
    if (places[i]!.level === 0) last.length = 0;
    const own = p.row ? undefined : ordinalOf(p.text);
    if (!own) return [];
    const before = last[own.level];
    last[own.level] = own.n;
    last.length = own.level + 1;
    if (!places[i]!.accounts || own.n === 1 || before === undefined || own.n === before + 1)
      return [];
    const end = p.start + Math.min(p.text.length, 24);
    const mark = /^#*[^一-龥]*[一二三四五六七八九十]+[、）]?/.exec(p.text)?.[0] ?? '';
    return [
      {
        rule: 'C25',
        start: p.start,
        end,
        message: `编号不连续：“${mark}”之前是第 ${before} 项，请检查是否漏了标题或编号写错`,
      },
    ];
  });
}

const REASON_EMPTY = /(?:主要)?原因(?:是|为|：|在于)+(?=[。；，]|$)/g;
const REASONED = /原因|由于|主要是|主要系|因|系/;

function followedByList(paragraphs: readonly Paragraph[], i: number): boolean {
  const next = paragraphs[i + 1]?.text ?? '';
  return /^(?:（?\d|[一二三四五]是|①)/.test(next);
}

/** A reason announced and not given; a sentence that breaks off. */
function unfinished({ plain, places }: WordingTask): Wrong[] {
  return plain.paragraphs.flatMap((p, i): Wrong[] => {
    if (p.row || !places[i]!.accounts) return [];
    const found: Wrong[] = [];
    for (const m of p.text.matchAll(REASON_EMPTY)) {
      const ends = m.index + m[0].length === p.text.length;
      if (ends && followedByList(plain.paragraphs, i)) continue;
      const start = p.start + m.index;
      found.push({
        rule: 'C26',
        start,
        end: start + m[0].length,
        message: '“原因”后面没有内容，请补写',
      });
    }
    const open = /[，、]$/.test(p.text) && p.text.length > 12;
    if (open && !continues(plain.paragraphs, places, i)) {
      const end = p.start + p.text.length;
      found.push({
        rule: 'C26',
        start: Math.max(p.start, end - 16),
        end,
        message: '句子没有写完（以逗号结尾），请补写原因或改为句号',
      });
    }
    return found;
  });
}

/** 其中：人员经费 in a line of its own goes on with the sentence. */
function continues(paragraphs: readonly Paragraph[], places: readonly Place[], i: number): boolean {
  const next = paragraphs[i + 1];
  return (
    next !== undefined &&
    !next.row &&
    places[i + 1]!.level < 0 &&
    !/^[（\d一二三四五六七八九十]/.test(next.text)
  );
}

/** 年初预算 and 决算 differ, and nobody says why. */
function unreasoned({ plain, places, desk }: WordingTask, told: readonly Wrong[]): Wrong[] {
  return desk.mentions.flatMap((m): Wrong[] => {
    const section = m.section ?? '';
    if (m.role !== 'completion' || section !== '一般·具体' || !m.subject.key.startsWith('科目'))
      return [];
    const budget = desk.near(m, 'budget');
    const final = desk.near(m, 'amount');
    if (!budget || !final || budget.token.paragraph !== m.token.paragraph) return [];
    const [a, b] = [desk.interval(budget), desk.interval(final)];
    if (a.value === b.value || equalIntervals(a, b)) return [];
    const at = m.token.paragraph;
    const text = [plain.paragraphs[at], plain.paragraphs[at + 1]]
      .filter((p, i) => i === 0 || (p && places[at + 1]!.level < 0))
      .map((p) => p?.text ?? '')
      .join('');
    const said = told.some(
      (w) => w.start >= plain.paragraphs[at]!.start && w.end <= plain.paragraphs[at]!.end,
    );
    if (REASONED.test(text.slice(m.token.end - plain.paragraphs[at]!.start)) || said) return [];
    return [
      {
        rule: 'C26',
        start: budget.token.start,
        end: m.token.end,
        message: '决算数与预算数不同，没有写明原因，请补写',
      },
    ];
  });
}

const equalIntervals = (a: { value: unknown }, b: { value: unknown }): boolean =>
  JSON.stringify(a.value) === JSON.stringify(b.value);

/** 减少1.2万元，与上年持平. */
function contradictions({ plain, desk }: WordingTask): Wrong[] {
  return desk.mentions.flatMap((m): Wrong[] => {
    if (
      m.role !== 'change' ||
      /^0(?:\.0*)?$/.test(plain.text.slice(m.token.start, m.token.digitsEnd))
    )
      return [];
    const paragraph = plain.paragraphs[m.token.paragraph]!;
    const rest = plain.text.slice(m.token.end, paragraph.end);
    const level = /^([^。；]{0,24}?)持平/.exec(rest);
    if (!level || !isGlue(level[1]!.replace(/\d+(?:\.\d+)?%/g, ''))) return [];
    const against = /预算/.test(level[1]!) ? 'budget' : 'last';
    if (m.base !== undefined && m.base !== against) return [];
    const end = m.token.end + level[0].length;
    return [
      {
        rule: 'C27',
        start: m.token.start,
        end,
        message: `同一句里既写增减“${plain.text.slice(m.token.start, m.token.end)}”又写“持平”，自相矛盾`,
      },
    ];
  });
}

/** 决算数大于预算数 while it is smaller. */
function comparisons({ plain, desk }: WordingTask): Wrong[] {
  const pattern =
    /(?:支出)?决算数?(?:金额)?(大于|高于|超过|小于|低于|少于|等于)(?:年初|全年|调整后?)?预算数?/g;
  return plain.paragraphs.flatMap((p, i): Wrong[] =>
    [...p.text.matchAll(pattern)].flatMap((m): Wrong[] => {
      const at = p.start + m.index;
      const final = lastBefore(desk.mentions, at, i, 'amount');
      const budget = final && lastBefore(desk.mentions, at, i, 'budget', final.subject.key);
      if (!final || !budget) return [];
      const [a, b] = [desk.interval(final), desk.interval(budget)];
      const order = compareValues(a.value, b.value);
      const word = m[1]!;
      const said = /大于|高于|超过/.test(word) ? 1 : /等于/.test(word) ? 0 : -1;
      if (order === said) return [];
      const right = order > 0 ? '大于' : order < 0 ? '小于' : '等于';
      return [
        {
          rule: 'C27',
          start: at,
          end: at + m[0].length,
          message: `决算数${right}预算数，文中写“${word}”`,
        },
      ];
    }),
  );
}

function lastBefore(
  mentions: readonly Mention[],
  at: number,
  paragraph: number,
  role: Mention['role'],
  key?: string,
): Mention | undefined {
  return mentions
    .filter((m) => m.token.end <= at && m.token.paragraph === paragraph && m.role === role)
    .filter((m) => key === undefined || m.subject.key === key)
    .at(-1);
}

/** A heading of another year: last year's text was the model. */
function years({ plain, places, year }: WordingTask): Wrong[] {
  if (year === undefined) return [];
  return plain.paragraphs.flatMap((p, i): Wrong[] => {
    const { level, heading } = places[i]!;
    if (level < 0 || level > 2 || heading === 0) return [];
    const m = /(20\d\d)年度?/.exec(p.text.slice(0, heading));
    if (!m || Number(m[1]) === year || !/决算|预算|收支|情况说明/.test(p.text.slice(0, heading)))
      return [];
    return [
      {
        rule: 'C22',
        start: p.start + m.index,
        end: p.start + m.index + m[0].length,
        message: `标题写“${m[0]}”，本文是 ${year} 年度`,
      },
    ];
  });
}

/** 占76.23，: the sign is missing. */
function unsigned({ desk, plain }: WordingTask): Wrong[] {
  return desk.mentions
    .filter((m) => m.unsigned)
    .map(({ token }) => ({
      rule: 'C24',
      start: token.start,
      end: token.end,
      message: `“${plain.text.slice(token.start, token.end)}”后面缺少“%”`,
    }));
}

/** 查文字: findings in words. */
export function wordingOf(task: WordingTask): Wrong[] {
  const open = unfinished(task);
  return [
    ...residues(task),
    ...levels(task),
    ...numbering(task),
    ...open,
    ...unreasoned(task, open),
    ...contradictions(task),
    ...comparisons(task),
    ...years(task),
    ...unsigned(task),
  ];
}
