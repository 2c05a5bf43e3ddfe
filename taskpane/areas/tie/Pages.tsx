// The pages of a PDF as they are printed, with a frame around every number by its verdict; a frame can be chosen.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import { type PagePlace, placesOfSpan } from '../../../src/facts/booklet.ts';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import { type PdfInHand, pageDrawer } from '../../pdf.ts';
import { VERDICTS, WORDS } from './words.ts';

const useStyles = makeStyles({
  pages: { padding: '8px', display: 'flex', flexDirection: 'column', gap: '8px', margin: 0 },
  page: {
    position: 'relative',
    width: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  canvas: { position: 'absolute', width: '100%', height: '100%', left: 0, top: 0 },
  frame: {
    position: 'absolute',
    padding: 0,
    minWidth: 0,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    border: `1.5px solid ${tokens.colorPaletteGreenBorderActive}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  exact: { borderTopColor: tokens.colorPaletteGreenBorderActive },
  rounding: {
    borderTopColor: tokens.colorPaletteMarigoldBorderActive,
    borderRightColor: tokens.colorPaletteMarigoldBorderActive,
    borderBottomColor: tokens.colorPaletteMarigoldBorderActive,
    borderLeftColor: tokens.colorPaletteMarigoldBorderActive,
  },
  broken: {
    borderTopColor: tokens.colorPaletteRedBorderActive,
    borderRightColor: tokens.colorPaletteRedBorderActive,
    borderBottomColor: tokens.colorPaletteRedBorderActive,
    borderLeftColor: tokens.colorPaletteRedBorderActive,
    borderTopWidth: '2px',
    borderBottomWidth: '2px',
  },
  unknown: {
    borderTopColor: tokens.colorNeutralStrokeAccessible,
    borderRightColor: tokens.colorNeutralStrokeAccessible,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderLeftColor: tokens.colorNeutralStrokeAccessible,
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
  },
  chosen: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
});

interface Props {
  readonly pdf: PdfInHand;
  readonly report: TieReport;
  readonly chosen: number | undefined;
  readonly onNumber: (number: TiedNumber) => void;
}

type Drawer = Awaited<ReturnType<typeof pageDrawer>>;

/** 框: a number on a page; the first of its boxes carries its name. */
interface Frame {
  readonly number: TiedNumber;
  readonly place: PagePlace;
  readonly first: boolean;
}

function framesBy({ booklet }: PdfInHand, { numbers }: TieReport): Map<number, Frame[]> {
  const frames = new Map<number, Frame[]>();
  for (const number of numbers)
    placesOfSpan(booklet, number).forEach((place, i) => {
      const own = frames.get(place.page) ?? [];
      own.push({ number, place, first: i === 0 });
      frames.set(place.page, own);
    });
  return frames;
}

const percent = (part: number, whole: number): string => `${(part * 100) / whole}%`;

interface PageProps {
  readonly n: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly drawer: Drawer | undefined;
  readonly frames: readonly Frame[];
  readonly chosen: number | undefined;
  readonly onNumber: Props['onNumber'];
}

/** One page; it is drawn when it comes into sight. */
function PageSheet({ n, size, drawer, frames, chosen, onNumber }: PageProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const own = canvas.current;
    if (!own || !drawer) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      // A page that cannot be drawn still has its frames and its list.
      drawer.draw(n, own).catch(() => undefined);
    });
    watch.observe(own);
    return () => watch.disconnect();
  }, [drawer, n]);
  return (
    <section
      className={styles.page}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      aria-label={`第 ${n} 页`}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {frames.map(({ number, place: { box }, first }) => (
        <button
          key={`${number.start} ${box.top} ${box.left}`}
          type="button"
          id={first ? `tie-${number.start}` : undefined}
          tabIndex={first ? 0 : -1}
          className={mergeClasses(
            styles.frame,
            styles[number.verdict],
            number.start === chosen && styles.chosen,
          )}
          style={{
            left: percent(box.left, size.width),
            top: percent(box.top, size.height),
            width: percent(box.width, size.width),
            height: percent(box.height, size.height),
          }}
          aria-label={`${number.text.replace(/\s/g, '')} ${VERDICTS[number.verdict]}`}
          aria-pressed={number.start === chosen}
          onClick={() => onNumber(number)}
        />
      ))}
    </section>
  );
}

/** 原页: the pages of the file with the numbers framed. */
export const Pages = memo(function Pages({ pdf, report, chosen, onNumber }: Props) {
  const styles = useStyles();
  const [drawer, setDrawer] = useState<Drawer>();
  useEffect(() => {
    let own: Drawer | undefined;
    let gone = false;
    void pageDrawer(pdf.bytes).then((d) => {
      own = d;
      if (gone) d.close();
      else setDrawer(d);
    });
    return () => {
      gone = true;
      own?.close();
    };
  }, [pdf]);
  const frames = framesBy(pdf, report);
  return (
    <article className={styles.pages} aria-label={WORDS.pages}>
      {pdf.booklet.pages.map((size, i) => (
        <PageSheet
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number.
          key={i}
          n={i + 1}
          size={size}
          drawer={drawer}
          frames={frames.get(i + 1) ?? []}
          chosen={chosen}
          onNumber={onNumber}
        />
      ))}
    </article>
  );
});
