// The pane over a workbook in memory, for tests and for looking at it. Never shipped.
import { createRoot } from 'react-dom/client';
import { CATALOGUE } from '../src/catalogue/index.ts';
import type { Snapshot } from '../src/facts/grid.ts';
import { memoryHost } from '../src/hosts/memory.ts';
import { type Host, HostError } from '../src/hosts/port.ts';
import { openWorkbook } from '../src/hosts/xlsx/open.ts';
import './base.css';
import { Themed } from './Themed.tsx';

const EMPTY: Snapshot = {
  sheets: [
    { name: 'Sheet1', hidden: false, protected: false, rows: 0, columns: 0, cells: [], merges: [] },
  ],
};

async function workbook(url: string | null): Promise<Snapshot> {
  if (!url) return EMPTY;
  const opened = await openWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()), url);
  return opened.ok ? opened.snapshot : EMPTY;
}

/** A host that stands in the way in the manner asked for. */
function hindered(host: Host, how: string | null): Host {
  if (!how) return host;
  let left = how === 'editing' ? 3 : 1e9;
  return {
    ...host,
    async snapshot(progress) {
      if (how === 'slow') {
        progress?.('表3');
        await new Promise((r) => setTimeout(r, 4000));
      } else if (left > 0) {
        left -= 1;
        if (how === 'editing')
          throw new HostError(
            'editing',
            '单元格正在编辑。请按 Enter 完成或 Esc 放弃，体检会自动继续。',
          );
        throw new HostError(
          'connection',
          '与 Excel 的连接中断，未作任何改动。请重试；若仍出现，关闭并重新打开窗格。',
          'GeneralException: 0x800A03EC',
        );
      }
      return host.snapshot(progress);
    },
  };
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const snapshot = await workbook(query.get('file'));
  const edited = memoryHost(snapshot);
  for (const edit of query.getAll('set')) {
    const [sheet, address, value] = edit.split('|');
    const number = Number(value);
    const typed = Number.isNaN(number) ? value! : number;
    await edited.write([{ sheet: sheet!, address: address!, value: value === '' ? null : typed }]);
  }
  const locked = query.get('protect');
  const { sheets } = await edited.snapshot();
  const host = memoryHost({
    ...snapshot,
    sheets: sheets.map((s) => ({ ...s, protected: locked === s.name })),
  });
  // The pane as Excel shows and hides it.
  let see: (visible: boolean) => void = () => undefined;
  Object.assign(window, { gouji: host, show: (visible: boolean) => see(visible) });
  createRoot(document.getElementById('root')!).render(
    <Themed
      host={hindered(host, query.get('host'))}
      catalogue={CATALOGUE}
      sight={(listener) => {
        see = listener;
      }}
    />,
  );
}

void start();
