// The native object that desktop Excel puts into a pane as `window.external`. Must be in place
// before office.js runs. Knows how the library talks to it; knows no workbook.
import type { EmulatedExcel, RichMessage } from './excel.ts';

/** 模拟的 Excel: what it says of itself. */
export interface ExcelProfile {
  readonly locale?: string;
  readonly version?: string;
  readonly address?: string;
  /** Requirement sets it claims: `{ ExcelApi: '1.12' }`. */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly sharedRuntime?: boolean;
  readonly customFunctions?: boolean;
  /** Office theme; dark when so told. */
  readonly dark?: boolean;
  /** Excel on Mac: other files of the library, and messages of WebKit in place of the native object. */
  readonly mac?: boolean;
}
/** Arrays must look as those of COM. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}
type Rows = readonly unknown[];
type Handler = (id: number, payload: Rows) => void;
type Callback = (result: Rows | number) => void;

const EXECUTE = { batch: 93, commandCompleted: 94 } as const;
const EVENT = { selectionChanged: 2, richMessage: 33, command: 39 } as const;
const EDIT_MODE = 5004;
const TOO_LONG = { request: 5103, answer: 5104 } as const;
const UNKNOWN_CALL = 5000;
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  RichApiRuntime: '1.1',
  DialogApi: '1.1',
};

const safe = (items: readonly unknown[]): SafeArray => ({
  toArray: () => items.map((item) => (Array.isArray(item) ? safe(item) : item)),
  dimensions: () => 1,
});
const later = (action: () => void): void => {
  setTimeout(action, 0);
};

/** type|platform|version|locale|correlation|dialog|logging|flags (1 shared runtime, 2 functions) */
export function hostInfo(profile: ExcelProfile): string {
  const flags =
    (profile.sharedRuntime === false ? 0 : 1) + (profile.customFunctions === false ? 0 : 2);
  const { locale = 'zh-CN' } = profile;
  const build = profile.mac ? ['Mac', '16.00'] : ['Win32', '16.01'];
  return ['Excel', ...build, locale, 'emulated', '', 'disableLogging', flags].join('$');
}

function settingsStore(): { Read: unknown; Write: unknown } {
  const settings = new Map<string, string>();
  return {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of settings) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      settings.clear();
      for (const [i, key] of keys.entries()) settings.set(key, values[i]!);
    },
  };
}

export function nativeContext(profile: ExcelProfile): Record<string, () => unknown> {
  const locale = profile.locale ?? 'zh-CN';
  const settings = settingsStore();
  const [back, front] = profile.dark ? [0x262626, 0xffffff] : [0xffffff, 0];
  const theme = {
    bodyBackgroundColor: back,
    bodyForegroundColor: front,
    controlBackgroundColor: back,
    controlForegroundColor: front,
  };
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'emulated-solution',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => profile.address ?? 'C:\\emulated.xlsx',
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'c',
    GetInstanceId: () => 'i',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify({ ...REQUIREMENTS, ...profile.requirements }),
    GetHostCustomMessage: () => undefined,
    GetHostFullVersion: () => profile.version ?? '16.0.14332.20000',
    GetDialogRequirementMatrix: () => undefined,
    GetFeaturesForSolution: () => undefined,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => settings,
  };
}

/** One pane's end of the line: who listens in it, which commands it has still to complete. */
export class Line {
  readonly #handlers = new Map<string, Handler>();
  readonly #commands = new Map<string, (status: number) => void>();
  constructor(readonly excel: EmulatedExcel) {}

  #key(id: number, target: string): string {
    return `${id}|${target ?? ''}`;
  }
  #tell(id: number, rows: readonly unknown[]): void {
    later(() => this.#handlers.get(this.#key(id, ''))?.(id, rows));
  }
  listen(): void {
    const text = (m: unknown): string => (typeof m === 'string' ? m : JSON.stringify(m));
    this.excel.onMessage = (messages: readonly RichMessage[]) => {
      const rows = messages.map((m) => [m.category, m.type, m.target, text(m.message), '', false]);
      this.#tell(EVENT.richMessage, rows);
    };
    this.excel.onSelection = () => this.#tell(EVENT.selectionChanged, []);
    // A ribbon button was pressed; resolves when the add-in says event.completed().
    this.excel.invokeCommand = (name, controlId = 'button') =>
      new Promise<number>((done) => {
        const id = `command${this.#commands.size + 1}`;
        this.#commands.set(id, done);
        this.#tell(EVENT.command, [id, name, JSON.stringify({ source: { id: controlId } })]);
      });
  }
  execute(id: number, given: readonly unknown[], answer: Callback): void {
    if (id === EXECUTE.commandCompleted) {
      this.#commands.get(String(given[0]))?.(Number(given[1]));
      later(() => answer([0]));
      return;
    }
    const { faults, editing } = this.excel;
    const batchFault = (): number | undefined =>
      faults.shift() ?? (editing ? EDIT_MODE : undefined);
    const fault = id === EXECUTE.batch ? batchFault() : UNKNOWN_CALL;
    if (fault !== undefined) {
      later(() => answer(fault));
      return;
    }
    // [customData, method, path, headers, body, …]
    const [, , , , body] = given[0] as readonly unknown[];
    const { payload } = this.excel;
    if (String(body).length > payload) {
      later(() => answer(TOO_LONG.request));
      return;
    }
    void this.excel.execute(String(body)).then((response) => {
      if (response.length > payload) answer(TOO_LONG.answer);
      else answer([0, [200, [], response]]);
    });
  }
  register(id: number, target: string, handler: Handler, answer: Callback): void {
    this.#handlers.set(this.#key(id, target), handler);
    later(() => answer(0));
  }
  unregister(id: number, target: string, answer: Callback): void {
    this.#handlers.delete(this.#key(id, target));
    later(() => answer(0));
  }
}

/** 原生对象 for one pane; a reloaded pane needs a new one. */
export function createExternal(excel: EmulatedExcel, profile: ExcelProfile = {}): object {
  const line = new Line(excel);
  line.listen();
  const context = nativeContext(profile);
  type Given = (result: SafeArray | number) => void;
  const array =
    (answer: Given): Callback =>
    (result) =>
      answer(typeof result === 'number' ? result : safe(result));
  type Heard = (id: number, payload: SafeArray) => void;
  return {
    GetHostInfo: () => hostInfo(profile),
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (id: number, given: Rows, answer: Given) => line.execute(id, given, array(answer)),
    RegisterEvent: (id: number, target: string, heard: Heard, answer: Given) =>
      line.register(id, target, (event, rows) => heard(event, safe(rows)), array(answer)),
    UnregisterEvent: (id: number, target: string, answer: Given) =>
      line.unregister(id, target, array(answer)),
  };
}
