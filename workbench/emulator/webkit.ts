// The bridge that Excel on Mac puts into a pane: messages of WebKit as text, answered by calling a function of the page.
// The library for Mac keeps them ten milliseconds apart. Knows how the library talks to it; knows no workbook.
import type { EmulatedExcel } from './excel.ts';
import { type ExcelProfile, Line, nativeContext } from './external.ts';

const METHOD = { execute: 1, register: 2, unregister: 3, context: 5 };

interface Message {
  readonly methodId: number;
  readonly params: { id: number; targetId?: string; apiArgs?: readonly unknown[] };
  readonly callbackId?: string;
  readonly callbackFunction?: string;
  readonly eventCallbackFunction?: string;
}

/** The context in the order in which the Mac tells it. */
const CONTEXT = [
  '',
  'GetSolutionRef',
  'GetAppType',
  'GetAppVersionMajor',
  'GetAppVersionMinor',
  '',
  '',
  'GetAppCapabilities',
  'GetAppUILocale',
  'GetAppDataLocale',
  '',
  'GetDocUrl',
  'GetActivationMode',
  'GetControlIntegrationLevel',
  'GetSolutionToken',
  '',
  'GetCorrelationId',
  'GetInstanceId',
  'GetTouchEnabled',
  'GetCommerceAllowed',
  'GetSupportedMatrix',
  'GetHostCustomMessage',
  'GetHostFullVersion',
  'GetInitialDisplayMode',
];

function contextOf(profile: ExcelProfile): unknown[] {
  const own = nativeContext(profile);
  const [, ...rest] = CONTEXT.map((name) => own[name]?.() ?? null);
  // Settings of the document: names and values, none yet.
  return [[[], []], ...rest];
}

/** 消息桥 for one pane. */
export function createWebkit(excel: EmulatedExcel, profile: ExcelProfile): object {
  const line = new Line(excel);
  line.listen();
  // Names of functions as they stand in the page: OSF.ScriptMessaging.agaveHostCallback.
  const call = (path: string | undefined, id: string | undefined, payload: unknown): void => {
    const named = path?.split('.').reduce<unknown>((at, k) => (at as never)?.[k], globalThis);
    // Everything goes as text: nothing of ours is shared with the page.
    (named as ((id: unknown, given: unknown) => void) | undefined)?.(
      id,
      JSON.parse(JSON.stringify(payload)),
    );
  };
  const handle = (message: Message): void => {
    const { methodId, params, callbackId, callbackFunction } = message;
    const answer = (result: unknown): void => call(callbackFunction, callbackId, result);
    const target = params.targetId ?? '';
    if (methodId === METHOD.context) answer(contextOf(profile));
    else if (methodId === METHOD.execute)
      line.execute(params.id, params.apiArgs ?? [], (result) => answer([result]));
    else if (methodId === METHOD.register) {
      const heard = (id: number, rows: readonly unknown[]): void =>
        call(message.eventCallbackFunction, callbackId, [rows, id]);
      line.register(params.id, target, heard, (status) => answer([status]));
    } else if (methodId === METHOD.unregister)
      line.unregister(params.id, target, (status) => answer([status]));
    else throw new Error(`the emulated Mac does not know method ${methodId}`);
  };
  const postMessage = (text: string): void => {
    setTimeout(() => handle(JSON.parse(text) as Message), 0);
  };
  return { messageHandlers: { Agave: { postMessage } } };
}
