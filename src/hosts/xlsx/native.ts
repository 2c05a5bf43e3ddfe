// Our functions in Excel's own words, where Excel has them. Knows formulas as files spell them; knows no sheet.

/** A call of ours, as Excel shows it and as it stores functions of add-ins. */
const CALL = /(?:_xldudf_GJ_|\bGJ\.)([A-Z]+)\(/i;

/** Whether a formula, with or without its `=`, calls a function of ours anywhere. */
export const namesOurFunction = (formula: string): boolean => CALL.test(formula);

/** Where the bracket that opens at `open` closes, and the arguments between; texts and brackets kept whole. */
function argumentsAt(text: string, open: number): { end: number; args: string[] } | undefined {
  const args: string[] = [];
  let depth = 0;
  let from = open + 1;
  let quote = '';
  for (let at = open; at < text.length; at += 1) {
    const c = text[at]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '{') depth += 1;
    else if (c === ')' || c === '}') {
      depth -= 1;
      if (depth === 0) return { end: at + 1, args: [...args, text.slice(from, at).trim()] };
    } else if (c === ',' && depth === 1) {
      args.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return undefined;
}

type Native = (args: readonly string[]) => string | undefined;

const rounded = (value: string, decimals: string | undefined): string =>
  decimals ? `ROUND(${value},${decimals})` : value;

const NATIVE: Readonly<Record<string, Native>> = {
  EXECRATE: ([budget, actual, decimals]) => rounded(`(${actual})/(${budget})`, decimals),
  SHARE: ([part, whole, decimals]) => rounded(`(${part})/(${whole})`, decimals),
  GROWTH: ([now, before, decimals]) => rounded(`((${now})-(${before}))/(${before})`, decimals),
  TOWANYUAN: ([yuan, decimals]) => `ROUND((${yuan})/10000,${decimals || '2'})`,
  TOTALDIFF: ([total, parts]) => `(${total})-SUM(${parts})`,
  // Stored doubles add up with an error far below a hundredth of a fen.
  CHECKTOTAL: ([total, parts, decimals]) =>
    decimals ? undefined : `ROUND((${total})-SUM(${parts}),6)=0`,
  WEIGHTEDSCORE: ([scores, money]) => `SUMPRODUCT(${scores},${money})/SUM(${money})`,
};

/** The same formula without any call of ours; undefined where Excel has no words for one. */
export function nativeFormula(formula: string): string | undefined {
  let text = formula;
  for (let call = CALL.exec(text); call; call = CALL.exec(text)) {
    const open = call.index + call[0].length - 1;
    const found = argumentsAt(text, open);
    const native = found && NATIVE[call[1]!.toUpperCase()]?.(found.args);
    if (!found || native === undefined) return undefined;
    text = `${text.slice(0, call.index)}(${native})${text.slice(found.end)}`;
  }
  return text;
}
