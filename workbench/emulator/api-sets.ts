// Which requirement set each member of Excel belongs to, and a gate that refuses members newer than
// the emulated Excel claims to be. The table is handed in: it is read from Microsoft's typings.
import type { Gate } from './protocol.ts';
import { WireError } from './wire.ts';

/** 成员所属的要求集: `Range.getMergedAreasOrNullObject` → `1.13`. */
export type MemberSets = Readonly<Record<string, string>>;

export function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((n) => Number.parseInt(n, 10));
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map((n) => Number.parseInt(n, 10));
  return major !== thanMajor ? major > thanMajor : minor > thanMinor;
}

export function gateFor(sets: MemberSets, excelApi: string): Gate {
  return (typeName, memberName) => {
    if (memberName.startsWith('_')) return;
    const name = `${typeName}.${memberName.charAt(0).toLowerCase()}${memberName.slice(1)}`;
    const version = sets[name];
    if (version === undefined || !isNewer(version, excelApi)) return;
    throw new WireError('ApiNotFound', `${name} needs ExcelApi ${version}, this is ${excelApi}`);
  };
}
