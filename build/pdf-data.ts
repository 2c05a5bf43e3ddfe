// What pdf.js needs beside itself, emitted with the page: its worker, maps of Chinese encodings, standard fonts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Encodings of simplified Chinese, and what they build on. */
const WANTED = /^(?:GB|Uni(?:GB|CNS)|Adobe-GB|H\.|V\.|Identity)/;

/** pdf/pdf.js, its worker, cmaps and standard_fonts from the package. */
export const pdfData = (root: string): Plugin => ({
  name: 'pdf-data',
  generateBundle() {
    // Servers that do not know .mjs would not hand it out as a script.
    for (const name of ['pdf', 'pdf.worker']) {
      const source = readFileSync(join(root, `legacy/build/${name}.min.mjs`));
      this.emitFile({ type: 'asset', fileName: `pdf/${name}.js`, source });
    }
    const licence = readFileSync(join(root, 'LICENSE'));
    this.emitFile({ type: 'asset', fileName: 'pdf/LICENSE', source: licence });
    for (const folder of ['cmaps', 'standard_fonts'])
      for (const file of readdirSync(join(root, folder))) {
        if (folder === 'cmaps' && !WANTED.test(file)) continue;
        const source = readFileSync(join(root, folder, file));
        this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${file}`, source });
      }
  },
});
