// Starts the page: the pane over a file, in any browser, without an add-in and without Office.js.
import { createRoot } from 'react-dom/client';
import '../taskpane/filled.ts';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { serveReading } from '../src/hosts/apart/serve.ts';
import { serveFinding } from '../taskpane/areas/tie/apart/serve.ts';
import '../taskpane/base.css';
import './page.css';
import sample from 'virtual:sample';
import { Shell } from './Shell.tsx';

const sampleBytes = (): Uint8Array => Uint8Array.from(atob(sample), (c) => c.charCodeAt(0));

if (typeof document === 'undefined') {
  // A page that is one file makes its workers of this very script: what is done apart from it is done here.
  serveReading();
  serveFinding();
  postMessage({ ready: true });
} else {
  createRoot(document.getElementById('root')!).render(
    <Shell catalogue={CATALOGUE} sample={sampleBytes} />,
  );
}
