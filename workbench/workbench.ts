// 试用台: a spreadsheet in the browser, an emulated Excel behind it, and beside it the very pane that
// is shipped. Never part of what is shipped itself; nothing leaves the browser.
import type { FWorkbook } from '@univerjs/sheets/facade';
import { isPdf } from '../src/hosts/pdf/open.ts';
import { gateFor, type MemberSets } from './emulator/api-sets.ts';
import { EmulatedExcel } from './emulator/excel.ts';
import { createExternal } from './emulator/external.ts';
import type { FunctionMetadata } from './emulator/functions.ts';
import { createGrid } from './grid/grid.ts';
import { registerFunctions } from './grid/grid-functions.ts';
import { type OpenedBook, openBook } from './grid/open.ts';
import { openPane } from './grid/pane-frame.ts';
import { paperOver } from './grid/paper-frame.ts';
import { UniverBook } from './grid/univer-book.ts';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const fetchBytes = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

function say(text: string): void {
  const box = element('message');
  box.hidden = text === '';
  box.querySelector('span')!.textContent = text;
}

const api = createGrid('grid', dark);
let workbook: FWorkbook | undefined;

/** Puts an opened file into the grid in place of the one there. */
function show(opened: Extract<OpenedBook, { ok: true }>): UniverBook {
  const former = workbook?.getId();
  workbook = api.createWorkbook(opened.data) as unknown as FWorkbook;
  if (former) api.disposeUnit(former);
  const locked = opened.snapshot.sheets.filter((s) => s.protected).map((s) => s.name);
  element('status').textContent = opened.snapshot.name ?? '';
  return new UniverBook(api, workbook, new Set(locked));
}

/** F6 goes from the grid into the pane and back, as in Excel. */
function toPane(event: KeyboardEvent, inside: Window): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  inside.focus();
  const { activeElement, body } = inside.document;
  if (activeElement && activeElement !== body) return;
  inside.document.querySelector<HTMLElement>('[data-finding], [data-start]')?.focus();
}
function toGrid(event: KeyboardEvent): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  focus();
  element('grid').querySelector<HTMLElement>('[contenteditable=true]')?.focus();
}

/** 窗格: the shipped pane before this Excel; anew in one that knows no member newer than a set. */
function paneBefore(excel: EmulatedExcel) {
  let requirements: Readonly<Record<string, string>> = {};
  const native = () => {
    excel.detach();
    const profile = { locale: 'zh-CN', version: '16.0.14332.20000', dark, requirements };
    return createExternal(excel, profile);
  };
  const pane = openPane(element('pane'), '../addin/taskpane.html', native, toGrid);
  const older = (sets: MemberSets, excelApi: string) => {
    requirements = { ExcelApi: excelApi };
    excel.batches.gate = gateFor(sets, excelApi);
    excel.saysTrigger = false;
    pane.reopen();
  };
  return { ...pane, older };
}

/** Files of the visitor's own. */
function onFile(take: (file: File) => Promise<void>): void {
  const input = element<HTMLInputElement>('file');
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    say('');
    if (file) void take(file);
  });
}

async function start(): Promise<void> {
  const sample = element<HTMLSelectElement>('sample');
  const asked = new URLSearchParams(location.search).get('sample');
  if (asked) sample.value = asked;
  const load = async (name: string) =>
    openBook(await fetchBytes(`../samples/${name}.xlsx`), `${name}.xlsx`);
  const first = await load(sample.value);
  if (!first.ok) return say(first.message);
  const excel = new EmulatedExcel(show(first));
  api.addEvent(api.Event.SheetEditStarted, () => {
    excel.editing = true;
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    excel.editing = false;
  });
  const { functions } = (await (await fetch('../addin/functions.json')).json()) as {
    functions: FunctionMetadata[];
  };
  const pane = paneBefore(excel);
  addEventListener('keydown', (event) => toPane(event, pane.window()));
  void excel.functions.ready.then(() => {
    registerFunctions(api, functions, 'GJ', pane.window);
    document.body.dataset.ready = 'true';
  });

  const paper = paperOver(document.querySelector<HTMLElement>('body > .body')!);
  const open = async (opened: OpenedBook): Promise<boolean> => {
    if (!opened.ok) {
      // The workbook that is open stays as it is.
      say(opened.message);
      return false;
    }
    say('');
    paper.hide();
    excel.reset(show(opened));
    pane.reopen();
    return true;
  };
  excel.onOpen = async (bytes) => open(await openBook(bytes, '示例.xlsx'));
  sample.addEventListener('change', async () => open(await load(sample.value)));
  onFile(async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isPdf(bytes)) {
      element('status').textContent = '';
      await paper.show(file);
    } else if (!(await open(await openBook(bytes, file.name)))) return;
    sample.value = '';
  });
  Object.assign(window, { gouji: { api, excel, pane, workbook: () => workbook } });
}

function resizable(): void {
  const [divider, box] = [element('divider'), element('pane')];
  const set = (width: number) => {
    box.style.width = `${Math.min(480, Math.max(320, width))}px`;
  };
  divider.addEventListener('pointerdown', (down) => {
    divider.setPointerCapture(down.pointerId);
    document.body.classList.add('dragging');
    const move = (e: PointerEvent) => set(innerWidth - e.clientX);
    divider.addEventListener('pointermove', move);
    divider.addEventListener(
      'pointerup',
      () => {
        document.body.classList.remove('dragging');
        divider.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  });
  divider.addEventListener('keydown', (e) => {
    const step = { ArrowLeft: 16, ArrowRight: -16 }[e.key];
    if (step) set(box.clientWidth + step);
  });
}

element('message')
  .querySelector('button')!
  .addEventListener('click', () => say(''));
resizable();
void start();
