// 情况说明: the use case of writing. A workbook and the catalogue in, a text out. Pure and repeatable.
import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Evaluation } from '../facts/evaluation.ts';
import type { Snapshot } from '../facts/grid.ts';
import { reasonNamed } from '../facts/named.ts';
import { ownIn } from '../facts/own-part.ts';
import type { Document } from '../narrative/document.ts';
import { keyOf } from '../narrative/evaluation.ts';
import { type Outline, writeDocument } from '../narrative/outline.ts';
import type { Sentence } from '../narrative/sentence.ts';
import { type Slots, slotsIn } from '../narrative/slots.ts';
import type { Several, Source } from '../narrative/source.ts';
import { writeOverview, writeTerms } from '../narrative/terms.ts';
import { type Book, onlyTableIn, openBook, type ReviewOptions } from './book.ts';

/** 说明选项: what the user chose, and what he typed in place of gaps; else what the workbook keeps. */
export interface NarrativeOptions extends ReviewOptions {
  readonly slots?: Slots;
}

/** 说明素材: figures and wordings of one workbook, ready to write and to read by. */
export interface Material {
  readonly source: Source;
  readonly outline: Outline;
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly book: Book;
}

/** A performance table with its money; one without says nothing in figures. */
function moneyIn({ table, project, unit, whole }: Evaluation): Several[] {
  const name = (project ?? unit)?.text.replace(/\s/g, '') ?? '';
  if (!whole?.budget?.quantity || !whole.spent?.quantity || name === '') return [];
  return [{ table, name, money: whole.row.key }];
}

/** What is asked of a project in its 自评 and in the 情况说明 alike. */
const ASKED_TWICE = ['产出', '问题', '措施'];

/** 同一处待填 by its key in the 情况说明: the key under which the words of the 自评 are kept. */
export const sharedKeys = ({ read }: Book): ReadonlyMap<string, string> =>
  new Map(
    read.evaluations
      .filter((e) => e.kind === '项目自评')
      .flatMap((e) =>
        ASKED_TWICE.map((what) => [`绩效·${what}·${e.table.id}·说明`, `${keyOf(e)}${what}·说明`]),
      ),
  );

/** Words typed for the 自评 stand in the 情况说明 as well: nobody is asked twice. */
function shared(slots: Slots, book: Book): Slots {
  const own = [...sharedKeys(book)].flatMap(([key, from]) =>
    slots[key] === undefined && slots[from] !== undefined ? [[key, slots[from]] as const] : [],
  );
  return own.length === 0 ? slots : { ...slots, ...Object.fromEntries(own) };
}

/** What the text of a workbook may draw on; `slots` where they are not those it keeps. */
export function materialOf(book: Book, slots?: Slots): Material {
  const { snapshot, catalogue, read, settled, scope, others } = book;
  const { narrative } = catalogue;
  const outline = inForce(narrative.outlines, scope)[0]!;
  const sentences = new Map(inForce(narrative.sentences, scope).map((s) => [s.id, s]));
  // Of two equal copies neither: a text must not take its figures from the wrong one.
  const own = (form: string) => onlyTableIn(book, form);
  const former = (form: string) => others.last.find((t) => t.form === form);
  const supplement = own('补充资料');
  const source: Source = {
    year: settled.year,
    department: settled.department,
    table: (form, period) =>
      period === undefined ? own(form) : period === '上年' ? former(form) : undefined,
    several: (form) =>
      read.evaluations
        .filter((e) => e.kind === form && settled.standings.get(e.table)?.checked)
        .flatMap(moneyIn),
    reason: (key) => reasonNamed(supplement, key)?.text,
    slots: shared(slots ?? slotsIn(ownIn(snapshot.parts).json), book),
    quantities: new Map(narrative.quantities.map((q) => [q.name, q])),
    titles: new Map(catalogue.forms.forms.map((f) => [f.id, f.title])),
    style: { percent: outline.percent },
    zeros: outline.zeros,
    axes: { 预算种类: outline.budget },
  };
  return { source, outline, sentences, book };
}

/** 成稿: the text itself, and the parts that stand around it in a booklet. */
export interface Text {
  readonly overview: Document;
  readonly narrative: Document;
  readonly terms: Document;
}

/** 成稿 of what is at hand; where a figure or words are missing it has 待填. */
export function narrativeTextOf({ source, outline, sentences, book }: Material): Text {
  const { terms, meanings } = book.catalogue.narrative;
  return {
    overview: writeOverview(source),
    narrative: writeDocument(outline, sentences, source),
    terms: writeTerms(terms, meanings, source),
  };
}

/** 写说明: the text of a workbook; the workbook itself is not written to. */
export const write = (
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: NarrativeOptions = {},
): Text => narrativeTextOf(materialOf(openBook(snapshot, catalogue, options), options.slots));
