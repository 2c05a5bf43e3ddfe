// 自评报告提纲: the parts of a 绩效自评报告 as Hubei prints it, in order; what people have to write is a gap.
import type { ReportPart } from '../../scoring/rule.ts';

const gap = (heading: string, wanted: string): ReportPart => ({
  level: 2,
  heading,
  says: [{ gap: wanted }],
});

export const REPORT_PARTS: readonly ReportPart[] = [
  { level: 1, heading: '一、自评结论', says: [] },
  { level: 2, heading: '（一）自评得分', says: ['得分', '结论'] },
  { level: 2, heading: '（二）绩效目标完成情况', says: [] },
  { level: 3, heading: '1.执行率情况', says: ['执行'] },
  { level: 3, heading: '2.完成的绩效目标', says: ['完成'] },
  { level: 3, heading: '3.未完成的绩效目标', says: ['未完成'] },
  { level: 2, heading: '（三）存在的问题和原因', says: ['原因'] },
  { level: 2, heading: '（四）下一步拟改进措施', says: ['措施'] },
  { level: 1, heading: '二、佐证材料', says: [] },
  gap('（一）基本情况', '单位职能、机构设置、人员和支出情况'),
  gap('（二）自评工作开展情况', '自评的目的、程序、对象、范围、指标体系和方法'),
  { level: 2, heading: '（三）绩效目标完成情况分析', says: ['执行', '指标'] },
  gap('（四）上年度自评结果应用情况', '上年度自评结果的应用情况'),
];
