// gouji: the command line. Knows which verbs there are; each lives in cli/ and registers itself.
import { Command, CommanderError } from 'commander';
import { inChinese, usageText } from './cli/usage.ts';
import { EXIT, type Verb } from './cli/verb.ts';
import { blank } from './cli/verbs/blank.ts';
import { checkVerb } from './cli/verbs/check.ts';
import { cleanVerb } from './cli/verbs/clean.ts';
import { mergeParts } from './cli/verbs/merge.ts';
import { rules } from './cli/verbs/rules.ts';
import { tieVerb } from './cli/verbs/tie.ts';
import { writeVerb } from './cli/verbs/write.ts';

const VERBS: readonly Verb[] = [checkVerb, tieVerb, writeVerb, blank, rules, mergeParts, cleanVerb];

function program(exit: (status: number) => void): Command {
  const gouji = inChinese(new Command('gouji'))
    .description('勾稽：部门决算公开的核对')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示命令的帮助');
  for (const verb of VERBS) verb(gouji, exit);
  for (const command of gouji.commands) inChinese(command.helpOption('-h, --help', '显示帮助'));
  return gouji;
}

/**
 * Runs the command line; returns the exit status. Wrong usage is told on stderr; only a fault of ours is
 * thrown.
 */
export async function main(args: readonly string[]): Promise<number> {
  let status: number = EXIT.fine;
  try {
    await program((s) => {
      status = s;
    }).parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.fine;
    process.stderr.write(usageText(error));
    return EXIT.usage;
  }
}
