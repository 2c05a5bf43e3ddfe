import { beforeAll } from 'vitest';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { opened } from '../../support/office-bench.ts';
import { loadOffice } from '../../support/office-load.ts';
import { contract } from '../contract.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice();
});
contract('Excel', async (snapshot) => opened(excel, snapshot), { program: true });
