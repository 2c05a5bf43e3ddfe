// A memory with a bound. What is forgotten costs time and nothing else. Knows nothing of what it keeps.

/** What all memories share: the most that any may hold, and how often they were told to forget. */
const all = { most: Number.POSITIVE_INFINITY, turn: 0 };

/** Everything is forgotten, and from now on no memory holds more than this. */
export function limitMemories(most = Number.POSITIVE_INFINITY): void {
  all.most = most;
  all.turn += 1;
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
  #turn = 0;

  constructor(most: number) {
    this.#most = most;
  }

  #next(former: Map<string, T>): void {
    this.#former = former;
    this.#recent = new Map();
    this.#weight = 0;
  }

  /** The value of a key, worked out where it is not known. */
  of(key: string, work: () => T, weightOf: (value: T) => number = () => 1): T {
    if (this.#turn !== all.turn) {
      this.#next(new Map());
      this.#turn = all.turn;
    }
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#former.get(key) ?? work();
    if (this.#weight >= Math.min(this.#most, all.most)) this.#next(this.#recent);
    if (all.most > 0) this.#recent.set(key, value);
    this.#weight += weightOf(value);
    return value;
  }
}
