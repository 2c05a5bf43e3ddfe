// 自评文字 on its ways out: the clipboard, or a Word file; a draft shows its gaps.
import { useState } from 'react';
import { html, plainText } from '../../../src/narrative/document.ts';
import type { EvaluationWriting } from '../../../src/review/evaluation-text.ts';
import { copyHtml } from '../../clipboard.ts';
import { saveWord } from '../../files.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';

export function useWriting({ checking }: AreaProps) {
  const [said, setSaid] = useState('');
  const copy = ({ document }: EvaluationWriting) =>
    void checking.attempt(async () => {
      await copyHtml(html(document), plainText(document).text);
      setSaid('已复制，可以粘贴到 Word。');
    });
  const word = (title: string, { document, kind }: EvaluationWriting, final: boolean) =>
    void checking.attempt(async (task) => {
      setSaid('');
      task.doing(WORDS.makingWord);
      // The library comes with the first Word file.
      const { writeDocx } = await import('../../../src/hosts/docx/write.ts');
      const parts = [{ kind: 'text', document }] as const;
      const written = await writeDocx({ title, parts, charts: [], final });
      if (task.stopped) return;
      const name = `${title}${kind}${final ? '' : '（草稿）'}.docx`;
      setSaid(
        written.ok
          ? await saveWord(name, written.bytes, document)
          : '没有写成 Word 文件，请改用“复制文字”。',
      );
    });
  return { said, copy, word };
}
