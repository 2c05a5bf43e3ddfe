// 活公式: where the workbook calculates a cell from others, a change of those moves it along. Relations are seen
// through such cells, so that a total that is a formula does not hide the cell below it. Knows equations and the
// plainest of formulas: sums and differences of cells; what is anything else stands for itself.
import { type Fact, factsOf, type Table, unitOf } from '../facts/fact.ts';
import { type CellLocation, parseAddress } from '../facts/grid.ts';
import type { EquationTerm, ErrorEquation } from './equations.ts';

/** Larger areas than this are no sums of a table. */
const MOST = 2000;
const TOKEN =
  /\s*(?:(?<sheet>'(?:[^']|'')+'|[^\s'!()+\-*/,:=<>&"^%]+)!)?(?<from>\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(?<to>\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\w(])|\s*(?<name>[A-Za-z.]+)\(|\s*(?<sign>[-+(),])|\s*(?<text>""|\d+(?:\.\d+)?|[=<>])/y;

type Weights = Map<string, number>;
const keyOf = ({ sheet, row, column }: CellLocation): string => `${sheet}|${row}|${column}`;

type Token = Readonly<
  Record<'sheet' | 'from' | 'to' | 'name' | 'sign' | 'text', string | undefined>
>;

function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = formula.replace(/^=/, '').trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    tokens.push(found.groups as Token);
  }
  return tokens;
}

/** Reads a formula as so many times each cell; throws nothing, gives nothing where it is no plain sum. */
class Sum {
  readonly #tokens: readonly Token[];
  readonly #sheet: string;
  readonly #weights: Weights = new Map();
  #at = 0;

  constructor(tokens: readonly Token[], sheet: string) {
    this.#tokens = tokens;
    this.#sheet = sheet;
  }

  read(): Weights | undefined {
    return this.#sum(1) && this.#at === this.#tokens.length ? this.#weights : undefined;
  }

  #takes(sign: string): boolean {
    if (this.#tokens[this.#at]?.sign !== sign) return false;
    this.#at += 1;
    return true;
  }

  #sum(weight: number): boolean {
    if (!this.#part(this.#takes('-') ? -weight : weight)) return false;
    for (;;) {
      if (this.#takes('+')) {
        if (!this.#part(weight)) return false;
      } else if (this.#takes('-')) {
        if (!this.#part(-weight)) return false;
      } else return true;
    }
  }

  #part(weight: number): boolean {
    const token = this.#tokens[this.#at];
    if (this.#takes('(')) return this.#sum(weight) && this.#takes(')');
    this.#at += 1;
    if (token?.from) return this.#cells(token, weight);
    const name = token?.name?.toUpperCase();
    if (name === 'SUM') return this.#list(weight);
    if (name === 'ROUND') return this.#sum(weight) && this.#takes(',') && this.#rest();
    return name === 'IF' && this.#unlessBlank(weight);
  }

  #list(weight: number): boolean {
    do if (!this.#sum(weight)) return false;
    while (this.#takes(','));
    return this.#takes(')');
  }

  /** IF(COUNT(…)=0,"",…): nothing as long as nothing is filled in. */
  #unlessBlank(weight: number): boolean {
    const counts = this.#tokens[this.#at]?.name?.toUpperCase() === 'COUNT';
    this.#at += 1;
    if (!counts || !this.#rest()) return false;
    const words = this.#tokens.slice(this.#at, this.#at + 4).map((t) => t.text ?? t.sign);
    this.#at += 4;
    return (
      words.join(' ') === '= 0 , ""' && this.#takes(',') && this.#sum(weight) && this.#takes(')')
    );
  }

  /** To the bracket that closes what is open. */
  #rest(): boolean {
    for (let depth = 1; depth > 0; this.#at += 1) {
      const token = this.#tokens[this.#at];
      if (!token) return false;
      if (token.sign === '(' || token.name) depth += 1;
      if (token.sign === ')') depth -= 1;
    }
    return true;
  }

  #cells({ sheet, from, to }: Token, weight: number): boolean {
    const [first, last] = [parseAddress(from!), parseAddress(to ?? from!)];
    if (!first || !last || last.row < first.row || last.column < first.column) return false;
    if ((last.row - first.row + 1) * (last.column - first.column + 1) > MOST) return false;
    const own = sheet?.replace(/^'|'$/g, '').replaceAll("''", "'") ?? this.#sheet;
    for (let row = first.row; row <= last.row; row += 1)
      for (let column = first.column; column <= last.column; column += 1) {
        const key = keyOf({ sheet: own, row, column });
        this.#weights.set(key, (this.#weights.get(key) ?? 0) + weight);
      }
    return true;
  }
}

/** 公式所加各格, each with how often it counts; undefined where it is no plain sum. */
export function weightsIn(formula: string, sheet: string): ReadonlyMap<string, number> | undefined {
  const tokens = tokensOf(formula);
  return tokens && new Sum(tokens, sheet).read();
}

/** How often a cell counts in those that are calculated from it, through however many formulas. */
class Calculated {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #known = new Map<Fact, ReadonlyMap<Fact, number> | undefined>();

  constructor(tables: Iterable<Table>) {
    this.#facts = new Map(
      [...tables].flatMap((t) => [...factsOf(t)].map((f) => [keyOf(f.location), f] as const)),
    );
  }

  from(fact: Fact): ReadonlyMap<Fact, number> | undefined {
    if (this.#known.has(fact)) return this.#known.get(fact);
    // A circle of formulas is calculated from nothing.
    this.#known.set(fact, undefined);
    const found = this.#read(fact);
    this.#known.set(fact, found);
    return found;
  }

  #read(fact: Fact): ReadonlyMap<Fact, number> | undefined {
    const weights = fact.formula && weightsIn(fact.formula, fact.location.sheet);
    if (!weights) return undefined;
    const result = new Map<Fact, number>();
    const put = (f: Fact, n: number) => result.set(f, (result.get(f) ?? 0) + n);
    for (const [key, weight] of weights) {
      const own = this.#facts.get(key);
      if (!own) continue;
      if (unitOf(own) !== unitOf(fact) || own === fact) return undefined;
      put(own, weight);
      for (const [below, times] of this.from(own) ?? []) put(below, weight * times);
    }
    return result;
  }
}

/** Terms as they move when a cell changes and the workbook calculates; undefined where they are as they stand. */
function movedTerms(
  { terms }: ErrorEquation,
  calculated: Calculated,
): Map<Fact, EquationTerm> | undefined {
  const counts = new Map([...terms].map(([f, t]) => [f, { n: t.sign as number, shift: t.shift }]));
  let moved = false;
  for (const [fact, term] of terms) {
    for (const [below, times] of calculated.from(fact) ?? []) {
      const { n } = counts.get(below) ?? { n: 0 };
      counts.set(below, { n: n + term.sign * times, shift: term.shift });
      moved = true;
    }
  }
  if (!moved) return undefined;
  const result = new Map<Fact, EquationTerm>();
  for (const [fact, { n, shift }] of counts) {
    if (n === 0) continue;
    if (n !== 1 && n !== -1) return undefined;
    result.set(fact, { sign: n, shift });
  }
  return result;
}

/** Relations seen through the formulas of the workbook, by what they are as they stand. */
export function seenThrough(
  equations: readonly ErrorEquation[],
): ReadonlyMap<ErrorEquation, ErrorEquation> {
  const facts = new Set(equations.flatMap((e) => [...e.terms.keys()]));
  if (![...facts].some((f) => f.formula)) return new Map();
  const calculated = new Calculated(new Set([...facts].map((f) => f.table)));
  return new Map(
    equations.flatMap((e) => {
      const terms = movedTerms(e, calculated);
      return terms ? [[e, { ...e, terms }] as const] : [];
    }),
  );
}
