// Our own code beside libraries that do the same, in one run: only the ratios mean anything.
import { read as readWithSheetjs } from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import { readXlsx } from 'hucre/xlsx';
import { bench, describe } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { writeDocx } from '../src/hosts/docx/write.ts';
import { createWorkbook } from '../src/hosts/xlsx/create.ts';
import { openWorkbook } from '../src/hosts/xlsx/open.ts';
import { compare, type Exact, fromDouble, minus, plus, ZERO } from '../src/measure/exact.ts';
import { blankForms } from '../src/review/blank.ts';
import { manuscript } from '../src/review/manuscript.ts';
import { review } from '../src/review.ts';
import { arrangement, layOut } from '../tests/support/department/layout.ts';
import { makeDepartment } from '../tests/support/department/model.ts';
import { random } from '../tests/support/department/random.ts';
import { sample, sampleBytes } from '../tests/support/samples.ts';

const bytes = sampleBytes('hanyang-2021');

describe('读一个 .xlsx', () => {
  bench('勾稽', async () => {
    await openWorkbook(bytes, 'hanyang-2021.xlsx');
  });
  bench('@e965/xlsx', () => {
    readWithSheetjs(bytes, { cellNF: true, cellText: false });
  });
  bench('hucre', async () => {
    await readXlsx(bytes);
  });
});

const r = random(1);
const GRID = Array.from({ length: 1000 }, () =>
  Array.from({ length: 8 }, () => r.integer(0, 1e9) / 100),
);

describe('一千行、每行八个数的横向合计', () => {
  bench('整数格', () => {
    for (const [total = 0, ...parts] of GRID) {
      let sum: Exact = ZERO;
      for (const part of parts) sum = plus(sum, fromDouble(part));
      compare(minus(fromDouble(total), sum), ZERO);
    }
  });
  bench('decimal.js', () => {
    for (const [total = 0, ...parts] of GRID) {
      let sum = new Decimal(0);
      for (const part of parts) sum = sum.plus(part);
      new Decimal(total).minus(sum).cmp(0);
    }
  });
});

const hanyang = await sample('hanyang-2021');
const yuan = await sample('example-2023-yuan');
const made = layOut(makeDepartment(7), arrangement(7)).snapshot;

describe('体检一个工作簿', () => {
  bench('样本，万元', () => {
    review(hanyang, CATALOGUE);
  });
  bench('样本，元', () => {
    review(yuan, CATALOGUE);
  });
  bench('生成的部门', () => {
    review(made, CATALOGUE);
  });
});

const text = manuscript(hanyang, CATALOGUE);
const booklet = manuscript(hanyang, CATALOGUE, { booklet: true });

describe('写一份情况说明', () => {
  bench('文字', () => {
    manuscript(hanyang, CATALOGUE);
  });
  bench('文字排成 Word', async () => {
    await writeDocx(text);
  });
  bench('整册排成 Word', async () => {
    await writeDocx(booklet);
  });
});

const live = blankForms(CATALOGUE, { year: 2023, formulas: true });

describe('写一册空白表', () => {
  bench('排版，附注与公式由规程推出', () => {
    blankForms(CATALOGUE, { year: 2023, formulas: true });
  });
  bench('写成 .xlsx', async () => {
    await createWorkbook(live.sheets.map((s) => s.page));
  });
});
