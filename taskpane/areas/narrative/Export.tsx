// The ways out: copied as text or with its headings, or as a Word file. A final one only when nothing is
// wanting; a draft shows its gaps.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { html, plainText } from '../../../src/narrative/document.ts';
import { manuscriptOf, openGaps } from '../../../src/review/manuscript.ts';
import { copyHtml, copyText } from '../../clipboard.ts';
import { saveFile } from '../../files.ts';
import type { Checked } from '../../session.ts';
import type { AreaProps } from '../area.ts';
import type { TextInView } from './useText.ts';
import { finalText, WORDS } from './words.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
    flexShrink: 0,
  },
  grow: { flex: 1 },
  said: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Props extends AreaProps {
  readonly checked: Checked;
  readonly text: TextInView;
}

export function Export({ catalogue, checking, checked, text }: Props) {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const { material, shown, stale } = text;
  const given = (options: { final?: boolean; booklet?: boolean }) =>
    manuscriptOf(material, text.text, checked.snapshot, catalogue, options);
  const wanting = openGaps(given({ final: true })).length;
  const save = (options: { final?: boolean; booklet?: boolean }) =>
    void checking.attempt(async () => {
      setSaid('');
      // The library comes with the first Word file.
      const { writeDocx } = await import('../../../src/hosts/docx/write.ts');
      const manuscript = given(options);
      const written = await writeDocx(manuscript);
      const kind = options.final ? '' : '（草稿）';
      if (written.ok) saveFile(`${manuscript.title}${kind}.docx`, written.bytes.slice(), WORD);
    });
  const copy = (work: () => Promise<void>) =>
    void checking.attempt(async () => {
      await work();
      setSaid(WORDS.copied);
    });
  return (
    <div className={styles.foot}>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => copy(() => copyText(plainText(shown).text))}
      >
        {WORDS.copyText}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => copy(() => copyHtml(html(shown), plainText(shown).text))}
      >
        {WORDS.copyHtml}
      </Button>
      <span className={styles.said} role="status">
        {said}
      </span>
      <span className={styles.grow} />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="primary">
            {WORDS.exportWord}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => save({})}>{WORDS.draft}</MenuItem>
            <MenuItem
              disabled={wanting > 0 || stale.size > 0}
              onClick={() => save({ final: true })}
            >
              {finalText(wanting, stale.size)}
            </MenuItem>
            <MenuItem onClick={() => save({ booklet: true })}>{WORDS.booklet}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
