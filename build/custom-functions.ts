// Vite plugin: functions.json and the associations, both made from the JSDoc of functions.ts.
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:custom-functions';

interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
}
interface Described {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** What the generator does not look at: names Excel refuses, optional parameters out of order. */
function problemsOf(functions: readonly Described[]): string[] {
  return functions.flatMap(({ id, name, parameters }) => {
    const problems: string[] = [];
    if (!/^[A-Z][A-Z0-9._]{2,}$/.test(id)) problems.push(`${id}: 编号应为三个以上的大写字母`);
    if (/^[A-Z]{1,3}\d+$/.test(name)) problems.push(`${name}: 与单元格地址相同`);
    const first = parameters.findIndex((p) => p.optional);
    if (first >= 0 && parameters.slice(first).some((p) => !p.optional))
      problems.push(`${id}: 可选参数后面还有必填参数`);
    return problems;
  });
}

/** functions.json as Office 2021 reads it, and the functions to associate. */
export async function describe(
  input: string,
): Promise<{ json: string; associate: readonly { id: string; functionName: string }[] }> {
  const made = await generateCustomFunctionsMetadata(input, false);
  if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
  const metadata = JSON.parse(made.metadataJson) as {
    functions: Described[];
    allowCustomDataForDataTypeAny?: boolean;
  };
  // A key of CustomFunctionsRuntime 1.4, which Office 2021 does not know.
  delete metadata.allowCustomDataForDataTypeAny;
  const problems = problemsOf(metadata.functions);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { json: JSON.stringify(metadata, null, 2), associate: made.associate };
}

export function customFunctions(input: string): Plugin {
  let json = '';
  let module = '';
  return {
    name: 'custom-functions',
    async buildStart() {
      const described = await describe(input);
      json = described.json;
      const lines = described.associate.map(
        ({ id, functionName }) =>
          `CustomFunctions.associate(${JSON.stringify(id)}, functions[${JSON.stringify(functionName)}]);`,
      );
      module = [`import * as functions from ${JSON.stringify(input)};`, ...lines].join('\n');
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: (id) => (id === `\0${VIRTUAL}` ? module : null),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'functions.json', source: json });
    },
  };
}
