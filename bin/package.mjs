// npm run package -- --url https://内网地址/勾稽/ [--out 文件夹]: the folder an administrator puts on a server.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { build, install, root } from './prepare.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const giveUp = (words) => {
  console.error(words);
  process.exit(64);
};

const load = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false })).module;
const { addressIn, filesFor } = await load('build/package.ts');
const address = addressIn(option('--url') ?? '');
if (!address)
  giveUp(
    '请写明放在哪个网址：npm run package -- --url https://服务器/文件夹/（要 https，不带文件名和参数）。',
  );
const out = resolve(option('--out') ?? join(root, 'dist/package'));
const OURS = '勾稽-安装说明.txt';
if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, OURS)))
  giveUp(`“${out}”里已有别的内容，没有写。请用 --out 另写一个文件夹。`);

install();
if (process.env.OFFICE_JS_URL) rmSync(join(root, 'dist/addin'), { recursive: true, force: true });
build();

// Written beside and renamed whole: a package half made is never served.
const fresh = `${out}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(join(fresh, 'page'), { recursive: true });
cpSync(join(root, 'dist/addin'), fresh, { recursive: true });
cpSync(join(root, 'dist/page'), join(fresh, 'page'), { recursive: true });
renameSync(join(fresh, 'page/gouji.html'), join(fresh, '勾稽网页版.html'));
rmSync(join(fresh, 'functions.json'));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { components } = await load('build/licences.ts');
const given = {
  address,
  version,
  officeJs: process.env.OFFICE_JS_URL,
  manifest: readFileSync(join(root, 'manifest.xml'), 'utf8'),
  functions: readFileSync(join(root, 'dist/addin/functions.json'), 'utf8'),
  components: components(root),
};
for (const [name, text] of Object.entries(filesFor(given))) {
  const path = join(fresh, name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);
console.log(`已写出 ${out}，网址 ${address.href}。怎样放到服务器上见其中的“${OURS}”。`);
