// Checks manuscripts apart from the pane: while it computes the pane answers, and what is stopped ends at once.
import '../filled.ts';
import { serveFinding } from '../areas/tie/apart/serve.ts';
import type { FindingReply } from '../areas/tie/apart/task.ts';

serveFinding();
postMessage({ ready: true } satisfies FindingReply);
