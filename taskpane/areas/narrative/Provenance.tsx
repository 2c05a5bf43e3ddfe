// Where the chosen number comes from: its formula and its cells; and the way to bring it up to date.
import { Button, Text } from '@fluentui/react-components';
import { type NumberSpan, spanText } from '../../../src/narrative/document.ts';
import type { Stale } from '../../../src/narrative/stale.ts';
import { spoken, type Titles } from '../../../src/review/spoken.ts';
import { CloseStrip, StripCells, useStrip } from '../../parts/Strip.tsx';
import { NARRATIVE_WORDS } from './words.ts';

interface Props {
  readonly span: NumberSpan;
  readonly titles: Titles;
  readonly stale: Stale | undefined;
  readonly doubt: string | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onUpdate: () => void;
  readonly onClose: () => void;
}

export function Provenance({ span, titles, stale, doubt, reveal, onUpdate, onClose }: Props) {
  const styles = useStrip();
  return (
    <section className={styles.strip} aria-label={NARRATIVE_WORDS.from}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.grow}>
          {spanText(span)}
        </Text>
        <CloseStrip label="收起出处" onClose={onClose} />
      </div>
      {stale?.now && (
        <div className={styles.head}>
          <Text size={200} className={styles.grow}>
            {NARRATIVE_WORDS.isStale}：应为 {spanText(stale.now)}
          </Text>
          <Button size="small" appearance="primary" onClick={onUpdate}>
            {NARRATIVE_WORDS.updateOne}
          </Button>
        </div>
      )}
      {doubt && (
        <Text size={200} block className={styles.message}>
          {NARRATIVE_WORDS.isDoubtful}：{doubt}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        = {spoken(span.formula, titles)}
      </Text>
      {span.cells.length === 0 && <Text size={200}>{NARRATIVE_WORDS.noCells}</Text>}
      <StripCells
        cells={span.cells.map((c) => ({ ...c, sheet: c.location.sheet }))}
        reveal={reveal}
      />
    </section>
  );
}
