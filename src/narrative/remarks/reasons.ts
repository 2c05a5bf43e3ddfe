// C43: a reason whose words go the other way than the change it explains. A hint only: money moves for many reasons.
import { type CarefulTask, type Remark, sentencesIn } from './careful.ts';

const CHANGE =
  /(增加|增长|上升|提高|大于|减少|下降|降低|小于|压缩)(?=[^，。；]{0,16}(?:万元|亿元|元|%|预算))/g;
const DOWN = /减少|下降|降低|小于|压缩/;
const REASON = /(?:主要)?原因(?:是|为|：|在于)?|主要是(?!用于)|主要系|主要由于/;

/** Words of a list in a text, each where it first stands. */
const found = (text: string, words: readonly string[]): { at: number; end: number }[] =>
  words.flatMap((w) => {
    const at = text.indexOf(w);
    return at < 0 ? [] : [{ at, end: at + w.length }];
  });

/** C43 in the sentences of the accounts. */
export function reasonsOf({ plain, places, words }: CarefulTask): Remark[] {
  return plain.paragraphs.flatMap((p, i) => {
    if (p.row || (places[i]!.section !== undefined && !places[i]!.accounts)) return [];
    return sentencesIn(plain.text, p.start, p.end).flatMap(({ start, text }): Remark[] => {
      const reason = REASON.exec(text);
      if (!reason) return [];
      const changes = [...text.slice(0, reason.index).matchAll(CHANGE)].map((m) =>
        DOWN.test(m[1]!),
      );
      const [down] = changes;
      if (down === undefined || changes.some((c) => c !== down)) return [];
      const told = text.slice(reason.index + reason[0].length);
      if (words.aside.some((w) => told.includes(w))) return [];
      if (words.carried.some((w) => text.slice(0, reason.index).includes(w))) return [];
      const [same, against] = down ? [words.less, words.more] : [words.more, words.less];
      const opposite = found(told, against);
      if (found(told, same).length > 0 || opposite.length === 0) return [];
      const from = start + reason.index + reason[0].length;
      const at = Math.min(...opposite.map((w) => w.at));
      const end = Math.max(...opposite.map((w) => w.end));
      return [
        {
          rule: 'C43',
          start: from + at,
          end: from + end,
          message: `前面说的是${down ? '减少' : '增加'}，原因里写“${told.slice(at, end)}”，请核对方向或原因`,
        },
      ];
    });
  });
}
