// The command line and its workers, for Node; packages stay in node_modules.
import { defineConfig, type Plugin } from 'vite';

/** Number formats take half of a start to load, and most workbooks need none: they come when one is met. */
const laterFormats: Plugin = {
  name: 'later-formats',
  enforce: 'pre',
  resolveId: (id) => (id === 'numfmt' ? '\0numfmt-later' : undefined),
  load: (id) =>
    id === '\0numfmt-later'
      ? // The package's own entry for require() names a file it does not hold.
        `import { createRequire } from 'node:module';
         import { fileURLToPath } from 'node:url';
         let own;
         export const format = (...given) => {
           own ??= createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('numfmt')));
           return own.format(...given);
         };`
      : undefined,
};

export default defineConfig({
  plugins: [laterFormats],
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    rolldownOptions: {
      input: { gouji: 'src/cli.ts', worker: 'src/cli/worker.ts' },
      // Scanning it is a part of every start; names stay, for what is told of a fault.
      output: {
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
