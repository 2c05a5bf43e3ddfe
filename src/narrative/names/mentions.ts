// A text read clause by clause: what each number is, and of what. Knows how a subject is carried from clause
// to clause; binds only where the words leave no doubt. Compares nothing.
import type { NumberToken } from '../text/numbers.ts';
import type { OutlinePlace } from '../text/outline.ts';
import { bracketed, type Carried, fresh, nextSentence } from './carried.ts';
import { isApart } from './counts.ts';
import { announcedRate, type Base, baseIn, type LeadReading, readLead, yearSaid } from './lead.ts';
import { lastNamed } from './list-whole.ts';
import { Meaning, type Meant } from './meant.ts';
import { COMPOSITION, LISTING, type Mention, type NamedParts, type Subject } from './mention.ts';
import { apiece, BOTH, isNumbered, itemHeading, outsideReason, SEPARATOR } from './passages.ts';
import type { ReadingTask, ReadMentions } from './reading-task.ts';
import { lacksPercent, ofItsYear } from './reserve.ts';
import { partNamed, subjectBy, wholesOf } from './subject.ts';
import { vocabularyFor } from './vocabularies.ts';
import { codeIn, type Vocabulary } from './vocabulary.ts';

const POINTS = /百分点$/;
const QUOTES = /["']/g;
const ASIDE = /（[^（）]*(?:用于|包括|原因|主要|含|不|其中)[^（）]*）/g;

class TextReader {
  readonly mentions: Mention[] = [];
  readonly lists: NamedParts[] = [];
  readonly #anywhere: boolean;
  readonly #meaning: Meaning;
  #carried: Carried;

  constructor(readonly task: ReadingTask) {
    this.#anywhere = task.places.every((p) => p.section === undefined);
    this.#meaning = new Meaning(task);
    this.#carried = fresh(undefined, 0);
  }

  read(): ReadMentions {
    const { plain, tokens, places } = this.task;
    let next = 0;
    let numbered = false;
    plain.paragraphs.forEach((paragraph, i) => {
      const own: { token: NumberToken; index: number }[] = [];
      while (tokens[next] && tokens[next]!.paragraph === i) {
        own.push({ token: tokens[next]!, index: next });
        next += 1;
      }
      const place = places[i]!;
      if (place.section !== this.#carried.section || place.section === undefined)
        this.#carried = fresh(place.section, this.#carried.sentence);
      this.#carried = nextSentence(this.#carried);
      const marked = isNumbered(paragraph.text);
      this.#carried.loose = numbered && !marked;
      if (!paragraph.row) this.#paragraph(i, place, own);
      numbered = marked && own.length > 0;
    });
    return { mentions: this.mentions, lists: this.lists };
  }

  #paragraph(
    i: number,
    place: OutlinePlace,
    own: readonly { token: NumberToken; index: number }[],
  ): void {
    const { start, text } = this.task.plain.paragraphs[i]!;
    const vocabulary = vocabularyFor(this.task, place, this.#anywhere);
    let from = 0;
    this.#itemHeading(text, vocabulary);
    for (const [n, { token, index }] of own.entries()) {
      const words = text.slice(from, token.start - start);
      from = token.end - start;
      this.#carried = bracketed(this.#carried, words);
      const rest = own.slice(n).map((o) => o.token);
      this.#number(token, index, words, place, vocabulary, rest);
      if (this.#carried.list) this.#carried.list.end = token.end;
    }
    const tail = text.slice(from);
    const { list } = this.#carried;
    if (list && /^[^。]*等/.test(tail)) list.open = true;
    const end = start + text.length;
    if (COMPOSITION.test(tail) && /[：，]$/.test(tail)) this.#addList(tail, end);
    else if (!tail.endsWith('；')) this.#carried.pending = undefined;
  }

  /** 2.社会保障和就业支出（类）。 names what the sentences after it speak of. */
  #itemHeading(text: string, vocabulary: Vocabulary): void {
    const words = itemHeading(text.replace(QUOTES, ''));
    if (words === undefined) return;
    const named = vocabulary.find(words, this.#carried.under);
    this.#spokenOf(named && this.#meaning.distinct(subjectBy(named.indicators)));
  }

  #number(
    token: NumberToken,
    index: number,
    given: string,
    place: OutlinePlace,
    vocabulary: Vocabulary,
    rest: readonly NumberToken[],
  ): void {
    let words = given.replace(QUOTES, '').replace(ASIDE, '');
    const stop = Math.max(...['。', '！', '？'].map((c) => words.lastIndexOf(c)));
    if (stop >= 0) {
      this.#carried = nextSentence(this.#carried);
      words = words.slice(stop + 1);
    }
    const told = this.#outsideReason(words, vocabulary);
    if (told === undefined || isApart(token, place, this.task) || POINTS.test(token.unit)) return;
    const resumed = told !== words;
    if (LISTING.test(told)) this.#addList(told, token.start);
    if (this.#queued(token, index, told, place)) return;
    const { announced } = this.#carried;
    const before = this.#carried.subject;
    this.#carried.announced = undefined;
    if (announced && told === '的' && token.unit === '%') {
      const of = announced.subject ?? this.#meaning.unnamed();
      this.#mention(token, index, of, announced.reading, this.#carried.base, place);
      return;
    }
    const unsigned = lacksPercent(token, told, this.mentions.at(-1), this.task);
    const read = readLead(told, token.unit === '%' || unsigned, this.task.year);
    this.#carried.year = yearSaid(told) ?? this.#carried.year;
    const reading = read && ofItsYear(read, this.#carried.year, this.task.year);
    if (!reading) {
      this.#carried.subject = undefined;
      return;
    }
    const goesOn = /^其中/.test(told) ? this.#carried.lastBase : undefined;
    const base = reading.base ?? baseIn(told, this.task.year) ?? this.#carried.base ?? goesOn;
    this.#carried.base = base;
    if (this.#apiece(token, index, told, reading, base, place, vocabulary, rest)) return;
    const rate = token.unit === '%' ? undefined : announcedRate(told);
    const names = rate?.role === 'share' ? this.#meaning.everything : vocabulary;
    const { subject, named } = this.#meant(reading, rate?.whole ?? told, names, token);
    // After a reason only plain amounts are taken up again: changes told there belong to the reason.
    if (resumed && (reading.role === 'change' || reading.role === 'growth')) {
      this.#carried.subject = undefined;
      return;
    }
    this.#mention(token, index, subject, reading, base, place, unsigned, named);
    // The rate is of what was spoken of before the amount: of 支出, not of 本年支出合计.
    const part =
      rate?.role === 'share'
        ? partNamed(told, this.#meaning.around(vocabulary, this.#carried))
        : undefined;
    if (rate) this.#carried.announced = { reading: rate, subject: part ?? before ?? subject };
  }

  /** Of what it is; a name that may as well be another's stays so for what follows. */
  #meant(reading: LeadReading, words: string, vocabulary: Vocabulary, token: NumberToken): Meant {
    const { mentions, lists } = this;
    const carried = this.#carried;
    const found = this.#meaning.of({
      reading,
      words,
      vocabulary,
      token,
      carried,
      mentions,
      lists,
    });
    if (found.loose) this.#carried.loose = true;
    return found;
  }

  /** The words that are not part of a reason; undefined when the number stands within one. */
  #outsideReason(words: string, vocabulary: Vocabulary): string | undefined {
    const { reason, under } = this.#carried;
    const told = outsideReason(words, reason, vocabulary, under);
    this.#carried.reason = told === undefined;
    return told;
  }

  /** A list announced at the end of a paragraph goes on in the next ones. */
  #addList(words: string, at: number): void {
    const list: NamedParts = {
      id: this.lists.length,
      whole: this.#carried.lastAmount,
      composition: COMPOSITION.test(words),
      open: false,
      start: at,
      end: at,
    };
    this.lists.push(list);
    this.#carried.list = list;
    this.#carried.pending = list;
  }

  #mention(
    token: NumberToken,
    index: number,
    subject: Subject,
    reading: LeadReading,
    base: Base | undefined,
    place: OutlinePlace,
    unsigned = false,
    named = false,
  ): void {
    const { role, sign, budget, whole } = reading;
    const wholes =
      role === 'share'
        ? wholesOf(
            whole ?? '',
            subject,
            this.#meaning.around(this.#meaning.everything, this.#carried),
          )
        : undefined;
    const { list, sentence } = this.#carried;
    this.mentions.push({
      index,
      token,
      subject,
      role,
      section: place.section,
      accounts: place.accounts || this.#anywhere,
      sentence,
      ...(base && { base }),
      ...(sign && { sign }),
      ...(budget && { budget }),
      ...(wholes && { wholes }),
      ...(unsigned && { unsigned }),
      ...(named ? { named } : this.#carried.loose && { loose: true }),
      ...(list && { list: list.id }),
    });
    if (named) this.#carried.loose = false;
    this.#spokenOf(subject);
    if (role === 'amount' && !list) this.#carried.lastAmount = this.mentions.length - 1;
  }

  #spokenOf(subject: Subject | undefined): void {
    this.#carried.subject = subject;
    const code = subject && codeIn(subject.key);
    if (code && code.length < 7) this.#carried.under = code;
  }

  /** 基本支出和项目支出分别为…: as many names as numbers, in the same order. */
  #apiece(
    token: NumberToken,
    index: number,
    words: string,
    reading: LeadReading,
    base: Base | undefined,
    place: OutlinePlace,
    vocabulary: Vocabulary,
    rest: readonly NumberToken[],
  ): boolean {
    if (!words.includes('分别')) return false;
    const { count, named } = apiece(words, rest, this.task.plain.text, vocabulary);
    const told = named.map((n) => subjectBy(n.indicators));
    const both = BOTH.test(words) ? lastNamed(this.mentions, count, this.#carried) : [];
    const subjects = told.length > 0 ? told : both.length > 0 ? both : this.#carried.apiece;
    const [first, ...others] = subjects;
    if (!first || subjects.length !== count) {
      this.#carried.subject = undefined;
      return true;
    }
    this.#mention(token, index, first, reading, base, place);
    this.#carried.queue = { subjects: others, reading, base };
    this.#carried.apiece = subjects;
    return true;
  }

  #queued(token: NumberToken, index: number, words: string, place: OutlinePlace): boolean {
    const { queue } = this.#carried;
    const next = queue?.subjects.shift();
    if (!queue || !next || !SEPARATOR.test(words)) {
      this.#carried.queue = undefined;
      return false;
    }
    this.#mention(token, index, next, queue.reading, queue.base, place);
    return true;
  }
}

/** 读文稿: the numbers of a text with their meaning, in reading order. */
export const readMentions = (task: ReadingTask): ReadMentions => new TextReader(task).read();
