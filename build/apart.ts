// Vite plugin: a worker's script beside the page, what is done apart from it; one classic script.
import { build, type Plugin } from 'vite';
import { olderBrowsers } from './older.ts';

/** The worker from its entry, as an asset of that name. */
export const apart = (fileName: string, entry: string): Plugin => ({
  name: `apart-${fileName}`,
  async generateBundle() {
    const made = await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: olderBrowsers },
      // Modules of Node ask for it, and are never run here.
      define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined' },
      build: {
        write: false,
        target: ['chrome80', 'safari15'],
        rolldownOptions: {
          input: entry,
          output: { format: 'iife', codeSplitting: false, entryFileNames: fileName },
        },
      },
    });
    const [result] = Array.isArray(made) ? made : [made];
    if (!result || !('output' in result)) throw new Error(`${fileName}: nothing was built`);
    const chunk = result.output.find((o) => o.type === 'chunk');
    if (chunk?.type !== 'chunk') throw new Error(`${fileName}: no script`);
    this.emitFile({ type: 'asset', fileName, source: chunk.code });
  },
});
