// What was written on the user's order, step by step, each with its name, so that it can be taken back.
import type { CellWrite, Host } from '../src/hosts/port.ts';

/** 一步: its name and what stood in its cells before. */
export interface Step {
  readonly id: number;
  readonly name: string;
  readonly former: readonly CellWrite[];
}

/** So many steps are remembered. */
const REMEMBERED = 20;

export const withStep = (
  steps: readonly Step[],
  name: string,
  former: readonly CellWrite[],
): readonly Step[] => {
  const id = (steps.at(-1)?.id ?? 0) + 1;
  return [...steps, { id, name, former }].slice(-REMEMBERED);
};

/** Takes back the last steps down to one, the latest first; returns those that are left. */
export async function takenBack(
  host: Host,
  steps: readonly Step[],
  id: number,
): Promise<readonly Step[]> {
  let left = steps;
  while (left.length > 0 && left.at(-1)!.id >= id) {
    await host.write(left.at(-1)!.former);
    left = left.slice(0, -1);
  }
  return left;
}
