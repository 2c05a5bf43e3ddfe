// Fields of declarations that people may write themselves: one table from which the lint of a file and
// the JSON schema both come.

/** 字段: what one field of a declaration holds, and what it is for. */
export interface Field {
  readonly kind: 'text' | 'year' | 'texts' | 'flag' | 'severity' | 'region' | 'titles' | 'noted';
  readonly about: string;
}
/** 规程各栏. */
export type Fields = Readonly<Record<string, Field>>;

const HEAD: Fields = {
  id: { kind: 'text', about: '编号；与规程里已有的相同时，以这一条为准' },
  title: { kind: 'text', about: '标题，例如 本年收入合计应等于各项收入之和' },
  basis: { kind: 'text', about: '依据' },
  since: { kind: 'year', about: '从哪一年度起' },
  until: { kind: 'year', about: '到哪一年度止' },
  region: { kind: 'region', about: '只在这一地区适用，例如 湖北、湖北/武汉' },
};

export const IDENTITY_FIELDS: Fields = {
  ...HEAD,
  severity: { kind: 'severity', about: 'error 强制、warning 核实、note 提示' },
  says: { kind: 'text', about: '算式，写法同表下附注，例如 表1: 收入·本年收入合计 = Σ收入来源' },
  each: {
    kind: 'texts',
    about: '逐项核对的口径：行、栏、类、款、项、科目、资金、支出类型、预决算 …',
  },
  when: { kind: 'text', about: '这些算式都成立时才核对' },
  partWhen: { kind: 'titles', about: '某一个算式的条件，按序号：{ "2": "…" }' },
  exact: { kind: 'flag', about: '不允许尾差' },
  noted: { kind: 'noted', about: '附注里有这些字样时改用另一算式：{ "words": […], "says": "…" }' },
  reasons: { kind: 'texts', about: '附注里有这些字样，不符算已说明' },
  off: { kind: 'flag', about: '不核对这一条' },
};

export const PROFILE_FIELDS: Fields = {
  ...HEAD,
  tables: { kind: 'texts', about: '应公开的表，按公开的次序，写 表1 … 表9 或表名' },
  extras: { kind: 'texts', about: '当地另外公开的表，写表名' },
  titles: { kind: 'titles', about: '当地表名与通常不同的：{ "表7": "…" }' },
};

const SCHEMAS: Readonly<Record<Field['kind'], object>> = {
  text: { type: 'string', minLength: 1 },
  year: { type: 'integer', minimum: 2000, maximum: 2099 },
  texts: { type: 'array', items: { type: 'string', minLength: 1 } },
  flag: { type: 'boolean' },
  severity: { enum: ['error', 'warning', 'note'] },
  region: { type: 'string', minLength: 1 },
  titles: { type: 'object', additionalProperties: { type: 'string' } },
  noted: {
    type: 'object',
    properties: { words: { type: 'array', items: { type: 'string' } }, says: { type: 'string' } },
    required: ['words', 'says'],
  },
};

const objectOf = (fields: Fields, required: readonly string[]): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, { kind, about }]) => [
      name,
      { ...SCHEMAS[kind], description: about },
    ]),
  ),
  required,
  additionalProperties: false,
});

/** 自定规程的 JSON schema, made from the fields. */
export function ruleSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '勾稽自定规程',
    type: 'object',
    properties: {
      identities: { type: 'array', items: objectOf(IDENTITY_FIELDS, ['id']) },
      profiles: { type: 'array', items: objectOf(PROFILE_FIELDS, ['tables']) },
    },
    additionalProperties: false,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const FITS: Readonly<Record<Field['kind'], (value: unknown) => boolean>> = {
  text: isText,
  region: isText,
  year: (value) => Number.isInteger(value) && Number(value) >= 2000 && Number(value) <= 2099,
  texts: isTexts,
  flag: (value) => typeof value === 'boolean',
  severity: (value) => ['error', 'warning', 'note'].includes(String(value)),
  titles: (value) => isRecord(value) && Object.values(value).every(isText),
  noted: (value) => isRecord(value) && isTexts(value.words) && isText(value.says),
};
const WANTED: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  region: '地区名',
  year: '四位年度，例如 2021',
  texts: '一列文字，例如 ["行", "栏"]',
  flag: 'true 或 false',
  severity: 'error、warning 或 note',
  titles: '{ "表7": "表名" } 这样的写法',
  noted: '{ "words": ["…"], "says": "…" } 这样的写法',
};

/** Problems with the fields of one object: unknown names and values of the wrong kind. */
export function fieldProblems(value: Record<string, unknown>, fields: Fields): string[] {
  return Object.entries(value).flatMap(([name, own]) => {
    const field = fields[name];
    if (!field) return [`不认识字段“${name}”，可以写的有 ${Object.keys(fields).join('、')}`];
    return FITS[field.kind](own) ? [] : [`字段“${name}”应是${WANTED[field.kind]}`];
  });
}
