// The chosen number: what it was held against, what it ought to be, its cells, and the correction.
import { Button, Text } from '@fluentui/react-components';
import type { TiedNumber } from '../../../src/narrative/readings/report.ts';
import { CloseStrip, StripCells, useStrip } from '../../parts/Strip.tsx';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import { VERDICTS, WORDS } from './words.ts';

interface Props {
  readonly number: TiedNumber;
  readonly rule: { readonly title: string; readonly basis: string } | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onAdopt: () => void;
  readonly onClose: () => void;
}

/** A wrong direction cannot be put right by another figure. */
const canAdopt = ({ verdict, expected, reason, text }: TiedNumber): boolean =>
  verdict === 'broken' &&
  expected !== null &&
  reason !== 'direction' &&
  expected.startsWith('-') === /^[-－]/.test(text.trim());

export function Chosen({ number, rule, reveal, onAdopt, onClose }: Props) {
  const styles = useStrip();
  const { verdict, text, message, cells } = number;
  return (
    <section className={styles.strip} aria-label={WORDS.number} aria-live="polite">
      <div className={styles.head}>
        <VerdictIcon verdict={verdict} bare />
        <Text weight="semibold" className={styles.grow}>
          {VERDICTS[verdict]} {text.replace(/\s+/g, '')}
        </Text>
        {canAdopt(number) && (
          <Button size="small" appearance="primary" onClick={onAdopt}>
            {WORDS.adopt}
          </Button>
        )}
        <CloseStrip label={WORDS.close} onClose={onClose} />
      </div>
      <Text size={200} block className={styles.message}>
        {message || WORDS.nothing}
      </Text>
      {rule && (
        <Text size={200} className={styles.quiet}>
          {rule.title}（依据：{rule.basis}）
        </Text>
      )}
      <StripCells
        cells={cells.map((c) => ({ ...c, label: `${c.label} ${c.value}` }))}
        reveal={reveal}
      />
    </section>
  );
}
