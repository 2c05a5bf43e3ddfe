// 自定规程: a user's own rules, read from JSON and put before the catalogue's. What is wrong in the
// file comes back as sentences; half of a file is never used.
import type { Catalogue } from '../catalogue/index.ts';
import type { Profile } from '../catalogue/profile.ts';
import type { Identity } from '../identities/identity.ts';
import type { RemarkHead } from '../identities/remarks.ts';
import type { Preset } from '../scoring/rule.ts';
import { caret, lint } from './lint.ts';
import { ownPreset } from './own-presets.ts';
import {
  type Fields,
  fieldProblems,
  IDENTITY_FIELDS,
  PRESET_FIELDS,
  PROFILE_FIELDS,
} from './rule-fields.ts';

/** 自定规程读取结果: the catalogue with the user's rules in it, or what is wrong with them. */
export type OwnRules =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly count: number }
  | { readonly ok: false; readonly problems: readonly string[] };

type Entry = Readonly<Record<string, unknown>>;
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where JSON could not be read, as people count. */
function jsonProblem(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return '没有写完，请检查最后的括号、引号和逗号。';
  const before = text.slice(0, Number(position)).split('\n');
  const column = before.at(-1)!.length + 1;
  const line = text.split('\n')[before.length - 1] ?? '';
  const at = { field: '', text: line, at: column - 1, message: '' };
  return `第 ${before.length} 行第 ${column} 个字符处读不下去，请检查这里前后的括号、引号和逗号。\n${caret(at)}`;
}

interface Sections {
  readonly identities: readonly unknown[];
  readonly profiles: readonly unknown[];
  readonly presets: readonly unknown[];
}

/** A list of rules, one rule alone, or sections by name. */
function sectionsOf(value: unknown): Sections | string {
  if (Array.isArray(value)) return { identities: value, profiles: [], presets: [] };
  if (!isEntry(value))
    return '应是一列规程，或 { "identities": […], "profiles": […], "presets": […] }。';
  if ('says' in value) return { identities: [value], profiles: [], presets: [] };
  const { identities = [], rules = [], profiles = [], presets = [], ...others } = value;
  const strange = Object.keys(others)[0];
  if (strange !== undefined && !strange.startsWith('$'))
    return `不认识“${strange}”，可以写 identities、profiles 和 presets。`;
  if (![identities, rules, profiles, presets].every(Array.isArray))
    return 'identities、profiles 和 presets 都应是一列：[ … ]。';
  return {
    identities: [...(identities as unknown[]), ...(rules as unknown[])],
    profiles: profiles as unknown[],
    presets: presets as unknown[],
  };
}

interface Reader {
  readonly base: Catalogue;
  readonly problems: string[];
}

/** Fields checked, and the region put as a path; undefined when something is wrong. */
function entryOf(reader: Reader, value: unknown, fields: Fields, where: string): Entry | undefined {
  const say = (sentence: string) => reader.problems.push(`${where}：${sentence}。`);
  if (!isEntry(value)) {
    say('应是 { … }');
    return undefined;
  }
  const wrong = fieldProblems(value, fields);
  for (const sentence of wrong) say(sentence);
  if (wrong.length > 0) return undefined;
  const { region, ...rest } = value;
  if (region === undefined) return rest;
  const known = reader.base.regionNamed(String(region).replaceAll('/', ''));
  if (!known) say(`不认识地区“${String(region)}”`);
  return known && { ...rest, ...(known.path.length > 0 && { region: known.path.join('/') }) };
}

const DEFAULTS = { basis: '自定规程', since: 2015, severity: 'error', own: true } as const;

/** The n-th rule, on top of the catalogue's of the same id where there is one. */
function ruleOf(reader: Reader, value: unknown, n: number): Identity | RemarkHead | undefined {
  const id = isEntry(value) && typeof value.id === 'string' ? value.id : undefined;
  const where = `第 ${n} 条${id ? `（${id}）` : ''}`;
  const entry = entryOf(reader, value, IDENTITY_FIELDS, where);
  if (!entry) return undefined;
  const { identities, remarks } = reader.base;
  const known = [...identities, ...remarks].filter((r) => r.id === id).at(-1);
  const fresh = { title: entry.says, ...DEFAULTS };
  if (!id) reader.problems.push(`${where}：没有写编号 id。`);
  const remark = remarks.find((r) => r.id === id);
  if (remark) {
    const { says: about = remark.about, ...rest } = entry;
    return { ...known, ...rest, about, own: true } as RemarkHead;
  }
  const rule = { ...(known ?? fresh), ...entry, own: true } as unknown as Identity;
  if (!rule.says) reader.problems.push(`${where}：没有写算式 says。`);
  if (!id || !rule.says) return undefined;
  for (const problem of lint(rule, reader.base.forms))
    reader.problems.push(`${where}的 ${problem.field}：${problem.message}。\n${caret(problem)}`);
  return rule;
}

function profileOf(reader: Reader, value: unknown, n: number): Profile | undefined {
  const where = `profiles 第 ${n} 条`;
  const entry = entryOf(reader, value, PROFILE_FIELDS, where);
  if (!entry) return undefined;
  const { forms } = reader.base.forms;
  const idOf = (name: string) =>
    forms.find((f) => f.id === name || f.title === name || f.aliases.includes(name))?.id;
  const tables = ((entry.tables as string[] | undefined) ?? []).map((name) => {
    const id = idOf(name);
    if (!id) reader.problems.push(`${where}：不认识“${name}”这张表，请写 表1 … 表9 或表名。`);
    return id ?? name;
  });
  if (tables.length === 0) reader.problems.push(`${where}：没有写应公开的表 tables。`);
  const head = { id: '全国', title: '自定的地方规程', ...DEFAULTS, severity: 'note' };
  return { ...head, ...entry, tables } as Profile;
}

/** The n-th preset for scoring, on top of one of the catalogue. */
function presetOf(reader: Reader, value: unknown, n: number): Preset | undefined {
  const id = isEntry(value) && typeof value.id === 'string' ? value.id : undefined;
  const where = `presets 第 ${n} 条${id ? `（${id}）` : ''}`;
  const entry = entryOf(reader, value, PRESET_FIELDS, where);
  if (!entry) return undefined;
  const { preset, problems } = ownPreset(entry, reader.base.scoring);
  for (const problem of problems) reader.problems.push(`${where}：${problem}。`);
  return preset;
}

/** Two own rules that would be law at once. */
function clashes(rules: readonly (Identity | RemarkHead)[]): string[] {
  const seen = new Set<string>();
  return rules.flatMap((r) => {
    const key = `${r.id}|${r.region ?? ''}|${r.since}|${r.until ?? ''}`;
    if (seen.has(key)) return [`编号 ${r.id} 在同一年度、同一地区写了两条。`];
    seen.add(key);
    return [];
  });
}

/**
 * 读自定规程: the catalogue with the rules of a JSON text in it, or every problem found in them, as sentences; the
 * catalogue given is left as it is.
 */
export function readOwnRules(text: string, base: Catalogue): OwnRules {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, problems: [jsonProblem(text, error)] };
  }
  const sections = sectionsOf(value);
  if (typeof sections === 'string') return { ok: false, problems: [sections] };
  const reader: Reader = { base, problems: [] };
  const rules = sections.identities.flatMap((v, i) => ruleOf(reader, v, i + 1) ?? []);
  const profiles = sections.profiles.flatMap((v, i) => profileOf(reader, v, i + 1) ?? []);
  const presets = sections.presets.flatMap((v, i) => presetOf(reader, v, i + 1) ?? []);
  reader.problems.push(...clashes(rules));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const isRemark = (rule: Identity | RemarkHead): rule is RemarkHead => 'about' in rule;
  const isIdentity = (rule: Identity | RemarkHead): rule is Identity => !isRemark(rule);
  return {
    ok: true,
    count: rules.length + profiles.length + presets.length,
    catalogue: {
      ...base,
      identities: [...base.identities, ...rules.filter(isIdentity)],
      remarks: [...base.remarks, ...rules.filter(isRemark)],
      profiles: [...base.profiles, ...profiles],
      scoring: { ...base.scoring, presets: [...presets, ...base.scoring.presets] },
    },
  };
}
