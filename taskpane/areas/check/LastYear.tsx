// Beside the findings: last year's workbook and the rules in use, each removable; and what moved.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ChevronDown16Regular,
  ChevronRight16Regular,
  Dismiss16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { Movement } from '../../../src/identities/movements.ts';
import { forgetLast } from '../../choosing.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';

const useStyles = makeStyles({
  used: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 16px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  head: { margin: '4px 8px' },
  list: { margin: 0, padding: '0 16px 8px', listStyle: 'none' },
  item: {
    width: '100%',
    padding: '6px 0',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  figures: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

const MOVED = { added: '新增', vanished: '没有了', changed: '变动较大' } as const;
const changeOf = ({ change, unit }: Movement): string =>
  change.startsWith('-') ? `减少 ${change.slice(1)} ${unit}` : `增加 ${change} ${unit}`;

interface UsedProps {
  readonly what: string;
  readonly name: string;
  readonly remove: string;
  readonly onRemove: () => void;
}

function Used({ what, name, remove, onRemove }: UsedProps) {
  const styles = useStyles();
  return (
    <div className={styles.used}>
      <span className={styles.name}>
        {what}：{name}
      </span>
      <Button
        size="small"
        appearance="transparent"
        icon={<Dismiss16Regular />}
        aria-label={remove}
        title={remove}
        onClick={onRemove}
      />
    </div>
  );
}

function MovementItem({ movement, reveal }: { movement: Movement } & Pick<AreaProps, 'reveal'>) {
  const styles = useStyles();
  const { kind, table, label, last, current, sheet, address } = movement;
  return (
    <li data-movement={kind}>
      <button
        type="button"
        className={styles.item}
        disabled={!sheet || !address}
        onClick={() => sheet && address && reveal(sheet, address)}
      >
        <Text block>
          {MOVED[kind]} · {label}
        </Text>
        <Text block size={200} className={styles.figures}>
          上年 {last}，本年 {current}，{changeOf(movement)}
        </Text>
        <Text block size={200} className={styles.figures}>
          {[address, table].filter(Boolean).join(' · ')}
        </Text>
      </button>
    </li>
  );
}

/** 与上年相比: closed at first, so that what is wrong comes first. */
function Movements({
  movements,
  reveal,
}: { movements: readonly Movement[] } & Pick<AreaProps, 'reveal'>) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className={styles.head}
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {WORDS.moved}（{movements.length} 项）
      </Button>
      {open && (
        <ul className={styles.list} aria-label={WORDS.moved}>
          {movements.length === 0 && <li>{WORDS.still}</li>}
          {movements.map((m) => (
            <MovementItem key={`${m.form}|${m.label}`} movement={m} reveal={reveal} />
          ))}
        </ul>
      )}
    </>
  );
}

/** 对照资料: what the 体检 was made with beside the open workbook. */
export function Compared(props: AreaProps) {
  const { checking, ownRules, reveal } = props;
  const { choice, checked } = checking.state;
  const movements = checked?.review.movements;
  return (
    <>
      {choice.last && (
        <Used
          what="上年决算"
          name={choice.last.name ?? ''}
          remove={WORDS.lastGone}
          onRemove={() => void forgetLast(props)}
        />
      )}
      {ownRules.name !== undefined && (
        <Used
          what="自定规程"
          name={ownRules.name}
          remove={WORDS.rulesGone}
          onRemove={() => ownRules.use(undefined)}
        />
      )}
      {movements && <Movements movements={movements} reveal={reveal} />}
    </>
  );
}
