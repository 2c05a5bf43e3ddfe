// Serves the pane's preview page and the sample workbooks on loopback, for browser tests.
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export async function servePreview(): Promise<Served> {
  const server = await createServer({
    configFile: false,
    root: 'taskpane',
    logLevel: 'error',
    plugins: [react()],
    publicDir: '../tests/cases/samples',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  await server.listen();
  const address = server.httpServer!.address() as { port: number };
  return { url: `http://127.0.0.1:${address.port}/preview.html`, close: () => server.close() };
}
