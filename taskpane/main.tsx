// Starts the pane inside Excel. The one file of the pane that names Office.
import { createRoot } from 'react-dom/client';
import '../functions/associate.ts';
import { CATALOGUE } from '../src/catalogue/index.ts';
import { excelHost } from '../src/hosts/excel/host.ts';
import './base.css';
import { Themed } from './Themed.tsx';
import { WORDS } from './words.ts';

const COMMAND = 'runCheck';

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const root = document.getElementById('root')!;
  if (host !== Office.HostType.Excel) {
    root.textContent = '请在 Excel 中打开勾稽：插入 → 加载项。';
    return;
  }
  let run = async () => {};
  Office.actions?.associate(COMMAND, async (event: Office.AddinCommands.Event) => {
    await run();
    event.completed();
  });
  const withFunctions = Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');
  createRoot(root).render(
    <Themed
      host={excelHost()}
      hostColor={Office.context.officeTheme?.bodyBackgroundColor}
      catalogue={CATALOGUE}
      notices={withFunctions ? [] : [WORDS.noFunctions]}
      onReady={(start) => {
        run = start;
      }}
    />,
  );
}

void start();
