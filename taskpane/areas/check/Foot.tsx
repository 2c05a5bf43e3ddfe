// What can be ordered below the list: clear, report, the finding before and the next.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular } from '@fluentui/react-icons';
import { NARROW } from '../../narrow.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import type { Checking } from '../../useCheck.ts';
import { WORDS } from '../../words.ts';
import type { AreaProps } from '../area.ts';
import type { Course } from './useCourse.ts';

const useStyles = makeStyles({
  space: { flex: 1 },
  // The two stay together where the line is folded.
  steps: { display: 'inline-flex', gap: '4px' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
    [NARROW]: {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  cleared: { flexBasis: '100%', padding: '0 4px', color: tokens.colorNeutralForeground3 },
});

interface FootProps {
  readonly checking: Checking;
  readonly course: Course;
  readonly onReport: () => void;
  readonly back: AreaProps['back'];
}

export function Foot({ checking, course, onReport, back }: FootProps) {
  const styles = useStyles();
  const { checked, marked, cleared } = checking.state;
  if (!checked || checked.review.tables.length === 0) return null;
  const listed = checked.review.told.length > 0;
  return (
    <footer className={styles.foot}>
      {cleared && (
        <Text size={200} role="status" className={styles.cleared}>
          {WORDS.cleared}
        </Text>
      )}
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={marked === 0}
        onClick={() => void checking.clear()}
      >
        {WORDS.clear}
      </Button>
      <Button size="small" appearance="subtle" title={WORDS.undoStack} onClick={onReport}>
        {WORDS.report}
      </Button>
      <span className={styles.space} />
      <BackButton back={back} />
      <span className={styles.steps}>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            size="small"
            appearance="subtle"
            disabled={!listed}
            icon={by < 0 ? <ArrowUp20Regular /> : <ArrowDown20Regular />}
            aria-label={by < 0 ? WORDS.previous : WORDS.next}
            title={by < 0 ? WORDS.previous : WORDS.next}
            onClick={() => course.step(by)}
          />
        ))}
      </span>
    </footer>
  );
}
