// The header: the name, what was recognised (click to choose instead), and the menu.
import {
  Button,
  Field,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular, MoreHorizontal20Regular } from '@fluentui/react-icons';
import { Fragment, useState } from 'react';
import type { Division } from '../../src/catalogue/regions.ts';
import type { Review } from '../../src/review.ts';
import { NARROW } from '../narrow.ts';
import { placeProblem, yearProblem } from '../place.ts';
import type { Choice } from '../session.ts';
import { WORDS } from '../words.ts';

/** A menu longer than the pane is tall scrolls by itself. */
const MENU_PLACE = { position: 'below', align: 'end', autoSize: true } as const;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '40px',
    padding: '0 40px 0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // The year and place get a line of their own where little is left.
    [NARROW]: { padding: '4px 28px 0 12px', flexWrap: 'wrap' },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.08em',
    marginRight: '4px',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  place: {
    minWidth: 0,
    flex: '0 1 auto',
    padding: '2px 6px',
    fontWeight: tokens.fontWeightRegular,
    [NARROW]: { order: 1, flexBasis: '100%', justifyContent: 'flex-start', margin: '0 -6px' },
  },
  // A long name of a place folds: which rules are applied is no fact to be cut off.
  placeText: { minWidth: 0, textAlign: 'start', overflowWrap: 'anywhere' },
  space: { flex: '1 1 auto' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    width: 'min(220px, calc(100vw - 48px))',
  },
});

interface Props {
  readonly review: Review | undefined;
  readonly choice: Choice;
  readonly regionNamed: (text: string) => Division | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly menu: readonly {
    readonly text: string;
    readonly hint?: string;
    readonly apart?: boolean;
    readonly onClick: () => void;
    readonly disabled?: boolean;
  }[];
}

type ChooserProps = Omit<Props, 'menu'>;

function ChoiceForm({ review, choice, regionNamed, onChoose }: ChooserProps) {
  const styles = useStyles();
  const [year, setYear] = useState(String(choice.year ?? review?.year ?? ''));
  const [region, setRegion] = useState(choice.region?.name ?? review?.region ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = { year: yearProblem(year), region: placeProblem(region, regionNamed) };
  const apply = () => {
    setAsked(true);
    if (wrong.year || wrong.region) return;
    const chosen = region.trim() ? regionNamed(region.trim()) : undefined;
    onChoose({
      ...(year.trim() && { year: Number(year) }),
      ...(chosen && { region: chosen }),
    });
  };
  return (
    <div className={styles.form}>
      <Field label="年度" {...(asked && wrong.year && { validationMessage: wrong.year })}>
        <Input
          value={year}
          maxLength={4}
          inputMode="numeric"
          onChange={(_, d) => setYear(d.value)}
        />
      </Field>
      <Field label="地区" {...(asked && wrong.region && { validationMessage: wrong.region })}>
        <Input value={region} placeholder="全国" onChange={(_, d) => setRegion(d.value)} />
      </Field>
      <Button appearance="primary" onClick={apply}>
        按此体检
      </Button>
    </div>
  );
}

function Chooser(props: ChooserProps) {
  const { review, onChoose } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const words = [review?.year ? `${review.year} 年度` : '年度未写明', review?.region ?? '全国'];
  const choose = (choice: Choice) => {
    setOpen(false);
    onChoose(choice);
  };
  return (
    <Popover
      open={open}
      trapFocus
      positioning="below-start"
      onOpenChange={(_, d) => setOpen(d.open)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.place}
          iconPosition="after"
          icon={<ChevronDown16Regular />}
          title="选择年度和地区"
        >
          <span className={styles.placeText}>{words.join(' · ')}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="选择年度和地区">
        {open && <ChoiceForm {...props} onChoose={choose} />}
      </PopoverSurface>
    </Popover>
  );
}

export function PaneHeader({ menu, ...chooser }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <Text as="h1" size={400} className={styles.name}>
        {WORDS.name}
      </Text>
      {chooser.review && chooser.review.tables.length > 0 && <Chooser {...chooser} />}
      <span className={styles.space} />
      <Menu positioning={MENU_PLACE}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal20Regular />}
            aria-label="更多"
            data-menu=""
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {menu.map((item) => (
              <Fragment key={item.text}>
                {item.apart && <MenuDivider />}
                <MenuItem
                  title={item.hint}
                  disabled={item.disabled ?? false}
                  onClick={item.onClick}
                >
                  {item.text}
                </MenuItem>
              </Fragment>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
