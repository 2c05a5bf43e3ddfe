// Vite plugin: reading.js beside the page, the worker that opens files apart from it; one classic script.
import { build, type Plugin } from 'vite';
import { olderBrowsers } from './older.ts';

/** The worker from its entry, as an asset. */
export const reader = (entry: string): Plugin => ({
  name: 'reader',
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
          output: { format: 'iife', codeSplitting: false, entryFileNames: 'reading.js' },
        },
      },
    });
    const [result] = Array.isArray(made) ? made : [made];
    if (!result || !('output' in result)) throw new Error('reader: nothing was built');
    const chunk = result.output.find((o) => o.type === 'chunk');
    if (chunk?.type !== 'chunk') throw new Error('reader: no script');
    this.emitFile({ type: 'asset', fileName: 'reading.js', source: chunk.code });
  },
});
