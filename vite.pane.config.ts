// The pane and the custom functions, as Excel loads them: dist/addin.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { customFunctions } from './build/custom-functions.ts';
import { officeFiles } from './build/office-files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: 'taskpane',
  base: './',
  publicDir: here('./taskpane/assets'),
  logLevel: 'warn',
  plugins: [
    react(),
    customFunctions(here('./functions/functions.ts')),
    officeFiles(here('./node_modules/@microsoft/office-js/dist')),
  ],
  build: {
    target: 'es2020',
    outDir: '../dist/addin',
    emptyOutDir: true,
    license: { fileName: 'third-party-licenses.md' },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { taskpane: here('./taskpane/taskpane.html') } },
  },
});
