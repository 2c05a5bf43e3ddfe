// 表区本身: a region without what stands around it, and with the department of its heading taken out: so departments
// that fill in the same sheet have the same labels. Knows which cells those are.
import type { Cell, Grid } from '../facts/grid.ts';
import { touches } from './known.ts';
import { departmentLine } from './labels.ts';
import type { Region } from './region.ts';

function unnamed(cell: Cell | undefined): Cell | undefined {
  const value = cell?.value;
  const word = typeof value === 'string' ? departmentLine(value) : undefined;
  return word === undefined ? cell : { ...cell, value: word };
}

/** 表区本身: nothing but the cells of a region, where they stand in its sheet. */
export function apartFrom(region: Region): Grid {
  const { body, bottom, left, right } = region;
  const { grid } = region.view;
  const cells: (Cell | undefined)[][] = [];
  for (let row = body; row <= bottom; row += 1) {
    const line = grid.cells[row];
    if (!line) continue;
    const own: (Cell | undefined)[] = [];
    for (let column = left; column <= right && column < line.length; column += 1)
      own[column] = unnamed(line[column]);
    cells[row] = own;
  }
  const merges = grid.merges.filter((m) => touches(region, m));
  return { ...grid, cells, merges };
}
