// 恶意: files made to exhaust memory, time or trust, each small on disk. Knows how to make them; what should become of
// them the run over many files tells.
import { strToU8, zipSync } from 'fflate';
import { compoundFile, rawWorkbook, rowsXml } from '../tests/support/xlsx-package.ts';

const sheet = (xml: string): Uint8Array => rawWorkbook({ sheets: [{ name: '总表', xml }] });
const text = (address: string, words: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
const TITLE = text('A1', '2023年度收入支出决算总表');

/** Merges of two cells, one below the other, so many. */
const merges = (count: number): string =>
  [...Array(count).keys()].map((i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`).join('');

/** One shared formula over so many rows. */
const dependents = (count: number): string => {
  const first = `<row r="2"><c r="B2"><f t="shared" ref="B2:B${count + 1}" si="0">A2+1</f><v>1</v></c></row>`;
  const more = [...Array(count - 1).keys()].map(
    (i) => `<row r="${i + 3}"><c r="B${i + 3}"><f t="shared" si="0"/><v>1</v></c></row>`,
  );
  return `<sheetData><row r="1">${TITLE}</row>${first}${more.join('')}</sheetData>`;
};

/** A workbook of the old format whose used range goes down to its last row. */
async function wideXls(): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const own = utils.aoa_to_sheet([['2023年度收入支出决算总表']]);
  own.Z65536 = { t: 'n', v: 1 };
  own['!ref'] = 'A1:Z65536';
  const book = utils.book_new();
  utils.book_append_sheet(book, own, '总表');
  return new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wideWord = (): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
  });

type Make = () => Uint8Array | Promise<Uint8Array>;
const KINDS: readonly (readonly [extension: string, make: Make])[] = [
  ['xlsx', () => sheet(`<sheetData>${' '.repeat(40 << 20)}</sheetData>`)],
  [
    'xlsx',
    () =>
      sheet(
        rowsXml(`${TITLE}${text('XFD1', '　')}`).replace(
          '</sheetData>',
          `<row r="1048576">${text('XFD1048576', ' ')}</row></sheetData>`,
        ),
      ),
  ],
  ['xlsx', () => sheet(`${rowsXml(TITLE)}<mergeCells>${merges(35_000)}</mergeCells>`)],
  ['xlsx', () => sheet(dependents(100_000))],
  ['xlsx', () => sheet(`<!DOCTYPE a [<!ENTITY b "c">]>${rowsXml(TITLE)}`)],
  ['xls', wideXls],
  ['xls', () => compoundFile(['Workbook'])],
  ['docx', wideWord],
  ['html', () => strToU8(`<table><tr><td>${'<table><tr><td>'.repeat(20_000)}`)],
  ['html', () => strToU8(`<p>2023年度收入${'1'.repeat(2 << 20)}万元</p>`)],
  ['pdf', () => strToU8(`%PDF-1.7\n${'1 0 obj\n<<'.repeat(20_000)}`)],
];
const made = new Map<number, Uint8Array>();

/** The n-th of them: its extension and its bytes, made once each. */
export async function hostile(n: number): Promise<readonly [string, Uint8Array]> {
  const at = n % KINDS.length;
  const [extension, make] = KINDS[at]!;
  const bytes = made.get(at) ?? (await make());
  made.set(at, bytes);
  return [extension, bytes];
}
