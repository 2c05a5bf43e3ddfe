// How people mistype a number. Knows digits only.
import { type Exact, parseExact } from '../../measure/exact.ts';

/** One digit, or two neighbouring ones: how people mistype. */
export function isSlip(printed: string, ought: string): boolean {
  const [a, b] = [printed, ought].map((t) => t.replace(/^-/, ''));
  if (a === undefined || b === undefined || a === b) return false;
  if (a.length === b.length) {
    const differing = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
    if (differing.length === 1) return true;
    const [i, j] = differing;
    return differing.length === 2 && j === i! + 1 && a[i!] === b[j!] && a[j!] === b[i!];
  }
  const digits = (t: string) => t.replace('.', '').replace(/^0+|0+$/g, '');
  if (digits(a) === digits(b)) return true;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  );
}

/** Every number that one mistyped digit, or two exchanged ones, may have stood for. */
function* meant(printed: string): Generator<string> {
  for (const [i, char] of [...printed].entries()) {
    if (!/\d/.test(char)) continue;
    const put = (digits: string) => printed.slice(0, i) + digits + printed.slice(i + digits.length);
    for (let digit = 0; digit <= 9; digit += 1)
      if (String(digit) !== char) yield put(String(digit));
    const next = printed[i + 1];
    if (next !== undefined && /\d/.test(next) && next !== char) yield put(next + char);
  }
}

/** Whether a slip of the hand leads to a number that `fits`. */
export function slipFits(printed: string, fits: (value: Exact) => boolean): boolean {
  for (const text of meant(printed)) {
    const value = parseExact(text);
    if (value && fits(value)) return true;
  }
  return false;
}
