// Checks manuscripts apart from the pane: while it computes the pane answers, and what is stopped ends at once.
import { serveFinding } from './serve.ts';
import type { FindingReply } from './task.ts';

serveFinding();
postMessage({ ready: true } satisfies FindingReply);
