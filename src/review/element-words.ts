// 公开情况 in the words that people read.
import type { ElementStatus } from '../narrative/elements.ts';

/** 公开情况 in words. */
export const ELEMENT_STATUS: Readonly<Record<ElementStatus, string>> = {
  written: '写明',
  none: '未发生',
  missing: '缺',
  unclear: '看不清',
};
