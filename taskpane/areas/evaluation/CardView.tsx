// A 自评表 as a card: its rate, its scores and its total, what is wrong, what is open, its indicators.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../../src/assertions/finding.ts';
import type { Slots } from '../../../src/narrative/slots.ts';
import { kindOf } from '../../../src/review/attention.ts';
import { cellKey } from '../../../src/review/doubts.ts';
import type { EvaluationWriting } from '../../../src/review/evaluation-text.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import { NARROW } from '../../narrow.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import type { Card } from './cards.ts';
import { CellText, Figures, IndicatorItem } from './IndicatorItem.tsx';
import { WritingView } from './WritingView.tsx';

const useStyles = makeStyles({
  card: {
    margin: '0 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    [NARROW]: { margin: '0 4px 12px' },
  },
  head: { padding: '10px 16px 4px', display: 'flex', flexDirection: 'column', gap: '2px' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  figures: { padding: '0 16px 8px', [NARROW]: { padding: '0 8px 8px' } },
  list: { margin: 0, padding: '0 16px 8px', listStyle: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr)',
    columnGap: '10px',
    padding: '3px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  doubt: { display: 'block', color: tokens.colorPaletteRedForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', padding: '0 16px 10px' },
});

type Go = (sheet: string, address: string) => void;

/** Consequences and notes come after what has to be mended. */
const inOrder = (findings: readonly Finding[]): Finding[] => {
  const rank = (f: Finding) =>
    f.verdict === 'broken' ? ['error', 'warning', 'note'].indexOf(f.severity) : 3;
  return [...findings].sort((a, b) => rank(a) - rank(b));
};

/** The table a card is about goes without saying. */
const wordsOf = ({ message, table }: Finding): string =>
  table !== undefined && message.startsWith(table)
    ? message.slice(table.length).replace(/^的/, '')
    : message;

type Doubts = ReadonlyMap<string, string>;

/** What it is held against, where the 体检 does not trust that. */
const doubtIn = ({ cells, message }: Finding, doubts: Doubts): string | undefined =>
  cells
    .filter((c) => isOwn(c) && c.sheet !== cells[0]?.sheet)
    .map((c) => doubts.get(cellKey(c.sheet, c.address)))
    .find((d) => d !== undefined && d !== message);

interface LineProps {
  readonly finding: Finding;
  readonly doubts: Doubts;
  readonly onGo: Go;
}

function FindingLine({ finding, doubts, onGo }: LineProps) {
  const styles = useStyles();
  const place = finding.cells[0];
  const doubt = doubtIn(finding, doubts);
  return (
    <li className={styles.line} data-rule={finding.rule}>
      <KindIcon kind={kindOf(finding)} />
      <span>
        {wordsOf(finding)} {place && <CellText text={place.address} place={place} onGo={onGo} />}
        {finding.explained && '（已说明）'}
        {doubt && (
          <span className={styles.doubt} data-doubtful="">
            对照的数存疑：{doubt}
          </span>
        )}
      </span>
    </li>
  );
}

function Open({ card, onGo }: { card: Card; onGo: Go }) {
  const styles = useStyles();
  return (
    <>
      {card.open.map(({ text, place }) => (
        <li key={text} className={styles.line}>
          <KindIcon kind="unknown" />
          <span>
            {text} {place && <CellText text={place.address} place={place} onGo={onGo} />}
          </span>
        </li>
      ))}
    </>
  );
}

function CardHead({ card, onGo }: { card: Card; onGo: Go }) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <Text as="h2" block weight="semibold" className={styles.title}>
        <CellText text={card.title} place={card.place} onGo={onGo} />
      </Text>
      <Text size={200} className={styles.quiet}>
        {[card.sheet !== card.title && card.sheet, card.preset, card.grade && `等级 ${card.grade}`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}

interface Props {
  readonly card: Card;
  readonly row: string | undefined;
  readonly onRow: (key: string | undefined) => void;
  readonly onGo: Go;
  readonly onFill: () => void;
  readonly writing: EvaluationWriting | undefined;
  readonly slots: Slots;
  /** Cells that the 体检 does not trust. */
  readonly doubts: Doubts;
  readonly onSlot: (key: string, text: string) => void;
  readonly onCopy: (writing: EvaluationWriting) => void;
  readonly onWord: (writing: EvaluationWriting, final: boolean) => void;
}

function Indicators({ card, row, onRow, onGo }: Pick<Props, 'card' | 'row' | 'onRow' | 'onGo'>) {
  return (
    <div>
      {card.rows.map((r) => {
        const key = `${card.key} ${r.key}`;
        return (
          <IndicatorItem
            key={key}
            row={r}
            open={row === key}
            onOpen={() => onRow(row === key ? undefined : key)}
            onGo={onGo}
          />
        );
      })}
    </div>
  );
}

function Actions(
  props: Props & { open: boolean; onOpen: () => void; read: boolean; onRead: () => void },
) {
  const styles = useStyles();
  const { card, open, onOpen, read, onRead, onFill, writing } = props;
  return (
    <div className={styles.actions}>
      <Button size="small" aria-expanded={open} onClick={onOpen}>
        {open ? '收起指标' : `指标 ${card.rows.length} 项`}
      </Button>
      {writing && (
        <Button size="small" aria-expanded={read} onClick={onRead}>
          {read ? `收起${writing.kind}` : writing.kind}
        </Button>
      )}
      {card.proposals.length > 0 && (
        <Button size="small" onClick={onFill}>
          填入得分（{card.proposals.length} 格）
        </Button>
      )}
    </div>
  );
}

export function CardView(props: Props) {
  const styles = useStyles();
  const { card, row, onRow, onGo, writing, slots, doubts, onSlot, onCopy, onWord } = props;
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState(false);
  const told = card.rows.flatMap((r) => (open ? [] : r.findings));
  const listed = inOrder([...card.findings, ...told]);
  return (
    <section className={styles.card} aria-label={card.title} data-card={card.sheet}>
      <CardHead card={card} onGo={onGo} />
      <div className={styles.figures}>
        <Figures figures={card.figures} onGo={onGo} />
      </div>
      {(listed.length > 0 || card.open.length > 0) && (
        <ul className={styles.list}>
          {listed.map((f) => (
            <FindingLine key={`${f.rule} ${f.message}`} finding={f} doubts={doubts} onGo={onGo} />
          ))}
          <Open card={card} onGo={onGo} />
        </ul>
      )}
      <Actions
        {...props}
        open={open}
        onOpen={() => setOpen(!open)}
        read={read}
        onRead={() => setRead(!read)}
      />
      {read && writing && (
        <WritingView {...{ writing, slots, doubts, onGo, onCopy, onWord }} onFill={onSlot} />
      )}
      {open && <Indicators {...{ card, row, onRow, onGo }} />}
    </section>
  );
}
