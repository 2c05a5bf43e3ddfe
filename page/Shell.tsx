// The page around the pane: a file is opened from disk, its sheets stand beside the pane, and what comes of the
// check is saved. Nothing leaves the browser.
import { type DragEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Catalogue } from '../src/catalogue/index.ts';
import { type FileHost, fileHost } from '../src/hosts/file.ts';
import { openAny } from '../src/hosts/open.ts';
import { isPdf } from '../src/hosts/pdf/open.ts';
import type { PaperView } from '../taskpane/areas/area.ts';
import { bytesOf, pickFile } from '../taskpane/files.ts';
import { type Heed, pageReader, readsPdf } from '../taskpane/pdf.ts';
import { openApart } from '../src/hosts/apart/open.ts';
import type { Checked } from '../taskpane/session.ts';
import { Themed } from '../taskpane/Themed.tsx';
import { troubleShown } from '../taskpane/trouble.ts';
import { Paged } from './Paged.tsx';
import { Sheets } from './Sheets.tsx';
import { type OpenFile, saveAdded, saveCopy } from './saving.ts';
import { WORDS } from './words.ts';

const KINDS = '.xlsx,.xlsm,.xls,.et,.ods,.docx,.pdf,.html,.htm';

interface Opened {
  readonly file: OpenFile;
  readonly host: FileHost;
  /** Counts what was opened: the pane begins anew with every file. */
  readonly turn: number;
}

let turn = 0;

async function opened(name: string, bytes: Uint8Array, heed: Heed): Promise<Opened | string> {
  const pages = isPdf(bytes);
  if (pages && !(await readsPdf())) return WORDS.noPdf;
  const file = await (pages
    ? openAny(bytes, name, { pages: pageReader(heed) })
    : openApart(bytes, name, heed));
  if (!file.ok) return file.error.message;
  turn += 1;
  const { booklet, snapshot } = file;
  return {
    file: { name, bytes, ...(booklet && { booklet }) },
    host: fileHost({ ...snapshot, name }),
    turn,
  };
}

interface Props {
  readonly catalogue: Catalogue;
  /** A small disclosure to try with. */
  readonly sample: () => Uint8Array;
}

interface BarProps {
  readonly now: Opened | undefined;
  readonly checked: Checked | undefined;
  readonly said: string;
  readonly onOpen: () => void;
  readonly onSave: (save: () => Promise<string>) => void;
  readonly catalogue: Catalogue;
}

function Saving({ now, checked, onSave, catalogue }: BarProps & { readonly now: Opened }) {
  const view = useSyncExternalStore(now.host.listen, now.host.view);
  return (
    <>
      <button
        type="button"
        title={WORDS.copyHint}
        disabled={!checked}
        onClick={() => checked && onSave(() => saveCopy(now.file, checked.review, catalogue))}
      >
        {WORDS.copy}
      </button>
      {view.added.length > 0 && (
        <button
          type="button"
          title={WORDS.addedHint}
          onClick={() => onSave(() => saveAdded(now.file, view))}
        >
          {WORDS.added}
        </button>
      )}
    </>
  );
}

function Bar(props: BarProps) {
  const { now, said, onOpen } = props;
  return (
    <header className="bar">
      <h1>勾稽</h1>
      <button type="button" className="primary" onClick={onOpen}>
        {WORDS.open}
      </button>
      {now && <Saving key={now.turn} {...props} now={now} />}
      <span className="name">{now?.file.name}</span>
      <span className="said" role="status">
        {said}
      </span>
      <span className="quiet">{WORDS.privacy}</span>
    </header>
  );
}

/** What is open, and what was said last. */
function useFile() {
  const [now, setNow] = useState<Opened>();
  const [checked, setChecked] = useState<Checked>();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const reading = useRef(0);
  const attempt = async (work: () => Promise<void>) => {
    setTrouble('');
    setSaid('');
    try {
      await work();
    } catch (error) {
      setTrouble(troubleShown(error).message);
    }
  };
  const take = (name: string, bytes: () => Promise<Uint8Array>) =>
    attempt(async () => {
      reading.current += 1;
      const own = reading.current;
      const stopped = () => reading.current !== own;
      const onPage = (page: number) => !stopped() && setSaid(WORDS.readingPage(page));
      setSaid(WORDS.reading);
      const next = await opened(name, await bytes(), { onPage, stopped });
      if (stopped()) return;
      setSaid('');
      if (typeof next === 'string') return setTrouble(`“${name}”：${next}`);
      setChecked(undefined);
      setNow(next);
    });
  const save = (how: () => Promise<string>) =>
    attempt(async () => setSaid(WORDS.saved(await how())));
  return { now, checked, setChecked, said, trouble, setTrouble, take, save };
}

interface BodyProps {
  readonly now: Opened;
  readonly catalogue: Catalogue;
  readonly setChecked: (checked: Checked) => void;
}

/** What is open, as sheets or as its pages, and the pane beside it. */
function Body({ now, catalogue, setChecked }: BodyProps) {
  const [view, show] = useState<PaperView>();
  const { file, host } = now;
  const paper = useMemo(() => {
    const { name, bytes, booklet } = file;
    return booklet && { file: { name, bytes, booklet }, show };
  }, [file]);
  return (
    <div className="body">
      {paper && paper.file.booklet.pages.length > 0 ? (
        <Paged host={host} file={paper.file} view={view} />
      ) : (
        <Sheets host={host} />
      )}
      <aside aria-label={WORDS.pane}>
        <Themed
          host={host}
          catalogue={catalogue}
          onChecked={setChecked}
          {...(paper && { paper })}
        />
      </aside>
    </div>
  );
}

export function Shell({ catalogue, sample }: Props) {
  const { now, checked, setChecked, said, trouble, setTrouble, take, save } = useFile();
  const choose = async () => {
    const file = await pickFile(KINDS);
    if (file) await take(file.name, () => bytesOf(file));
  };
  const onDrop = (event: DragEvent) => {
    // Texts dropped onto the pane are the pane's own.
    if (event.defaultPrevented) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void take(file.name, () => bytesOf(file));
  };
  return (
    <div className="page" onDragOver={(e) => e.preventDefault()} onDrop={onDrop}>
      <Bar {...{ now, checked, said, catalogue }} onOpen={choose} onSave={save} />
      {trouble && (
        <div className="trouble" role="alert">
          <span>{trouble}</span>
          <button type="button" onClick={() => setTrouble('')}>
            知道了
          </button>
        </div>
      )}
      {now ? (
        <Body key={now.turn} {...{ now, catalogue, setChecked }} />
      ) : (
        <main className="first">
          <p>{WORDS.first}</p>
          <p>
            <button type="button" className="primary" onClick={choose}>
              {WORDS.open}
            </button>{' '}
            <button type="button" onClick={() => void take('示例.xlsx', async () => sample())}>
              {WORDS.sample}
            </button>
          </p>
          <p className="quiet">{WORDS.drop}</p>
        </main>
      )}
    </div>
  );
}
