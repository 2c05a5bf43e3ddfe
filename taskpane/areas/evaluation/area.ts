// 绩效 as one of the pane's tabs, and what it needs.
import { lazy } from 'react';
import type { Area } from '../area.ts';

export const EVALUATION: Area = {
  id: 'evaluation',
  title: '绩效',
  lacks: (checked) => {
    if (!checked) return '先体检一次，这里列出工作簿里的绩效自评表。';
    const own = checked.review.tables.some((t) => t.checked && /自评$/.test(t.form));
    return own
      ? undefined
      : '没有找到绩效自评表。勾稽按表名和表头识别，例如“部门整体绩效自评表”“项目支出绩效自评表”。';
  },
  // It comes when it is first opened.
  View: lazy(async () => ({ default: (await import('./EvaluationArea.tsx')).EvaluationArea })),
};
