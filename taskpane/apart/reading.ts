// Opens files apart from the page.
import '../filled.ts';
import { serveReading } from '../../src/hosts/apart/serve.ts';
import type { ApartReply } from '../../src/hosts/apart/task.ts';

serveReading();
postMessage({ ready: true } satisfies ApartReply);
