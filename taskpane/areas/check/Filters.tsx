// Finding something in the list: words, a table, a rule; and its order.
import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Select,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular, Filter16Regular, Search16Regular } from '@fluentui/react-icons';
import type { choicesOf, Filter } from './rows.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '0 16px 4px' },
  search: { flex: 1, minWidth: 0 },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    width: 'min(240px, calc(100vw - 48px))',
  },
  select: { minWidth: 0, maxWidth: '100%' },
  used: { color: tokens.colorBrandForeground1 },
});

/** A long title must not push the field out of the pane. */
const WIDE = { style: { width: '100%', minWidth: 0 } } as const;

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly choices: ReturnType<typeof choicesOf>;
}

function Choices({ filter, onFilter, choices }: Props) {
  const styles = useStyles();
  const { table: _t, rule: _r, by: _b, ...rest } = filter;
  const set = (part: { table?: string; rule?: string; by?: 'table' | 'gap' }) => {
    const { table = filter.table, rule = filter.rule, by = filter.by } = part;
    onFilter({ ...rest, ...(table && { table }), ...(rule && { rule }), ...(by && { by }) });
  };
  return (
    <div className={styles.form}>
      <Field label="表">
        <Select
          className={styles.select}
          select={WIDE}
          value={filter.table ?? ''}
          onChange={(_, d) => set({ table: d.value })}
        >
          <option value="">所有的表</option>
          {choices.tables.map(([title, n]) => (
            <option key={title} value={title}>{`${title}（${n}）`}</option>
          ))}
        </Select>
      </Field>
      <Field label="规则">
        <Select
          className={styles.select}
          select={WIDE}
          value={filter.rule ?? ''}
          onChange={(_, d) => set({ rule: d.value })}
        >
          <option value="">所有规则</option>
          {choices.rules.map(([id, n, title]) => (
            <option key={id} value={id}>{`${id} ${title}（${n}）`}</option>
          ))}
        </Select>
      </Field>
      <Field label="次序">
        <Select
          className={styles.select}
          select={WIDE}
          value={filter.by ?? 'table'}
          onChange={(_, d) => set({ by: d.value === 'gap' ? 'gap' : 'table' })}
        >
          <option value="table">按表</option>
          <option value="gap">按差额从大到小</option>
        </Select>
      </Field>
      <Button onClick={() => onFilter(rest)}>全部列出</Button>
    </div>
  );
}

export function Filters(props: Props) {
  const { filter, onFilter } = props;
  const styles = useStyles();
  const used = filter.table || filter.rule || filter.by === 'gap';
  return (
    <div className={styles.bar} role="search">
      <Input
        size="small"
        className={styles.search}
        aria-label="在结果里查找"
        placeholder="查找：单元格、项目、规则"
        contentBefore={<Search16Regular />}
        value={filter.text ?? ''}
        onChange={(_, d) => onFilter({ ...filter, text: d.value })}
        onKeyDown={(e) => {
          if (e.key !== 'Escape' || !filter.text) return;
          e.stopPropagation();
          onFilter({ ...filter, text: '' });
        }}
        {...(filter.text && {
          contentAfter: (
            <Button
              size="small"
              appearance="transparent"
              icon={<Dismiss16Regular />}
              aria-label="清空查找"
              onClick={() => onFilter({ ...filter, text: '' })}
            />
          ),
        })}
      />
      <Popover trapFocus positioning="below-end">
        <PopoverTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<Filter16Regular />}
            className={used ? styles.used : undefined}
            aria-label={used ? '筛选和次序，已设' : '筛选和次序'}
            title="筛选和次序"
          />
        </PopoverTrigger>
        <PopoverSurface aria-label="筛选和次序">
          <Choices {...props} />
        </PopoverSurface>
      </Popover>
    </div>
  );
}
