// The preview before scores are filled in: each empty cell, its value, how it comes about.
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { shift, toText } from '../../../src/measure/exact.ts';
import type { Proposal } from '../../../src/scoring/propose.ts';
import { chosenAtFirst, proposalKey, settled } from './filling.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  list: { margin: '8px 0 0', padding: 0, listStyle: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: '2px 0' },
  why: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  assumed: { color: tokens.colorPaletteMarigoldForeground2 },
});

const valueText = (p: Proposal): string =>
  p.percent ? `${toText(shift(p.value, 2))}%` : toText(p.value);

interface LineProps {
  readonly proposal: Proposal;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function ProposalLine({ proposal: p, chosen, onChoose }: LineProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <Checkbox
        checked={chosen}
        onChange={(_, d) => onChoose(d.checked === true)}
        label={
          <>
            {p.address} {p.label.replace(/^.* /, '')}：{valueText(p)}
            <span className={styles.why}>{p.explanation}</span>
            {p.assumed && <span className={styles.assumed}>目标方向没有写明，请看过再勾选</span>}
          </>
        }
      />
    </li>
  );
}

interface Props {
  readonly title: string;
  readonly proposals: readonly Proposal[] | undefined;
  readonly onClose: () => void;
  readonly onYes: (chosen: ReadonlySet<string>) => void;
}

export function Filling({ title, proposals, onClose, onYes }: Props) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setChosen(chosenAtFirst(proposals ?? [])), [proposals]);
  const all = proposals ?? [];
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(settled(all, next));
  };
  return (
    <Dialog open={proposals !== undefined} onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined} className={styles.surface}>
        <DialogBody>
          <DialogTitle>填入得分</DialogTitle>
          <DialogContent>
            {title}：只填空着的格子，已有的数不动；填后自动重新体检，可以撤销。
            <ul className={styles.list}>
              {all.map((p) => (
                <ProposalLine
                  key={proposalKey(p)}
                  proposal={p}
                  chosen={chosen.has(proposalKey(p))}
                  onChoose={(on) => toggle(proposalKey(p), on)}
                />
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>不填</Button>
            <Button
              appearance="primary"
              disabled={chosen.size === 0}
              onClick={() => {
                onYes(chosen);
                onClose();
              }}
            >
              填入 {chosen.size} 格
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
