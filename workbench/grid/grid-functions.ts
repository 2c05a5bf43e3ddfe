// The add-in's custom functions in the grid: names from functions.json, code from the pane's window.
import type { FUniver } from '@univerjs/core/facade';
import { callDirectly, type FunctionMetadata } from '../emulator/functions.ts';

const USER_DEFINED = 15;

export function registerFunctions(
  api: FUniver,
  functions: readonly FunctionMetadata[],
  namespace: string,
  pane: () => Window,
): void {
  for (const metadata of functions) {
    const functionName = `${namespace}.${metadata.name}`.toUpperCase();
    const words = metadata.description ?? '';
    const description = {
      functionName,
      functionType: USER_DEFINED,
      description: words,
      abstract: words,
      functionParameter: metadata.parameters.map((p) => ({
        name: p.name,
        detail: p.description ?? '',
        example: '',
        require: p.optional ? 0 : 1,
        repeat: 0,
      })),
    };
    const call = (...raw: unknown[]) => callDirectly(pane(), metadata, raw);
    api.getFormula().registerFunction(functionName, call as never, { description } as never);
  }
}
