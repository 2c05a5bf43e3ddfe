// The text under review: as it was given, the pane's own copy with corrections taken over, and what the
// tie-out says of it. The file itself is never touched.
import { useCallback, useMemo, useState } from 'react';
import { type OpenedText, openText } from '../../../src/hosts/docx/open.ts';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import type { ForeignText } from '../../../src/narrative/tie.ts';
import { tieIn } from '../../../src/review/tie.ts';
import { bytesOf } from '../../files.ts';
import type { Checked } from '../../session.ts';

/** 文稿在手: name, text, and its earlier states. */
interface Given extends ForeignText {
  readonly name: string;
  readonly before: readonly string[];
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
async function openedText(file: File): Promise<OpenedText> {
  const bytes = await bytesOf(file);
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

export function useTie(checked: Checked): TieInView {
  const [given, setGiven] = useState<Given>();
  const [trouble, setTrouble] = useState<string>();
  const report = useMemo(() => (given ? tieIn(checked.book, given) : undefined), [given, checked]);
  const open = useCallback(async (file: File) => {
    const opened = await openedText(file);
    setTrouble(opened.ok ? undefined : opened.error.message);
    if (opened.ok) setGiven({ ...opened, name: file.name, before: [] });
  }, []);
  const take = useCallback((text: string) => {
    setTrouble(undefined);
    if (text.trim() !== '') setGiven({ name: '', text, broken: true, before: [] });
  }, []);
  const adopt = useCallback((number: TiedNumber) => {
    setGiven((g) => g && { ...g, text: corrected(g.text, number), before: [...g.before, g.text] });
  }, []);
  const undo = useCallback(() => {
    setGiven((g) => {
      const last = g?.before.at(-1);
      return g && last !== undefined ? { ...g, text: last, before: g.before.slice(0, -1) } : g;
    });
  }, []);
  const clear = useCallback(() => setGiven(undefined), []);
  return { given, report, trouble, open, take, adopt, undo, clear };
}
