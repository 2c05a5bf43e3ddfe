// Opens files apart from the page.
import { serveReading } from './serve.ts';
import type { ApartReply } from './task.ts';

serveReading();
postMessage({ ready: true } satisfies ApartReply);
