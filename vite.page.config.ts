// The page without an add-in: dist/page. Classic script that Chromium 80 can parse.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apart } from './build/apart.ts';
import { olderBrowsers } from './build/older.ts';
import { onePage, sampleInside } from './build/one-page.ts';
import { pdfData } from './build/pdf-data.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: 'page',
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: olderBrowsers },
  // Modules of Node ask for it, and are never run here.
  define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined', global: 'globalThis' },
  plugins: [
    react(),
    sampleInside(here('./tests/cases/samples/example-2023-yuan.xlsx')),
    pdfData(here('./node_modules/pdfjs-dist')),
    apart('reading.js', here('./taskpane/apart/reading.ts')),
    apart('checking.js', here('./taskpane/apart/checking.ts')),
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
