// The pages of a PDF as they are printed, with a frame around every number and every cell by its verdict; a frame
// can be chosen, and what is chosen elsewhere is gone to.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import type { PageSize } from '../../../src/facts/booklet.ts';
import { pageDrawer } from '../../pdf.ts';
import { useRoving } from '../../useRoving.ts';
import { type FoundPlace, placeKey } from './found.ts';
import { type Frames, pagePlaceOf, type VerdictFrame } from './frames.ts';
import type { BookletFile } from './opening.ts';
import { TIE_WORDS } from './words.ts';

const sides = (what: 'Color' | 'Style' | 'Width', value: string) => ({
  [`borderTop${what}`]: value,
  [`borderRight${what}`]: value,
  [`borderBottom${what}`]: value,
  [`borderLeft${what}`]: value,
});

const useStyles = makeStyles({
  pages: {
    padding: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    boxSizing: 'border-box',
    minWidth: '100%',
  },
  // Paper is white, whatever the theme.
  page: { position: 'relative', width: '100%', backgroundColor: '#fff', boxShadow: tokens.shadow4 },
  canvas: { position: 'absolute', width: '100%', height: '100%', left: 0, top: 0 },
  frame: {
    position: 'absolute',
    padding: 0,
    minWidth: 0,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ...sides('Style', 'solid'),
    ...sides('Width', '1.5px'),
    ':focus-visible': { outline: '2px solid #0f6cbd', outlineOffset: '1px' },
  },
  cell: { borderRadius: 0 },
  // On paper, in every theme: dark on white.
  exact: { ...sides('Color', 'rgba(14, 112, 14, 0.45)') },
  exactCell: { ...sides('Width', '0'), borderBottomWidth: '1.5px' },
  rounding: { ...sides('Color', '#835b00'), backgroundColor: 'rgba(250, 219, 120, 0.25)' },
  error: {
    ...sides('Color', '#b10e1c'),
    ...sides('Width', '2px'),
    backgroundColor: 'rgba(253, 150, 150, 0.22)',
    // Told apart where all edges have one colour.
    '@media (forced-colors: active)': { ...sides('Style', 'double'), ...sides('Width', '4px') },
  },
  warning: { ...sides('Color', '#bc4b09'), backgroundColor: 'rgba(253, 207, 180, 0.25)' },
  note: { ...sides('Color', '#0f548c') },
  unknown: { ...sides('Color', '#616161'), ...sides('Style', 'dashed'), ...sides('Width', '1px') },
  explained: { ...sides('Color', '#616161') },
  ignored: { ...sides('Color', '#616161') },
  chosen: { outline: '3px solid #0f6cbd', outlineOffset: '1px' },
});

type Drawer = Awaited<ReturnType<typeof pageDrawer>>;

const percent = (part: number, whole: number): string => `${(part * 100) / whole}%`;

interface FrameProps {
  readonly frame: VerdictFrame;
  readonly size: PageSize;
  readonly chosen: boolean;
  readonly onPlace: (place: FoundPlace) => void;
}

function FrameView({ frame, size, chosen, onPlace }: FrameProps) {
  const styles = useStyles();
  const { key, target, kind, place, first, cell, label } = frame;
  const { box } = place;
  return (
    <button
      type="button"
      data-frame={first ? key : undefined}
      tabIndex={-1}
      className={mergeClasses(
        styles.frame,
        cell && styles.cell,
        styles[kind],
        cell && kind === 'exact' && styles.exactCell,
        chosen && styles.chosen,
      )}
      style={{
        left: percent(box.left, size.width),
        top: percent(box.top, size.height),
        width: percent(box.width, size.width),
        height: percent(box.height, size.height),
      }}
      aria-label={label}
      aria-pressed={chosen}
      onClick={() => onPlace(target)}
    />
  );
}

interface PageProps {
  readonly n: number;
  readonly size: PageSize;
  readonly drawer: Drawer | undefined;
  readonly frames: readonly VerdictFrame[];
  readonly chosen: string | undefined;
  readonly zoom: number;
  readonly onPlace: (place: FoundPlace) => void;
}

/** Pages so far from the view are there already. */
const NEAR = '600px';

/** One page; it is drawn, and framed, when it comes near. */
function PageSheet({ n, size, drawer, frames, chosen, zoom, onPlace }: PageProps) {
  const styles = useStyles();
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(n === 1);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), {
      root: sheet.current!.closest('[data-scroll]'),
      rootMargin: NEAR,
    });
    watch.observe(sheet.current!);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew at another size
  useEffect(() => {
    // A page that cannot be drawn still has its frames and its list.
    if (near && drawer && canvas.current) drawer.draw(n, canvas.current).catch(() => undefined);
  }, [drawer, n, near, zoom]);
  return (
    <section
      ref={sheet}
      className={styles.page}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      aria-label={`第 ${n} 页`}
      data-page={n}
    >
      {near && <canvas ref={canvas} className={styles.canvas} />}
      {near &&
        frames.map((frame) => (
          <FrameView
            key={`${frame.key} ${frame.place.box.top} ${frame.place.box.left}`}
            frame={frame}
            size={size}
            chosen={frame.key === chosen}
            onPlace={onPlace}
          />
        ))}
    </section>
  );
}

function useDrawer({ bytes }: BookletFile): Drawer | undefined {
  const [drawer, setDrawer] = useState<Drawer>();
  useEffect(() => {
    let own: Drawer | undefined;
    let gone = false;
    void pageDrawer(bytes).then((d) => {
      own = d;
      if (gone) d.close();
      else setDrawer(d);
    });
    return () => {
      gone = true;
      own?.close();
    };
  }, [bytes]);
  return drawer;
}

/** So often, so many milliseconds apart, a frame is looked for: it is there once its page is near. */
const TRIES = { most: 60, apart: 50 };

/** A frame gets the focus as soon as it is there, unless whoever asked for it has gone elsewhere meanwhile. */
function focusFrame(scroll: HTMLElement, key: string, from: Element | null, tried = 0): void {
  setTimeout(() => {
    const now = document.activeElement;
    if (now !== from && now !== document.body) return;
    const frame = scroll.querySelector<HTMLElement>(`[data-frame="${CSS.escape(key)}"]`);
    if (frame) frame.focus({ preventScroll: true });
    else if (tried < TRIES.most) focusFrame(scroll, key, from, tried + 1);
  }, TRIES.apart);
}

/** Brings a place of the pages into the middle of what is seen; its frame gets the focus on a word. */
export function goToPage(
  scroll: HTMLElement | null,
  { booklet }: BookletFile,
  place: FoundPlace,
  focus: boolean,
): void {
  const at = pagePlaceOf(booklet, place);
  const sheet = at && scroll?.querySelector<HTMLElement>(`[data-page="${at.page}"]`);
  if (!scroll || !sheet) return;
  const size = booklet.pages[at.page - 1]!;
  const scale = sheet.offsetWidth / size.width;
  const { box } = at;
  scroll.scrollTo({
    top: sheet.offsetTop + (box.top + box.height / 2) * scale - scroll.clientHeight / 2,
    left: sheet.offsetLeft + (box.left + box.width / 2) * scale - scroll.clientWidth / 2,
  });
  if (!focus) return;
  focusFrame(scroll, placeKey(place), document.activeElement);
}

interface Props {
  readonly file: BookletFile;
  readonly frames: Frames;
  readonly chosen: string | undefined;
  /** Times the width of the view. */
  readonly zoom: number;
  readonly onPlace: (place: FoundPlace) => void;
}

const NO_FRAMES: readonly VerdictFrame[] = [];

/** 原页: the pages of the file with what was found framed. */
export const Pages = memo(function Pages({ file, frames, chosen, zoom, onPlace }: Props) {
  const styles = useStyles();
  const drawer = useDrawer(file);
  const box = useRef<HTMLElement>(null);
  const roving = useRoving(box, '[data-frame]');
  return (
    <article
      ref={box}
      {...roving}
      className={styles.pages}
      style={{ width: `${zoom * 100}%` }}
      aria-label={TIE_WORDS.pages}
      data-pages=""
    >
      {file.booklet.pages.map((size, i) => (
        <PageSheet
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number.
          key={i}
          n={i + 1}
          size={size}
          drawer={drawer}
          frames={frames.get(i + 1) ?? NO_FRAMES}
          chosen={chosen}
          zoom={zoom}
          onPlace={onPlace}
        />
      ))}
    </article>
  );
});
