// Why a file could not be read, as a value people understand. Knows no format.

/** 无法读取: codes are those of the JSON output. */
export type RefusalCode =
  | 'not-a-workbook'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'refused'
  | 'unsupported'
  | 'internal';

const SENTENCES: Readonly<Record<RefusalCode, string>> = {
  'not-a-workbook':
    '这不是电子表格文件，请选择 .xlsx、.xlsm、.xls 或 .ods 格式的工作簿；原文件未改动。',
  encrypted: '文件有打开密码，请先在 Excel 中打开，取消密码后另存一份再体检；原文件未改动。',
  damaged: '文件已损坏，无法读取，请在 Excel 中打开并另存一份，或换用原始文件；原文件未改动。',
  'too-large': '文件过大，请只保留需要体检的工作表，另存一份再试；原文件未改动。',
  refused: '文件结构异常，为安全起见没有读取，请在 Excel 中打开并另存为 .xlsx 再试；原文件未改动。',
  unsupported: '这种文件读不了，请另存为 .xlsx 或 .docx 再核对；原文件未改动。',
  internal: '读取文件时出现意外，请在 Excel 中打开并另存为 .xlsx 再试；原文件未改动。',
};

/** 拒绝: thrown inside the reader, turned into a value at its door. */
export class Refusal extends Error {
  /** Whether the sentence was written for this very case. */
  readonly own: boolean;

  constructor(
    readonly code: RefusalCode,
    message?: string,
  ) {
    super(message ?? SENTENCES[code]);
    this.name = 'Refusal';
    this.own = message !== undefined;
  }
}

/** Throws the refusal of a code, in its usual words or in better ones; `??` and `||` may end in it. */
export const refuse = (code: RefusalCode, message?: string): never => {
  throw new Refusal(code, message);
};
