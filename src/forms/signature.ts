// Which form a sheet without a title is: by words that stand together in one form only.
import type { Form, Forms } from './form.ts';
import { isForeign, isTitle, nameOf } from './names.ts';
import type { View } from './view.ts';

interface Words {
  readonly cells: ReadonlySet<string>;
  readonly all: string;
  /** Some other table's title stands there, or that of a budget. */
  readonly titled: boolean;
  readonly foreign: boolean;
}

function wordsIn(view: View): Words {
  const texts: string[] = [];
  const heads: string[] = [];
  for (let r = 0; r < Math.min(view.grid.rows, 120); r += 1) {
    for (let c = 0; c < Math.min(view.grid.columns, 60); c += 1) {
      const text = view.word(r, c);
      if (text && r < 6) heads.push(text);
      if (text) texts.push(text);
    }
  }
  return {
    cells: new Set(texts.map(nameOf)),
    all: texts.join('\n'),
    titled: heads.some(isTitle),
    foreign: heads.some(isForeign),
  };
}

/** 按特征识别: the one form whose signature words all stand there; undefined where none or several fit. */
export function formBySignature(view: View, forms: Forms): Form | undefined {
  const words = wordsIn(view);
  const fits = forms.forms.filter((f) => {
    if (words.foreign && f.shape !== 'evaluation') return false;
    const own = f.signature?.every((some) => some.split('|').some((w) => words.cells.has(w)));
    if (!own || f.excludes?.some((w) => words.cells.has(w))) return false;
    // Words that several forms share tell only where no title says otherwise.
    if ((f.mentions || f.silentOn) && words.titled) return false;
    if (f.mentions && !words.all.includes(f.mentions)) return false;
    return !f.silentOn?.some((w) => words.all.includes(w));
  });
  return fits.length === 1 ? fits[0] : undefined;
}
