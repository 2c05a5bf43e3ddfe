// 绩效: the performance tables of the workbook, each a card; the rules they are judged by; filling in.
import { Dropdown, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Slots } from '../../../src/narrative/slots.ts';
import { openBook } from '../../../src/review/book.ts';
import { doubtsOf } from '../../../src/review/doubts.ts';
import { type EvaluationWriting, evaluationTexts } from '../../../src/review/evaluation-text.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { NARROW, unrolled } from '../../narrow.ts';
import { BackButton } from '../../parts/BackButton.tsx';
import type { Checked } from '../../session.ts';
import { useSlots } from '../../useSlots.ts';
import type { AreaProps } from '../area.ts';
import { Steps } from '../check/Quiet.tsx';
import { useCourse } from '../check/useCourse.ts';
import { CardView } from './CardView.tsx';
import { type Card, cardsOf } from './cards.ts';
import { Filling } from './Filling.tsx';
import { writesFor } from './filling.ts';
import { useWriting } from './useWriting.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  head: { padding: '12px 16px 8px', display: 'flex', flexDirection: 'column', gap: '6px' },
  rule: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  preset: { flex: 1, minWidth: 0 },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'scroll',
    overflowX: 'hidden',
    paddingTop: '4px',
    [NARROW]: unrolled,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const NO_DOUBTS: ReadonlyMap<string, string> = new Map();
const PLACE = '按地区和表样';

/** 规则 chooser: the place's own, or one chosen; all are 待确认 until a finance user has confirmed. */
function Presets({ checking, catalogue }: AreaProps) {
  const styles = useStyles();
  const { choice } = checking.state;
  const { presets } = catalogue.scoring;
  const unique = presets.filter((p, i) => presets.findIndex((o) => o.id === p.id) === i);
  const named = (id: string | undefined): string => {
    const own = presets.find((p) => p.id === id);
    return own ? `${own.id}${own.unconfirmed ? '（待确认）' : ''}` : PLACE;
  };
  return (
    <div className={styles.rule}>
      <Text id="gouji-preset">规则</Text>
      <Dropdown
        className={styles.preset}
        size="small"
        aria-labelledby="gouji-preset"
        value={named(choice.preset)}
        selectedOptions={[choice.preset ?? '']}
        onOptionSelect={(_, d) => {
          const { preset: _former, ...rest } = choice;
          void checking.run(d.optionValue ? { ...rest, preset: d.optionValue } : rest);
        }}
      >
        <Option value="">{PLACE}</Option>
        {unique.map((p) => (
          <Option key={p.id} value={p.id} text={named(p.id)}>
            {p.title}
            {p.unconfirmed ? '（待确认）' : ''}
          </Option>
        ))}
      </Dropdown>
    </div>
  );
}

/** Filling in, followed by a re-check; it can be taken back as any other step. */
const useFilling =
  ({ host, catalogue, checking }: AreaProps) =>
  (chosen: ReadonlySet<string>) =>
    checking.attempt(async () => {
      // The workbook may have changed since the preview: only what is still empty is filled.
      const snapshot = await host.snapshot();
      const { proposals } = performanceOf(openBook(snapshot, catalogue, checking.state.choice));
      const writes = writesFor(chosen, proposals, snapshot);
      await checking.write(`填入 ${writes.length} 格`, writes);
    });

/** What has to be mended or explained on the cards, and what is only pointed out. */
function countsOf(cards: readonly Card[]): { problems: number; notes: number } {
  const all = cards.flatMap((c) => [...c.findings, ...c.rows.flatMap((r) => r.findings)]);
  const broken = [...new Set(all)].filter((f) => f.verdict === 'broken');
  const notes = broken.filter((f) => f.severity === 'note').length;
  return { problems: broken.length - notes, notes };
}

function Head(
  props: AreaProps & {
    cards: readonly Card[];
    said: string;
  },
) {
  const styles = useStyles();
  const { cards, said, checking } = props;
  const { problems, notes } = countsOf(cards);
  return (
    <div className={styles.head}>
      <div className={styles.rule}>
        <Text aria-live="polite" className={styles.preset}>
          {cards.length} 张自评表 · {problems > 0 ? `问题 ${problems} 处` : '没有不符'}
          {notes > 0 && ` · 提示 ${notes} 处`}
        </Text>
        <BackButton back={props.back} />
      </div>
      <Presets {...props} />
      <Text size={200} role="status" className={styles.quiet}>
        {said}
      </Text>
      <Steps checking={checking} />
    </div>
  );
}

/** Cards and texts of the last 体检. */
function useEvaluations(
  checked: Checked | undefined,
  slots: Slots,
): { cards: readonly Card[]; writings: readonly EvaluationWriting[] } {
  const performance = useMemo(() => checked && performanceOf(checked.book), [checked]);
  const cards = useMemo(
    () => (checked && performance ? cardsOf(performance, checked.review.findings) : []),
    [checked, performance],
  );
  const writings = useMemo(
    () => (performance ? evaluationTexts(performance, slots) : []),
    [performance, slots],
  );
  return { cards, writings };
}

export function EvaluationArea(props: AreaProps) {
  const styles = useStyles();
  const { checking, reveal } = props;
  const { checked } = checking.state;
  const [row, setRow] = useState<string>();
  const [filling, setFilling] = useState<Card>();
  const course = useCourse(reveal, setRow);
  const fill = useFilling(props);
  const writing = useWriting(props);
  const [slots, onSlot] = useSlots(props);
  const { cards, writings } = useEvaluations(checked, slots);
  const doubts = useMemo(() => (checked ? doubtsOf(checked.review) : NO_DOUBTS), [checked]);
  return (
    <div className={styles.area}>
      <Head {...props} cards={cards} said={writing.said} />
      <div
        className={styles.scroll}
        ref={course.list}
        onFocus={course.onFocus}
        onBlur={course.onBlur}
        onKeyDown={course.onKeyDown}
      >
        {cards.map((card) => (
          <CardView
            key={card.key}
            card={card}
            row={row}
            onRow={setRow}
            onGo={reveal}
            onFill={() => setFilling(card)}
            writing={writings.find((w) => w.table === card.key)}
            onCopy={writing.copy}
            slots={slots}
            doubts={doubts}
            onSlot={onSlot}
            onWord={(w, final) => writing.word(card.title, w, final)}
          />
        ))}
      </div>
      <Filling
        title={filling?.title ?? ''}
        proposals={filling?.proposals}
        onClose={() => setFilling(undefined)}
        onYes={(chosen) => void fill(chosen)}
      />
    </div>
  );
}
