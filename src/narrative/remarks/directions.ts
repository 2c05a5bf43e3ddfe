// What words say of numbers: larger, smaller, level, a reason for a difference, a sign of per cent. Knows
// turns of phrase; knows no table.
import { compare, equal } from '../../measure/exact.ts';
import type { Desk } from '../names/desk.ts';
import { isGlue } from '../names/lead.ts';
import type { Mention } from '../names/mention.ts';
import type { WordingTask, Wrong } from './wrong.ts';

const REASONED = /原因|由于|主要是|主要系|因|系/;

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
    if (equal(a.value, b.value)) return [];
    const at = m.token.paragraph;
    const text = [plain.paragraphs[at], plain.paragraphs[at + 1]]
      .filter((p, i) => i === 0 || (p && places[at + 1]!.level < 0))
      .map((p) => p?.text ?? '')
      .join('');
    const said = told.some(
      (w) =>
        w.rule === 'C26' &&
        w.start >= plain.paragraphs[at]!.start &&
        w.end <= plain.paragraphs[at]!.end,
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
    // 增减依次为：增加a、减少b、持平: of another in the row.
    const row = /依次|分别/.test(
      plain.text.slice(paragraph.start, m.token.start).split('。').at(-1)!,
    );
    if (row || !level || !isGlue(level[1]!.replace(/\d+(?:\.\d+)?%/g, ''))) return [];
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

/** “三公”经费支出决算大于预算数, behind the figures of 公务接待费: its own clause names another. */
function isOfOther(before: string, { subject }: Mention, { dictionary }: Desk): boolean {
  const clause = before
    .split(/[，。；：]/)
    .at(-1)!
    .replace(/["“”]/g, '');
  const named = dictionary.indicators.filter((i) => i.names.some((n) => clause.endsWith(n)));
  return named.length > 0 && !named.some((i) => subject.indicators.includes(i));
}

/** 决算数大于预算数 while it is smaller. */
function comparisons({ plain, desk, broken }: WordingTask): Wrong[] {
  const pattern =
    /(?:支出)?决算数?(?:金额)?(大于|高于|超过|小于|低于|少于|等于)(?:年初|全年|调整后?)?预算数?/g;
  return plain.paragraphs.flatMap((p, i): Wrong[] =>
    [...p.text.matchAll(pattern)].flatMap((m): Wrong[] => {
      const at = p.start + m.index;
      const final = lastBefore(desk.mentions, at, i, 'amount');
      if (final && isOfOther(plain.text.slice(p.start, at), final, desk)) return [];
      const budget = final && lastBefore(desk.mentions, at, i, 'budget', final.subject.key);
      if (!final || budget?.sentence !== final.sentence) return [];
      if (doubted(final, budget, desk.mentions, broken)) return [];
      const [a, b] = [desk.interval(final), desk.interval(budget)];
      const order = compare(a.value, b.value);
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

/** A number of the comparison, or their rate, is wrong already. */
function doubted(
  final: Mention,
  budget: Mention,
  mentions: readonly Mention[],
  broken: ReadonlySet<Mention>,
): boolean {
  const rate = mentions.find(
    (m) =>
      m.role === 'completion' &&
      m.subject.key === final.subject.key &&
      m.token.paragraph === final.token.paragraph,
  );
  return [final, budget, rate].some((m) => m && broken.has(m));
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

/** 数字的说法: findings between words and numbers. `told` are breaks already found. */
export const directionsOf = (task: WordingTask, told: readonly Wrong[]): Wrong[] => [
  ...unreasoned(task, told),
  ...contradictions(task),
  ...comparisons(task),
  ...unsigned(task),
];
