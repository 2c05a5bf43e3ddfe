// The measuring program as one file for bare Node, as the command line is: a test runner's own ways would be
// measured too.
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/bench',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { input: { main: 'bench/speed/main.ts' } },
  },
});
