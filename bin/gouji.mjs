#!/usr/bin/env node
// gouji: starts the command line that `npm ci` has built.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const built = new URL('../dist/cli/gouji.js', import.meta.url);
if (!existsSync(built)) {
  process.stderr.write('勾稽还没有构建。请在项目目录运行 npm ci。\n');
  process.exit(2);
}
// Whoever reads our output may stop reading (gouji … | head): that is no trouble.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write('结果不能写出，请检查磁盘空间；原文件未改动。\n');
  process.exit(2);
});
// One workbook is done before what V8 compiles eagerly is of use; only what stays hot is worth it.
if (Number.parseInt(process.versions.node, 10) === 20)
  setFlagsFromString('--interrupt-budget=1000000');
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));
