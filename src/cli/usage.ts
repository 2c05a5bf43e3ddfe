// Wrong usage said in plain Chinese: the parser's own words are English.
import { type Command, CommanderError } from 'commander';

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Headings of the help in Chinese; the parser itself says nothing of errors. */
export function inChinese(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .usage(command.usage().replace('[options]', '[选项]'))
    .configureHelp({
      styleTitle: (title) => HEADINGS[title] ?? title,
      subcommandTerm: (verb) => `${verb.name()} ${verb.usage()}`.trimEnd(),
    });
}

const quotedIn = (message: string): string[] =>
  [...message.matchAll(/'([^']*)'/g)].map((m) => m[1]!);
/** `--year <年度>` is called by its name alone. */
const nameIn = (message: string): string => (quotedIn(message)[0] ?? '').replace(/\s*<.*$/, '');

const SENTENCES: Readonly<Record<string, (message: string) => string>> = {
  'commander.unknownOption': (m) => `没有“${nameIn(m)}”这个选项。`,
  'commander.unknownCommand': (m) => `没有“${nameIn(m)}”这个命令。`,
  'commander.missingArgument': (m) => `还要写明${nameIn(m)}。`,
  'commander.optionMissingArgument': (m) => `“${nameIn(m)}”后面还要写明内容。`,
  'commander.missingMandatoryOptionValue': (m) => `还要写明“${nameIn(m)}”。`,
  'commander.excessArguments': () => '多写了参数。',
  'commander.conflictingOption': (m) => `“${quotedIn(m).join('”与“')}”不能同时用。`,
  'commander.help': () => '请写明命令。',
};

const OWN = 'gouji.usage';
const MORE = '（用 gouji --help 查看用法）\n';

/** 用法错误 as a sentence for people, and where to read on. */
export function usageText(error: CommanderError): string {
  if (error.code === OWN) return `${error.message}\n${MORE}`;
  const own = /[一-龥][^']*$/.exec(error.message)?.[0];
  const said =
    error.code === 'commander.invalidArgument' && own
      ? `“${nameIn(error.message)}”不对：${own}`
      : (SENTENCES[error.code]?.(error.message) ?? own ?? '用法不对。');
  return `${said}\n${MORE}`;
}

/** 用法不对: for what a verb finds wrong after the options are read. */
export const wrongUsage = (sentence: string): CommanderError =>
  new CommanderError(64, OWN, sentence);
