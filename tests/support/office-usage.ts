// Which members of Excel our code names, told by the compiler: property accesses, destructuring, and
// the paths inside load('…').
import ts from 'typescript';

/** 用到的成员. */
export interface Usage {
  /** `Range.values` */
  readonly member: string;
  readonly file: string;
}

const TYPINGS = /@types[\\/]office-js[\\/]index\.d\.ts$/;

/** `Range` of a member declared in a class of the namespace Excel; undefined for anything else. */
function owner(symbol: ts.Symbol | undefined): string | undefined {
  const declaration = symbol?.declarations?.[0];
  const parent = declaration?.parent;
  if (!declaration || !parent || !TYPINGS.test(declaration.getSourceFile().fileName)) return;
  if (!ts.isClassDeclaration(parent) || !ts.isModuleBlock(parent.parent)) return;
  return parent.parent.parent.name.getText() === 'Excel' ? parent.name?.getText() : undefined;
}

class Reader {
  readonly usages = new Map<string, Usage>();
  constructor(readonly checker: ts.TypeChecker) {}

  read(file: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        this.#note(this.checker.getSymbolAtLocation(node.name), file);
      }
      if (ts.isObjectBindingPattern(node)) this.#destructured(node, file);
      if (ts.isCallExpression(node)) this.#loaded(node, file);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  #note(symbol: ts.Symbol | undefined, file: ts.SourceFile): void {
    const name = owner(symbol);
    if (name === undefined) return;
    const member = `${name}.${symbol!.name}`;
    this.usages.set(`${member} ${file.fileName}`, { member, file: file.fileName });
  }
  #destructured(pattern: ts.ObjectBindingPattern, file: ts.SourceFile): void {
    const type = this.checker.getTypeAtLocation(pattern);
    for (const element of pattern.elements) {
      const name = (element.propertyName ?? element.name).getText();
      this.#note(type.getProperty(name), file);
    }
  }
  #loaded(call: ts.CallExpression, file: ts.SourceFile): void {
    const { expression } = call;
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load') return;
    const type = this.checker.getTypeAtLocation(expression.expression);
    const [given] = call.arguments;
    if (!given) return;
    const paths = this.checker.getTypeAtLocation(given);
    if (!paths.isStringLiteral()) throw new Error(`cannot tell what is loaded: ${call.getText()}`);
    for (const path of paths.value.split(',')) this.#path(type, path.trim(), file);
  }
  #path(type: ts.Type, path: string, file: ts.SourceFile): void {
    let current = type;
    for (const name of path.split('/')) {
      const symbol = current.getProperty(name);
      if (!symbol) throw new Error(`${this.checker.typeToString(current)} has no ${name}`);
      this.#note(symbol, file);
      const next = this.checker.getTypeOfSymbol(symbol);
      current = this.checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next;
    }
  }
}

export function officeUsage(files: readonly string[]): Usage[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const program = ts.createProgram([...files], options);
  const reader = new Reader(program.getTypeChecker());
  for (const file of files) reader.read(program.getSourceFile(file)!);
  return [...reader.usages.values()];
}
