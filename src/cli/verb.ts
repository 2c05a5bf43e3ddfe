// What every verb of the command line shares: exit status, and the options met by several. A verb
// registers itself with nothing but its options; cli.ts only lists the verbs.
import { type Command, InvalidArgumentError } from 'commander';
import { type Division, regionNamed } from '../catalogue/regions.ts';

/** 退出码: nothing wrong, something 不符, a file not read, wrong usage; of several the highest counts. */
export const EXIT = { fine: 0, broken: 1, unread: 2, usage: 64 } as const;

/** 命令: adds itself to the program and hands its exit status to `exit`. */
export type Verb = (gouji: Command, exit: (status: number) => void) => void;

/** 年度 of an option: four digits of this century. Anything else is thrown as wrong usage. */
export function yearOption(text: string): number {
  if (!/^20\d{2}$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，例如 2021。');
  return Number(text);
}

/** 地区 of an option, by its name. One that we do not know is thrown as wrong usage. */
export function regionOption(text: string): Division {
  const region = regionNamed(text);
  if (!region)
    throw new InvalidArgumentError(
      '不认识这个地区。请写省、市名，例如 湖北、武汉、湖北省武汉市、全国。',
    );
  return region;
}
