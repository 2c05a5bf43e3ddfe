// Below a manuscript: its pages or its text, larger or smaller; corrections; what can be taken along; another one.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronUp16Regular, ZoomIn16Regular, ZoomOut16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { copyText } from '../../clipboard.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import type { PaneTask } from '../../task.ts';
import type { AreaProps } from '../area.ts';
import type { Given, Tied } from './given.ts';
import { saveNoted, saveRevised } from './saving.ts';
import type { Paging } from './usePages.ts';
import type { TieInView } from './useTie.ts';
import { TIE_WORDS } from './words.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    flexWrap: 'wrap',
  },
  small: { minWidth: '0', paddingLeft: '6px', paddingRight: '6px' },
  grow: { flex: 1 },
  said: { flexBasis: '100%', padding: '0 8px', color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly props: AreaProps;
  readonly view: TieInView;
  readonly given: Given;
  readonly tied: Tied;
  readonly paging: Paging;
}

function Zooming({ paging }: { paging: Paging }) {
  const styles = useStyles();
  const { turn, zoom } = paging;
  return (
    <>
      {turn && (
        <Button size="small" appearance="subtle" className={styles.small} onClick={turn.on}>
          {turn.to}
        </Button>
      )}
      {zoom && (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ZoomOut16Regular />}
            aria-label={TIE_WORDS.smaller}
            title={TIE_WORDS.smaller}
            disabledFocusable={!zoom.smaller}
            onClick={zoom.smaller}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ZoomIn16Regular />}
            aria-label={TIE_WORDS.larger}
            title={TIE_WORDS.larger}
            disabledFocusable={!zoom.larger}
            onClick={zoom.larger}
          />
        </>
      )}
    </>
  );
}

/** 导出: each with what it lacks as its hint. */
function Exports({ props, given, tied, say }: Omit<Props, 'paging' | 'view'> & { say: Say }) {
  const styles = useStyles();
  const { attempt } = props.checking;
  const { file, adopted } = given;
  const isWord = file?.booklet.kind === 'docx';
  const lacks = !isWord
    ? TIE_WORDS.onlyWord
    : adopted.length === 0
      ? TIE_WORDS.nothingAdopted
      : undefined;
  const save = (work: (own: NonNullable<typeof file>, task: PaneTask) => Promise<string>) =>
    file && void attempt(async (task) => say(await work(file, task)));
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          iconPosition="after"
          icon={<ChevronUp16Regular />}
        >
          {TIE_WORDS.export}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            disabled={!file || file.booklet.kind === 'html'}
            title={file ? TIE_WORDS.notedHint : TIE_WORDS.onlyFiles}
            onClick={() => save((own, task) => saveNoted(own, tied, task))}
          >
            {TIE_WORDS.noted}
          </MenuItem>
          <MenuItem
            disabled={lacks !== undefined}
            title={lacks}
            onClick={() => save((own) => saveRevised(own, given))}
          >
            {TIE_WORDS.revised}
            {adopted.length > 0 && `（${adopted.length} 处）`}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
type Say = (words: string) => void;

export function Ways(all: Props) {
  const styles = useStyles();
  const { props, view, given, tied, paging } = all;
  const [said, say] = useState('');
  const copy = () =>
    void props.checking.attempt(async () => {
      await copyText(tied.text.text);
      say(TIE_WORDS.copied);
    });
  return (
    <footer className={styles.foot}>
      <Zooming paging={paging} />
      <Button size="small" appearance="subtle" className={styles.small} onClick={copy}>
        {TIE_WORDS.copy}
      </Button>
      {given.before.length > 0 && (
        <Button size="small" appearance="subtle" className={styles.small} onClick={view.undo}>
          {TIE_WORDS.undo}
        </Button>
      )}
      <Exports {...all} say={say} />
      <span className={styles.grow} />
      <BackButton back={props.back} />
      <Button size="small" appearance="subtle" className={styles.small} onClick={view.clear}>
        {TIE_WORDS.another}
      </Button>
      <Text size={200} className={said ? styles.said : undefined} role="status">
        {said}
      </Text>
    </footer>
  );
}
