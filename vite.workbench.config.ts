// The workbench page: dist/workbench. Never part of what is shipped.
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EMPTY = '\0no-hyphenation';

/** Leaves out the grid's hyphenation tables: 4 MB that Chinese has no use for. */
const withoutHyphenation: Plugin = {
  name: 'without-hyphenation',
  enforce: 'pre',
  resolveId(id, from) {
    return from && /@univerjs[\\/]engine-render[\\/]lib[\\/]es/.test(from) && id.startsWith('./')
      ? EMPTY
      : null;
  },
  load: (id) => (id === EMPTY ? 'export default {}; export const patterns = {};' : null),
};

export default defineConfig({
  root: 'workbench',
  base: './',
  logLevel: 'error',
  plugins: [withoutHyphenation],
  build: {
    target: 'es2022',
    outDir: '../dist/workbench',
    emptyOutDir: true,
    license: { fileName: 'third-party-licenses.md' },
    modulePreload: false,
    chunkSizeWarningLimit: 9000,
    rolldownOptions: { input: here('./workbench/index.html') },
  },
});
