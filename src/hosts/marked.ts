// A copy of a file with what is wrong written beside it, whatever kind of file it is. The given bytes stay as they
// are. Knows kinds of files; knows no folder and no window.
import { type Booklet, placeOfCell, placesOfSpan } from '../facts/booklet.ts';
import { parseAddress } from '../facts/grid.ts';
import type { Annotation } from '../review/annotations.ts';
import { markCopy } from './xlsx/marks.ts';
import { notedCopy } from './xlsx/notes.ts';

/** 原件: a file as it was opened. */
export interface OpenedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly booklet?: Booklet;
}

async function pdfCopy(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
  booklet: Booklet,
): Promise<Uint8Array | string> {
  const { markedPdf } = await import('./pdf/marked.ts');
  const marks = annotations.flatMap(({ place, verdict, says: note }) => {
    if (!('sheet' in place))
      return placesOfSpan(booklet, place).map((p) => ({ place: p, verdict, note }));
    const at = parseAddress(place.address);
    const box = at && placeOfCell(booklet, { sheet: place.sheet, ...at });
    return box ? [{ place: box, verdict, note }] : [];
  });
  const marked = await markedPdf(bytes, marks);
  return marked.ok ? marked.bytes : marked.error.message;
}

function workbookCopy(bytes: Uint8Array, annotations: readonly Annotation[]): Uint8Array {
  const cells = annotations.flatMap(({ place, verdict, severity, says }) =>
    'sheet' in place ? [{ ...place, verdict, severity, says }] : [],
  );
  // Notes of the 提示 kind need no mending: they are written, not coloured.
  return notedCopy(
    markCopy(
      bytes,
      cells.filter((c) => c.severity !== 'note'),
    ),
    cells,
  );
}

const NO_COPY = '这种文件不能加批注，没有写出带批注的副本；请另存为 .xlsx 或 .docx 再做。';

/** 带批注的副本, or why there is none. Throws a Refusal where the file itself stands in the way. */
export async function copyWithNotes(
  { name, bytes, booklet }: OpenedBytes,
  annotations: readonly Annotation[],
): Promise<Uint8Array | string> {
  if (booklet?.kind === 'pdf') return pdfCopy(bytes, annotations, booklet);
  if (booklet?.kind === 'docx') {
    const { commentedDocx } = await import('./docx/comments.ts');
    return commentedDocx(bytes, annotations, new Date());
  }
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return booklet || !zipped || /\.ods$/i.test(name) ? NO_COPY : workbookCopy(bytes, annotations);
}
