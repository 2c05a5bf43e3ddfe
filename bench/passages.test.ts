// Passages in any wording, drawn apart from reader and writer: how many right ones are accused, how many wrong ones
// are found, and how often exactly the wrong number is named. Prints. GOUJI_PASSAGES sets how many of each,
// GOUJI_FIRST_SEED where to begin, GOUJI_SHOW how many examples of every failing.
import { it } from 'vitest';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { simplified } from '../src/hosts/traditional.ts';
import { tie } from '../src/review/tie.ts';
import { random } from '../tests/support/department/random.ts';
import { draw } from '../tests/support/passages/draw.ts';
import { goldens, saidOf } from '../tests/support/passages/golden.ts';
import { outcome, said } from '../tests/support/passages/judge.ts';
import { print } from '../tests/support/passages/paper.ts';
import { consistent, wronged } from '../tests/support/passages/slips.ts';

const count = Number(process.env.GOUJI_PASSAGES ?? 3000);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const show = Number(process.env.GOUJI_SHOW ?? 0);

type Tally = Map<string, Map<string, number>>;
const add = (t: Tally, row: string, column: string): void => {
  const line = t.get(row) ?? new Map<string, number>();
  t.set(row, line.set(column, (line.get(column) ?? 0) + 1));
};
const lines = (t: Tally): string =>
  [...t]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([row, columns]) =>
        `  ${row.padEnd(12, '　')} ${[...columns].map(([k, n]) => `${k} ${n}`).join(' · ')}`,
    )
    .join('\n');

const shown = new Map<string, number>();
function example(kind: string, text: string, told: readonly string[]): void {
  const n = shown.get(kind) ?? 0;
  if (n >= show) return;
  shown.set(kind, n + 1);
  console.log(`【${kind}】${text}\n    ${told.join('\n    ')}`);
}

/** As the command line reads it: traditional characters beside their simplified ones. */
async function report({ text, broken }: { text: string; broken: boolean }) {
  const reading = await simplified(text);
  return tie(undefined, { text, broken, ...(reading && { reading }) }, CATALOGUE, {});
}

it(`对的文字 ${count} 段`, async () => {
  const [forms, noises]: Tally[] = [new Map(), new Map()];
  let [accused, unknown, numbers, drawn] = [0, 0, 0, 0];
  for (let seed = first; drawn < count; seed += 1) {
    const passage = draw(seed);
    if (!consistent(passage)) throw new Error(`段落 ${seed} 自己就不对`);
    drawn += 1;
    const paper = print(passage, random(seed * 7 + 1));
    const told = await report(paper);
    const { messages } = said(told, paper);
    numbers += told.numbers.length;
    unknown += told.counts.unknown;
    const verdict = messages.length > 0 ? '误报' : '安静';
    if (messages.length > 0) {
      accused += 1;
      example(`误报 ${seed} ${passage.forms} ${paper.noise}`, paper.text, messages);
    }
    for (const form of passage.forms) add(forms!, form, verdict);
    for (const noise of paper.noise.length > 0 ? paper.noise : ['（无）'])
      add(noises!, noise, verdict);
  }
  console.log(
    `对的文字 ${drawn} 段：误报 ${accused} 段；${numbers} 个数，未核对 ${((100 * unknown) / numbers).toFixed(1)}%\n${lines(forms!)}\n${lines(noises!)}`,
  );
});

it(`错的文字 ${count} 段`, async () => {
  const [kinds, forms]: Tally[] = [new Map(), new Map()];
  const all = new Map<string, number>();
  let [drawn, found, named, pointed] = [0, 0, 0, 0];
  for (let seed = first; drawn < count; seed += 1) {
    const r = random(seed * 13 + 5);
    const wrong = wronged(draw(seed), r);
    if (!wrong) continue;
    drawn += 1;
    const paper = print(wrong.passage, r);
    const told = said(await report(paper), paper);
    const how = outcome(wrong, told);
    if ([...told.accused, ...told.group].some((k) => wrong.torn.includes(k))) found += 1;
    if (wrong.target !== undefined) {
      pointed += 1;
      if (how === '指名' || how === '成组') named += 1;
    }
    all.set(how, (all.get(how) ?? 0) + 1);
    add(kinds!, wrong.kind, how);
    for (const form of wrong.passage.forms.length === 1 ? wrong.passage.forms : [])
      add(forms!, form, how);
    if (how !== '指名' && how !== '成组' && how !== '只说有误') {
      const target =
        wrong.target === undefined ? '' : paper.text.slice(...paper.places.get(wrong.target)!);
      example(
        `${how}·${wrong.kind}`,
        `${seed} ${wrong.passage.forms} ${paper.noise}\n    ${paper.text}`,
        [`错在 ${target}`, ...told.messages],
      );
    }
  }
  const share = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)}%`;
  console.log(
    `错的文字 ${drawn} 段：看出 ${share(found, drawn)}；指得准 ${share(named, pointed)}（其中成组 ${all.get('成组') ?? 0}）\n${lines(kinds!)}\n${lines(forms!)}`,
  );
});

it('六十段自拟文字', async () => {
  const all = goldens();
  const off: string[] = [];
  for (const golden of all) {
    const broken = golden.text.includes('\n');
    const now = saidOf(await report({ text: golden.text, broken }), golden);
    if (now !== golden.says) off.push(`  ${golden.name}：应 ${golden.says}，现 ${now}`);
  }
  console.log(
    `自拟文字 ${all.length - off.length} / ${all.length} 如所论${show > 0 ? `\n${off.join('\n')}` : ''}`,
  );
});
