// Sheets put into the open workbook on the user's order: blank forms that it lacks, and the pictures.
// A sheet that is there is never touched; a name that is taken gets a number.
import { HostError, type SheetWrite } from '../src/hosts/port.ts';
import { isTitleOf } from '../src/identities/roster.ts';
import { chartOf } from '../src/narrative/chart.ts';
import { slotsIn } from '../src/narrative/slots.ts';
import { blankForms } from '../src/review/blank.ts';
import { openBook } from '../src/review/book.ts';
import { chartPage } from '../src/review/charts.ts';
import { materialOf } from '../src/review/narrative.ts';
import { review, reviewOf } from '../src/review.ts';
import type { AreaProps } from './areas/area.ts';
import type { Choice } from './session.ts';
import type { PaneTask } from './task.ts';

/** Accounts are published for the year before. */
export const lastYear = (): number => new Date().getFullYear() - 1;
const CHARTS = '图表';
const SUPPLEMENT = '补充资料';
const INSERTING = '正在插入空白表';
const TRIES = 20;

/** Adds a sheet under its name, or the next that is free; returns the name. */
async function added(host: AreaProps['host'], page: SheetWrite): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? page.name : `${page.name.slice(0, 26)}（${n}）`;
    try {
      await host.addSheet({ ...page, name });
      return name;
    } catch (error) {
      const taken = error instanceof HostError && error.code === 'refused';
      if (!taken || n === TRIES) throw error;
    }
  }
}

/** 插入空白表: those of the place and year that the workbook does not hold yet. */
export async function insertBlanks(
  { host, catalogue, checking }: AreaProps,
  task: PaneTask,
  chosen: Pick<Choice, 'year' | 'region'> = {},
): Promise<void> {
  const choice = { ...checking.state.choice, ...chosen };
  task.doing(INSERTING);
  // Looked at anew: sheets may have come in since the last 体检, ours among them.
  const book = openBook(await host.snapshot(), catalogue, choice);
  const known = reviewOf(book);
  const year = choice.year ?? known.year ?? lastYear();
  const region = choice.region ?? (known.region ? catalogue.regionNamed(known.region) : undefined);
  const { sheets } = blankForms(catalogue, {
    year,
    ...(region && { region }),
    ...(known.department && { department: known.department }),
  });
  if (sheets.length === 0) {
    throw new HostError('not-found', `没有 ${year} 年度的样表，请在上方另选年度；未作改动。`);
  }
  const held = new Set(known.tables.map((t) => t.form));
  // An extra table of the place is known by its title, also where no form of ours reads it.
  const { titles } = book.read;
  const isHeld = (form: string): boolean => {
    const extra = catalogue.extras.find((e) => e.title === form);
    return held.has(form) || (extra !== undefined && titles.some((t) => isTitleOf(t, extra)));
  };
  const wanted = sheets.filter((s) => !isHeld(s.form));
  if (wanted.length === 0) {
    throw new HostError('refused', '这个工作簿各表都有了，没有要插入的空白表；未作改动。');
  }
  const names: string[] = [];
  for (const { page } of wanted) {
    if (task.stopped) break;
    task.doing(`${INSERTING}：${page.name}`);
    names.push(await added(host, page));
  }
  if (names.length === 0) return;
  await checking.run(choice);
  if (names.length < wanted.length)
    checking.say(
      `已插入 ${names.length} 张空白表，其余 ${wanted.length - names.length} 张没有插入。`,
    );
  await host.reveal({ sheet: names[0]!, row: 0, column: 0 });
}

/** 插入补充资料: names and units as rules find them; one that is there is never touched. */
export async function insertSupplement(
  { host, catalogue, checking }: AreaProps,
  task: PaneTask,
): Promise<void> {
  task.doing(`正在插入${SUPPLEMENT}`);
  const { choice } = checking.state;
  const known = review(await host.snapshot(), catalogue, choice);
  const held = known.tables.find((t) => t.form === SUPPLEMENT);
  if (held) {
    await host.reveal({ sheet: held.sheet, row: 0, column: 0 });
    throw new HostError('refused', `已有“${held.sheet}”，请在里面填写；未作改动。`);
  }
  const year = choice.year ?? known.year ?? lastYear();
  const unit = known.tables.find((t) => t.checked && /^表\d$/.test(t.form))?.unit;
  const { sheets } = blankForms(catalogue, {
    year,
    ...(unit && { unit }),
    ...(known.department && { department: known.department }),
  });
  const page = sheets.find((s) => s.form === SUPPLEMENT)?.page;
  if (!page) throw new HostError('not-found', `没有 ${year} 年度的样表，请在上方另选年度。`);
  if (task.stopped) return;
  const sheet = await added(host, page);
  await host.reveal({ sheet, row: 0, column: 0 });
}

/** 插入图表: the pictures of the text on a sheet of their own. */
export async function insertCharts(
  { host, catalogue, checking }: AreaProps,
  task: PaneTask,
): Promise<void> {
  const { checked } = checking.state;
  if (!checked) return;
  task.doing('正在插入图表');
  // Last year's figures may have been typed in the text: they are kept in the workbook.
  const slots = slotsIn(await host.load());
  const { source } = materialOf(checked.book, slots);
  const charts = catalogue.narrative.charts.map((rule) => chartOf(rule, source));
  if (task.stopped) return;
  const sheet = await added(host, chartPage(charts, CHARTS));
  await host.reveal({ sheet, row: 0, column: 0 });
}
