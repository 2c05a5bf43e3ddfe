// The old compound file: which streams it holds, no more. Enough to tell an encrypted workbook
// from an old .xls.
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MOST_ENTRIES = 4096;

/** Whether a file begins as the old compound files do: .xls, .doc, and anything encrypted by Office. */
export const isCompound = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, i) => bytes[i] === byte);

/** The directory's chain of sectors, followed through the first allocation sectors only. */
function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return -1;
  const tableSector = view.getUint32(76 + 4 * table, true);
  const at = (tableSector + 1) * size + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : -1;
}

/** Names of its streams, as far as the directory can be followed; none where it is damaged. */
export function streamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  if (bytes.length < 1024) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(30, true) === 12 ? 4096 : 512;
  let sector = view.getUint32(48, true);
  for (let read = 0; read < MOST_ENTRIES && sector >= 0; ) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) break;
    for (let at = start; at < start + size; at += 128, read++) {
      const length = Math.min(view.getUint16(at + 64, true), 64) - 2;
      let name = '';
      for (let i = 0; i < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      if (view.getUint8(at + 66) === 2) names.add(name);
    }
    sector = nextSector(view, sector, size);
    if (sector >= 0xfffffff0) break;
  }
  return names;
}
