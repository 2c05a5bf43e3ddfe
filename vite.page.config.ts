// The page without an add-in: dist/page. Classic script that Chromium 80 can parse.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { onePage, sampleInside } from './build/one-page.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** pdf.js works with files beside the page: one file alone says that it cannot read a PDF. */
const withoutPdf: Plugin = {
  name: 'without-pdf',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('pdfjs-dist/') ? '\0without-pdf' : undefined),
  load: (id) => (id === '\0without-pdf' ? 'export {};' : undefined),
};

export default defineConfig({
  root: 'page',
  base: './',
  publicDir: false,
  logLevel: 'warn',
  // Modules of Node ask for it, and are never run here.
  define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined' },
  plugins: [
    withoutPdf,
    react(),
    sampleInside(here('./tests/cases/samples/example-2023-yuan.xlsx')),
    onePage(here('./taskpane/assets/starting.js'), here('./taskpane/assets/icon-32.png')),
  ],
  build: {
    target: ['chrome80', 'safari15'],
    outDir: '../dist/page',
    emptyOutDir: true,
    cssCodeSplit: false,
    license: { fileName: 'third-party-licenses.md' },
    modulePreload: false,
    chunkSizeWarningLimit: 12000,
    rolldownOptions: {
      input: here('./page/main.tsx'),
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'page-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
