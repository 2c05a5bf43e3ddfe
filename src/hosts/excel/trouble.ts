// What stands in the way of Excel, in words for the person at the desk. Knows the library's error
// codes; knows no workbook.
import { HostError, type HostErrorCode } from '../port.ts';

const SENTENCES: Readonly<Record<HostErrorCode, string>> = {
  editing: '单元格正在编辑。请按 Enter 完成或 Esc 放弃，体检会自动继续。',
  protected: '工作表受保护，Excel 不允许改动。请先撤销保护再试；勾稽不会解除保护。',
  'too-large': '内容太多，Excel 一次传不完；未作改动。请关闭其他工作簿后重试。',
  connection: '与 Excel 的连接中断，未作任何改动。请重试；若仍出现，关闭并重新打开窗格。',
  'not-found': '没有找到所指的工作表或单元格，可能已改名或删除。请重新体检。',
  refused: '已有同名的工作表，请先改名或删除；未作改动。',
  internal: 'Excel 没有完成这一步。请重试；若仍出现，关闭并重新打开窗格。',
};
const CODES: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  ActivityLimitReached: 'connection',
  ConnectionFailure: 'connection',
  HostRestartNeeded: 'connection',
  InvalidRequest: 'connection',
  RequestAborted: 'connection',
  ServiceNotAvailable: 'connection',
  Timeout: 'connection',
  Unauthenticated: 'connection',
  InvalidReference: 'not-found',
  ItemNotFound: 'not-found',
  ItemAlreadyExists: 'refused',
};

export const protectedSheet = (name: string): HostError =>
  new HostError('protected', `工作表“${name}”受保护，请先撤销保护再写入；未作改动。`);
export const missingSheet = (name: string): HostError =>
  new HostError('not-found', `没有找到工作表“${name}”，请重新体检；未作改动。`);

export function troubleOf(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  const error = thrown as Partial<OfficeExtension.Error> | undefined;
  const code = CODES[error?.code ?? ''] ?? 'internal';
  const where = error?.debugInfo?.errorLocation;
  const detail = [error?.code, error?.message ?? String(thrown), where].filter(Boolean).join(' · ');
  return new HostError(code, SENTENCES[code], detail);
}

/** One conversation with Excel; whatever goes wrong comes out as a HostError. */
export async function inExcel<T>(
  conversation: (context: Excel.RequestContext) => Promise<T>,
  context?: OfficeExtension.ClientRequestContext,
): Promise<T> {
  try {
    if (!context) return await Excel.run(conversation);
    return await Excel.run(context as Excel.RequestContext, conversation);
  } catch (thrown) {
    throw troubleOf(thrown);
  }
}
