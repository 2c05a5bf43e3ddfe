// npm run mutate -- MODULE: mutation tests of measure, formula, assertions or diagnosis, or of one file.
import { bin, install, run } from './prepare.mjs';

install();
const [module] = process.argv.slice(2);
run(bin('stryker'), ['run'], {
  env: { ...process.env, ...(module && { GOUJI_MUTATE: module }) },
});
