// One after the other: two conversations that change the workbook never overlap. Knows no workbook.

/** Runs what it is given in turn, whatever becomes of the one before. */
export function inTurns(): <T>(what: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (what) => {
    const next = last.then(what, what);
    last = next.catch(() => undefined);
    return next;
  };
}
