// A host that writes down what it was asked and what it answered: taken beside a real program, the record shows
// whether the emulated one behaves alike. Knows the port; knows no program.
import { type Host, HostError, type HostErrorCode, type Traces } from './port.ts';

/** 一步: a verb of the port, or an edit that was heard. */
export interface RecordedStep {
  readonly verb: string;
  readonly given: readonly unknown[];
  readonly gave?: unknown;
  readonly failed?: { readonly code: HostErrorCode | 'unknown'; readonly message: string };
  readonly milliseconds: number;
}

/** 实录: which program it was, and its steps in order. */
export interface Trace {
  readonly program: string;
  readonly steps: readonly RecordedStep[];
}

/** 录下的宿主 and its record so far. */
export interface Recorded {
  readonly host: Host;
  readonly trace: () => Trace;
}

const VERBS = [
  'mark',
  'clear',
  'reveal',
  'darken',
  'write',
  'addSheet',
  'load',
  'store',
  'calculate',
] as const;
type Any = (...given: readonly unknown[]) => Promise<unknown>;

/**
 * 录下: the same host, every step noted with what was given and what came of it; what it throws is thrown on.
 */
export function recorded(host: Host): Recorded {
  const steps: RecordedStep[] = [];
  const noted =
    (verb: string, own: Any): Any =>
    async (...given) => {
      const began = performance.now();
      const step = (rest: Partial<RecordedStep>) =>
        steps.push({ verb, given, ...rest, milliseconds: Math.round(performance.now() - began) });
      try {
        const gave = await own(...given);
        step({ gave });
        return gave;
      } catch (error) {
        const code = error instanceof HostError ? error.code : 'unknown';
        step({ failed: { code, message: String((error as Error).message) } });
        throw error;
      }
    };
  const known = host as unknown as Record<string, Any | undefined>;
  const bound = (on: object, name: string) =>
    noted(name, (on as Record<string, Any>)[name]!.bind(on));
  const verbs = Object.fromEntries(
    VERBS.flatMap((verb) => (known[verb] ? [[verb, bound(host, verb)]] : [])),
  );
  const read = noted('snapshot', () => host.snapshot());
  const { traces } = host;
  const own: Host = {
    ...host,
    ...(verbs as unknown as Host),
    snapshot: (async () => read()) as Host['snapshot'],
    watch: (listener) =>
      host.watch((change) => {
        steps.push({ verb: 'edited', given: [change], milliseconds: 0 });
        listener(change);
      }),
    ...(traces && {
      traces: Object.fromEntries(
        ['marked', 'forget', 'removeSheets'].map((verb) => [verb, bound(traces, verb)]),
      ) as unknown as Traces,
    }),
  };
  return { host: own, trace: () => ({ program: host.name, steps }) };
}
