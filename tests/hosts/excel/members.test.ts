// Every Office member we name is old enough for the Excel we promise, or asked for first, and is
// there in the build we ship: newer typings compile and then fail at run time.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { isNewer } from '../../../workbench/emulator/api-sets.ts';
import { loadOffice } from '../../support/office-load.ts';
import { memberSets } from '../../support/office-members.ts';
import { officeUsage } from '../../support/office-usage.ts';

/** The least that the manifest demands. */
const PROMISED = '1.9';
/** Newer members, used only where the file asks for their set first. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  'Range.getMergedAreasOrNullObject': '1.13',
  'RangeAreas.select': '1.18',
};
/** Not in the library that we ship, but in newer ones (a mirror of one's own): used only where the file asks for it. */
const ASKED_OF_LIBRARY: Readonly<Record<string, string>> = {
  'RangeAreas.select': "typeof Excel.RangeAreas?.prototype?.select === 'function'",
};
/** Elsewhere only what says so can hold an object of Excel: the port of the hosts gives none away. */
const NAMES_EXCEL = /\bExcel\.[A-Z]/;
const files = ['src/hosts/excel', 'taskpane', 'functions'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`)
    .filter((path) => folder === 'src/hosts/excel' || NAMES_EXCEL.test(readFileSync(path, 'utf8'))),
);
const usages = officeUsage(files);
const members = [...new Set(usages.map((usage) => usage.member))].sort();

beforeAll(async () => {
  await loadOffice();
});

test('读得出用到的成员', () => {
  expect(members.length).toBeGreaterThan(40);
  expect(members).toEqual(
    expect.arrayContaining([
      'Range.numberFormat',
      'WorksheetCollection.onChanged',
      'WorksheetProtection.protected',
      'Workbook.worksheets',
    ]),
  );
});
test('都不超过所要求的版本，更新的先问过', () => {
  const versioned = members.filter((member) => !member.startsWith('RequestContext.'));
  expect(versioned.filter((member) => memberSets()[member] === undefined)).toEqual([]);
  const newer = versioned.filter((member) => isNewer(memberSets()[member]!, PROMISED));
  expect(newer).toEqual(Object.keys(ASKED_FOR));
  for (const { member, file } of usages.filter((usage) => newer.includes(usage.member))) {
    const question = `isSetSupported('ExcelApi', '${ASKED_FOR[member]}')`;
    expect(memberSets()[member]).toBe(ASKED_FOR[member]);
    expect(readFileSync(file, 'utf8')).toContain(question);
  }
});
test('随附的库里都有', () => {
  const classes = Excel as unknown as Record<string, { prototype: object }>;
  const missing = members.filter((member) => {
    const [owner, name] = member.split('.') as [string, string];
    return !(name in classes[owner]!.prototype);
  });
  expect(missing).toEqual(Object.keys(ASKED_OF_LIBRARY));
  for (const { member, file } of usages.filter((usage) => missing.includes(usage.member)))
    expect(readFileSync(file, 'utf8')).toContain(ASKED_OF_LIBRARY[member]);
});
test('清单要求的版本就是这里承诺的', () => {
  const manifest = readFileSync('manifest.xml', 'utf8');
  expect(manifest).toMatch(new RegExp(`Name="ExcelApi" MinVersion="${PROMISED}"`));
});
