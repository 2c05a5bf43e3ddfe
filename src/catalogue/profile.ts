// 公开要求: which tables are expected in a year, in the whole country. Data; each cites where it is from.
import type { Declaration } from '../assertions/declaration.ts';

/** 公开部分: the parts of the published booklet. */
export type BookletPart = '概况' | '决算表' | '情况说明' | '名词解释';

/** 地方规程: tables expected and their order, in a place and over some years. */
export interface Profile extends Declaration {
  /** Forms in the order in which the place publishes them. */
  readonly tables: readonly string[];
  /** Extra tables of the place, by title. */
  readonly extras?: readonly string[];
  /** What some of its cities and counties publish as well: never missed. */
  readonly also?: readonly string[];
  /** All tables as they are printed, forms and extra tables; else the extra ones stand last. */
  readonly order?: readonly string[];
  /** Which form is called what there, when not by its usual title. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Parts of the booklet in their order, where it is not the usual one. */
  readonly parts?: readonly BookletPart[];
}

/** Head of every profile. */
export const note = { severity: 'note' } as const;
/** 表1–表9 in the order of their numbers. */
export const NINE = ['表1', '表2', '表3', '表4', '表5', '表6', '表7', '表8', '表9'];
/** “三公” last, as since 2022. */
export const THREE_LAST = ['表1', '表2', '表3', '表4', '表5', '表6', '表8', '表9', '表7'];

export const PROFILES: readonly Profile[] = [
  {
    id: '全国',
    title: '全国通用（八张表）',
    basis: '2019 年度及以前部门决算公开样表',
    since: 2015,
    until: 2019,
    ...note,
    tables: NINE.slice(0, 8),
  },
  {
    id: '全国',
    title: '全国通用（九张表，“三公”第七）',
    basis: '2020、2021 年度部门决算公开样表',
    since: 2020,
    until: 2021,
    ...note,
    tables: NINE,
  },
  {
    id: '全国',
    title: '全国通用（九张表，“三公”第九）',
    basis: '2022 年度起部门决算公开样表',
    since: 2022,
    ...note,
    tables: THREE_LAST,
  },
];
