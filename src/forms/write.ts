// 写表: a blank official form from the declaration that reads it. Knows shapes; which edition is
// printed, and the notes under it, come from outside.
import { type Page, widthOf } from '../facts/page.ts';
import type { Shape } from './form.ts';
import { type AmountPlace, Paper } from './paper.ts';
import { writeCodes } from './shapes/codes/write.ts';
import { writeEconomic } from './shapes/economic/write.ts';
import { writeList } from './shapes/list/write.ts';
import { writeSides } from './shapes/sides/write.ts';
import { writeSpending } from './shapes/spending/write.ts';
import { type Lines, layOut } from './write/lines.ts';
import { type BlankRequest, TOP } from './write/request.ts';

/** 空白表: the sheet, and where its figures go. */
export interface WrittenForm {
  readonly page: Page;
  readonly amounts: readonly AmountPlace[];
}

function markOf({ edition, position }: BlankRequest): string {
  const text = edition.mark.text.replace('{nn}', String(position).padStart(2, '0'));
  return text.replace('{n}', String(position));
}

function heading(paper: Paper, request: BlankRequest): void {
  const { year, title, unit, edition, form, department = '' } = request;
  const official = form.shape !== 'list';
  const mark = official ? markOf(request) : '';
  const behind = edition.mark.at === 'title' ? mark : '';
  const text = `${year}年度${title}${behind}`;
  const last = paper.width - 1;
  const room = paper.widths.reduce((a, b) => a + b, 0);
  paper.put(0, 0, text, 'title', 1, paper.width);
  // A title longer than the table is wide takes a second line.
  paper.height(0, widthOf(text) * 1.9 > room ? 52 : 30);
  if (edition.mark.at === 'corner' && mark) paper.put(1, last, mark, 'right');
  paper.put(2, 0, `部门：${department}`, 'left', 1, Math.max(1, last));
  if (official) paper.put(2, last, `单位：${unit}`, 'right');
}

/** 自评表 are filled by project, and who the units are only the department knows: no blank ones. */
type Written = Exclude<Shape, 'evaluation' | 'units'>;
const isWritten = (shape: Shape): shape is Written => shape !== 'evaluation' && shape !== 'units';
const BODIES: Readonly<Record<Written, (paper: Paper, request: BlankRequest) => void>> = {
  sides: writeSides,
  codes: writeCodes,
  economic: writeEconomic,
  spending: writeSpending,
  list: writeList,
};

/** Wider than an upright page can show legibly. */
const UPRIGHT = 115;

const isWide = (paper: Paper): boolean => paper.widths.reduce((a, b) => a + b, 0) > UPRIGHT;

/** 写空白附表 line by line, under the same heading as the official forms. */
export function writeExtra({ widths, lines, notes = [] }: Lines, request: BlankRequest): Page {
  const paper = new Paper();
  paper.widths = [...widths];
  layOut(paper, TOP, lines);
  heading(paper, request);
  paper.head = [TOP, TOP + 1];
  paper.notes(notes);
  return paper.page(request.sheet, isWide(paper), true);
}

/** 写空白表 with its heading, live totals and notes; a shape that is not written comes back with these alone. */
export function writeForm(request: BlankRequest): WrittenForm {
  const paper = new Paper();
  const { shape } = request.form;
  if (isWritten(shape)) BODIES[shape](paper, request);
  heading(paper, request);
  for (const [address, formula] of request.formulas ?? []) paper.formula(address, formula);
  paper.notes(request.notes ?? []);
  const open = request.form.shape === 'codes' || request.form.shape === 'list';
  return { page: paper.page(request.sheet, isWide(paper), !open), amounts: paper.amounts };
}
