// The officials' notation read into a tree. Problems are values with an offset, so that the lint can
// point at them.

import { DEEPEST_BRACKETS, TooDeep, tokensWithin } from './bounds.ts';
import type { FormulaToken } from './tokens.ts';
import type {
  Node,
  NumberedItem,
  Path,
  PathPart,
  Relation,
  Relational,
  Rule,
  SyntaxProblem,
} from './tree.ts';

/** 解析结果: the tree, or the first problem with its offset; nothing is thrown. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SyntaxProblem };

/** Functions of the notation; whatever else stands before a bracket must be quoted. */
const FUNCTIONS = ['min', 'max', '进位', '若', '有'] as const;
/** Words before a dot that name a period, not a table. */
const PERIODS = new Set(['上年', '本年', '下级']);
const AXES = new Set(['行', '栏', '栏各行']);
const RELATIONS = new Set(['=', '≤', '≥', '∈']);

class Reader {
  private at = 0;
  private depth = 0;
  private readonly list: FormulaToken[];
  constructor(private readonly text: string) {
    this.list = tokensWithin(text);
  }

  peek(offset = 0): FormulaToken | undefined {
    return this.list[this.at + offset];
  }
  isSign(sign: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token?.kind === 'sign' && token.text === sign;
  }
  take(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.at += 1;
    return true;
  }
  next(): FormulaToken {
    const token = this.peek();
    if (!token) this.refuse('算式不完整');
    this.at += 1;
    return token!;
  }
  need(sign: string): void {
    if (!this.take(sign)) this.refuse(`此处应为“${sign}”`);
  }
  get done(): boolean {
    return this.at >= this.list.length;
  }
  mark(): number {
    return this.at;
  }
  back(mark: number): void {
    this.at = mark;
  }
  refuse(message: string): never {
    throw new TooDeep({ at: this.peek()?.at ?? this.text.length, message });
  }

  /** `27行`, `(1+2+…+8)行`; undefined (and nothing taken) when it is something else. */
  numbered(): Node | undefined {
    const start = this.mark();
    const items: NumberedItem[] = [];
    const bracket = this.take('(');
    let sign: 1 | -1 = 1;
    do {
      if (this.take('…')) items.push({ sign, number: '…' });
      else if (this.peek()?.kind === 'number')
        items.push({ sign, number: Number(this.next().text) });
      else break;
      sign = this.isSign('-') ? -1 : 1;
    } while (bracket && (this.take('+') || this.take('-')));
    const closed = !bracket || this.take(')');
    const axis = this.peek();
    if (closed && items.length > 0 && axis?.kind === 'name' && AXES.has(axis.text)) {
      if (items.every((i) => i.number !== '…' || items.length > 1)) {
        this.at += 1;
        return { kind: 'numbered', axis: axis.text as '行', items };
      }
    }
    this.back(start);
    return undefined;
  }

  part(): PathPart {
    const sum = this.take('Σ');
    const token = this.next();
    if (token.kind === 'sign') {
      this.at -= 1;
      this.refuse('此处应为名称、编码或级次');
    }
    let name = token.text;
    const after = this.peek();
    if (token.kind === 'number' && after?.kind === 'name' && after.text === '类') {
      this.at += 1;
      name = token.text;
    }
    return { name, sum, quoted: token.kind === 'quoted' };
  }

  path(): Path {
    const segments: PathPart[][] = [];
    do {
      const parts = [this.part()];
      while (this.take('·')) parts.push(this.part());
      segments.push(parts);
    } while (this.take('.'));
    const parts = segments.pop()!;
    const heads = segments.map((s) => s.map((p) => p.name).join('·'));
    const last = heads.at(-1);
    const lastIsPeriod = last !== undefined && PERIODS.has(last);
    const table = lastIsPeriod ? undefined : heads.pop();
    const scope = heads.join('.');
    return { kind: 'path', ...(scope && { scope }), ...(table && { table }), parts };
  }

  call(name: string): Node {
    this.need('(');
    if (name === '档') return this.steps();
    const args: Node[] = [this.condition()];
    while (this.take(',')) args.push(this.condition());
    this.need(')');
    return { kind: 'call', name, args };
  }

  private steps(): Node {
    const of = this.sum();
    this.need(';');
    const steps: { from: Node; value: Node }[] = [];
    do {
      const from = this.sum();
      this.need('→');
      steps.push({ from, value: this.sum() });
    } while (this.take(','));
    this.need(')');
    return { kind: 'steps', of, steps };
  }

  private condition(): Node {
    const left = this.sum();
    const rel = this.peek()?.text;
    if (this.peek()?.kind === 'sign' && rel && RELATIONS.has(rel)) {
      this.at += 1;
      return { kind: 'relation', rel: rel as Relational, left, right: this.sum() };
    }
    return left;
  }

  factor(): Node {
    this.depth += 1;
    if (this.depth > DEEPEST_BRACKETS) this.refuse('括号套得太深，请分成几条写');
    const node = this.innerFactor();
    this.depth -= 1;
    return node;
  }

  private innerFactor(): Node {
    if (this.take('-')) return { kind: 'negative', of: this.factor() };
    const numbered = this.numbered();
    if (numbered) return numbered;
    if (this.take('(')) {
      const inner = this.sum();
      this.need(')');
      return inner;
    }
    const token = this.peek();
    if (
      token?.kind === 'number' &&
      !(this.peek(1)?.kind === 'name' && this.peek(1)?.text === '类')
    ) {
      this.at += 1;
      return { kind: 'number', text: this.take('%') ? `${token.text}%` : token.text };
    }
    if (token?.kind === 'name' && this.isSign('(', 1)) {
      if (token.text !== '档' && !FUNCTIONS.some((f) => f === token.text)) {
        this.refuse(`“${token.text}”不是函数；带括号的名称请写在「」中`);
      }
      this.at += 1;
      return this.call(token.text);
    }
    return this.path();
  }

  term(): Node {
    let left = this.factor();
    for (;;) {
      const op = this.isSign('×') ? '×' : this.isSign('÷') ? '÷' : undefined;
      if (!op) return left;
      this.at += 1;
      left = { kind: 'binary', op, left, right: this.factor() };
    }
  }

  sum(): Node {
    const terms: { sign: 1 | -1; node: Node | '…' }[] = [];
    let sign: 1 | -1 = 1;
    for (;;) {
      terms.push({ sign, node: this.take('…') ? '…' : this.term() });
      if (this.take('+')) sign = 1;
      else if (this.take('-')) sign = -1;
      else break;
    }
    return this.folded(terms);
  }

  /** `31行＋32行＋…＋56行` becomes one numbered sum; other sums become a chain of operations. */
  private folded(terms: { sign: 1 | -1; node: Node | '…' }[]): Node {
    if (terms.some((t) => t.node === '…')) {
      const items: NumberedItem[] = [];
      let axis: '行' | '栏' | '栏各行' | undefined;
      for (const { sign, node } of terms) {
        if (node === '…') items.push({ sign, number: '…' });
        else if (node.kind === 'numbered') {
          axis = node.axis;
          items.push(...node.items.map((i) => ({ ...i, sign: (i.sign * sign) as 1 | -1 })));
        } else this.refuse('“…”只能用于行次或栏次之间');
      }
      if (!axis) this.refuse('“…”只能用于行次或栏次之间');
      return { kind: 'numbered', axis, items };
    }
    const [first, ...rest] = terms as { sign: 1 | -1; node: Node }[];
    return rest.reduce<Node>(
      (left, { sign, node }) => ({ kind: 'binary', op: sign > 0 ? '+' : '-', left, right: node }),
      first!.node,
    );
  }

  relations(): Relation[] {
    const result: Relation[] = [];
    let left = this.sum();
    let count = 0;
    for (;;) {
      const rel = this.peek()?.text;
      if (this.peek()?.kind !== 'sign' || !rel || !RELATIONS.has(rel)) break;
      this.at += 1;
      const right = this.sum();
      result.push({ left, rel: rel as Relational, right });
      left = right;
      count += 1;
    }
    if (count === 0) this.refuse('此处应为“=”“≤”“≥”或“∈”');
    return result;
  }

  /** `表1:`, `表5、表8:` and the leading `注：`. */
  prefix(): string[] {
    const start = this.mark();
    const tables: string[] = [];
    while (this.peek()?.kind === 'name') {
      tables.push(this.next().text);
      if (this.take(':')) return tables.length === 1 && tables[0] === '注' ? this.prefix() : tables;
      if (!this.take('、')) break;
    }
    this.back(start);
    return [];
  }

  rule(): Rule {
    const tables = this.prefix();
    const relations: Relation[] = [];
    do {
      if (this.done) break;
      relations.push(...this.relations());
    } while (this.take(';'));
    if (!this.done) this.refuse('此处多出内容');
    if (relations.length === 0) this.refuse('没有算式');
    return { tables, relations };
  }
}

function attempt<T>(text: string, read: (reader: Reader) => T): Parsed<T> {
  try {
    return { ok: true, value: read(new Reader(text)) };
  } catch (error) {
    if (error instanceof TooDeep) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** 规则算式 read from the notation: `表3: 合计=Σ类; 类=Σ款`, or a printed note. */
export const parseRule = (text: string): Parsed<Rule> => attempt(text, (r) => r.rule());

/** 算式 alone, without a relation. */
export const parseFormula = (text: string): Parsed<Node> =>
  attempt(text, (r) => {
    const node = r.sum();
    if (!r.done) r.refuse('此处多出内容');
    return node;
  });
