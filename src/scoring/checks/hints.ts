// S11–S14, S19, S20: what reviewers point out in targets, goals and names. Knows wordings; computes
// no score.

import type { Severity } from '../../assertions/declaration.ts';
import type { Finding, FindingCell } from '../../assertions/finding.ts';
import { presetName } from '../book.ts';
import { type Case, isBlank, type ReadIndicator } from '../case.ts';
import { findingOf, titleOf, wordsCell } from '../finding.ts';
import { cellsOf } from './row.ts';

function remark(
  own: Case,
  id: string,
  message: string,
  cells: readonly FindingCell[],
  severity?: Severity,
): Finding {
  return findingOf({
    evaluation: own.evaluation,
    check: own.check(id),
    verdict: 'broken',
    message: `${titleOf(own.evaluation)}${message}`,
    cells,
    ...(severity && { severity }),
  });
}

const nameCell = (own: Case, read: ReadIndicator): FindingCell =>
  wordsCell(read.indicator.level3, `${titleOf(own.evaluation)} ${read.name}`, 'stated');

/** Second levels and the first level they belong to. */
const LEVELS: readonly (readonly [second: RegExp, first: RegExp, name: string])[] = [
  [/^(?:数量|质量|时效)指标?$/, /产出/, '产出指标'],
  [/^(?:经济|社会|生态)效益指标?$|^可持续影响/, /效益|效果/, '效益指标'],
  [/满意度指标?$/, /满意|效益|效果/, '满意度指标或效益指标'],
];

/** S11: direction and kind against the level above. */
export function directions(own: Case): Finding[] {
  return own.indicators.flatMap((read): Finding[] => {
    const { level1, level2 } = read.indicator;
    const found: Finding[] = [];
    const cost =
      /成本/.test(`${level1}${level2}`) &&
      !/效益/.test(level2) &&
      !own.book.words.isSaving(read.name);
    const upward = read.targets.find(
      (t) => /[≥>]/.test(t.direction) && ['written', 'suffix'].includes(t.source),
    );
    if (cost && upward) {
      const message = `“${read.name}”是成本指标，目标“${upward.text}”写成了不低于；成本指标一般用“≤”或“=”。`;
      found.push(
        remark(own, 'S11', message, [
          ...cellsOf(own, read, 'score').filter((c) => c.label.endsWith('目标值')),
          nameCell(own, read),
        ]),
      );
    }
    if (/数量/.test(level2) && own.book.words.isPayment(read.name)) {
      found.push(
        remark(own, 'S11', `“${read.name}”是资金支付，不是产出数量，评审时一般不得分。`, [
          nameCell(own, read),
        ]),
      );
    }
    const plain = (text: string) => text.replace(/\s/g, '');
    const level = LEVELS.find(([second]) => second.test(plain(level2)));
    if (level && level1 !== '' && plain(level1) !== plain(level2) && !level[1].test(level1)) {
      found.push(
        remark(
          own,
          'S11',
          `“${read.name}”的二级指标“${plain(level2)}”列在“${plain(level1)}”下，一般属于${level[2]}。`,
          [nameCell(own, read)],
        ),
      );
    }
    return found;
  });
}

/** S12: units of different kinds, an operator among the actuals, a text for a number, misread signs. */
export function unitsAndWriting(own: Case): Finding[] {
  return own.indicators.flatMap((read): Finding[] => {
    if (!read.indicator.actual || isBlank(read.indicator.actual.text)) return [];
    const doubts = [...read.targets, ...read.actuals].flatMap((t) => t.doubts);
    const told = doubts.filter((d) =>
      ['operator', 'not-a-number', 'scan', 'share'].includes(d.kind),
    );
    const unlike = 'ok' in read.degree && read.degree.kind === 'input' ? [read.degree.why] : [];
    const messages = [...new Set([...told.map((d) => d.message), ...unlike])];
    return messages.map((message) => {
      const question = told.some((d) => /scan|share/.test(d.kind) && d.message === message);
      return remark(
        own,
        'S12',
        `“${read.name}”：${message}。`,
        cellsOf(own, read, 'actual'),
        question ? 'note' : undefined,
      );
    });
  });
}

/** S13: one indicator twice. */
export function duplicates(own: Case): Finding[] {
  const seen = new Map<string, ReadIndicator>();
  return own.indicators.flatMap((read): Finding[] => {
    const target = read.indicator.target?.text.replace(/\s/g, '') ?? '';
    const key = `${read.name}|${target}`;
    const first = seen.get(key);
    if (!first || read.name.length < 3) {
      seen.set(key, read);
      return [];
    }
    const message = `“${read.name}”出现了两次，目标也相同；评审时一般只认一次。`;
    return [
      remark(own, 'S13', message, [nameCell(own, read), { ...nameCell(own, first), role: 'copy' }]),
    ];
  });
}

/** S14: a goal without words, or without indicators. */
export function goals(own: Case): Finding[] {
  const { evaluation, indicators } = own;
  // A table that nobody has begun to fill in lacks everything; that is no finding.
  if (evaluation.table.empty) return [];
  const several =
    evaluation.goals.length > 1 || indicators.some((r) => r.indicator.goal !== undefined);
  return evaluation.goals.flatMap((goal, i): Finding[] => {
    const cell = wordsCell(goal.heading, `${titleOf(evaluation)} ${goal.heading.text}`, 'stated');
    const found: Finding[] = [];
    const name = goal.heading.text.replace(/\s/g, '') || '年度目标';
    if (goal.text && isBlank(goal.text.text))
      found.push(remark(own, 'S14', `“${name}”还没有填写内容。`, [cell]));
    const own_ = indicators.some((r) => r.indicator.goal === i);
    if (several && !own_ && goal.text && !isBlank(goal.text.text))
      found.push(remark(own, 'S14', `“${name}”没有对应的绩效指标。`, [cell]));
    return found;
  });
}

/** S19: what the table says of itself against the preset of its place; the table wins. */
export function printedRules(own: Case): Finding[] {
  const { preset } = own.book;
  return own.statements.flatMap((s): Finding[] => {
    const cell = wordsCell(s.at, `${titleOf(own.evaluation)} 备注`, 'stated');
    const differs = Object.entries(s.parameters ?? {}).find(
      ([k, v]) => preset.parameters[k] !== undefined && preset.parameters[k] !== v,
    );
    const rule = s.rule && !preset.rules.includes(s.rule) && s.about !== '权重';
    const usual = preset.bands ?? own.book.rules.get('定性')?.bands;
    const middle = s.middle && usual?.length === 3 && usual[1]!.low !== s.middle;
    const unread = !s.rule && !s.parameters && !s.middle;
    if (!differs && !rule && !middle && !unread) return [];
    const message = unread
      ? `写明“${s.says}”，勾稽没有这种计分办法，有关得分请人工核对。`
      : `写明“${s.says}”，与${presetName(preset)}不同，本表按表内写明的核对。`;
    return [remark(own, 'S19', message, [cell])];
  });
}

/** A project's name without what every title says around it. */
export const bareProject = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()"“”《》、，。:：]/g, '')
    .replace(/\d{4}年度?/, '')
    .replace(/(?:项目)?(?:支出)?(?:绩效)?(?:目标)?自(?:评|评价|我评价)(?:情况)?表.*$/, '')
    .replace(/^(?:附件\d*|一般公共预算|部门|单位|预算|财政|专项|资金|项目|支出)+/, '')
    .replace(/项目$|经费$|专项$/g, '');

/** A fund pays for many projects: 衔接推进乡村振兴补助资金绩效目标自评表 over one of them. */
const NAMES_FUND =
  /(?:补助|专项|衔接|转移支付|奖补|引导|发展)资金(?:项目)?(?:支出)?(?:绩效)?(?:目标)?自评/;

/** Nothing but words of any title. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  if (text === '') return true;
  return words.some((word) => text.startsWith(word) && isMadeOf(text.slice(word.length), words));
}

/** 泛称: 本级财政安排资金, 青禾市市级部门预算执行: a title of any project, with or without a place before it. */
const namesNone = (title: string, words: readonly string[]): boolean =>
  isMadeOf(title, words) ||
  [...title.matchAll(/[省市县区旗州盟]/g)].some(({ index }) =>
    isMadeOf(title.slice(index + 1), words),
  );

/** S20: the title names a project, and the box 项目名称 another. */
export function projectNames(own: Case): Finding[] {
  const { project, table, kind, unit, department } = own.evaluation;
  if (kind !== '项目自评' || !project || NAMES_FUND.test(table.printedTitle.replace(/\s/g, '')))
    return [];
  const [title, name] = [bareProject(table.printedTitle), bareProject(project.text)];
  const same = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
  if (title.length < 3 || name.length < 2 || same(name, title)) return [];
  if (namesNone(title, own.check('S20').words ?? [])) return [];
  // Some titles name who fills the table in: 兰溪市水务局2023年度项目支出绩效自评表.
  const whose = [unit, department].map((w) => bareProject(w?.text ?? ''));
  if (whose.some((w) => w.length > 2 && same(w, title))) return [];
  const message = `表名中的项目是“${title}”，“项目名称”一栏是“${project.text}”，请核对是否同一项目。`;
  return [
    remark(own, 'S20', message, [
      wordsCell(project, `${titleOf(own.evaluation)} 项目名称`, 'stated'),
    ]),
  ];
}
