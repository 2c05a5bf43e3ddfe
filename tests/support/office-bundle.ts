// The emulated Excel as one script for a page: what office-page.ts holds, under the name OfficePage.
import { build } from 'vite';

export async function officePage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'tests/support/office-page.ts', formats: ['iife'], name: 'OfficePage' },
    },
  });
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
  return `${output[0].code};globalThis.OfficePage = OfficePage;`;
}
