// Fields of declarations that people may write themselves: one table from which the lint of a file and
// the JSON schema both come.

/** 字段: what one field of a declaration holds, and what it is for. */
export interface Field {
  readonly kind:
    | 'text'
    | 'year'
    | 'texts'
    | 'flag'
    | 'severity'
    | 'region'
    | 'titles'
    | 'noted'
    | 'numbers'
    | 'grades'
    | 'bands'
    | 'style'
    | 'rounding';
  readonly about: string;
}
/** 规程各栏 by their keys in the file. */
export type Fields = Readonly<Record<string, Field>>;

const HEAD: Fields = {
  id: { kind: 'text', about: '编号；与规程里已有的相同时，以这一条为准' },
  title: { kind: 'text', about: '标题，例如 本年收入合计应等于各项收入之和' },
  basis: { kind: 'text', about: '依据' },
  since: { kind: 'year', about: '从哪一年度起' },
  until: { kind: 'year', about: '到哪一年度止' },
  region: { kind: 'region', about: '只在这一地区适用，例如 湖北、湖北/武汉' },
};

/** 各栏 of a relation between amounts. */
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

/** 各栏 of what a place asks to be disclosed. */
export const PROFILE_FIELDS: Fields = {
  ...HEAD,
  tables: { kind: 'texts', about: '应公开的表，按公开的次序，写 表1 … 表9 或表名' },
  extras: { kind: 'texts', about: '当地另外公开的表，写表名' },
  titles: { kind: 'titles', about: '当地表名与通常不同的：{ "表7": "…" }' },
};

/** 各栏 of a way of scoring. */
export const PRESET_FIELDS: Fields = {
  ...HEAD,
  id: { kind: 'text', about: '预设的名称，例如 我市' },
  like: { kind: 'text', about: '以哪个预设为底，例如 全国、武汉、通用；不写为 自定' },
  confirmed: { kind: 'flag', about: 'true：已与当地文件核对，不再标“待确认”' },
  rules: {
    kind: 'texts',
    about: '选用的计分办法编号，放在底子之前，例如 ["SQ20"]；gouji rules 列出全部',
  },
  without: { kind: 'texts', about: '底子里不用的计分办法编号' },
  parameters: { kind: 'numbers', about: '参数：{ "执行分值": "10", "超额门槛": "130%" }' },
  says: { kind: 'titles', about: '某一办法的算式，按编号：{ "SX3": "得分 = …" }' },
  grades: { kind: 'grades', about: '等级，从高到低：[{ "from": "90", "name": "优" }, …]' },
  bands: {
    kind: 'bands',
    about:
      '定性档次，从低到高：[{ "level": "未达成", "low": "0%", "high": "60%", "words": ["未完成"] }, …]',
  },
  boundStyle: { kind: 'style', about: '等级界限：连续，或只有整数分' },
  rounding: { kind: 'rounding', about: '得分取位：{ "decimals": 2, "way": "四舍五入" 或 "截去" }' },
};

/** An object of texts, all of them wanted. */
const shape = (...names: readonly string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((n) => [n, { type: 'string' }])),
  required: names,
});

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
  numbers: {
    type: 'object',
    additionalProperties: { type: ['string', 'number'], pattern: '^-?\\d+(\\.\\d+)?%?$' },
  },
  grades: { type: 'array', items: shape('from', 'name') },
  bands: {
    type: 'array',
    items: {
      ...shape('level', 'low', 'high'),
      properties: {
        ...shape('level', 'low', 'high').properties,
        words: { type: 'array', items: { type: 'string' } },
      },
    },
  },
  style: { enum: ['连续', '整数'] },
  rounding: {
    type: 'object',
    properties: {
      decimals: { type: 'integer', minimum: 0, maximum: 4 },
      way: { enum: ['四舍五入', '截去'] },
    },
    required: ['decimals', 'way'],
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
      presets: { type: 'array', items: objectOf(PRESET_FIELDS, ['id']) },
    },
    additionalProperties: false,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAmount = (value: unknown): boolean =>
  typeof value === 'number' || (isText(value) && /^-?\d+(?:\.\d+)?%?$/.test(value));
const isEach = (
  value: unknown,
  fits: (entry: Record<string, unknown>) => boolean,
): value is readonly unknown[] =>
  Array.isArray(value) && value.every((v) => isRecord(v) && fits(v));

const FITS: Readonly<Record<Field['kind'], (value: unknown) => boolean>> = {
  text: isText,
  region: isText,
  year: (value) => Number.isInteger(value) && Number(value) >= 2000 && Number(value) <= 2099,
  texts: isTexts,
  flag: (value) => typeof value === 'boolean',
  severity: (value) => ['error', 'warning', 'note'].includes(String(value)),
  titles: (value) => isRecord(value) && Object.values(value).every(isText),
  noted: (value) => isRecord(value) && isTexts(value.words) && isText(value.says),
  numbers: (value) => isRecord(value) && Object.values(value).every(isAmount),
  grades: (value) =>
    isEach(value, (g) => isText(g.name) && isText(g.from) && isAmount(g.from)) && value.length > 1,
  bands: (value) =>
    isEach(
      value,
      (b) =>
        isText(b.level) && isAmount(b.low) && isAmount(b.high) && (!b.words || isTexts(b.words)),
    ) && value.length > 1,
  style: (value) => value === '连续' || value === '整数',
  rounding: (value) =>
    isRecord(value) &&
    Number.isInteger(value.decimals) &&
    (value.way === '四舍五入' || value.way === '截去'),
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
  numbers: '{ "执行分值": "10" } 这样的写法，值写数或百分数',
  grades: '[{ "from": "90", "name": "优" }, …] 这样的写法，从高到低',
  bands:
    '[{ "level": "达成", "low": "80%", "high": "100%", "words": ["…"] }, …] 这样的写法，从低到高',
  style: '连续 或 整数',
  rounding: '{ "decimals": 2, "way": "四舍五入" } 这样的写法',
};

/** Problems with the fields of one object: unknown names and values of the wrong kind. */
export function fieldProblems(value: Record<string, unknown>, fields: Fields): string[] {
  return Object.entries(value).flatMap(([name, own]) => {
    const field = fields[name];
    if (!field) return [`不认识字段“${name}”，可以写的有 ${Object.keys(fields).join('、')}`];
    return FITS[field.kind](own) ? [] : [`字段“${name}”应是${WANTED[field.kind]}`];
  });
}
