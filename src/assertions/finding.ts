// What a comparison comes to. Knows verdicts and places; knows no table and no host.
import type { Relational } from '../formula/tree.ts';
import type { Cause } from './cause.ts';
import type { Severity } from './declaration.ts';

/** 核对结论: 相符 · 尾差 · 不符 · 无法核对. */
export type Verdict = 'exact' | 'rounding' | 'broken' | 'unknown';
/** 核对结论 as people read them. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  exact: '相符',
  rounding: '尾差',
  broken: '不符',
  unknown: '无法核对',
};
/** 严重程度 as people read them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '强制',
  warning: '核实',
  note: '提示',
};

/** 涉及单元格: a cell of a finding (A1), its value as digits in its own unit, and its part in the rule. */
export interface FindingCell {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
  readonly role: 'stated' | 'part' | 'copy';
  /** What the cell is called: 表名 and 项目, for people. */
  readonly label: string;
  /** + or − in the sum; absent for the stated cell. */
  readonly sign?: 1 | -1;
  /** In last year's workbook, or in a unit's file. */
  readonly period?: '上年';
  readonly file?: string;
}

/** 核对结果: with an assertion both values, gap and bound, as digits in `unit`; without one a remark. */
export interface Finding {
  readonly rule: string;
  /** The n-th relation of the rule, from 1; absent when it has only one. */
  readonly part?: number;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** What it is about, as a stable code; nothing is ever decided by the words. */
  readonly cause: Cause;
  readonly title: string;
  readonly says: string;
  readonly basis: string;
  readonly message: string;
  /** An 出错说明 of the user's is on file. */
  readonly explained: boolean;
  /** Its words. */
  readonly explanation?: string;
  /** 按规则忽略: the user's reason. It changes neither verdict nor counts. */
  readonly ignored?: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly gap?: string;
  readonly bound?: string;
  /** How the stated value ought to stand to the expected one. */
  readonly rel?: Relational;
  readonly unit?: string;
  /** Sheet and title of the table the finding is listed under. */
  readonly sheet?: string;
  readonly table?: string;
  readonly cells: readonly FindingCell[];
  /** The group of suspects that explains it; absent where none does. */
  readonly group?: number;
  /** The formula with figures put in, for people. */
  readonly steps?: readonly string[];
}

/**
 * 疑似错误: a cell (A1) whose change would mend every break of its group; `value`, empty for a blank, and
 * `suggested` are digits in its own unit. Groups and ranks are counted from 1; rank 1 is the likeliest.
 */
export interface Suspect {
  readonly group: number;
  readonly rank: number;
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
  readonly suggested: string;
  readonly slip: Slip;
  readonly rules: readonly string[];
  readonly label: string;
  /** What is wrong where no single cell is: a row left out, a row too many. Nothing to be typed over. */
  readonly message?: string;
  /** In last year's workbook, or in a unit's file: not ours to mend. */
  readonly period?: '上年';
  readonly file?: string;
}
/** 错误类型: how a wrong number may have come about. */
export type Slip =
  | 'one-digit'
  | 'swapped-digits'
  | 'decimal-point'
  | 'unit'
  | 'sign'
  | 'omitted'
  | 'neighbour'
  | 'other';

/** 手误: slips by which a figure stands where it should and one sign of it is wrong. */
export const OF_THE_HAND: ReadonlySet<Slip> = new Set<Slip>([
  'one-digit',
  'swapped-digits',
  'decimal-point',
  'unit',
  'sign',
]);
/** 错误类型 as people read them. */
export const SLIP_NAMES: Readonly<Record<Slip, string>> = {
  'one-digit': '一位数字有误',
  'swapped-digits': '相邻两位颠倒',
  'decimal-point': '小数点错位',
  unit: '单位混用（元、万元）',
  sign: '正负号有误',
  omitted: '漏加或多加一项',
  neighbour: '抄了邻近单元格的数',
  other: '数值有误',
};
