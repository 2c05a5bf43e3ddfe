// npm run excel: serves the add-in over https with Microsoft's development certificates and opens
// Excel with it. Only for a machine that has Excel.
import { createServer } from 'node:https';
import { build, install, root } from './prepare.mjs';
import { answer } from './serve.mjs';

install();
build();
const { getHttpsServerOptions } = await import('office-addin-dev-certs');
const { startDebugging, stopDebugging, AppType } = await import('office-addin-debugging');
const { OfficeAddinManifest } = await import('office-addin-manifest');

const manifest = `${root}/manifest.xml`;
const { displayName } = await OfficeAddinManifest.readManifestFile(manifest);
const inAddin = (request, response) =>
  answer(Object.assign(request, { url: `/addin${request.url}` }), response);
/** Ends with what to do next, and the cause for whoever is asked for help. */
function giveUp(words, error) {
  console.error(words);
  console.error(String(error));
  process.exit(1);
}
const certificates = await getHttpsServerOptions().catch((error) =>
  giveUp('开发证书没有装好。请用有管理员权限的账户再运行一次 npm run excel。', error),
);
const server = createServer(certificates, inAddin);
server.once('error', (error) =>
  giveUp('3000 端口已被别的程序占用，请先关闭那个程序，再运行 npm run excel。', error),
);
server.listen(3000, 'localhost', async () => {
  console.log('加载项已在 https://localhost:3000 就绪，正在打开 Excel ……');
  try {
    await startDebugging(manifest, {
      appType: AppType.Desktop,
      enableDebugging: false,
      enableLiveReload: false,
    });
    console.log(`Excel 的“开始”选项卡上有“${displayName}”一组。按 Ctrl+C 结束并卸下加载项。`);
  } catch (error) {
    console.error(
      '没有打开 Excel。请确认这台电脑装有桌面版 Excel；加载项仍在 https://localhost:3000 提供，可手动添加 manifest.xml。',
    );
    console.error(String(error));
  }
});
process.on('SIGINT', async () => {
  await stopDebugging(manifest).catch(() => {});
  process.exit(0);
});
