// Every member of Excel with its requirement set, read from the remarks of Microsoft's typings.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MemberSets } from '../../workbench/emulator/api-sets.ts';

let known: MemberSets | undefined;

/** `Range.getMergedAreasOrNullObject` → `1.13`; a class alone stands for its members without a remark. */
export function memberSets(): MemberSets {
  if (known) return known;
  const file = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts');
  const sets: Record<string, string> = {};
  let inExcel = false;
  let owner = '';
  let remark: string | undefined;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^declare namespace Excel \{/.test(line)) inExcel = true;
    else if (/^\}/.test(line)) inExcel = false;
    if (!inExcel) continue;
    const tag = /\[Api set: ExcelApi(?:Online|Desktop)? ([\d.]+)/.exec(line);
    if (tag) {
      remark = tag[1];
      continue;
    }
    const head = /^ {4}(class|interface|enum|namespace|function|type) (\w+)/.exec(line);
    if (head) {
      owner = head[1] === 'class' ? head[2]! : '';
      if (owner && remark) sets[owner] = remark;
      remark = undefined;
      continue;
    }
    const named = /^ {8}(?:readonly )?(\w+)\??\s*[(:<]/.exec(line);
    if (!owner || !named || named[1] === 'context') continue;
    const key = `${owner}.${named[1]}`;
    const version = remark ?? sets[owner];
    if (version !== undefined) sets[key] ??= version;
    remark = undefined;
  }
  known = sets;
  return sets;
}
