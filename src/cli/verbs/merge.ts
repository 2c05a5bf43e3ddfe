// The options of gouji merge; the work itself is loaded when it is ordered.
import type { Verb } from '../verb.ts';

/** gouji merge. */
export const mergeParts: Verb = (gouji, exit) => {
  gouji
    .command('merge')
    .description('合并几次核对（--part）写出的文件夹，总览与一次做完的一样')
    .argument('<文件夹...>')
    .requiredOption('--out <文件夹>', '合并到这个文件夹')
    .option('--since <文件夹>', '与这次核对的结果比（上次的 --out）')
    .action(async (folders: string[], { out, since }: { out: string; since?: string }) => {
      const { merge } = await import('../merge.ts');
      exit(await merge(folders, out, since));
    });
};
