// What can be ordered from the menu, whatever area is open.
import type { AreaProps } from './areas/area.ts';
import { chooseLast, chooseRules } from './choosing.ts';
import { copyText } from './clipboard.ts';
import { insertBlanks, insertCharts, insertSupplement } from './inserting.ts';
import { printReport } from './printing.ts';
import { addReport, reportText, saveReport } from './report.ts';
import type { PaneTask } from './task.ts';
import { WORDS } from './words.ts';

/** 菜单项. `run` may ask for a file (files.ts); what stands in its way is said at the top of the pane. */
export interface MenuEntry {
  readonly text: string;
  readonly hint?: string;
  /** The first of a kind: a line is drawn above it. */
  readonly apart?: boolean;
  /** Needs the result of a 体检. */
  readonly afterCheck?: boolean;
  readonly run: (props: AreaProps, task: PaneTask) => void | Promise<void>;
}

export async function makeReport(
  { host, checking, elements }: AreaProps,
  task: PaneTask,
): Promise<void> {
  const { checked } = checking.state;
  if (!checked) return;
  const sheet = await addReport(host, checked.review, checked.at, elements, task);
  if (sheet !== undefined) await host.reveal({ sheet, row: 0, column: 0 });
}

export const MENU: readonly MenuEntry[] = [
  { text: WORDS.report, hint: WORDS.undoStack, afterCheck: true, run: makeReport },
  {
    text: WORDS.reportWord,
    hint: WORDS.reportWordHint,
    afterCheck: true,
    run: async ({ checking, elements }, task) => {
      const { checked } = checking.state;
      if (checked) checking.say(await saveReport(checked.review, checked.at, elements, task));
    },
  },
  {
    text: WORDS.reportPrint,
    hint: WORDS.reportPrintHint,
    afterCheck: true,
    run: async ({ checking, elements }, task) => {
      const { checked } = checking.state;
      if (checked) await printReport(checked.review, checked.at, elements, task);
    },
  },
  {
    text: WORDS.copyResults,
    afterCheck: true,
    run: async ({ checking }) => {
      const { checked } = checking.state;
      if (!checked) return;
      await copyText(reportText(checked.review));
      checking.say(WORDS.copiedResults);
    },
  },
  { text: WORDS.clear, run: ({ checking }) => checking.clear() },
  { text: WORDS.last, hint: WORDS.lastHint, apart: true, run: chooseLast },
  { text: WORDS.rules, hint: WORDS.rulesHint, run: chooseRules },
  {
    text: WORDS.blanks,
    hint: WORDS.blanksHint,
    apart: true,
    run: (props, task) => insertBlanks(props, task),
  },
  { text: WORDS.supplement, hint: WORDS.supplementHint, run: insertSupplement },
  { text: WORDS.charts, hint: WORDS.chartsHint, afterCheck: true, run: insertCharts },
  {
    text: WORDS.units,
    hint: WORDS.unitsHint,
    apart: true,
    run: ({ onSide }) => onSide({ page: 'units' }),
  },
  { text: WORDS.settings, run: ({ onSide }) => onSide({ page: 'settings' }) },
  { text: WORDS.help, run: ({ onSide }) => onSide({ page: 'help' }) },
];
