// How people mistype a number. Knows digits only.

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
