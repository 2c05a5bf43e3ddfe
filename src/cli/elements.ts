// 公开要素清单 for people: what is missing first, what is there in one line.
import type { ElementResult, ElementStatus } from '../narrative/elements.ts';
import { ELEMENT_STATUS } from '../review/element-words.ts';

/** 公开要素清单 as text. */
export function elementsText(elements: readonly ElementResult[]): string {
  const of = (status: ElementStatus) => elements.filter((e) => e.status === status);
  const counts = (Object.keys(ELEMENT_STATUS) as ElementStatus[])
    .map((status) => `${ELEMENT_STATUS[status]} ${of(status).length}`)
    .join(' · ');
  const lines = (['missing', 'unclear'] as const).flatMap((status) =>
    of(status).map((e) => `        ${ELEMENT_STATUS[status]}  ${e.title}（${e.basis}）`),
  );
  return [`  公开要素 ${elements.length} 项：${counts}`, ...lines].join('\n');
}
