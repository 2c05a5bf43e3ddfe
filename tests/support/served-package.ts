// The package served on loopback over https under its own address: by nginx with the settings that lie in the package,
// and by Node with the same headers where there is no nginx.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** A port nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of the test's own for localhost. */
function certificateIn(folder: string): Certificate {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes'];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-keyout', key, '-out', cert, ...subject],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return { key, cert };
}

async function answering(url: string): Promise<void> {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    for (let i = 0; i < 100; i += 1) {
      if (
        await fetch(url).then(
          (r) => r.ok,
          () => false,
        )
      )
        return;
      await new Promise((r) => setTimeout(r, 50));
    }
    throw new Error(`no answer at ${url}`);
  } finally {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

function byNode(folder: string, settings: string, at: URL, { key, cert }: Certificate) {
  const policy = /Content-Security-Policy "([^"]+)"/.exec(settings)![1]!;
  const secrets = { key: readFileSync(key), cert: readFileSync(cert) };
  const server = createServer(secrets, (request, response) => {
    const path = decodeURIComponent(new URL(request.url!, at).pathname).slice(at.pathname.length);
    try {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const content = readFileSync(join(folder, normalize(file)));
      response
        .writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
        })
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(Number(at.port), '127.0.0.1');
  return () => new Promise<void>((done) => server.close(() => done()));
}

function byNginx(work: string, settings: string, at: URL, { key, cert }: Certificate) {
  const config = join(work, 'nginx.conf');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${work}/pid; error_log ${work}/error.log; events {}
http { access_log off; ${places.map((p) => `${p}_temp_path ${work}/${p};`).join(' ')}
server { listen 127.0.0.1:${at.port} ssl; ssl_certificate ${cert}; ssl_certificate_key ${key};
${settings}
} }`,
  );
  const nginx = spawn('nginx', ['-c', config, '-e', join(work, 'error.log')], { stdio: 'ignore' });
  return () =>
    new Promise<void>((done) => {
      nginx.once('exit', () => done());
      nginx.kill('SIGTERM');
    });
}

/** Serves a package; returns the way to stop. */
export async function servePackage(
  folder: string,
  at: URL,
  by: 'nginx' | 'node',
): Promise<() => Promise<void>> {
  const work = mkdtempSync(join(tmpdir(), 'gouji-server-'));
  const certificate = certificateIn(work);
  const settings = readFileSync(join(folder, '服务器/nginx.conf'), 'utf8').replaceAll(
    '/srv/gouji',
    folder,
  );
  const stop =
    by === 'nginx'
      ? byNginx(work, settings, at, certificate)
      : byNode(folder, settings, at, certificate);
  await answering(new URL('help.html', at).href);
  return async () => {
    await stop();
    rmSync(work, { recursive: true, force: true });
  };
}
