// The zip container: its directory, one part at a time, and a copy with parts replaced.
// Knows no spreadsheet. Every size is checked before anything is inflated.
import { crc32, deflate, type Inflate, inflate as ownInflate } from './inflate.ts';
import { LIMITS, type Limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** 压缩包条目. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly offset: number;
  /** Its record in the directory, for copies. */
  readonly record: Uint8Array;
}

const EOCD = 0x06054b50;
const ZIP64_EOCD = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly comment: Uint8Array;
}

function big(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  return Number.isSafeInteger(value) ? value : refuse('damaged');
}

function findDirectory(bytes: Uint8Array, view: DataView): Directory {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== EOCD) continue;
    const comment = bytes.subarray(at + 22, at + 22 + view.getUint16(at + 20, true));
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    const wide = count === 0xffff || offset === 0xffffffff;
    if (wide && at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) {
      const end = big(view, at - 20 + 8);
      if (view.getUint32(end, true) !== ZIP64_EOCD) refuse('damaged');
      return { count: big(view, end + 32), offset: big(view, end + 48), comment };
    }
    return { count, offset, comment };
  }
  return refuse('damaged');
}

/** Sizes beyond 32 bits stand in the zip64 field, in the order in which they are missing. */
function widened(view: DataView, from: number, to: number, values: number[]): number[] {
  let at = from;
  while (at + 4 <= to) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (id === 1) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff || field + 8 > end) return value;
        field += 8;
        return big(view, field - 8);
      });
    }
    at = end;
  }
  return values;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Entry {
  if (view.getUint32(at, true) !== CENTRAL) refuse('damaged');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (end > bytes.length) refuse('damaged');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const narrow = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const extra = at + 46 + nameLength;
  const [size, stored, offset] = widened(view, extra, extra + extraLength, narrow);
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 16, true),
    stored: stored!,
    size: size!,
    offset: offset!,
    record: bytes.subarray(at, end),
  };
}

/**
 * 压缩包: parts by name, without regard to case, as the format asks. Throws a refusal: `damaged`, `encrypted`,
 * `too-large`, or `refused` where entries are too many, stand twice or swell too much.
 */
export class Zip {
  readonly entries: readonly Entry[];
  readonly #view: DataView;
  readonly #index = new Map<string, Entry>();
  readonly #parts = new Map<Entry, Uint8Array>();
  readonly #comment: Uint8Array;
  #total = 0;

  readonly bytes: Uint8Array;

  constructor(
    given: Uint8Array,
    readonly limits: Limits = LIMITS,
    readonly inflate: Inflate = ownInflate,
  ) {
    // Node's own kind of bytes shares its memory where others copy: a copy would write into the file.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    this.bytes = bytes;
    if (bytes.length < 22) refuse('damaged');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = findDirectory(bytes, this.#view);
    this.#comment = directory.comment;
    if (directory.count > limits.entries) refuse('refused');
    const entries: Entry[] = [];
    let at = directory.offset;
    for (let i = 0; i < directory.count; i++) {
      if (at + 46 > bytes.length) refuse('damaged');
      const entry = readEntry(this.bytes, this.#view, at);
      at += entry.record.length;
      if (this.#index.has(entry.name.toLowerCase())) refuse('refused');
      this.#index.set(entry.name.toLowerCase(), entry);
      entries.push(entry);
    }
    this.entries = entries;
  }

  /** The entry of a part; undefined where there is none. */
  find(name: string): Entry | undefined {
    return this.#index.get(name.toLowerCase());
  }

  /** A part, inflated and its checksum proved; undefined where there is none. */
  part(name: string): Uint8Array | undefined {
    const entry = this.find(name);
    if (!entry) return undefined;
    const known = this.#parts.get(entry);
    if (known) return known;
    const part = this.#read(entry);
    this.#parts.set(entry, part);
    return part;
  }

  /** Where an entry's local header and data begin and end. */
  #span(entry: Entry): { from: number; data: number; to: number } {
    const at = entry.offset;
    if (at + 30 > this.bytes.length || this.#view.getUint32(at, true) !== LOCAL) refuse('damaged');
    const data =
      at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    const to = data + entry.stored;
    return to <= this.bytes.length ? { from: at, data, to } : refuse('damaged');
  }

  #read(entry: Entry): Uint8Array {
    const { limits } = this;
    if (entry.flags & 1) refuse('encrypted');
    if (entry.size > 1 << 20 && entry.size > limits.ratio * entry.stored) refuse('refused');
    this.#total += entry.size;
    if (entry.size > limits.partBytes || this.#total > limits.totalBytes) refuse('too-large');
    const { data, to } = this.#span(entry);
    const raw = this.bytes.subarray(data, to);
    if (entry.method !== 0 && entry.method !== 8) refuse('damaged');
    if (entry.method === 0 && entry.stored !== entry.size) refuse('damaged');
    const part = entry.method === 0 ? raw : this.inflate(raw, entry.size);
    return crc32(part) === entry.crc ? part : refuse('damaged');
  }

  /** A copy in which these parts are other or further ones and those are gone; all else is copied as it is stored. */
  replaced(
    parts: ReadonlyMap<string, Uint8Array>,
    dropped: ReadonlySet<string> = new Set(),
  ): Uint8Array {
    const pieces: Uint8Array[] = [];
    const records: Uint8Array[] = [];
    let at = 0;
    for (const entry of this.entries) {
      if (dropped.has(entry.name)) continue;
      const part = parts.get(entry.name);
      const { from, to } = this.#span(entry);
      const written = part
        ? freshEntry(entry, part, at)
        : movedEntry(entry, this.bytes.subarray(from, to), at);
      pieces.push(written.local);
      records.push(written.record);
      at += written.local.length;
    }
    for (const [name, part] of parts) {
      if (this.entries.some((e) => e.name === name)) continue;
      const written = freshEntry(newEntry(name), part, at);
      pieces.push(written.local);
      records.push(written.record);
      at += written.local.length;
    }
    const length = records.reduce((sum, record) => sum + record.length, 0);
    const end = new Uint8Array(22 + this.#comment.length);
    const view = new DataView(end.buffer);
    view.setUint32(0, EOCD, true);
    view.setUint16(8, records.length, true);
    view.setUint16(10, records.length, true);
    view.setUint32(12, length, true);
    view.setUint32(16, at, true);
    view.setUint16(20, this.#comment.length, true);
    end.set(this.#comment, 22);
    return joined([...pieces, ...records, end]);
  }
}

interface Written {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/** Sizes stand in the directory; the flag of a trailing descriptor is taken off both headers. */
function movedEntry(entry: Entry, local: Uint8Array, at: number): Written {
  const head = local.slice(0);
  const view = new DataView(head.buffer);
  view.setUint16(6, entry.flags & ~8, true);
  view.setUint32(14, entry.crc, true);
  view.setUint32(18, entry.stored, true);
  view.setUint32(22, entry.size, true);
  return { local: head, record: directoryRecord(entry, entry.stored, entry.size, entry.crc, at) };
}

function freshEntry(entry: Entry, part: Uint8Array, at: number): Written {
  const data = entry.method === 8 ? deflate(part) : part;
  const crc = crc32(part);
  const name = entry.record.subarray(46, 46 + (entry.record[28]! | (entry.record[29]! << 8)));
  const local = new Uint8Array(30 + name.length + data.length);
  const view = new DataView(local.buffer);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, entry.flags & ~8, true);
  view.setUint16(8, entry.method, true);
  local.set(entry.record.subarray(12, 16), 10);
  view.setUint32(14, crc, true);
  view.setUint32(18, data.length, true);
  view.setUint32(22, part.length, true);
  view.setUint16(26, name.length, true);
  local.set(name, 30);
  local.set(data, 30 + name.length);
  return { local, record: directoryRecord(entry, data.length, part.length, crc, at) };
}

/** A part that was not there: deflated, its name in UTF-8, its time the earliest there is. */
function newEntry(name: string): Entry {
  const label = new TextEncoder().encode(name);
  const record = new Uint8Array(46 + label.length);
  const view = new DataView(record.buffer);
  const UTF8 = 0x800;
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, UTF8, true);
  view.setUint16(10, 8, true);
  view.setUint16(14, 0x21, true);
  view.setUint16(28, label.length, true);
  record.set(label, 46);
  return { name, method: 8, flags: UTF8, crc: 0, stored: 0, size: 0, offset: 0, record };
}

/** Without extra fields: within our caps nothing needs zip64. */
function directoryRecord(
  entry: Entry,
  stored: number,
  size: number,
  crc: number,
  at: number,
): Uint8Array {
  const nameLength = entry.record[28]! | (entry.record[29]! << 8);
  const record = entry.record.slice(0, 46 + nameLength);
  const view = new DataView(record.buffer);
  view.setUint16(8, entry.flags & ~8, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, stored, true);
  view.setUint32(24, size, true);
  view.setUint16(30, 0, true);
  view.setUint16(32, 0, true);
  view.setUint16(34, 0, true);
  view.setUint32(42, at, true);
  return record;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
