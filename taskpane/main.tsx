// Starts the pane inside Excel. The one file of the pane that names Office.
import { createRoot } from 'react-dom/client';
import './filled.ts';
import '../functions/associate.ts';
import { blanksComeAsZero } from '../functions/arguments.ts';
import { excelHost } from '../src/hosts/excel/host.ts';
import type { Host } from '../src/hosts/port.ts';
import './base.css';
import { takesDownloads } from './files.ts';
import { Late } from './Late.tsx';
import { recordedIfAsked } from './recording.ts';
import { Theme } from './Theme.tsx';
import type { Sight } from './useEdits.ts';
import { WORDS } from './words.ts';

const COMMAND = 'runCheck';

/** 体检 of the ribbon waits for the pane, which may still be starting when the button is pressed. */
function associateCommand(): (run: () => Promise<void>) => void {
  let take!: (run: () => Promise<void>) => void;
  const ready = new Promise<() => Promise<void>>((resolve) => {
    take = resolve;
  });
  let latest: (() => Promise<void>) | undefined;
  Office.actions?.associate(COMMAND, async (event: Office.AddinCommands.Event) => {
    try {
      await Office.addin?.showAsTaskpane();
    } catch {
      // An Excel without a shared runtime shows the pane by its own button.
    }
    try {
      const run = latest ?? (await ready);
      await run();
    } finally {
      event.completed();
    }
  });
  return (run) => {
    latest = run;
    take(run);
  };
}

/** A closed pane goes on running beside Excel (shared runtime): it says so where this Excel tells. */
const sight: Sight = (listener) => {
  const told = (state: { visibilityMode: Office.VisibilityMode }) =>
    listener(state.visibilityMode === Office.VisibilityMode.taskpane);
  try {
    void Office.addin.onVisibilityModeChanged(told).catch(() => undefined);
  } catch {
    // Without a shared runtime a closed pane has ended.
  }
};

/**
 * A pane that was closed without a shared runtime could not take its light away any more: the next one does, before
 * anything else. Whoever closes this one may still be in time.
 */
function darkenedAtBothEnds(host: Host): Host {
  const darken = () => void host.darken().catch(() => undefined);
  darken();
  window.addEventListener('pagehide', darken);
  return host;
}

async function start(setRun: (run: () => Promise<void>) => void): Promise<void> {
  const { host, platform } = await Office.onReady();
  const { diagnostics } = Office.context;
  const root = document.getElementById('root')!;
  if (host !== Office.HostType.Excel) {
    root.textContent = '请在 Excel 中打开勾稽：插入 → 加载项。';
    return;
  }
  const { Mac, iOS } = Office.PlatformType;
  takesDownloads(platform !== Mac && platform !== iOS);
  blanksComeAsZero(platform !== Office.PlatformType.OfficeOnline);
  const withFunctions = Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');
  const workbook = darkenedAtBothEnds(excelHost());
  createRoot(root).render(
    <Theme hostColor={Office.context.officeTheme?.bodyBackgroundColor}>
      <Late
        host={recordedIfAsked(workbook, [platform, diagnostics.version].join(' '))}
        notices={withFunctions ? [] : [WORDS.noFunctions]}
        onReady={setRun}
        sight={sight}
      />
    </Theme>,
  );
}

// Before Excel is ready: the ribbon may be pressed at the first moment. Without office.js the page says so.
if (typeof Office !== 'undefined') void start(associateCommand());
