// A memory with a bound. What is forgotten costs time and nothing else. Knows nothing of what it keeps.

/**
 * 有限记忆: values by a text. Once `most` is held, by weight, it becomes the former generation, and what was
 * not asked for since is forgotten at the next turn: no more than twice as much is ever held.
 */
export class Memory<T> {
  readonly #most: number;
  #recent = new Map<string, T>();
  #former = new Map<string, T>();
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#recent.get(key) ?? this.#former.get(key);
  }

  /** Keeps a value, and what is asked for again: so it outlives the turn. */
  keep(key: string, value: T, weight = 1): T {
    if (this.#recent.has(key)) return value;
    if (this.#weight >= this.#most) {
      this.#former = this.#recent;
      this.#recent = new Map();
      this.#weight = 0;
    }
    this.#recent.set(key, value);
    this.#weight += weight;
    return value;
  }

  /** The value of a key, worked out where it is not known. */
  of(key: string, work: () => T, weightOf: (value: T) => number = () => 1): T {
    const value = this.get(key) ?? work();
    return this.keep(key, value, weightOf(value));
  }
}
