// A memory with a bound. What is forgotten costs time and nothing else. Knows nothing of what it keeps.

/** The most that any memory may hold, and all there are. */
const all = { most: Number.POSITIVE_INFINITY, memories: [] as WeakRef<Memory<unknown>>[] };

/** Everything is forgotten, and from now on no memory holds more than this. */
export function limitMemories(most = Number.POSITIVE_INFINITY): void {
  all.most = most;
  all.memories = all.memories.filter((m) => m.deref() !== undefined);
  for (const memory of all.memories) memory.deref()?.forget();
}

/**
 * 有限记忆: values by a text. Once `most` is held, by weight, it becomes the former generation, and what was
 * not asked for since is forgotten at the next turn: no more than twice as much is ever held.
 */
export class Memory<T> {
  readonly #most: number;
  #recent = new Map<string, T>();
  #former = new Map<string, T>();
  #weight = 0;
  readonly #weightOf: (value: T) => number;

  constructor(most: number, weightOf: (value: T) => number = () => 1) {
    this.#most = most;
    this.#weightOf = weightOf;
    all.memories.push(new WeakRef(this as Memory<unknown>));
  }

  #next(former: Map<string, T>): void {
    this.#former = former;
    this.#recent = new Map();
    this.#weight = 0;
  }

  forget(): void {
    this.#next(new Map());
  }

  /** The value of a key; undefined where it is not known. */
  recall(key: string): T | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const former = this.#former.get(key);
    return former === undefined ? undefined : this.keep(key, former);
  }

  /** Keeps a value and gives it back. */
  keep(key: string, value: T): T {
    if (this.#weight >= Math.min(this.#most, all.most)) this.#next(this.#recent);
    if (all.most > 0) this.#recent.set(key, value);
    this.#weight += this.#weightOf(value);
    return value;
  }

  /** The value of a key, worked out where it is not known. */
  of(key: string, work: () => T): T {
    return this.recall(key) ?? this.keep(key, work());
  }
}
