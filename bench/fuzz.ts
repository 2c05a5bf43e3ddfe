// Fuzzing: every reader of foreign bytes and words, fed with things changed at random from things in order. Seeded, so
// that what goes wrong goes wrong again. A reader answers, or refuses; it never throws, hangs or grows without bound.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { keptIn } from '../src/assertions/explained.ts';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { jsonIn, partFor } from '../src/facts/own-part.ts';
import { parseRule } from '../src/formula/parse.ts';
import { openText } from '../src/hosts/docx/open.ts';
import { openAny } from '../src/hosts/open.ts';
import { readOwnRules } from '../src/review/own-rules.ts';
import { tieAlone } from '../src/review/tie.ts';
import { parseTarget } from '../src/scoring/target/parse.ts';
import { targetVocabulary } from '../src/scoring/target/words.ts';

/** 靶子: what is fed, and how it is read. */
export interface Target {
  readonly seeds: () => Promise<readonly Uint8Array[]> | readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => unknown;
  /** Changed in the parts of the archive instead of its bytes. */
  readonly inside?: boolean;
  /** Runs in a worker of its own: each input costs tens of milliseconds. */
  readonly slow?: boolean;
}

/** 随机数 of a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ODD = [0, 1, 0x20, 0x22, 0x26, 0x28, 0x2f, 0x3c, 0x3e, 0x7f, 0x80, 0xff];

/** Flips, cuts, doubles, exchanges and puts in odd bytes, a few times over. */
function changed(bytes: Uint8Array, random: () => number): Uint8Array {
  let now: Uint8Array = bytes.slice();
  const at = () => Math.floor(random() * now.length);
  for (let n = 1 + Math.floor(random() * 6); n > 0 && now.length > 0; n -= 1) {
    const how = Math.floor(random() * 6);
    if (how === 0) now[at()] = Math.floor(random() * 256);
    else if (how === 1) now[at()] = ODD[Math.floor(random() * ODD.length)]!;
    else if (how === 2) now = now.slice(0, at());
    else {
      const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
      const part = now.slice(from, Math.min(to, from + 400));
      const rest = how === 3 ? now.slice(from) : now.slice(from + part.length);
      const middle = how === 5 ? new Uint8Array([...part, ...part, ...part]) : part;
      now = how === 4 ? join(now.slice(0, from), rest) : join(now.slice(0, from), middle, rest);
    }
  }
  return now;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** A time for what carries one: a seed is the same bytes each day. */
const WHEN = new Date('2024-01-01T00:00:00');

/** One part of an archive changed, the archive put together again. */
function changedInside(bytes: Uint8Array, random: () => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)]!;
  return zipSync({ ...parts, [name]: changed(parts[name]!, random) }, { level: 0, mtime: WHEN });
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const archived = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { mtime: WHEN });

const SHEET = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>收入支出决算总表</t></is></c><c r="B1" s="1"><v>837.33</v></c></row><row r="2"><c r="B2"><f t="shared" ref="B2:B4" si="0">SUM(B1:B1)</f><v>837.33</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const smallXlsx = (): Uint8Array =>
  archived({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(SHEET),
  });

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const smallDocx = (): Uint8Array =>
  archived({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>2023年度收入总计837.33万元，增长5.2%。</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
  });

/** A few numbers each: what costs is to weigh how each that does not fit may have been meant. */
const PROSES = [
  '2023年度收入总计837.33万元，比上年增加12.5万元，增长1.5%。',
  '本年收入837.33万元，其中：财政拨款收入800万元，占95.54%；其他收入37.33万元。',
  '“三公”经费支出5.20万元，完成预算的86.7%，决算数小于预算数的主要原因是厉行节约。',
  '公务用车购置及运行维护费0万元。国内公务接待12批次、96人次，人均150元。',
  '（一）基本支出1，204.5万元，较2022年减少3.4万元，下降0.28%。①人员经费1100万元；②公用经费104.50万元。',
  '年末在职人员12人，离退休人员3人，合计15人。车辆2辆。',
  '一般公共预算財政撥款支出壹佰萬元，占本年支出合計的50%。',
];
const HTML =
  '<html><body><h1>部门决算</h1><table><tr><th rowspan="2">项目</th><td>837.33</td></tr><tr><td>1</td></tr></table><p>收入837.33万元。</p></body></html>';
const RULES =
  '{"version":1,"identities":[{"id":"X01","says":"表1[1行] = 表1[2行] + 表1[3行]","title":"甲"}]}';
const KEPT = '{"explanations":[{"rule":"A03","text":"已报","cells":[]}],"ignored":[]}';

/** What a reader did not expect comes out as a sentence too; here it is a crash like any other. */
const file = (name: string) => async (bytes: Uint8Array) => {
  const opened = await openAny(bytes, name);
  if (!opened.ok && opened.error.code === 'internal') throw new Error(opened.error.message);
};

/** A workbook of another format, written by a library. */
async function foreignBook(bookType: 'biff8' | 'ods'): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet([
    ['收入支出决算总表', 837.33],
    ['合计', 1],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表1');
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

async function smallPdf(): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  document.setCreationDate(WHEN);
  document.setModificationDate(WHEN);
  document.addPage([300, 200]).drawText('Total 837.33', { x: 20, y: 100, size: 12 });
  return document.save();
}

/** 靶子 by name. */
export function targets(): Readonly<Record<string, Target>> {
  const slow = (kind: string, make: () => Promise<Uint8Array>): Target => ({
    seeds: async () => [await make()],
    read: file(`x.${kind}`),
    slow: true,
  });
  return {
    'xlsx-bytes': { seeds: () => [smallXlsx()], read: file('x.xlsx') },
    'xlsx-xml': { seeds: () => [smallXlsx()], read: file('x.xlsx'), inside: true },
    docx: { seeds: () => [smallDocx()], read: file('x.docx'), inside: true },
    'docx-text': { seeds: () => [smallDocx(), ...PROSES.map(text)], read: (b) => openText(b) },
    html: { seeds: () => [text(HTML)], read: file('x.html') },
    notation: {
      seeds: () => [
        text('表1[收入总计] = 表1[本年收入合计] + 表1[年初结转和结余]'),
        text('Σ(类) ≤ 1.5 × 表3[合计, 基本支出]'),
      ],
      read: (b) => parseRule(words(b)),
    },
    targets: {
      seeds: () => ['≥95%', '100件以内', '2023年12月底前', '0起', '-1.5~3'].map(text),
      read: (b) => parseTarget(words(b), targetVocabulary(CATALOGUE.scoring.targets)),
    },
    texts: {
      seeds: () => PROSES.map(text),
      read: (b) => tieAlone({ text: words(b), broken: false }, CATALOGUE, {}),
    },
    rules: { seeds: () => [text(RULES)], read: (b) => readOwnRules(words(b), CATALOGUE) },
    explanations: {
      seeds: () => [text(partFor(KEPT))],
      read: (b) => keptIn(jsonIn(words(b))),
    },
    xls: slow('xls', () => foreignBook('biff8')),
    ods: slow('ods', () => foreignBook('ods')),
    pdf: slow('pdf', smallPdf),
  };
}

/** 结果 of a run. */
export interface Fuzzed {
  readonly inputs: number;
  /** Seeds of inputs that made the reader throw, with what it threw. */
  readonly crashes: readonly { readonly seed: number; readonly threw: string }[];
  /** Seeds that took longer than allowed. */
  readonly hangs: readonly number[];
  /** The longest, in milliseconds. */
  readonly slowest: number;
}

/** The input of a seed: the same each time. */
export function inputOf(seeds: readonly Uint8Array[], seed: number, inside: boolean): Uint8Array {
  const random = randomOf(seed);
  const from = seeds[Math.floor(random() * seeds.length)]!;
  return inside ? changedInside(from, random) : changed(from, random);
}

/** Feeds inputs of consecutive seeds to a target. */
export async function fuzz(
  target: Target,
  first: number,
  count: number,
  most = 10_000,
): Promise<Fuzzed> {
  const seeds = await target.seeds();
  const crashes: { seed: number; threw: string }[] = [];
  const hangs: number[] = [];
  let slowest = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const input = inputOf(seeds, seed, target.inside === true);
    // Of the processor, as the machine may be busy with other things for minutes.
    const began = process.cpuUsage();
    try {
      await target.read(input);
    } catch (error) {
      crashes.push({ seed, threw: String((error as Error).stack ?? error) });
    }
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    if (took > most) hangs.push(seed);
  }
  return { inputs: count, crashes, hangs, slowest };
}
