// One letter for each character: producers write radicals and compatibility forms for plain characters.
// Knows characters only.

/** Radicals that no normal form leads back to the character in use. */
const RADICALS: Readonly<Record<string, string>> = {
  '\u2f3e': '户',
  '\u2e9f': '母',
  '\u2ea0': '民',
  '\u2ec1': '虎',
  '\u2ec4': '西',
  '\u2ec5': '见',
  '\u2ec6': '角',
  '\u2ec9': '贝',
  '\u2ecb': '车',
  '\u2ed3': '长',
  '\u2ed4': '门',
  '\u2ed8': '青',
  '\u2ed9': '韦',
  '\u2eda': '页',
  '\u2edb': '风',
  '\u2edc': '飞',
  '\u2edd': '食',
  '\u2ee2': '马',
  '\u2ee3': '骨',
  '\u2ee4': '鬼',
  '\u2ee5': '鱼',
  '\u2ee6': '鸟',
  '\u2ee8': '麦',
  '\u2ee9': '黄',
  '\u2eec': '齐',
  '\u2eee': '齿',
  '\u2ef0': '龙',
  '\u2ef3': '龟',
};

/** Ligatures, radicals and compatibility characters; full width stays as it is. */
const COMPATIBLE = /[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]/g;
const SUPPLEMENT = /[\u2e80-\u2ef3\u2f3e]/g;

/** What a glyph reads as, in the characters people type. */
export const plainLetter = (text: string): string =>
  text
    .replace(SUPPLEMENT, (c) => RADICALS[c] ?? c)
    .replace(COMPATIBLE, (c) => c.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Co}]/gu, '\ufffd');
