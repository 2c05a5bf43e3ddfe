// npm start: installs and builds what is missing, serves the workbench on this machine, opens it.
import { spawn } from 'node:child_process';
import { build, install } from './prepare.mjs';
import { serve } from './serve.mjs';

install();
build();
const { url } = await serve(Number(process.env.PORT) || 5173);
console.log(`勾稽试用台已就绪：${url}`);
console.log(`网页版（不用 Excel，打开文件即可核对）：${url.replace(/workbench\/$/, 'page/')}`);
console.log('按 Ctrl+C 结束。');
if (!process.env.CI && !process.argv.includes('--no-open')) {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
