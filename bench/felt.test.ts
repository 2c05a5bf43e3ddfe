// 点下去到标出来: from the click to the marks in the grid, beside what the host itself takes of it to hand over the cells
// and to mark the same ones, in the same run. A ratio, printed; never asserted. Needs the built pane and workbench.
import { expect, it } from 'vitest';
import { openWorkbench } from '../tests/support/workbench-page.ts';

const RUNS = 15;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

it('点“重新体检”到标记完成，与只取数、只标记之比', async () => {
  const bench = await openWorkbench();
  const pane = await bench.pane();
  await bench.type('表1', 'C36', '838.87');
  await pane.getByRole('button', { name: '开始体检' }).click();
  await expect.poll(() => bench.marks()).toHaveLength(1);
  const ratios: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const [whole, own] = await pane.evaluate(async () => {
      performance.clearMeasures();
      const ended = (name: string) => performance.getEntriesByName(`gouji.${name}`)[0];
      const clicked = performance.now();
      document.querySelector<HTMLElement>('[data-start]')!.click();
      while (!ended('mark')) await new Promise((r) => setTimeout(r, 5));
      const [read, mark] = [ended('snapshot')!, ended('mark')!];
      return [mark.startTime + mark.duration - clicked, read.duration + mark.duration];
    });
    ratios.push(whole! / own!);
    await pane.getByRole('button', { name: '重新体检' }).and(pane.locator(':enabled')).waitFor();
  }
  process.stdout.write(
    `点下去到标出来 ÷ 宿主取数和标记：中位 ${median(ratios).toFixed(2)} 倍（${RUNS} 次，最大 ${Math.max(...ratios).toFixed(2)}）\n`,
  );
  await bench.close();
});
