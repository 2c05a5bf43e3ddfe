// The pages of a file, or its text, whichever is looked at, and how large. Corrections stand in the text alone.
import { useState } from 'react';
import type { Given } from './given.ts';
import type { BookletFile } from './opening.ts';
import { TIE_WORDS } from './words.ts';

/** Times the width of the view. */
const ZOOMS = [1, 1.5, 2, 3] as const;
/** In a view narrower than this a page at its own width cannot be read. */
const NARROW = 480;

/** 看原页还是文字. */
export interface Paging {
  /** The file whose pages are in view. */
  readonly file: BookletFile | undefined;
  readonly scale: number;
  readonly turn: { readonly to: string; readonly on: () => void } | undefined;
  readonly zoom:
    | { readonly smaller: (() => void) | undefined; readonly larger: (() => void) | undefined }
    | undefined;
}

export function usePages({ file, adopted }: Given, elsewhere: boolean): Paging {
  const [asPages, setAsPages] = useState(true);
  const [step, setStep] = useState(window.innerWidth < NARROW ? 2 : 0);
  const paged = !elsewhere && file && file.booklet.pages.length > 0 && adopted.length === 0;
  const shown = paged && asPages ? file : undefined;
  const to = (next: number) => (next in ZOOMS ? () => setStep(next) : undefined);
  return {
    file: shown,
    scale: ZOOMS[step]!,
    turn: paged
      ? { to: asPages ? TIE_WORDS.asText : TIE_WORDS.pages, on: () => setAsPages(!asPages) }
      : undefined,
    zoom: shown && { smaller: to(step - 1), larger: to(step + 1) },
  };
}
