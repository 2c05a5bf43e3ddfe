// 样表的话: what a form tells who fills it in, and what ought not to stand in a table that is published. Patterns over
// a note without blanks. Data; add a wording where a place has another.
export const LEFTOVERS: readonly string[] = [
  '仍保留该表(?:格式)?',
  '(?:在|于)?(?:本|该)表(?:下方|下面|下)(?:作|做|写|注明)[^。]{0,8}(?:说明|如下)',
  '(?:没有|无)[^。；，]{0,30}的[，,](?:应|请|需|也应)?(?:公开空表|保留空表|在表下)',
  '(?:请|须)(?:按|根据|结合)(?:本部门|本单位|部门)?实际(?:情况)?(?:填写|填列|删除|修改)',
];
