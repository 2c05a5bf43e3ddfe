// The text under review: as it was given, the pane's own copy with corrections taken over, and what the
// tie-out says of it. The file itself is never touched.
import { useCallback, useMemo, useState } from 'react';
import { type OpenedText, openText } from '../../../src/hosts/docx/open.ts';
import { simplified } from '../../../src/hosts/traditional.ts';
import type { ForeignText } from '../../../src/narrative/first-reading.ts';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import { within } from '../../../src/review/portions.ts';
import { tieIn } from '../../../src/review/tie.ts';
import { bytesOf } from '../../files.ts';
import type { PdfInHand } from '../../pdf.ts';
import type { Checked } from '../../session.ts';

/** So many milliseconds a person waits before an open pane. */
const TIME = 10_000;

/** 文稿在手: name, text, and its earlier states. */
interface Given extends ForeignText {
  readonly name: string;
  /** The pages it was read from, where it has some. */
  readonly pdf?: PdfInHand;
  readonly before: readonly ForeignText[];
}

export interface TieInView {
  readonly given: Given | undefined;
  readonly report: TieReport | undefined;
  readonly trouble: string | undefined;
  readonly open: (file: File) => Promise<void>;
  readonly take: (text: string) => void;
  readonly adopt: (number: TiedNumber) => void;
  readonly undo: () => void;
  readonly clear: () => void;
}

/** Pages are rarely chosen: what reads them comes only then. */
async function openedText(file: File): Promise<OpenedText & { readonly pdf?: PdfInHand }> {
  const bytes = await bytesOf(file);
  if (/\.pdf$/i.test(file.name)) {
    const { openPdfFile, readsPdf } = await import('../../pdf.ts');
    if (!(await readsPdf())) return openText(bytes);
    const opened = await openPdfFile(bytes, file.name);
    if (!opened.ok) return opened;
    const { booklet } = opened;
    const { text, broken } = booklet;
    return { ok: true, text, broken, pdf: { booklet, bytes } };
  }
  if (!/\.html?$/i.test(file.name)) return openText(bytes);
  const { readHtmlText } = await import('../../../src/hosts/html/text.ts');
  return readHtmlText(bytes);
}

/** The number as it ought to stand: its own unit and spacing kept. */
function corrected(text: string, { start, end, expected, text: own }: TiedNumber): string {
  const unit = own.replace(/^[-+\d.,，．\s０-９]+/, '');
  const gap = /\s(?=\D*$)/.exec(own) ? ' ' : '';
  return `${text.slice(0, start)}${expected}${unit ? gap : ''}${unit}${text.slice(end)}`;
}

/** The text with a number corrected, its reading with it. */
function mended<T extends ForeignText>(given: T, number: TiedNumber): T {
  const { text, reading } = given;
  return {
    ...given,
    text: corrected(text, number),
    ...(reading && { reading: corrected(reading, number) }),
  };
}

export function useTie(checked: Checked): TieInView {
  const [given, setGiven] = useState<Given>();
  const [trouble, setTrouble] = useState<string>();
  const report = useMemo(
    () => (given ? tieIn(checked.book, given, within(TIME)) : undefined),
    [given, checked],
  );
  const open = useCallback(async (file: File) => {
    const opened = await openedText(file);
    setTrouble(opened.ok ? undefined : opened.error.message);
    if (!opened.ok) return;
    const reading = await simplified(opened.text);
    setGiven({ ...opened, ...(reading && { reading }), name: file.name, before: [] });
  }, []);
  const take = useCallback(async (text: string) => {
    setTrouble(undefined);
    if (text.trim() === '') return;
    const reading = await simplified(text);
    setGiven({ name: '', text, broken: true, ...(reading && { reading }), before: [] });
  }, []);
  const adopt = useCallback((number: TiedNumber) => {
    setGiven((g) => g && { ...mended(g, number), before: [...g.before, g] });
  }, []);
  const undo = useCallback(() => {
    setGiven((g) => {
      const last = g?.before.at(-1);
      if (!g || !last) return g;
      const { text, broken, reading } = last;
      const { name, pdf } = g;
      const before = g.before.slice(0, -1);
      return { name, text, broken, ...(reading && { reading }), ...(pdf && { pdf }), before };
    });
  }, []);
  const clear = useCallback(() => setGiven(undefined), []);
  return { given, report, trouble, open, take, adopt, undo, clear };
}
