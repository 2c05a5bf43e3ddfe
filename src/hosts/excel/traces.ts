// 公开前清理 in Excel: parts and sheets of ours taken out of the workbook. Knows no table.
import { OWN_NAMESPACE } from '../../facts/own-part.ts';
import { HostError } from '../port.ts';
import { missingSheet } from './trouble.ts';

/**
 * Takes every part of our namespace out, whatever version wrote it; throws `refused` where one is still
 * there.
 */
export async function forget(context: Excel.RequestContext): Promise<void> {
  const own = () => context.workbook.customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');
  const parts = own();
  await context.sync();
  for (const part of parts.items) part.delete();
  if (parts.items.length === 0) return;
  const left = own();
  await context.sync();
  if (left.items.length > 0)
    throw new HostError(
      'refused',
      '随工作簿保存的说明没有去掉。请保存工作簿，重新打开后再清理一次。',
    );
}

/**
 * Deletes sheets, all or none: a workbook keeps at least one that can be seen. Throws `protected`,
 * `not-found` or `refused` before anything is deleted.
 */
export async function removeSheets(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  const { protection } = context.workbook;
  protection.load('protected');
  await context.sync();
  if (protection.protected)
    throw new HostError(
      'protected',
      '工作簿的结构受保护，不能删除工作表。请先撤销工作簿保护；未作改动。',
    );
  const known = new Map(worksheets.items.map((sheet) => [sheet.name, sheet]));
  for (const name of names) if (!known.has(name)) throw missingSheet(name);
  const seen = worksheets.items.filter(
    (s) => s.visibility === 'Visible' && !names.includes(s.name),
  );
  if (seen.length === 0)
    throw new HostError('refused', '工作簿至少要留一张看得见的工作表，没有删除；未作改动。');
  for (const name of names) known.get(name)!.delete();
  await context.sync();
}
