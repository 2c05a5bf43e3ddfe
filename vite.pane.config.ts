// The pane and the custom functions, as Excel loads them: dist/addin.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'taskpane',
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'es2020',
    outDir: '../dist/addin',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { taskpane: 'taskpane/taskpane.html' } },
  },
});
