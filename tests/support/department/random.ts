// A small seeded generator: the same seed gives the same department on every machine.
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  integer(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], low: number, high: number): T[];
}

export function random(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick: (list) => list[integer(0, list.length - 1)]!,
    some: (list, low, high) => {
      const count = Math.min(list.length, integer(low, high));
      const left = list.map((_, i) => i);
      const chosen = Array.from(
        { length: count },
        () => left.splice(integer(0, left.length - 1), 1)[0]!,
      );
      return chosen.sort((a, b) => a - b).map((i) => list[i]!);
    },
  };
}
