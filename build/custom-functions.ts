// Vite plugin: functions.json and the associations, both made from the JSDoc of functions.ts.
import { dirname, join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:custom-functions';

interface Parameter {
  name: string;
  readonly description: string;
  readonly optional?: boolean;
}
interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly description?: string };
  helpUrl?: string;
}

/** Where the help of a function is looked up; the package puts the site's address in its place. */
const HELP = 'https://localhost:3000/functions.html';

/** 参数名: the words a description begins with. Excel shows it while a formula is typed. */
const parameterName = ({ name, description }: Parameter): string =>
  /^[\p{L}\p{N}、“”]+/u.exec(description)?.[0] ?? name;

function inChinese(own: Described): void {
  for (const parameter of own.parameters) parameter.name = parameterName(parameter);
  own.helpUrl = `${HELP}#${own.id}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const sectionOf = ({ id, description, parameters, result }: Described): string => {
  const call = parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(', ');
  const rows = parameters.map(
    (p) => `<tr><th>${escaped(p.name)}</th><td>${escaped(p.description)}</td></tr>`,
  );
  return `<section id="${id}"><h2>GJ.${id}</h2><p><code>=GJ.${id}(${escaped(call)})</code></p>
<p>${escaped(description).replaceAll('\n', '<br />')}</p>
<table>${rows.join('')}<tr><th>结果</th><td>${escaped(result.description ?? '')}</td></tr></table></section>`;
};

/** 函数帮助: a page made of the same words as functions.json; `rules` are what holds for all. */
const helpPage = (
  functions: readonly Described[],
  rules: readonly string[],
): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>勾稽函数</title><style>body{font:14px/1.7 "Microsoft YaHei","PingFang SC",sans-serif;max-width:46em;margin:1em auto;padding:0 1em}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:2px 8px;text-align:left;vertical-align:top}th{white-space:nowrap;font-weight:600}
h2{font-size:16px;margin:1.6em 0 .3em}section:target{background:#fdf6d8}code{font-family:Consolas,monospace}</style></head>
<body><h1>勾稽函数</h1>${rules.map((r) => `<p>${escaped(r)}</p>`).join('\n')}
${functions.map(sectionOf).join('\n')}</body></html>
`;

const RULES = [
  '函数都以 GJ. 开头，只按给它的格子计算，不读别的格子，不联网。结果不四舍五入，除非填了保留小数位数。',
  '区域可以选整列：空格子和横线（—、－、-、/）跳过；表头跳过，即同一列上面、同一行前面还没有数的文字。数下面、数后面的文字（如“待定”）不跳过，显示 #VALUE!：那里本应有数。合计行也是数，选整列时请把它排除在外。',
  '单个格子：没有填的不计分。桌面版 Excel 把空格子当作 0 传来，分不清的显示 #N/A。',
  '公开的工作簿请先做“公开前清理”，把函数转为数值或 Excel 自带的公式：没有装勾稽的电脑上，这些格子会显示 #NAME?。',
];

/** What the generator does not look at: names Excel refuses, optional parameters out of order. */
function problemsOf(functions: readonly Described[]): string[] {
  return functions.flatMap(({ id, name, parameters }) => {
    const problems: string[] = [];
    if (!/^[A-Z][A-Z0-9._]{2,}$/.test(id)) problems.push(`${id}: 编号应为三个以上的大写字母`);
    if (/^[A-Z]{1,3}\d+$/.test(name)) problems.push(`${name}: 与单元格地址相同`);
    const first = parameters.findIndex((p) => p.optional);
    if (first >= 0 && parameters.slice(first).some((p) => !p.optional))
      problems.push(`${id}: 可选参数后面还有必填参数`);
    if (new Set(parameters.map((p) => p.name)).size < parameters.length)
      problems.push(`${id}: 两个参数同名`);
    return problems;
  });
}

/** functions.json as Office 2021 reads it, and the functions to associate. */
export async function describe(input: string): Promise<{
  json: string;
  help: string;
  associate: readonly { id: string; functionName: string }[];
}> {
  const made = await generateCustomFunctionsMetadata(input, false);
  if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
  const metadata = JSON.parse(made.metadataJson) as {
    functions: Described[];
    allowCustomDataForDataTypeAny?: boolean;
  };
  // A key of CustomFunctionsRuntime 1.4, which Office 2021 does not know.
  delete metadata.allowCustomDataForDataTypeAny;
  metadata.functions.forEach(inChinese);
  const problems = problemsOf(metadata.functions);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    json: JSON.stringify(metadata, null, 2),
    help: helpPage(metadata.functions, RULES),
    associate: made.associate,
  };
}

export function customFunctions(input: string): Plugin {
  let json = '';
  let help = '';
  let module = '';
  return {
    name: 'custom-functions',
    async buildStart() {
      const described = await describe(input);
      json = described.json;
      help = described.help;
      const lines = described.associate.map(
        ({ id, functionName }) =>
          `CustomFunctions.associate(${JSON.stringify(id)}, forExcel(functions[${JSON.stringify(functionName)}]));`,
      );
      const excel = join(dirname(input), 'excel.ts');
      module = [
        `import * as functions from ${JSON.stringify(input)};`,
        `import { forExcel } from ${JSON.stringify(excel)};`,
        ...lines,
      ].join('\n');
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: (id) => (id === `\0${VIRTUAL}` ? module : null),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'functions.json', source: json });
      this.emitFile({ type: 'asset', fileName: 'functions.html', source: help });
    },
  };
}
