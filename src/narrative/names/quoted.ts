// Relations whose corners stand in the tables, or are named from far away: shares, completion and growth of what
// a name means. Knows mentions and worths; judges nothing.
import { exact, isZero, minus } from '../../measure/exact.ts';
import { type Interval, overlaps } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { TieCell } from '../readings/report.ts';
import {
  type Equation,
  membersOf,
  type Ratio,
  type Reading,
  type Term,
  type TextRelation,
  type Topic,
} from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import type { Desk } from './desk.ts';
import type { Mention } from './mention.ts';
import type { TableWorth } from './worth.ts';

/** 引数: a figure of the tables as it enters a relation. */
export function quotedFigure({ value: { value, high } }: { readonly value: Interval }): Figure {
  return {
    kind: 'money',
    unit: '万元',
    value,
    half: minus(high, value),
    last: exact(1, 2),
    index: -1,
    bound: false,
  };
}

/** Reads relations off mentions; remembers which cells a quoted figure is of. */
export class Quoting {
  readonly cells = new Map<Figure, readonly TieCell[]>();

  constructor(
    readonly desk: Desk,
    /** Figures of the text by their place. */
    readonly figures: ReadonlyMap<number, Figure>,
  ) {}

  #quote(worths: readonly (TableWorth | undefined)[]): Figure[] {
    return worths.flatMap((w) => {
      if (!w) return [];
      const figure = quotedFigure(w);
      this.cells.set(figure, w.cells);
      return [figure];
    });
  }

  #printed(mention: Mention | undefined): Figure[] {
    return mention ? [this.figures.get(mention.index)!] : [];
  }

  /** 占比, 完成率 and 增减率 whose figures the tables hold, in the order of the text. */
  relations(): TextRelation[] {
    return this.desk.mentions.flatMap((m) => {
      if (m.role === 'share') return this.#share(m);
      if (m.role === 'completion') return this.#completion(m);
      return m.role === 'growth' ? this.#growth(m) : [];
    });
  }

  #relation(topic: Topic, about: Mention, equations: readonly Equation[]): TextRelation[] {
    const figure = this.figures.get(about.index)!;
    const readings = equations.map(
      (equation): Reading => ({
        equation,
        // By names alone a relation is confirmed; to accuse takes the tables.
        strong: !about.loose && membersOf(equation).some((f) => f.token === undefined),
        derived: figure,
      }),
    );
    return readings.length > 0 ? [{ topic, about: figure, readings }] : [];
  }

  #ratio(about: Mention, top: readonly Term[], base: readonly Term[], signed = false): Ratio {
    return { kind: 'ratio', top, base, rate: this.figures.get(about.index)!, signed };
  }

  /** Figures a subject may have now: the tables', and as printed. */
  #now(of: Mention): Figure[] {
    const { desk } = this;
    const { indicators } = of.subject;
    const { worths, complete } = desk.amounts(indicators);
    const known = complete && !indicators.some((i) => i.open) ? worths : [];
    const printed = desk.near(of, 'amount', { unit: isMoney });
    // Of several cells the sentence itself tells which one is meant.
    const told =
      printed?.sentence === of.sentence
        ? known.filter((w) => overlaps(w.value, desk.interval(printed)))
        : [];
    return [...this.#quote(told.length > 0 ? told : known), ...this.#printed(printed)];
  }

  /** 占比 = 分项 ÷ 合计. */
  #share(about: Mention): TextRelation[] {
    const parts = this.#now(about);
    const wholes = (about.wholes ?? []).flatMap((key) => this.#whole(about, key));
    const pairs = parts.flatMap((part) => wholes.map((whole) => [part, whole] as const));
    return this.#relation(
      'share',
      about,
      pairs.map(([part, whole]) => this.#ratio(about, [[part, 1]], [[whole, 1]])),
    );
  }

  #whole(about: Mention, key: string): Figure[] {
    const { desk } = this;
    const indicator = desk.indicator(key);
    const worth = indicator?.says ? desk.amount([indicator]) : undefined;
    return [...this.#quote([worth]), ...this.#printed(desk.before(about, key))];
  }

  /** 完成率 = 决算 ÷ 预算. */
  #completion(about: Mention): TextRelation[] {
    const { desk } = this;
    const { indicators } = about.subject;
    const version = about.budget === undefined ? {} : { budget: about.budget };
    const printed = desk.near(about, 'budget', version);
    const known = desk.budgets(indicators, about.budget ?? printed?.budget);
    const budgets = [...this.#quote(known), ...this.#printed(printed)];
    const change = desk.near(about, 'change', { base: 'budget' });
    const finals = this.#now(about);
    // 完成预算的 r%，比预算减少 Δ: the budget is the final figure less the change.
    const implied =
      change && budgets.length === 0
        ? finals.map((f) => this.#ratio(about, [[f, 1]], this.#less(f, change)))
        : [];
    const told = finals.flatMap((f) => budgets.map((b) => this.#ratio(about, [[f, 1]], [[b, 1]])));
    return this.#relation('done', about, [...told, ...implied]);
  }

  #less(final: Figure, change: Mention): Term[] {
    const [figure] = this.#printed(change);
    return [
      [final, 1],
      [figure!, change.sign === -1 ? 1 : -1],
    ];
  }

  /** 增减率 = (本年 − 上年) ÷ 上年, or 增减额 ÷ (本年 ∓ 增减额). */
  #growth(about: Mention): TextRelation[] {
    const { desk } = this;
    const { indicators } = about.subject;
    const base = about.base && { base: about.base };
    const change = desk.near(about, 'change', { ...base, unit: () => true });
    const toBudget = about.base === 'budget';
    const last = toBudget ? desk.budgets(indicators, '年初') : [desk.last(indicators)];
    const quoted = this.#quote(last);
    const printed = this.#printed(desk.near(about, toBudget ? 'budget' : 'last'));
    const nows = this.#now(change ?? about);
    const falls = about.sign === -1;
    const byYears = nows.flatMap((now) =>
      [...quoted, ...printed].map((old) => {
        const top: Term[] = falls
          ? [
              [old, 1],
              [now, -1],
            ]
          : [
              [now, 1],
              [old, -1],
            ];
        return this.#ratio(about, top, [[old, 1]], about.sign !== undefined);
      }),
    );
    const [delta] = this.#printed(change);
    const byChange =
      change &&
      delta &&
      quoted.length === 0 &&
      !isZero(delta.value) &&
      (!change.sign || !about.sign || change.sign === about.sign)
        ? nows.map((now) => this.#ratio(about, [[delta, 1]], this.#less(now, change)))
        : [];
    return this.#relation('growth', about, [...byYears, ...byChange]);
  }
}
