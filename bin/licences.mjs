// npm run licences [-- --full]: the packages that ship with their licences, those to look at first; --full prints
// the notices with all terms.
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

const { module } = await runnerImport(`${root}build/licences.ts`, { root, configFile: false });
const all = module.components(root);
if (process.argv.includes('--full')) process.stdout.write(module.noticesOf(all));
else {
  const by = new Map();
  for (const { license } of all) by.set(license, (by.get(license) ?? 0) + 1);
  for (const [license, count] of [...by].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${license}`);
  const USUAL =
    /^(?:MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/;
  for (const { name, version, license, terms } of all)
    if (!USUAL.test(license))
      console.log(`请看：${name} ${version} · ${license}${terms ? '' : '（没有条款全文）'}`);
}
