// An archive with bytes before or behind it, as a careless download or a gateway leaves it. Its own directory says
// where it begins and ends. Knows archives; knows nothing of what they hold.

const DIRECTORY_END = 0x06054b50;
const FIRST_ENTRY = 0x04034b50;
/** Of the record that ends the directory, without its comment. */
const RECORD = 22;
const FIRST_BYTE = 0x50;

/** Where the archive begins whose directory ends at `at`; undefined where nothing of the kind stands there. */
function beginning(view: DataView, at: number): number | undefined {
  if (view.getUint32(at, true) !== DIRECTORY_END) return undefined;
  const start = at - view.getUint32(at + 12, true) - view.getUint32(at + 16, true);
  const fits = start >= 0 && start + 4 <= view.byteLength;
  return fits && view.getUint32(start, true) === FIRST_ENTRY ? start : undefined;
}

/** The archive without what stands before and behind it; the same bytes where they hold none. */
export function archiveIn(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = bytes.length - RECORD; from >= 0; ) {
    const at = bytes.lastIndexOf(FIRST_BYTE, from);
    if (at < 0) return bytes;
    const start = beginning(view, at);
    if (start !== undefined) {
      const end = Math.min(at + RECORD + view.getUint16(at + 20, true), bytes.length);
      return start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end);
    }
    from = at - 1;
  }
  return bytes;
}
