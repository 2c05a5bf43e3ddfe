// What of ours travels in the workbook, key by key: an area changes its own keys and leaves the rest.
import type { Host } from '../src/hosts/port.ts';

/** 随簿资料: our JSON, whoever's keys it holds. */
export type KeptJson = Readonly<Record<string, unknown>>;

function keptOf(json: string | undefined): KeptJson {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as KeptJson)
      : {};
  } catch {
    return {};
  }
}

/** Changes wait for one another: two areas must not overwrite each other's. */
let last: Promise<unknown> = Promise.resolve();

export function changeKept(host: Host, change: (kept: KeptJson) => KeptJson): Promise<void> {
  const next = last
    .catch(() => undefined)
    .then(async () => {
      const kept = keptOf(await host.load());
      await host.store(JSON.stringify({ ...kept, ...change(kept) }));
    });
  last = next;
  return next;
}
