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
import { useEffect, useState } from 'react';
import { html, plainText } from '../../../src/narrative/document.ts';
import { manuscriptOf, openGaps } from '../../../src/review/manuscript.ts';
import { copyHtml, copyText } from '../../clipboard.ts';
import { saveWord } from '../../files.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import type { Checked } from '../../session.ts';
import { isStale } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import { BeforeExport, type Question } from './Asking.tsx';
import type { TextInView } from './useText.ts';
import { finalDoubt, finalText, NARRATIVE_WORDS, staleText } from './words.ts';

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

interface Props extends AreaProps {
  readonly checked: Checked;
  readonly text: TextInView;
}

interface Order {
  readonly final?: boolean;
  readonly booklet?: boolean;
}

/** What the buttons do, and how many gaps keep the text from being final. */
function useExport({ checking, text }: Props) {
  const [said, setSaid] = useState('');
  const given = (order: Order) => manuscriptOf(text.material, text.text, order);
  const save = (order: Order) =>
    void checking.attempt(async (task) => {
      setSaid('');
      task.doing(WORDS.makingWord);
      // The library comes with the first Word file.
      const { writeDocx } = await import('../../../src/hosts/docx/write.ts');
      const manuscript = given(order);
      const written = await writeDocx(manuscript);
      if (task.stopped) return;
      const kind = order.final ? '' : '（草稿）';
      const name = `${manuscript.title}${kind}.docx`;
      if (written.ok) setSaid(await saveWord(name, written.bytes, text.shown));
      if (written.ok && order.final) checking.finish();
    });
  const copy = (withHeadings: boolean) =>
    void checking.attempt(async () => {
      const plain = plainText(text.shown).text;
      await (withHeadings ? copyHtml(html(text.shown), plain) : copyText(plain));
      setSaid(NARRATIVE_WORDS.copied);
    });
  return { said, save, copy, wanting: openGaps(given({ final: true })).length };
}

function WordMenu({ wanting, stale, save }: ExportMenu) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="primary">
          {NARRATIVE_WORDS.exportWord}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => save({})}>{NARRATIVE_WORDS.draft}</MenuItem>
          <MenuItem disabled={wanting > 0 || stale > 0} onClick={() => save({ final: true })}>
            {finalText(wanting, stale)}
          </MenuItem>
          <MenuItem onClick={() => save({ booklet: true })}>{NARRATIVE_WORDS.booklet}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
interface ExportMenu {
  readonly wanting: number;
  readonly stale: number;
  readonly save: (order: Order) => void;
}

/**
 * A draft of former numbers beside pictures of new ones would be neither, and a 定稿 rests on what is sure: both
 * are asked about first.
 */
function useAsking({ text, checking }: Props, save: (order: Order) => void) {
  const [question, setQuestion] = useState<Question>();
  const [later, setLater] = useState<Order>();
  const { stale, doubts, update } = text;
  // Once the text in view has the new numbers.
  useEffect(() => {
    if (later === undefined || stale.size > 0) return;
    setLater(undefined);
    save(later);
  }, [later, stale.size, save]);
  const order = (what: Order) => {
    const doubt = what.final ? finalDoubt(doubts.size, isStale(checking.state)) : '';
    if (doubt) setQuestion({ words: doubt, yes: '仍然定稿', go: () => save(what) });
    else if (stale.size === 0) save(what);
    else {
      const words = `${staleText(stale.size)}导出以前全部更新，图表和文字用同样的数。`;
      const go = () => {
        update();
        setLater(what);
      };
      setQuestion({ words, yes: NARRATIVE_WORDS.draftUpdated, go });
    }
  };
  return { order, question, close: () => setQuestion(undefined) };
}

export function Export(props: Props) {
  const styles = useStyles();
  const { said, save, copy, wanting } = useExport(props);
  const { order, question, close } = useAsking(props, save);
  return (
    <div className={styles.foot}>
      <Button size="small" appearance="subtle" onClick={() => copy(false)}>
        {NARRATIVE_WORDS.copyText}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => copy(true)}>
        {NARRATIVE_WORDS.copyHtml}
      </Button>
      <span className={styles.said} role="status">
        {said}
      </span>
      <span className={styles.grow} />
      <BackButton back={props.back} />
      <WordMenu wanting={wanting} stale={props.text.stale.size} save={order} />
      <BeforeExport question={question} onClose={close} />
    </div>
  );
}
