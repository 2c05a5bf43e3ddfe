// Loads the real, unmodified office.js into Node and puts the emulated Excel behind it. One load
// per test file: the library keeps its state in globals.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { gateFor } from '../../workbench/emulator/api-sets.ts';
import { CellMapBook } from '../../workbench/emulator/cellmap-book.ts';
import { EmulatedExcel } from '../../workbench/emulator/excel.ts';
import {
  createExternal,
  type ExcelProfile,
  hostInfo,
  REQUIREMENTS,
} from '../../workbench/emulator/external.ts';
import { createWebkit } from '../../workbench/emulator/webkit.ts';
import { memberSets } from './office-members.ts';

const PAGE = 'https://addin.test/office/';
/** Another build can be tried: a folder with office.js in it. */
export const OFFICE_FOLDER =
  process.env.OFFICE_DIST ??
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
    'dist',
  );

/** Files of the library that were asked for, in order. */
export const loadedFiles: string[] = [];
function run(file: string): void {
  loadedFiles.push(file);
  const text = readFileSync(path.join(OFFICE_FOLDER, file), 'utf8');
  vm.runInThisContext(text, { filename: file });
}
function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

function browserStandIn(search: string): void {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  const location = { hash: '', search, href: PAGE, protocol: 'https:', origin: PAGE };
  const head = {
    appendChild(script: { src: string; onload: () => void }): void {
      setTimeout(() => {
        run(script.src.slice(PAGE.length));
        script.onload();
      }, 0);
    },
  };
  const self = { src: `${PAGE}office.js`, getAttribute: () => null };
  define('document', {
    readyState: 'complete',
    head,
    cookie: '',
    location,
    getElementsByTagName: (tag: string) => (tag === 'script' ? [self] : [head]),
    createElement: () => ({ setAttribute: () => undefined }),
    addEventListener: () => undefined,
  });
  define('navigator', { userAgent: 'node', language: 'zh-CN' });
  define('location', location);
  define('history', {});
  define('sessionStorage', storage);
  define('localStorage', storage);
  define('addEventListener', () => undefined);
  for (const name of ['window', 'top', 'self', 'parent']) define(name, globalThis);
  define('name', '');
}

/** The library ships its own check of requirement sets switched off, by setting a wrong flag. */
function checkRequirementSets(): void {
  const library = OfficeExtension as unknown as {
    CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  library.CommonUtility._doApiNotSupportedCheck = true;
}

export async function loadOffice(profile: ExcelProfile = {}): Promise<EmulatedExcel> {
  const excelApi = { ...REQUIREMENTS, ...profile.requirements }.ExcelApi!;
  const excel = new EmulatedExcel(CellMapBook.blank(), gateFor(memberSets(), excelApi));
  // On a Mac the page is told in its address where it is, and talks by messages.
  browserStandIn(profile.mac ? `?_host_Info=${hostInfo(profile)}` : '');
  if (profile.mac) {
    define('external', {});
    define('webkit', createWebkit(excel, profile));
  } else define('external', createExternal(excel, profile));
  run('office.js');
  await Office.onReady();
  checkRequirementSets();
  return excel;
}
