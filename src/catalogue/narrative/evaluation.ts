// 自评文字: the 综述 of a project and the order of a 自评报告 of the whole department. Data only. 预算数, 执行数,
// 总分 … are of the table at hand; whoever writes says what is mandatory (待说明).
import type { EvaluationText } from '../../narrative/evaluation.ts';
import type { OutlineEntry } from '../../narrative/outline.ts';
import type { Sentence } from '../../narrative/sentence.ts';

const basis = '部门整体绩效自评报告与项目绩效自评综述样式';
const head = { basis, since: 2015, severity: 'note', rule: 'S18' } as const;

const RATE = '{?预算数 = 0}，无预算安排，不计算执行率{:}，完成预算的{完成比例|%}{/}';
const POINTS = (name: string) => `{?有(${name}得分)}，${name}指标得{${name}得分|分}{/}`;

const SENTENCES: readonly Sentence[] = [
  {
    id: 'E01',
    title: '项目绩效自评综述',
    ...head,
    says: `{项目}绩效自评综述：项目全年预算数为{预算数|万元}，执行数为{执行数|万元}${RATE}{?有(总分)}，自评得分为{总分|分}{/}。主要产出和效益：{~产出|主要产出和效益}。{?待说明 = 0}{:}发现的问题及原因：{~问题|发现的问题及原因}。下一步改进措施：{~措施|下一步改进措施}。{/}`,
  },
  {
    id: 'E11',
    title: '自评得分',
    ...head,
    says: `{年度}年度{部门}整体绩效自评得分为{总分|分}{?有(执行得分)}，其中预算执行得{执行得分|分}${POINTS('产出')}${POINTS('成本')}${POINTS('效益')}${POINTS('满意度')}{/}。`,
  },
  {
    id: 'E12',
    title: '执行率情况',
    ...head,
    says: `1.执行率情况。全年预算数为{预算数|万元}，执行数为{执行数|万元}${RATE}。\n2.完成的绩效目标。{~产出|完成的绩效目标}。\n{?待说明 = 0}{:}3.未完成的绩效目标。{~未完成|未完成的绩效目标和差距}。{/}`,
  },
  { id: 'E13', title: '存在的问题和原因', ...head, says: '{~问题|存在的问题和原因}。' },
  { id: 'E14', title: '下一步拟改进措施', ...head, says: '{~措施|下一步拟改进措施}。' },
  {
    id: 'E21',
    title: '基本情况',
    ...head,
    says: '1.主要职能。{~职能|部门的主要职能}。\n2.机构情况。{~机构|内设机构和所属单位}。\n3.人员情况。{~人员|编制人数、在职人数和退休人数}。\n4.支出情况。{年度}年度支出{本年支出|万元}，其中：基本支出{基本支出|万元}，项目支出{项目支出|万元}。',
  },
  {
    id: 'E22',
    title: '自评工作开展情况',
    ...head,
    says: '1.评价目的。{~目的|评价目的}。\n2.评价程序。{~程序|评价的组织和步骤}。\n3.评价对象和范围。{部门}{年度}年度部门整体支出。\n4.评价指标体系。{?执行分值 = 0}{:}预算执行{执行分值|分}，{/}{~体系|各级指标及分值的依据}。\n5.评价方法。{~方法|评价方法}。',
  },
  {
    id: 'E23',
    title: '绩效目标完成情况分析',
    ...head,
    says: '{?有(执行得分)}1.预算执行情况{?执行分值 = 0}{:}（满分{执行分值|分}，得{执行得分|分}）{/}。{/}{~执行分析|预算执行情况分析}。\n2.绩效目标完成情况。{~目标分析|各项绩效目标完成情况分析}。',
  },
  { id: 'E24', title: '上年度结果应用情况', ...head, says: '{~应用|上年度自评结果的应用情况}。' },
];

const s = (sentence: string): OutlineEntry => ({ sentence });
const h = (heading: string): OutlineEntry => ({ heading });

export const EVALUATION_TEXT: EvaluationText = {
  sentences: SENTENCES,
  summary: 'E01',
  outline: {
    id: '自评报告',
    title: '部门整体绩效自评报告',
    basis,
    since: 2015,
    severity: 'note',
    percent: 2,
    zeros: 'printed',
    budget: '全年预算',
    sections: [
      {
        key: '自评结论',
        title: '自评结论',
        entries: [
          h('自评得分'),
          s('E11'),
          h('绩效目标完成情况'),
          s('E12'),
          h('存在的问题和原因'),
          s('E13'),
          h('下一步拟改进措施'),
          s('E14'),
        ],
      },
      {
        key: '佐证材料',
        title: '佐证材料',
        entries: [
          h('基本情况'),
          s('E21'),
          h('部门自评工作开展情况'),
          s('E22'),
          h('绩效目标完成情况分析'),
          s('E23'),
          h('上年度部门自评结果应用情况'),
          s('E24'),
        ],
      },
    ],
  },
};
