// Texts of every kind read once, for whoever watches what reading does: registers beside their workbooks, passages,
// and the words of a 自评.
import { random } from './department/random.ts';
import { draw } from './passages/draw.ts';
import { print } from './passages/paper.ts';

const REVIEW =
  '十三、预算绩效情况说明\n1.党办综合业务费项目绩效自评综述：项目全年预算数为53.85万元，执行数为43.36万元，完成预算的80.52%。印发文件49件，较去年印发文件59件。';

/** Reads them with modules loaded only now. */
export async function samples(): Promise<void> {
  const { CATALOGUE } = await import('../../src/catalogue/index.ts');
  const { tie } = await import('../../src/review/tie.ts');
  const { sample } = await import('./samples.ts');
  const { Book } = await import('./registers/book.ts');
  const { REGISTERS } = await import('./registers/places.ts');
  const book = await sample('hanyang-2021');
  tie(book, { text: REVIEW, broken: true }, CATALOGUE, {});
  for (const { year, unit, form, write } of REGISTERS.slice(0, 3)) {
    const own = new Book(100, year, unit, form);
    tie(own.workbook, { text: write(own), broken: true }, CATALOGUE, { year });
  }
  for (let seed = 1; seed <= 20; seed += 1) {
    const paper = print(draw(seed), random(seed));
    tie(undefined, { text: paper.text, broken: paper.broken }, CATALOGUE, {});
  }
}
