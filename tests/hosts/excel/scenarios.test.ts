import { beforeAll, test } from 'vitest';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { loadOffice } from '../../support/office-load.ts';
import { scenarios, scene } from '../office-scenarios.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice({ requirements: { ExcelApi: '1.12' } });
});
for (const [name, scenario] of Object.entries(scenarios)) {
  test(name, async () => {
    await scenario(scene(excel));
  });
}
