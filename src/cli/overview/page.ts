// 体检总览.html: the same lists as a page that opens from disk, without script. Knows lists.
import type { List } from './morning.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Text of a file's is text: marks that turn or hide what follows are shown as a blank. */
const plain = (text: string | number): string =>
  String(text)
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[&<>"]/g, (c) => ESCAPES[c]!);

/** A path inside the folder as an address: each step by itself. */
export const linkTo = (path: string): string =>
  path
    .split(/[\\/]/)
    .map((step) => encodeURIComponent(step))
    .join('/');

function line(cells: readonly (string | number)[], link: string | undefined): string {
  const shown = cells.map((value, i) => {
    const last = i === cells.length - 1;
    const text = plain(value);
    const inner = link && last ? `<a href="./${linkTo(link)}">${text}</a>` : text;
    return typeof value === 'number' ? `<td class="n">${inner}</td>` : `<td>${inner}</td>`;
  });
  return `<tr>${shown.join('')}</tr>`;
}

/** A column keeps room for what it holds; on a narrow screen the table is moved sideways. */
const MOST_ROOM = 18;

function section({ name, head, widths, lines, links }: List, open: boolean): string {
  const room = (i: number) => Math.min(widths[i]!, MOST_ROOM);
  const heads = head.map((h, i) => `<th style="min-width:${room(i)}ch">${plain(h)}</th>`);
  const rows = lines.map((cells, i) => line(cells, links[i])).join('\n');
  const table =
    lines.length === 0
      ? '<p>没有。</p>'
      : `<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows}
</tbody></table></div>`;
  return `<details${open ? ' open' : ''}><summary>${plain(name)}（${lines.length}）</summary>
${table}
</details>`;
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.6 "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; }
summary { cursor: pointer; font-size: 1.1rem; font-weight: 600; padding: .5rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { white-space: nowrap; background: color-mix(in srgb, currentColor 7%, transparent); }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
`;

/** 体检总览 of a run as a page. */
export function overviewPage(short: string, lists: readonly List[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>体检总览</title>
<style>${STYLE}</style>
<h1>体检总览</h1>
<p>${plain(short)}</p>
${lists.map((l, i) => section(l, i < 2)).join('\n')}
</html>
`;
}
