// 体检报告 to the printer, or from there to a PDF: a page of its own in the pane that nobody sees, with the place to sign
// kept together at the end. Nothing is asked of any network.
import type { ElementResult } from '../src/narrative/elements.ts';
import type { Review } from '../src/review.ts';
import type { PaneTask } from './task.ts';
import { WORDS } from './words.ts';

const STYLE = `
@page { size: A4; margin: 22mm 20mm 20mm; }
body { font: 11pt/1.7 FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; color: #000; margin: 0; }
h1 { font: bold 17pt/1.4 SimHei, "Noto Sans CJK SC", sans-serif; text-align: center; margin: 0 0 8pt; }
h2 { font: bold 12pt/1.6 SimHei, "Noto Sans CJK SC", sans-serif; margin: 12pt 0 2pt; break-after: avoid; }
p { margin: 0 0 4pt; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.sign { break-inside: avoid; margin-top: 16pt; }
.sign p { margin: 10pt 0; }
`;

/** Everything from this heading on is the page that is signed. */
const SIGNED_UNDER = '核对确认';

function pageOf(html: string, title: string): string {
  const cut = html.lastIndexOf('<h2', html.indexOf(SIGNED_UNDER));
  const [report, sign] = cut < 0 ? [html, ''] : [html.slice(0, cut), html.slice(cut)];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>${report}<section class="sign">${sign}</section></body></html>`;
}

/** So long the page is there for whoever prints it. */
const KEPT = 120_000;

/** 打印体检报告. */
export async function printReport(
  review: Review,
  at: Date,
  elements?: readonly ElementResult[],
  task?: PaneTask,
): Promise<void> {
  task?.doing(WORDS.printing);
  const [{ html }, { reportDocument }] = await Promise.all([
    import('../src/narrative/document.ts'),
    import('../src/review/report-document.ts'),
  ]);
  const title = [review.department, '体检报告'].filter(Boolean).join('');
  document.querySelector('iframe[data-print]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset.print = '';
  frame.title = title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Not `display: none`: some browsers print nothing of it then.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  frame.srcdoc = pageOf(html(reportDocument(review, at, elements)), title.replace(/[<&]/g, ''));
  document.body.append(frame);
  await loaded;
  if (task?.stopped) return frame.remove();
  frame.contentWindow?.print();
  setTimeout(() => frame.remove(), KEPT);
}
