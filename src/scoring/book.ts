// 现行计分办法: which rule is in force for what, from a preset and from what a table prints itself. Knows
// declarations; reads no cell.
import type { Family } from '../facts/evaluation.ts';
import { compare, decimalsOf, type Exact } from '../measure/exact.ts';
import { numberIn } from './names.ts';
import type {
  Band,
  Grade,
  Parameters,
  Preset,
  Scale,
  Scored,
  Scoring,
  ScoringRule,
} from './rule.ts';
import { type TargetVocabulary, targetVocabulary } from './target/words.ts';

/** 现行计分办法: a preset, overlaid by what the table itself prints. */
export interface Rulebook {
  readonly preset: Preset;
  readonly rules: ReadonlyMap<Scored, ScoringRule>;
  /** Rules that a row may name in its own method text. */
  readonly byRow: readonly ScoringRule[];
  readonly parameters: Parameters;
  readonly bands: readonly Band[];
  readonly scales: readonly Scale[];
  /** 酌情幅度. */
  readonly leniency: string;
  /** The words that targets and actuals are read by. */
  readonly words: TargetVocabulary;
  /** What the table prints itself; a break of it is an error, of a mere preset a query. */
  readonly printed: ReadonlySet<Scored>;
  /** Of the table: a date without a year is in it. */
  readonly year?: number;
}

/** 表内办法: what a table's own notes and headings say about scoring. */
export interface PrintedRules {
  readonly rules: readonly string[];
  readonly parameters: Parameters;
  /** Lower end of the middle band. */
  readonly middle?: string;
  readonly grades?: readonly Grade[];
  readonly says: ReadonlySet<Scored>;
}
/** A table that says nothing about scoring. */
export const NOTHING_PRINTED: PrintedRules = { rules: [], parameters: {}, says: new Set() };

/** 预设选择: by year, place (from 省 to 区) and form, unless the user chose one by its id. */
export interface PresetChoice {
  readonly year?: number | undefined;
  readonly region: readonly string[];
  readonly family?: Family;
  /** Chosen by the user. */
  readonly id?: string | undefined;
}

const inYear = (p: Preset, year: number | undefined): boolean =>
  year === undefined || (p.since <= year && year <= (p.until ?? year));

function depth(preset: Preset, region: readonly string[]): number {
  const path = preset.region?.split('/') ?? [];
  return path.length > 0 && path.every((step, i) => region[i] === step) ? path.length : 0;
}

/** 自定预设: holds in its place, or everywhere where it names none. */
const ownFor = (preset: Preset, region: readonly string[]): boolean =>
  preset.own === true && (preset.region === undefined || depth(preset, region) > 0);

/** 预设: chosen, else the user's own, the place's, the one whose form the table has, else 全国. */
export function presetFor(scoring: Scoring, choice: PresetChoice): Preset {
  const timely = scoring.presets.filter((p) => inYear(p, choice.year));
  const presets = timely.length > 0 ? timely : scoring.presets;
  const chosen = presets.find((p) => p.id === choice.id);
  if (chosen) return chosen;
  const own = [...presets]
    .sort((a, b) => depth(b, choice.region) - depth(a, choice.region))
    .find((p) => ownFor(p, choice.region));
  if (own) return own;
  const local = presets
    .filter((p) => depth(p, choice.region) > 0)
    .sort((a, b) => depth(b, choice.region) - depth(a, choice.region))[0];
  const formed = presets.find((p) => choice.family && p.families.includes(choice.family));
  return local ?? formed ?? presets.find((p) => p.id === '全国') ?? presets[0]!;
}

const bandsWith = (bands: readonly Band[], middle: string | undefined): readonly Band[] =>
  middle === undefined
    ? bands
    : bands.map((b, i) => ({
        ...b,
        ...(i === 0 && { high: middle }),
        ...(i === 1 && { low: middle }),
      }));

/** What rules are reckoned with: the table's own numbers, else the preset's, else the rule's. */
function parametersOf(
  rules: Iterable<ScoringRule>,
  preset: Preset,
  printed: PrintedRules,
): Parameters {
  const usual = Object.assign({}, ...[...rules].map((r) => r.parameters));
  return { ...usual, ...preset.parameters, ...printed.parameters };
}

/** The rules in force: the first of the table's own for each object, else of the preset. */
export function bookOf(
  scoring: Scoring,
  preset: Preset,
  printed: PrintedRules = NOTHING_PRINTED,
): Rulebook {
  const known = new Map(scoring.rules.map((r) => [r.id, r]));
  const rules = new Map<Scored, ScoringRule>();
  for (const id of [...printed.rules, ...preset.rules]) {
    const rule = known.get(id);
    if (!rule || rules.has(rule.for)) continue;
    const says = preset.says?.[id];
    rules.set(rule.for, says ? { ...rule, says } : rule);
  }
  const bands = preset.bands ?? rules.get('定性')?.bands ?? [];
  return {
    preset: printed.grades ? { ...preset, grades: printed.grades } : preset,
    rules,
    byRow: scoring.rules.filter((r) => r.printed),
    parameters: parametersOf(rules.values(), preset, printed),
    bands: bandsWith(bands, bands.length === 3 ? printed.middle : undefined),
    scales: scoring.scales,
    leniency: scoring.leniency,
    words: targetVocabulary(scoring.targets),
    printed: printed.says,
  };
}

/** 预设的称呼: 全国预设（待确认）. */
export const presetName = ({ id, unconfirmed }: Preset): string =>
  `${id}预设${unconfirmed ? '（待确认）' : ''}`;

/** 等级 of a score in 分; undefined below the lowest, and in whole-number style for 89.5, which has no place. */
export function gradeOf(
  score: Exact,
  preset: Pick<Preset, 'grades' | 'boundStyle'>,
): string | undefined {
  if (preset.boundStyle === '整数' && decimalsOf(score) > 0) return undefined;
  return preset.grades.find((g) => compare(score, numberIn(g.from)) >= 0)?.name;
}

/** Every quantitative indicator all or nothing: 达到得满分，否则不得分. */
export function allOrNothing(scoring: Scoring, book: Rulebook): Rulebook {
  const rule = scoring.rules.find((r) => r.for === '是否');
  if (!rule) return book;
  const rules = new Map(book.rules);
  for (const kind of ['正向', '反向', '等于', '区间', '零目标'] as const) rules.set(kind, rule);
  return { ...book, rules };
}
