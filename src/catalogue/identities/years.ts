// 上下年核对 B21、B22: this year begins where last year ended, and every comparison starts from what
// was published last year. 上年. means last year's workbook.
import type { Identity } from '../../identities/identity.ts';
import type { MovementLimit } from '../../identities/movements.ts';

const warning = { since: 2011, severity: 'warning' } as const;

/** Large enough to need a reason in the text; a place may set its own. */
export const MOVEMENT: MovementLimit = {
  amount: { units: 10, decimals: 0 },
  ratio: { units: 3, decimals: 1 },
  basis: '决算编制说明：变动较大的项目说明原因',
};

export const YEARS: readonly Identity[] = [
  {
    id: 'B21',
    title: '年初结转应等于上年年末',
    basis: '上下年核对；有会计差错更正、归集调入等原因的应作说明',
    ...warning,
    reasons: [
      '差错更正',
      '以前年度',
      '归集调入',
      '归集调出',
      '归集上缴',
      '单位内部调剂',
      '机构改革',
      '划转',
      '划入',
      '划出',
      '追溯调整',
      '年初余额调整',
    ],
    says: '表1.年初结转和结余 = 上年.表1.年末结转和结余; 表4.年初财政拨款结转和结余 = 上年.表4.年末财政拨款结转和结余·合计; 表4.年初财政拨款结转和结余·资金 = 上年.表4.年末财政拨款结转和结余·资金; 表8.科目·年初结转和结余 = 上年.表8.科目·年末结转和结余; 表9.科目·年初结转和结余 = 上年.表9.科目·年末结转和结余',
    each: ['资金', '科目'],
  },
  {
    id: 'B22',
    title: '补充资料的上年数应与上年决算一致',
    basis: '上下年核对：以上年公开的决算为准',
    ...warning,
    says: '补充资料.「上年·收入支出总计」 = 上年.表1.收入·总计; 补充资料.「上年·财政拨款收入支出总计」 = 上年.表4.收入·总计; 补充资料.「上年·一般公共预算财政拨款支出」 = 上年.表5.合计·本年支出; 补充资料.「上年·“三公”经费支出」 = 上年.表7.决算·合计; 补充资料.「上年·因公出国（境）费」 = 上年.表7.决算·「因公出国（境）费」; 补充资料.「上年·公务用车购置费」 = 上年.表7.决算·公务用车购置费; 补充资料.「上年·公务用车运行维护费」 = 上年.表7.决算·公务用车运行维护费; 补充资料.「上年·公务接待费」 = 上年.表7.决算·公务接待费',
  },
];
