// What goes wrong in a right passage, and what it breaks by our own arithmetic. A slip that breaks nothing beyond
// rounding is none.
import type { Random } from '../department/random.ts';
import { admitted, holds, membersOf, type Relation, type Span, sum } from './arithmetic.ts';
import { type Figure, plain, rounded, spanOf } from './figures.ts';
import type { Entry, Passage, Piece } from './passage.ts';

export interface Wrong {
  readonly kind: string;
  readonly passage: Passage;
  /** The number that is wrong; none where a part is missing or too many. */
  readonly target: number | undefined;
  /** Every number whose change alone would mend all. */
  readonly candidates: readonly number[];
  /** Every number of a relation that is broken. */
  readonly torn: readonly number[];
}

type Made = { readonly passage: Passage; readonly target: number | undefined };
type Slip = (p: Passage, r: Random) => Made | undefined;

const printed = ({ pieces }: Passage): number[] =>
  pieces.flatMap((x) => ('number' in x ? [x.number] : []));
const put = (p: Passage, k: number, figure: Partial<Figure>): Made => ({
  passage: { ...p, figures: p.figures.map((f, i) => (i === k ? { ...f, ...figure } : f)) },
  target: k,
});
const where = (
  p: Passage,
  r: Random,
  test: (f: Figure, k: number) => boolean,
): number | undefined => {
  const fit = printed(p).filter((k) => test(p.figures[k]!, k));
  return fit.length > 0 ? r.pick(fit) : undefined;
};
const related = (p: Passage): Set<number> => new Set(p.relations.flatMap(membersOf));

/** A change of the digits of one number that stands in a relation. */
function ofDigits(
  change: (digits: string, r: Random) => string | undefined,
  kinds?: readonly string[],
): Slip {
  return (p, r) => {
    const bound = related(p);
    const k = where(p, r, (f, n) => bound.has(n) && (!kinds || kinds.includes(f.kind)));
    if (k === undefined) return undefined;
    const digits = change(p.figures[k]!.digits, r);
    return digits === undefined || plain(digits) === plain(p.figures[k]!.digits)
      ? undefined
      : put(p, k, { digits });
  };
}

const oneDigit = (digits: string, r: Random): string => {
  const at = r.pick([...digits].flatMap((x, i) => (/\d/.test(x) ? [i] : [])));
  const lead = at === 0 && digits.length > 1 && digits[1] !== '.';
  const now = lead
    ? ((Number(digits[at]) + r.integer(1, 8) - 1) % 9) + 1
    : (Number(digits[at]) + r.integer(1, 9)) % 10;
  return digits.slice(0, at) + now + digits.slice(at + 1);
};

const swapped = (digits: string, r: Random): string | undefined => {
  const fit = [...digits].flatMap((x, i) =>
    /\d/.test(x) &&
    /\d/.test(digits[i + 1] ?? '') &&
    x !== digits[i + 1] &&
    !(i === 0 && digits[1] === '0')
      ? [i]
      : [],
  );
  if (fit.length === 0) return undefined;
  const at = r.pick(fit);
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
};

const moved = (digits: string, r: Random): string | undefined => {
  if (!digits.includes('.')) return undefined;
  const value = plain(digits) * r.pick([10, 0.1]);
  return value.toFixed(digits.split('.')[1]!.length);
};

/** The rate somebody gets who divides by the other of the two. */
const otherBase: Slip = (p, r) => {
  const fit = p.relations.filter((x) => /占比$|增幅|完成率/.test(x.kind) && 'n' in x.left);
  if (fit.length === 0) return undefined;
  const relation = r.pick(fit);
  const k = (relation.left as { n: number }).n;
  const [a, b] = membersOf(relation).filter((n) => n !== k);
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [a, b].map((n) =>
    Math.round(Math.abs(spanOf(p.figures[n]!).lo + spanOf(p.figures[n]!).hi) * 50),
  );
  const value = /占比$/.test(relation.kind)
    ? [x, y! - x!]
    : relation.kind === '完成率'
      ? [y, x]
      : [Math.abs(x! - y!), x];
  const places = p.figures[k]!.digits.split('.')[1]?.length ?? 0;
  const [top = 0, under = 0] = value;
  if (under <= 0 || top <= 0) return undefined;
  return put(p, k, { digits: rounded(BigInt(top) * 100n, BigInt(under), places) });
};

const flipped: Slip = (p, r) => {
  const at = p.pieces.flatMap((x, i) => ('word' in x ? [i] : []));
  if (at.length === 0) return undefined;
  const i = r.pick(at);
  const piece = p.pieces[i] as Extract<Piece, { word: string }>;
  const made = put(p, piece.of, { sign: -p.figures[piece.of]!.sign as 1 | -1 });
  const pieces = p.pieces.map((x, n) =>
    n === i ? { ...piece, word: piece.other, other: piece.word } : x,
  );
  return { ...made, passage: { ...made.passage, pieces } };
};

const unitLost: Slip = (p, r) => {
  const bound = related(p);
  const k = where(p, r, (f, n) => f.kind === 'money' && bound.has(n));
  if (k === undefined) return undefined;
  const unit = { 万元: '元', 亿元: '万元', 元: '万元' }[p.figures[k]!.unit];
  return unit ? put(p, k, { unit }) : undefined;
};

const percentLost: Slip = (p, r) => {
  const bound = related(p);
  const k = where(p, r, (f, n) => f.kind === 'rate' && bound.has(n) && plain(f.digits) > 0);
  return k === undefined ? undefined : put(p, k, { unit: '' });
};

const copied: Slip = (p, r) => {
  const bound = related(p);
  const k = where(p, r, (f, n) => bound.has(n) && (f.kind === 'money' || f.kind === 'rate'));
  if (k === undefined) return undefined;
  const { kind, digits } = p.figures[k]!;
  const others = printed(p).filter(
    (n) => p.figures[n]!.kind === kind && p.figures[n]!.digits !== digits && Math.abs(n - k) < 4,
  );
  return others.length === 0
    ? undefined
    : put(p, k, { digits: p.figures[r.pick(others)]!.digits, unit: p.figures[k]!.unit });
};

/** Entries of the lists with at least three items, all but the last of each. */
function removable({ entries, pieces }: Passage): Entry[] {
  return entries.filter((e) => {
    const all = entries.filter((x) => x.relation === e.relation);
    return all.length > 2 && e !== all.at(-1) && 'text' in (pieces[e.to] ?? {});
  });
}

const termsOf = (relation: Relation): readonly { readonly n: number }[] =>
  'sum' in relation.right ? (relation.right.sum as { n: number }[]) : [];

const missing: Slip = (p, r) => {
  const fit = removable(p);
  if (fit.length === 0) return undefined;
  const { from, to, number, relation } = r.pick(fit);
  const gone = new Set(p.pieces.slice(from, to).flatMap((x) => ('number' in x ? [x.number] : [])));
  const relations = p.relations.flatMap((x, i) =>
    i === relation
      ? [{ ...x, right: sum(termsOf(x).filter((t) => t.n !== number)) }]
      : membersOf(x).some((n) => gone.has(n))
        ? []
        : [x],
  );
  const pieces = p.pieces.filter((_, i) => i < from || i > to);
  return { passage: { ...p, pieces, relations, entries: [] }, target: undefined };
};

const extra: Slip = (p, r) => {
  const fit = p.entries.filter(
    (e) =>
      p.figures[e.number]!.kind === 'money' &&
      p.entries.filter((x) => x.relation === e.relation).length > 1,
  );
  if (fit.length === 0) return undefined;
  const { from, relation, number } = r.pick(fit);
  if (p.pieces.slice(from).some((x) => 'word' in x)) return undefined;
  const like = p.figures[number]!;
  const added = p.figures.length;
  const figures = [...p.figures, { ...like, digits: oneDigit(like.digits, r) }];
  const pieces = [
    ...p.pieces.slice(0, from),
    { text: r.pick(['其他零星开支', '驼铃馆维护', '备用金']) },
    { number: added },
    { text: '，' },
    ...p.pieces.slice(from),
  ];
  const relations = p.relations.map((x, i) =>
    i === relation ? { ...x, right: sum([...termsOf(x), { n: added }]) } : x,
  );
  return { passage: { ...p, figures, pieces, relations, entries: [] }, target: undefined };
};

export const SLIPS: Readonly<Record<string, Slip>> = {
  改一位: ofDigits(oneDigit),
  两位颠倒: ofDigits(swapped),
  小数点: ofDigits(moved),
  漏一位: ofDigits((d, r) => {
    if (d.replace(/\D/g, '').length < 3) return undefined;
    const at = r.integer(0, d.length - 1);
    const left = d.slice(0, at) + d.slice(at + 1);
    return /\d/.test(d[at]!) &&
      /^[1-9]/.test(left) &&
      !/,\d{0,2}(?:\D|$)|，\d{0,2}(?:\D|$)/.test(left)
      ? left
      : undefined;
  }),
  率算错: ofDigits(
    (d, r) => (plain(d) * r.pick([0.5, 0.9, 1.1, 2, 100])).toFixed(d.split('.')[1]?.length ?? 0),
    ['rate'],
  ),
  基数错: otherBase,
  增减写反: flipped,
  单位错: unitLost,
  漏百分号: percentLost,
  抄邻数: copied,
  漏一项: missing,
  多一项: extra,
};

/** What is left when a percent sign is missing is no number of the relation any more. */
const readable = (f: Figure): boolean => f.kind !== 'rate' || f.unit !== '';

function weigh(p: Passage): { broken: boolean; candidates: number[]; torn: number[] } {
  const spans: Span[] = p.figures.map(spanOf);
  const unreadable = p.figures.flatMap((f, k) => (readable(f) ? [] : [k]));
  if (unreadable.length > 0) return { broken: true, candidates: unreadable, torn: unreadable };
  const torn = p.relations.filter((x) => !holds(x, spans));
  if (torn.length === 0) return { broken: false, candidates: [], torn: [] };
  const [first, ...others] = torn.map(membersOf);
  const common = first!.filter((k) => others.every((o) => o.includes(k)));
  return {
    broken: true,
    candidates: common.filter((k) => admitted(k, p.relations, spans) !== undefined),
    torn: [...new Set(torn.flatMap(membersOf))],
  };
}

/** The passage with one slip that breaks what its words make explicit; undefined if none took. */
export function wronged(
  passage: Passage,
  r: Random,
  kind: string = r.pick(Object.keys(SLIPS)),
): Wrong | undefined {
  for (let i = 0; i < 6; i += 1) {
    const made = SLIPS[kind]!(passage, r);
    if (!made) continue;
    const { broken, ...evidence } = weigh(made.passage);
    if (broken) return { kind, ...made, ...evidence };
  }
  return undefined;
}

/** Whether the passage is right by our own arithmetic: held for every one that is drawn. */
export const consistent = (p: Passage): boolean => !weigh(p).broken;
