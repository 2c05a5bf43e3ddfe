// Small news between the counts and the list: results that are of yesterday's figures, what can be taken back,
// sheets that cannot be marked, what is ignored, and how the session went.
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
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Ignoring } from '../../../src/assertions/ignored.ts';
import { KIND_NAMES } from '../../../src/review/attention.ts';
import type { Past, Progress } from '../../course.ts';
import type { Checking } from '../../useCheck.ts';
import { clock, WORDS } from '../../words.ts';

export const useQuiet = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    padding: '0 16px 6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  text: { flex: '1 1 140px', minWidth: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: '0 16px 8px', listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
  },
  head: { margin: '0 8px' },
});

/** 撤销: the last step, and further ones by their names. */
export function Steps({ checking }: { checking: Checking }) {
  const styles = useQuiet();
  const { steps } = checking.state;
  const last = steps.at(-1);
  if (!last) return null;
  const earlier = steps.slice(0, -1).reverse();
  return (
    <div className={styles.line} role="status">
      <span className={styles.text}>已{last.name}。</span>
      <Button size="small" appearance="transparent" onClick={() => void checking.undo()}>
        {WORDS.undo}
      </Button>
      {earlier.length > 0 && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="transparent"
              iconPosition="after"
              icon={<ChevronDown16Regular />}
            >
              撤销到
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {earlier.map((step) => (
                <MenuItem key={step.id} onClick={() => void checking.undo(step.id)}>
                  {step.name}以前
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}

export function Refused({ sheets }: { sheets: readonly string[] }) {
  const styles = useQuiet();
  return sheets.map((sheet) => (
    <div key={sheet} className={styles.line}>
      “{sheet}”受保护，问题只列出、不标记。勾稽不会解除保护。
    </div>
  ));
}

/** 忽略的各条, each with its reason and the way back. */
export function Ignorings({ checking }: { checking: Checking }) {
  const styles = useQuiet();
  const { session, attempt, run, state } = checking;
  const [all, setAll] = useState<readonly Ignoring[]>([]);
  const { checked } = state;
  useEffect(() => {
    if (checked) void attempt(async () => setAll(await session.ignorings()));
  }, [attempt, session, checked]);
  if (all.length === 0) return null;
  const back = (one: Ignoring) => void attempt(() => session.unignore(one)).then(() => run());
  return (
    <ul className={styles.list} aria-label="已忽略的规则和问题">
      {all.map((one) => {
        const where = one.sheet === undefined ? '整个工作簿' : `${one.sheet}!${one.address}`;
        const name = `${one.rule} · ${where}`;
        return (
          <li key={`${name}${one.part ?? ''}`} className={styles.item}>
            <span className={styles.text}>
              {name}：{one.reason}
            </span>
            <Button
              size="small"
              aria-label={`${WORDS.unignore}：${name}`}
              onClick={() => back(one)}
            >
              {WORDS.unignore}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const changeText = ({ mended, fresh }: Past): string => {
  const named = (list: Past['mended']) =>
    [
      ...new Set(
        list.map((f) => (f.cells[0] ? `${f.cells[0].sheet}!${f.cells[0].address}` : f.title)),
      ),
    ]
      .slice(0, 4)
      .join('、');
  return [
    mended.length > 0 &&
      `改好 ${mended.length} 处（${named(mended)}${mended.length > 4 ? ' 等' : ''}）`,
    fresh.length > 0 &&
      `新出现 ${fresh.length} 处（${named(fresh)}${fresh.length > 4 ? ' 等' : ''}）`,
  ]
    .filter(Boolean)
    .join('；');
};

/** 本次体检记录: what each check of the session came to. */
export function Sessions({ course }: { course: Progress }) {
  const styles = useQuiet();
  const [open, setOpen] = useState(false);
  const { checks } = course;
  if (checks.length < 2) return null;
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
        {WORDS.history}（{checks.length} 次）
      </Button>
      {open && (
        <ol className={styles.list} aria-label={WORDS.history}>
          {[...checks].reverse().map(({ at, attention, ...past }) => (
            <li key={at.getTime()} className={styles.item}>
              <span className={styles.text}>
                {clock(at)}　{KIND_NAMES.error} {attention.error} · {KIND_NAMES.warning}{' '}
                {attention.warning} · {KIND_NAMES.explained} {attention.explained}
                {changeText({ at, attention, ...past }) && (
                  <Text block size={200}>
                    {changeText({ at, attention, ...past })}
                  </Text>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
