// An archive with bytes before it, as a careless download leaves it. Its own directory says where it begins. Knows
// archives; knows nothing of what they hold.

const DIRECTORY_END = 0x06054b50;
const FIRST_ENTRY = 0x04034b50;
/** Behind the end of the directory stands at most a comment of this length. */
const MOST_BEHIND = 22 + 65_535;

/** The archive without what stands before it; the same bytes where they begin with one or hold none. */
export function archiveIn(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 22) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) === FIRST_ENTRY) return bytes;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - MOST_BEHIND); at -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const start = at - view.getUint32(at + 12, true) - view.getUint32(at + 16, true);
    const fits = start > 0 && start + 4 <= bytes.length;
    return fits && view.getUint32(start, true) === FIRST_ENTRY ? bytes.subarray(start) : bytes;
  }
  return bytes;
}
