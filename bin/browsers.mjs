// npm run browsers: what the built scripts ask of a browser that Chromium 80 or Safari 15 has not. Members have to
// be filled in (taskpane/filled.ts); syntax must not occur.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

const { module } = await runnerImport(`${root}build/browsers.ts`, { root, configFile: false });
for (const folder of ['dist/page', 'dist/addin/assets']) {
  for (const name of readdirSync(join(root, folder)).filter((n) => n.endsWith('.js'))) {
    const code = readFileSync(join(root, folder, name), 'utf8');
    const members = [...module.membersBeyond(code)].map(([m, n]) => `${m} ×${n}`);
    console.log(`${folder}/${name}`);
    console.log(`  语法：${module.syntaxBeyond(code).join('、') || '都认识'}`);
    console.log(`  成员：${members.join('、') || '都有'}`);
  }
}
