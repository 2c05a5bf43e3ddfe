// The pane and the custom functions, as Excel loads them: dist/addin.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { apart } from './build/apart.ts';
import { customFunctions } from './build/custom-functions.ts';
import { officeFiles } from './build/office-files.ts';
import { olderBrowsers } from './build/older.ts';
import { pdfData } from './build/pdf-data.ts';

/** 示例: a small made-up disclosure beside the pane, for those who have none at hand yet. */
const sampleFile = (path: string): Plugin => ({
  name: 'sample-file',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'sample.xlsx', source: readFileSync(path) });
  },
});
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: 'taskpane',
  base: './',
  publicDir: here('./taskpane/assets'),
  logLevel: 'warn',
  resolve: { alias: olderBrowsers },
  plugins: [
    react(),
    sampleFile(here('./tests/cases/samples/example-2023-yuan.xlsx')),
    customFunctions(here('./functions/functions.ts')),
    pdfData(here('./node_modules/pdfjs-dist')),
    apart('reading.js', here('./taskpane/apart/reading.ts')),
    apart('checking.js', here('./taskpane/apart/checking.ts')),
    officeFiles(here('./node_modules/@microsoft/office-js/dist')),
  ],
  build: {
    target: ['chrome80', 'safari15'],
    outDir: '../dist/addin',
    emptyOutDir: true,
    license: { fileName: 'third-party-licenses.md' },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: { taskpane: here('./taskpane/taskpane.html') } },
  },
});
