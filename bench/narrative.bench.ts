// The text from the figures, and the Word file from the text: beside writing the tables' figures alone.

import { bench, describe } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { writeDocx } from '../src/hosts/docx/write.ts';
import { plainText } from '../src/narrative/document.ts';
import { readText } from '../src/narrative/reading.ts';
import { openBook } from '../src/review/book.ts';
import { manuscriptOf } from '../src/review/manuscript.ts';
import { materialOf, narrativeTextOf } from '../src/review/narrative.ts';
import { review } from '../src/review.ts';
import { sample } from '../tests/support/samples.ts';
import { STATED, withSupplement } from '../tests/support/supplement.ts';

const book = withSupplement(await sample('hanyang-2021'), STATED);
const material = materialOf(openBook(book, CATALOGUE));
const text = narrativeTextOf(material);
const { text: plain } = plainText(text.narrative);
/** Figures once looked up are remembered by their source: each run has one of its own. */
const anew = () => ({ ...material, source: { ...material.source } });

describe('情况说明', () => {
  bench('全文（目标 20 毫秒）', () => {
    narrativeTextOf(anew());
  });
  bench('回读全文', () => {
    const { source, sentences } = anew();
    readText(plain, sentences.values(), source);
  });
  bench('写成 .docx（目标 300 毫秒）', async () => {
    await writeDocx(manuscriptOf(material, text));
  });
  bench('对照：体检同一个工作簿', () => {
    review(book, CATALOGUE);
  });
});
