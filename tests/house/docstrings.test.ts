// Docstrings: every exported name has one of its own; numbers say their unit or what their digits count; whoever
// throws, gives an error value or gives nothing says so. What fails is printed as path:line name.
import { expect, it } from 'vitest';
import { type Exported, exportedIn, ownSources, throwsIn } from '../../bench/house.ts';

const all: readonly Exported[] = ownSources('src').flatMap(exportedIn);
const placesOf = (wrong: readonly Exported[]): string[] => wrong.map((e) => `${e.place} ${e.name}`);
const without = (said: RegExp, asked: (e: Exported) => boolean): string[] =>
  placesOf(all.filter((e) => asked(e) && !said.test(e.doc)));

it('每个导出的名字有自己的说明', () => {
  expect(placesOf(all.filter((e) => e.doc === ''))).toEqual([]);
});

it('说明不只是把名字再说一遍', () => {
  const words = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase();
  const repeats = ({ name, doc }: Exported): boolean =>
    words(doc.replace(/\b(?:the|an?|of|its?)\b/gi, '')) === words(name) && !/[一-龥]/.test(doc);
  expect(placesOf(all.filter(repeats))).toEqual([]);
});

it('说明不只是一个术语：后面说它是什么', () => {
  const bare = /^[\p{Script=Han}、，·：“”（）\s]+[.。]?$/u;
  expect(placesOf(all.filter(({ doc }) => bare.test(doc)))).toEqual([]);
});

it('measure 与 formula 里的数说明单位，或末位数的是什么', () => {
  const numbers = ({ place, signature }: Exported): boolean =>
    /^src\/(?:measure|formula)\//.test(place) &&
    /\b(?:Exact|Quantity|Interval|Unit)\b/.test(signature);
  expect(without(/\b(?:units?|digits?|decimals?)\b|[元%]/, numbers)).toEqual([]);
});

it('会抛出的说明什么时候抛出', () => {
  expect(without(/\bthrow[sn]?\b/i, ({ body }) => body !== undefined && throwsIn(body))).toEqual(
    [],
  );
});

it('给出错误值的说明缘由，可能没有的说明什么时候没有', () => {
  const givesError = ({ body }: Exported): boolean =>
    body !== undefined && /\bok: false\b/.test(body.getText());
  const said = /\b(?:why|errors?|problems?|codes?|refus\w+|in the way|come back)\b/i;
  expect(without(said, givesError)).toEqual([]);
  const mayBeNone = ({ gives }: Exported): boolean => /(?:^|\|\s*)undefined\b/.test(gives);
  expect(without(/\b(?:undefined|nothing|none)\b/i, mayBeNone)).toEqual([]);
});
