// 细读用词: what a careful reader looks for besides numbers: the items and counts of “三公”, funds, words of reasons.
// Patterns are over the plain text (one width, no blanks). Data.
import type { CarefulWords } from '../../narrative/remarks/careful-words.ts';

export const CAREFUL_WORDS: CarefulWords = {
  three: {
    section: '三公',
    items: [
      {
        title: '因公出国（境）费',
        named: '出国|出境',
        amounts: [
          '因公出国（境）费用',
          '因公出国（境）费',
          '因公出国（境）经费',
          '因公出国（境）支出',
          '因公出国（境）',
        ],
        needs: [
          { name: '团组数', given: '团组|组团|\\d+个?团|批' },
          { name: '人次', given: '出国[^。]*?(?:\\d|[一二两三四五六七八九十])人|人次|人数' },
        ],
      },
      {
        title: '公务用车购置费',
        named: '购置(?!及|和|与|、|（更新）及)|购车|新购|更新购置',
        amounts: ['公务用车购置费', '公务用车购置支出', '公务用车购置经费', '公务用车购置'],
        needs: [
          {
            name: '购置数量',
            given: '(?:购置|更新|新购)[^。]{0,24}?(?:\\d|[一二两三四五六七八九十])+[辆台]|购置数',
          },
        ],
      },
      {
        title: '公务用车运行维护费',
        named: '运行(?:维护|费|支出)|运维费',
        amounts: [
          '公务用车运行维护费',
          '公务用车运行费',
          '公务用车运行维护支出',
          '公务用车运行支出',
        ],
        needs: [
          {
            name: '公务用车保有量',
            given:
              '保有|(?:现有|共有|开支[^。]{0,20})[^。]{0,16}?(?:\\d|[一二两三四五六七八九十])+[辆台]',
          },
        ],
      },
      {
        title: '公务接待费',
        named: '接待',
        amounts: ['公务接待费用', '公务接待费支出', '公务接待费', '公务接待支出'],
        needs: [
          { name: '接待批次', given: '\\d+(?:个|余)?批|批次|批数' },
          { name: '接待人次', given: '\\d+(?:余)?人|人次|人数' },
        ],
      },
    ],
  },
  funds: [
    { section: '基金', words: ['政府性基金预算', '政府性基金'] },
    { section: '国资', words: ['国有资本经营预算', '国有资本经营', '国有资本'] },
  ],
  nothing: ['没有', '无', '未发生', '未安排', '未使用', '不涉及'],
  more: ['增加', '增长', '扩大', '上升', '增多', '追加'],
  less: [
    '减少',
    '压减',
    '压缩',
    '节约',
    '下降',
    '缩减',
    '降低',
    '从严控制',
    '严格控制',
    '精简',
    '削减',
    '节省',
  ],
  aside: [
    '上年',
    '去年',
    '往年',
    '基数',
    '抵',
    '相应',
    '同时',
    '但',
    '效率',
    '减免',
    '结转',
    '结余',
  ],
  carried: ['结转', '结余', '余额', '节约', '率'],
  held: ['车辆', '设备', '资产', '保有量', '用车', '房屋'],
};
