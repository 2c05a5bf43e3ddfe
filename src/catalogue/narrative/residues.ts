// 模板残留: what a template leaves in a text that was not finished. Patterns over the plain text (one width,
// no blanks).
import type { Residue } from '../../narrative/names/dictionary.ts';

export const RESIDUES: readonly Residue[] = [
  {
    rule: 'C21',
    pattern:
      '增加（减少）|减少（增加）|增长（下降）|下降（增长）|增加/减少|增长/下降|大于（小于）|大于/小于|增（减）',
    message: '模板中的选择没有定：“…”，请按实际保留一个',
  },
  {
    rule: 'C21',
    pattern: '大小于|多少于|高低于',
    message: '模板中的选择没有定：“…”，请按实际保留一个',
  },
  {
    rule: 'C21',
    pattern: '（[^（）\\n]{4,30}情况(?:，以及|以及)[^（）\\n]{2,40}情况）',
    message: '模板的提示没有删：“…”',
  },
  {
    rule: 'C21',
    pattern:
      '[XxＸ×]{2,}(?=万元|元|%|年|个|人|项|单位|局|部门|，|。|、)|[○〇]{2,}(?=局|部门|单位)|_{2,}',
    message: '模板的空格没有填：“…”',
  },
  {
    rule: 'C21',
    pattern: '\\*{2,}(?=万元|元|%|年度|部门|单位)',
    notAfter: '\\d',
    message: '模板的空格没有填：“…”',
  },
  {
    rule: 'C21',
    pattern:
      '（只说明本部门使用科目）|（[^（）\\n]{0,12}(?:如持平|如无|若无|如有|没有的删除|不涉及的不列|请删除|请填写|此处填)[^（）\\n]*）|如持平作持平表述|不涉及的不列',
    message: '模板的提示没有删：“…”',
  },
  {
    rule: 'C21',
    pattern:
      '（参考《[^》\\n]*》[^）\\n]*逐项解释）|（根据本部门使用的[^）\\n]*补充解释）|（该项名词解释中[^）\\n]*进行解释）|请依据部门[^。\\n]*进行解释',
    message: '模板的提示没有删：“…”',
  },
  { rule: 'C21', pattern: '^\\d{1,2}[.、]…+$|^…+$', message: '模板的省略号没有写成内容：“…”' },
  {
    rule: 'C21',
    pattern: '待填：[^\\]\\n]*|\\[(?:部门|单位)名称\\]|（(?:部门|单位)名称）',
    message: '还有没有填的内容：“…”',
  },
  {
    rule: 'C21',
    pattern: '，，|。。|；；|，。|。，|、、|的的(?!士)|是是|为为|万元万元|元元',
    message: '文字或标点重复：“…”',
  },
  {
    rule: 'C21',
    pattern: '(?:占|增长|下降|增加|减少)(?:万元|%)(?=[，。；、])',
    message: '数字没有填：“…”',
  },
  { rule: 'C21', pattern: '大小于|小大于', message: '模板中的选择没有定：“…”，请按实际保留一个' },
  {
    rule: 'C22',
    pattern: '\\d{3}年度',
    notAfter: '[^\\n，。；：（、与比]',
    message: '年度没有写全：“…”',
  },
];
