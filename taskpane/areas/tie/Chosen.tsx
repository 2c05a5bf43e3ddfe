// The chosen number or cell: what it was held against, what it ought to be, its cells, and the correction.
import { Button, Text } from '@fluentui/react-components';
import type { TiedNumber } from '../../../src/narrative/readings/report.ts';
import type { CellVerdict } from '../../../src/review/cell-verdicts.ts';
import { correctionOf, type TextCorrection } from '../../../src/review/corrections.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import { CloseStrip, StripCells, useStrip } from '../../parts/Strip.tsx';
import { VerdictIcon } from '../../parts/Verdict.tsx';
import type { CellApart } from './found.ts';
import { kindName, kindOfNumber, TIE_WORDS, VERDICTS } from './words.ts';

interface Props {
  readonly number: TiedNumber;
  readonly rule: { readonly title: string; readonly basis: string } | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onAdopt: (correction: TextCorrection) => void;
  readonly onClose: () => void;
}

export function Chosen({ number, rule, reveal, onAdopt, onClose }: Props) {
  const styles = useStrip();
  const { text, message, cells } = number;
  const kind = kindOfNumber(number);
  const correction = correctionOf(number);
  return (
    <section className={styles.strip} aria-label={TIE_WORDS.number} aria-live="polite">
      <div className={styles.head}>
        <KindIcon kind={kind} bare />
        <Text weight="semibold" className={styles.grow}>
          {kindName(kind)} {text.replace(/\s+/g, '')}
        </Text>
        {correction && (
          <Button size="small" appearance="primary" onClick={() => onAdopt(correction)}>
            {TIE_WORDS.adopt}
          </Button>
        )}
        <CloseStrip label={TIE_WORDS.close} onClose={onClose} />
      </div>
      <Text size={200} block className={styles.message}>
        {message || TIE_WORDS.nothing}
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

interface CellProps {
  readonly sheet: string;
  readonly address: string;
  readonly cell: CellVerdict | undefined;
  readonly apart: CellApart | undefined;
  readonly reveal: (sheet: string, address: string) => void;
  readonly onClose: () => void;
}

/** So many relations of a cell that holds are named. */
const NAMED = 4;

function saidOf({ cell, apart }: Pick<CellProps, 'cell' | 'apart'>): string[] {
  const own = cell?.findings ?? [];
  const open = own.filter((f) => f.verdict !== 'exact').map((f) => f.message);
  const holds = own.filter((f) => f.verdict === 'exact').map((f) => f.title);
  const names = [...new Set(holds)];
  const more = names.length > NAMED ? ` 等 ${names.length} 项` : '';
  const well = names.length > 0 ? [`相符：${names.slice(0, NAMED).join('；')}${more}。`] : [];
  return [...(apart ? [`${apart.words}。`] : []), ...new Set(open), ...well];
}

/** What came of a cell of a table of the file. */
export function ChosenCell({ sheet, address, cell, apart, reveal, onClose }: CellProps) {
  const styles = useStrip();
  const verdict = apart ? 'broken' : (cell?.verdict ?? 'unknown');
  return (
    <section className={styles.strip} aria-label={TIE_WORDS.cell} aria-live="polite">
      <div className={styles.head}>
        <VerdictIcon verdict={verdict} bare />
        <Text weight="semibold" className={styles.grow}>
          {VERDICTS[verdict]} {sheet} {address}
        </Text>
        <CloseStrip label={TIE_WORDS.close} onClose={onClose} />
      </div>
      {saidOf({ cell, apart }).map((words) => (
        <Text key={words} size={200} block className={styles.message}>
          {words}
        </Text>
      ))}
      {apart?.workbook && (
        <StripCells cells={[{ ...apart.workbook, label: '打开着的工作簿' }]} reveal={reveal} />
      )}
    </section>
  );
}
