// 自定计分预设: a preset of the user's file on top of one of the catalogue. What is wrong comes back as
// sentences. Knows presets and their rules; reads no file and no table.
import { references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printPath } from '../formula/print.ts';
import type { Band, Parameters, Preset, Scoring, ScoringRule } from '../scoring/rule.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Written {
  readonly id?: string;
  readonly like?: string;
  readonly confirmed?: boolean;
  readonly rules?: readonly string[];
  readonly without?: readonly string[];
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly says?: Readonly<Record<string, string>>;
  readonly bands?: readonly (Omit<Band, 'words'> & { readonly words?: readonly string[] })[];
}

/** Names in a rule's formula; none where it cannot be read. */
function namesIn(says: string): string[] {
  const parsed = parseRule(says);
  if (!parsed.ok) return [];
  return parsed.value.relations
    .flatMap((r) => [...references(r.left), ...references(r.right)])
    .map((r) => (r.kind === 'path' ? printPath(r) : ''));
}

/** Names that a table gives by itself: those of the catalogue that are no parameter of anything. */
function givenNames({ rules, presets }: Scoring): ReadonlySet<string> {
  const open = new Set([
    ...rules.flatMap((r) => [...Object.keys(r.parameters ?? {}), ...(r.open ?? [])]),
    ...presets.flatMap((p) => Object.keys(p.parameters)),
  ]);
  const own = ['逾期天数', '档数', '执行数', '预算数', '下限', '上限'];
  return new Set([...own, ...rules.flatMap((r) => namesIn(r.says)).filter((n) => !open.has(n))]);
}

function formulaProblem(id: string, says: string): string[] {
  const parsed = parseRule(says);
  return parsed.ok ? [] : [`办法 ${id} 的算式读不懂：${parsed.problem.message}`];
}

/** Parameters that the rules picked ask for and nobody gives. */
function missing(preset: Preset, scoring: Scoring): string[] {
  const given = givenNames(scoring);
  const known = new Map(scoring.rules.map((r) => [r.id, r]));
  return [...new Set(preset.rules)].flatMap((id) => {
    const rule = known.get(id);
    if (!rule) return [];
    const says = preset.says?.[id] ?? rule.says;
    const has = { ...rule.parameters, ...preset.parameters };
    const lacks = [...new Set(namesIn(says))].filter((n) => !given.has(n) && !(n in has));
    return lacks.map((n) => `办法 ${id} 要用“${n}”，请在 parameters 里写明`);
  });
}

const asText = (parameters: Written['parameters'] = {}): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));

/**
 * 自定计分预设 from its fields, and what is wrong with it, as sentences; only without problems is it to be used.
 */
export function ownPreset(
  fields: Fields,
  scoring: Scoring,
): { readonly preset: Preset; readonly problems: readonly string[] } {
  const {
    like = '自定',
    confirmed,
    rules = [],
    without = [],
    parameters,
    says,
    bands,
    ...head
  } = fields as Written & Fields;
  const base = scoring.presets.find((p) => p.id === like);
  const known = (id: string): ScoringRule | undefined => scoring.rules.find((r) => r.id === id);
  const below = base ?? scoring.presets[0]!;
  const { region: _region, until: _until, ...usual } = below;
  const preset = {
    ...usual,
    title: `${head.id ?? ''}（自定）`,
    basis: '自定规程',
    since: 2015,
    families: [],
    ...head,
    own: true,
    unconfirmed: confirmed !== true,
    rules: [...rules, ...below.rules].filter((id) => !without.includes(id)),
    parameters: { ...below.parameters, ...asText(parameters) },
    ...(says && { says: { ...below.says, ...says } }),
    ...(bands && { bands: bands.map((b) => ({ ...b, words: b.words ?? [] })) }),
  } as Preset;
  const problems = [
    ...(head.id ? [] : ['没有写名称 id']),
    ...(base
      ? []
      : [`没有“${like}”这个预设，可以写 ${scoring.presets.map((p) => p.id).join('、')}`]),
    ...[...rules, ...without, ...Object.keys(says ?? {})].flatMap((id) =>
      known(id) ? [] : [`没有编号为“${id}”的计分办法，gouji rules 列出全部`],
    ),
    ...Object.entries(says ?? {}).flatMap(([id, text]) => formulaProblem(id, text)),
  ];
  return { preset, problems: problems.length > 0 ? problems : missing(preset, scoring) };
}
