// 表区本身: a region without what stands around it, and with the department of its heading taken out: so departments
// that fill in the same sheet have the same labels. Knows how the line of the department begins.
import type { Cell, Grid } from '../facts/grid.ts';
import { once } from '../measure/once.ts';
import { plain } from './names.ts';
import type { Region } from './region.ts';

/** 编制单位：某某局; 单位：万元 is another matter. */
const DEPARTMENT =
  /^((?:填报|编制|公开|预算|报表)?(?:部门|单位)(?:名称|全称)?(?:\((?:盖章|公章)\))?:)(?!.*元\)?$)./;

/** The words that a line of the department begins with; undefined where a text is none. */
const beginning = once((text): string | undefined => DEPARTMENT.exec(plain(text))?.[1]);

function unnamed(cell: Cell | undefined): Cell | undefined {
  const value = cell?.value;
  if (typeof value !== 'string' || !/[:：]/.test(value)) return cell;
  const word = beginning(value);
  return word === undefined ? cell : { ...cell, value: word };
}

/** 表区本身: nothing but the cells of a region, where they stand in its sheet. */
export function apartFrom({ view, body, bottom, left, right }: Region): Grid {
  const { grid } = view;
  const cells: (Cell | undefined)[][] = [];
  for (let row = body; row <= bottom; row += 1) {
    const line = grid.cells[row];
    if (!line) continue;
    const own: (Cell | undefined)[] = [];
    for (let column = left; column <= right && column < line.length; column += 1)
      own[column] = unnamed(line[column]);
    cells[row] = own;
  }
  const merges = grid.merges.filter(
    (m) =>
      m.row <= bottom && m.row + m.rows > body && m.column <= right && m.column + m.columns > left,
  );
  return { ...grid, cells, merges };
}
