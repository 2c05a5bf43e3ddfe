// Which of many names a text ends with, found in one walk from its last sign. Knows texts only.

interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  /** What is called by the signs so far, in the order in which it was added. */
  readonly here: T[];
}

const branch = <T>(): Branch<T> => ({ next: new Map(), here: [] });

/** 词尾树: names read from their end. */
export class Endings<T> {
  readonly #root = branch<T>();

  /** Adds what goes by a name. */
  add(name: string, value: T): void {
    let at = this.#root;
    for (let i = name.length - 1; i >= 0; i -= 1) {
      const sign = name[i]!;
      const next = at.next.get(sign) ?? branch<T>();
      at.next.set(sign, next);
      at = next;
    }
    at.here.push(value);
  }

  /** Everything whose name the text ends with, the longest name first. */
  of(text: string): T[] {
    const found: (readonly T[])[] = [];
    let at: Branch<T> | undefined = this.#root;
    for (let i = text.length - 1; at; i -= 1) {
      if (at.here.length > 0) found.push(at.here);
      at = i < 0 ? undefined : at.next.get(text[i]!);
    }
    return found.reverse().flat();
  }
}
