// What stands in the way of Excel, in words for the person at the desk. Knows the library's error
// codes; knows no workbook.
import { HostError, type HostErrorCode } from '../port.ts';

const SENTENCES: Readonly<Record<HostErrorCode, string>> = {
  editing: '单元格正在编辑。请按 Enter 完成或 Esc 放弃，体检会自动继续。',
  protected: '工作表受保护，Excel 不允许改动。请先撤销保护再试；勾稽不会解除保护。',
  'too-large': '内容太多，Excel 一次传不完；未作改动。请关闭其他工作簿后重试。',
  connection: '与 Excel 的连接中断，未作任何改动。请重试；若仍出现，关闭并重新打开窗格。',
  others: '别人正在改同一个工作簿的同一处，这一步没有完成。请等他改完（或先刷新），再试一次。',
  'not-found': '没有找到所指的工作表或单元格，可能已改名或删除。请重新体检。',
  refused: '已有同名的工作表，请先改名或删除；未作改动。',
  internal: 'Excel 没有完成这一步。请重试；若仍出现，关闭并重新打开窗格。',
};
const CODES: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  Conflict: 'others',
  InsertDeleteConflict: 'others',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  ActivityLimitReached: 'connection',
  ConnectionFailure: 'connection',
  HostRestartNeeded: 'connection',
  InvalidRequest: 'connection',
  RequestAborted: 'connection',
  InvalidOrTimedOutSession: 'connection',
  ServiceNotAvailable: 'connection',
  Timeout: 'connection',
  Unauthenticated: 'connection',
  InvalidReference: 'not-found',
  ItemNotFound: 'not-found',
  ItemAlreadyExists: 'refused',
};

/** `not-found`: a sheet that is not there under this name. */
export const missingSheet = (name: string): HostError =>
  new HostError('not-found', `没有找到工作表“${name}”，请重新体检；未作改动。`);

/** 宿主错误 of whatever was thrown: by Excel's own code, else `internal`; a HostError stays as it is. */
export function troubleOf(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  const error = thrown as Partial<OfficeExtension.Error> | undefined;
  const code = CODES[error?.code ?? ''] ?? 'internal';
  const where = error?.debugInfo?.errorLocation;
  const detail = [error?.code, error?.message ?? String(thrown), where].filter(Boolean).join(' · ');
  return new HostError(code, SENTENCES[code], detail);
}

const VIEW_ONLY =
  '这个工作簿在“受保护的视图”里，或者没有编辑权限，Excel 不许读写。请点“启用编辑”或另存一份，再试。';
const READ_ONLY =
  '这个工作簿是只读打开的，Excel 不许改动。请另存一份再做；体检结果照常列出，只是不标记。';
const STRUCTURE =
  '工作簿的结构受保护，不能增删工作表。请先在“审阅”里撤销工作簿保护；勾稽不会解除保护。';

/** Access was denied: which of several reasons it is, as far as Excel tells. */
async function whyDenied(trouble: HostError): Promise<HostError> {
  const because = (message: string) => new HostError('protected', message, trouble.detail);
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load('readOnly,protection/protected');
      await context.sync();
      if (workbook.readOnly) return because(READ_ONLY);
      return workbook.protection.protected ? because(STRUCTURE) : trouble;
    });
  } catch (thrown) {
    // Not even this may be asked.
    return troubleOf(thrown).code === 'protected' ? because(VIEW_ONLY) : trouble;
  }
}

/** One conversation with Excel; whatever goes wrong is thrown as a HostError. */
export async function inExcel<T>(
  conversation: (context: Excel.RequestContext) => Promise<T>,
  context?: OfficeExtension.ClientRequestContext,
): Promise<T> {
  try {
    if (!context) return await Excel.run(conversation);
    return await Excel.run(context as Excel.RequestContext, conversation);
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    const denied = trouble.code === 'protected' && !(thrown instanceof HostError);
    throw denied ? await whyDenied(trouble) : trouble;
  }
}
