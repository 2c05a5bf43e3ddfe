// Custom functions of the add-in as a sheet calls them: names and parameters from functions.json,
// arguments converted as Excel converts them. Two routes to the code; knows no grid.
import { CELL_ERROR, type FunctionCalls, type FunctionFailure } from './function-calls.ts';

/** 自定义函数参数 of functions.json. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}
/** 自定义函数 of functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
}
type Converted = { readonly given: unknown[] } | { readonly error: string };

class CellError extends Error {}

function scalar(value: unknown, type: string | undefined): unknown {
  if (typeof value === 'string' && CELL_ERROR.test(value)) throw new CellError(value);
  if (value === null || value === undefined) {
    if (type === 'string') return '';
    return type === 'boolean' ? false : 0;
  }
  if (type === 'string') return String(value);
  if (type !== 'number') return value;
  const typed = typeof value === 'string' && value.trim() === '' ? Number.NaN : +(value as string);
  if (Number.isNaN(typed)) throw new CellError('#VALUE!');
  return typed;
}

function argument(parameter: FunctionParameter, raw: unknown): unknown {
  if (raw === undefined) {
    if (parameter.optional) return null;
    throw new CellError('#VALUE!');
  }
  const lines = Array.isArray(raw) ? (raw as unknown[][]) : [[raw]];
  if (parameter.dimensionality === 'matrix') {
    return lines.map((line) => line.map((value) => scalar(value, parameter.type)));
  }
  // A reference to one cell arrives as [[v]].
  if (lines.length !== 1 || lines[0]!.length !== 1) throw new CellError('#VALUE!');
  return scalar(lines[0]![0], parameter.type);
}

/** Excel's conversion; an error is what the cell shows without calling. */
export function converted(metadata: FunctionMetadata, raw: readonly unknown[]): Converted {
  try {
    return { given: metadata.parameters.map((parameter, i) => argument(parameter, raw[i])) };
  } catch (trouble) {
    if (trouble instanceof CellError) return { error: trouble.message };
    throw trouble;
  }
}

interface PaneWindow {
  readonly CustomFunctions?: {
    readonly _association: {
      readonly mappings: Readonly<Record<string, (...given: unknown[]) => unknown>>;
    };
  };
}
/** Straight into the pane's window: the associated function, in the same turn. */
export function callDirectly(
  pane: object,
  metadata: FunctionMetadata,
  raw: readonly unknown[],
): unknown {
  const arguments_ = converted(metadata, raw);
  if ('error' in arguments_) return arguments_.error;
  const { CustomFunctions } = pane as PaneWindow;
  const associated = CustomFunctions?._association.mappings[metadata.id.toUpperCase()];
  if (!associated) return '#NAME?';
  try {
    const result = associated(...arguments_.given);
    return result instanceof Object && 'then' in result ? '#VALUE!' : result;
  } catch (trouble) {
    const code = (trouble as { code?: string }).code ?? '';
    return CELL_ERROR.test(code) ? code : '#VALUE!';
  }
}

/**
 * Through the library's runtime: the cell shows #BUSY!, one recalculation follows when all answers
 * are there. Results are kept by their arguments, so it is right for pure functions only.
 */
export class DeferredCalls {
  readonly #known = new Map<string, unknown>();
  #open = 0;
  constructor(
    readonly functions: FunctionCalls,
    readonly recalculate: () => void,
  ) {}
  call(metadata: FunctionMetadata, raw: readonly unknown[]): unknown {
    const arguments_ = converted(metadata, raw);
    if ('error' in arguments_) return arguments_.error;
    const key = JSON.stringify([metadata.id, arguments_.given]);
    if (!this.#known.has(key)) {
      this.#known.set(key, '#BUSY!');
      this.#open++;
      void this.functions.call(metadata.id, arguments_.given).then((result) => {
        const failure = result as FunctionFailure | null;
        const failed = failure instanceof Object && 'cellError' in failure;
        this.#known.set(key, failed ? failure.cellError : result);
        if (--this.#open === 0) this.recalculate();
      });
    }
    return this.#known.get(key);
  }
}
