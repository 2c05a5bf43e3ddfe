// What is wrong in words: leftovers of the template, sentences without an end or a reason, numbering, level
// words, years, contradictions of direction. Knows patterns and structure; knows no table.

import { matchesWhere, unlessAfter } from '../../measure/before.ts';
import type { OutlinePlace } from '../text/outline.ts';
import type { Paragraph } from '../text/plain.ts';
import type { WordingTask, Wrong } from './wrong.ts';

/** 模板残留: words and gaps of the template that nobody filled. */
export function residues({ plain, dictionary }: WordingTask): Wrong[] {
  return dictionary.residues.flatMap(({ rule, pattern, message, notAfter: signs = '(?!)' }) =>
    [...matchesWhere(plain.text, new RegExp(pattern, 'gm'), unlessAfter(new RegExp(signs)))].map(
      (m) => ({
        rule,
        start: m.index,
        end: m.index + m[0].length,
        message: message.replace('…', m[0].replace(/\n/g, '')),
      }),
    ),
  );
}

/** 市级 in the text of a district: the template was written for another level. */
export function levels({ plain, whose }: WordingTask): Wrong[] {
  const own = levelOf(whose.department ?? '');
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
    message: `本部门是${own[0]}，文中写“${m[0]}”，请改为“${own[0]![0]}${m[0].slice(1)}”`,
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
export function numbering({ plain, places }: WordingTask): Wrong[] {
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

function followedByList(paragraphs: readonly Paragraph[], i: number): boolean {
  const next = paragraphs[i + 1]?.text ?? '';
  return /^(?:（?\d|[一二三四五]是|①)/.test(next);
}

/** A reason announced and not given; a sentence that breaks off. */
export function unfinished({ plain, places }: WordingTask): Wrong[] {
  return plain.paragraphs.flatMap((p, i): Wrong[] => {
    if (p.row || !places[i]!.accounts) return [];
    const found: Wrong[] = [];
    for (const m of p.text.matchAll(REASON_EMPTY)) {
      const ends = m.index + m[0].length === p.text.length;
      if (ends && (followedByList(plain.paragraphs, i) || continues(plain.paragraphs, places, i)))
        continue;
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
function continues(
  paragraphs: readonly Paragraph[],
  places: readonly OutlinePlace[],
  i: number,
): boolean {
  const next = paragraphs[i + 1];
  return (
    next !== undefined &&
    !next.row &&
    places[i + 1]!.level < 0 &&
    !/^[（\d一二三四五六七八九十]/.test(next.text)
  );
}

/** A heading of another year: last year's text was the model. */
export function years({ plain, places, whose }: WordingTask): Wrong[] {
  const { year } = whose;
  // Of a text of another year that is said once.
  if (year === undefined || whose.wrong.some((w) => w.rule === 'C22')) return [];
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
