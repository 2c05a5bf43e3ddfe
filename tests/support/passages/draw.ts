// A passage of one to three sentences, by its seed: right by construction.
import { FORMS } from './forms/index.ts';
import { Draft, type Passage } from './passage.ts';

const NAMES = Object.keys(FORMS);

/** Forms with a subject of their own: two of a kind in one passage would have to agree. */
const KINDS = [
  ['oneLabel', 'twoLabels', 'bothSides', 'runningSum'],
  ['purchases'],
  ['cars'],
  ['people'],
  ['guests', 'ownRates'],
  ['projects', 'performance'],
  ['government'],
];
const fits = (name: string, forms: readonly string[]): boolean =>
  !KINDS.some((kind) => kind.includes(name) && kind.some((k) => forms.includes(k)));

export function draw(seed: number, form?: string): Passage {
  const d = new Draft(seed);
  const n = form ? 1 : d.r.pick([1, 1, 2, 2, 3]);
  const heading = d.r.pick([
    '',
    '',
    '',
    '一、收入支出决算总体情况说明\n',
    '（二）具体情况\n',
    '三、其他重要事项的情况说明\n',
    '2.支出情况。',
  ]);
  d.say`${heading}`;
  for (let i = 0; i < n; i += 1) {
    const name = form ?? d.r.pick(NAMES.filter((x) => fits(x, d.forms)));
    d.forms.push(name);
    FORMS[name]!(d);
    if (i < n - 1) d.say`${d.r.pick(['', '', '\n'])}`;
  }
  return d.passage;
}
