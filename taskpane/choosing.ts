// Files the user chooses beside the open workbook: last year's accounts, and rules of their own. They
// are read here and go nowhere.
import { plainFile } from '../src/hosts/plain-text.ts';
import { HostError } from '../src/hosts/port.ts';
import { readOther } from '../src/review/others.ts';
import { readOwnRules } from '../src/review/own-rules.ts';
import type { AreaProps } from './areas/area.ts';
import { bytesOf, pickFile } from './files.ts';
import type { PaneTask } from './task.ts';

/** 选择上年工作簿: read as a file, and compared with from the next 体检 on. */
export async function chooseLast(
  { checking, catalogue }: AreaProps,
  task: PaneTask,
): Promise<void> {
  const file = await pickFile('.xlsx,.xlsm,.xls,.et,.ods');
  if (!file) return;
  task.doing(`正在打开“${file.name}”`);
  // Reading files is not needed by whoever never chooses one.
  const { openWorkbook } = await import('../src/hosts/xlsx/open.ts');
  const opened = await openWorkbook(await bytesOf(file), file.name);
  if (!opened.ok) throw new HostError('refused', `“${file.name}”：${opened.error.message}`);
  if (task.stopped) return;
  const last = { ...opened.snapshot, name: file.name };
  const { choice, checked } = checking.state;
  const year = choice.year ?? checked?.review.year ?? undefined;
  const before = year === undefined ? undefined : year - 1;
  const { unused, year: own } = readOther(last, catalogue, { period: '上年' }, before);
  // One that would not be used is answered here, and leaves nothing behind.
  if (unused === 'no-tables')
    throw new HostError('refused', `“${file.name}”里没有找到决算公开表，没有使用。`);
  if (unused === 'other-year')
    throw new HostError(
      'refused',
      `“${file.name}”是 ${own} 年度的，不是 ${before} 年度的，没有使用。请选择 ${before} 年度的决算。`,
    );
  await checking.run({ ...choice, last });
}

/** Goes on without last year's workbook. */
export function forgetLast({ checking }: AreaProps): Promise<void> {
  const { last: _last, ...choice } = checking.state.choice;
  return checking.run(choice);
}

/** 使用自定规程: a file in order is used at once; of one that is not, nothing is. */
export async function chooseRules({ ownRules }: AreaProps): Promise<void> {
  const file = await pickFile('.json');
  if (!file) return;
  const read = readOwnRules(plainFile(await bytesOf(file)) ?? '', ownRules.base);
  if (!read.ok) {
    const message = `自定规程“${file.name}”有 ${read.problems.length} 处不对，没有使用。请改好后再选。`;
    throw new HostError('refused', message, read.problems.join('\n'));
  }
  ownRules.use({ name: file.name, catalogue: read.catalogue });
}
