// The sections as chips, 一 二 … 十三; a chip leads to its section, and says when something is wanted there.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type RefObject, useMemo } from 'react';
import { type Document, spansText } from '../../../src/narrative/document.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '4px', padding: '12px 16px 4px', flexWrap: 'wrap', flexShrink: 0 },
  chip: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: '28px',
    height: '24px',
    padding: '0 7px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  wanting: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
});

interface Chip {
  readonly section: string;
  readonly number: string;
  readonly title: string;
  readonly gaps: number;
}

/** Chips by section: its first heading gives number and title; a part that stands apart has no number. */
function chipsOf(document: Document): Chip[] {
  const seen = new Set<string>();
  return document.blocks.flatMap((block): Chip[] => {
    const first = block.kind === 'title' || (block.kind === 'heading' && block.level === 1);
    if (!first || block.section === undefined || seen.has(block.section)) return [];
    const { section } = block;
    seen.add(section);
    const words = spansText(block.spans);
    const [number = '', title = ''] = block.kind === 'title' ? [section, words] : words.split('、');
    const gaps = document.blocks
      .flatMap((b) => ('section' in b && b.section === section && 'spans' in b ? b.spans : []))
      .filter((s) => s.kind === 'gap').length;
    return [{ section, number, title, gaps }];
  });
}

interface Props {
  readonly document: Document;
  readonly scroll: RefObject<HTMLElement | null>;
}

export function Sections({ document, scroll }: Props) {
  const styles = useStyles();
  const chips = useMemo(() => chipsOf(document), [document]);
  const go = (section: string) => {
    const heading = scroll.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.row} aria-label="分节">
      {chips.map(({ section, number, title, gaps }) => (
        <button
          key={section}
          type="button"
          className={mergeClasses(styles.chip, gaps > 0 && styles.wanting)}
          title={gaps > 0 ? `${title}（待填 ${gaps} 处）` : title}
          aria-label={`${number}、${title}${gaps > 0 ? `，待填 ${gaps} 处` : ''}`}
          onClick={() => go(section)}
        >
          {number}
        </button>
      ))}
    </nav>
  );
}
