// 实录: with ?record in its address the pane writes down what it asked of Excel and what came back, to be replayed
// against the emulated host. Only for whoever tries it in a real Excel, with a workbook that may be passed on.

import type { Host } from '../src/hosts/port.ts';
import { type Recorded, recorded } from '../src/hosts/recorded.ts';
import { copyText } from './clipboard.ts';
import { saveFile } from './files.ts';

const isAsked = (): boolean => new URLSearchParams(location.search).has('record');

function button(trace: Recorded['trace'], program: string): void {
  const save = document.createElement('button');
  save.textContent = '保存实录';
  save.style.cssText = 'position:fixed;right:8px;bottom:8px;z-index:9';
  save.addEventListener('click', () => {
    const text = JSON.stringify({ ...trace(), program });
    saveFile('勾稽实录.json', text, 'application/json');
    // Where no file gets out, the same is on the clipboard.
    void copyText(text);
  });
  document.body.append(save);
}

/** The host as it is, or one that writes down what passes. */
export function recordedIfAsked(host: Host, program: string): Host {
  if (!isAsked()) return host;
  const { host: own, trace } = recorded(host);
  button(trace, program);
  return own;
}
