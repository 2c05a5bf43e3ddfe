// 公开要素清单 of a manuscript: what is missing or cannot be made out first; each element with its place.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Booklet } from '../../../src/facts/booklet.ts';
import type { ElementResult, ElementStatus } from '../../../src/narrative/elements.ts';
import { ELEMENT_STATUS } from '../../../src/review/element-words.ts';
import { KindIcon } from '../../parts/Kind.tsx';
import { type FoundPlace, whereOf } from './found.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: '4px 12px', listStyle: 'none', fontSize: tokens.fontSizeBase200 },
  item: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '4px 0',
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { lineHeight: '18px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  go: {
    minWidth: 0,
    padding: '0 4px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    justifyContent: 'start',
  },
});

const ORDER: readonly ElementStatus[] = ['missing', 'unclear', 'none', 'written'];
const ICONS = { missing: 'error', unclear: 'unknown', none: 'exact', written: 'exact' } as const;

interface Props {
  readonly elements: readonly ElementResult[];
  readonly booklet: Booklet | undefined;
  readonly onPlace: (place: FoundPlace) => void;
}

export function Elements({ elements, booklet, onPlace }: Props) {
  const styles = useStyles();
  const sorted = ORDER.flatMap((status) => elements.filter((e) => e.status === status));
  return (
    <ul className={styles.list} aria-label="公开要素清单">
      {sorted.map(({ id, title, basis, status, places }) => {
        const place = places.find(
          (p): p is Extract<FoundPlace, typeof p> => 'sheet' in p || 'start' in p,
        );
        const where = place && 'start' in place ? whereOf(place, booklet) || '看这一处' : '';
        return (
          <li key={id} className={styles.item} data-element={status}>
            <span className={styles.icon}>
              <KindIcon kind={ICONS[status]} bare />
            </span>
            <span>
              {title}
              {status !== 'written' && status !== 'none' && (
                <span className={styles.quiet}>（{basis}）</span>
              )}
            </span>
            <span>
              {ELEMENT_STATUS[status]}
              {place && where && (
                <Button
                  size="small"
                  appearance="transparent"
                  className={styles.go}
                  aria-label={`${title}：${where}`}
                  onClick={() => onPlace(place)}
                >
                  {where}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
