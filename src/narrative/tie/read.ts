// A text read clause by clause: what each number is, and of what. Knows how a subject is carried from clause
// to clause; binds only where the words leave no doubt. Compares nothing.
import type { NumberToken } from '../text/numbers.ts';
import type { Place } from '../text/outline.ts';
import type { PlainText } from '../text/plain.ts';
import type { Dictionary } from './dictionary.ts';
import { type Base, baseIn, isGlue, type Reading, readLead, reasonAt, yearSaid } from './lead.ts';
import { type ClassName, type Vocabulary, vocabularyOf } from './lexicon.ts';
import type { Mention, PartList, Subject } from './mention.ts';
import type { Holdings } from './worth.ts';

/** 读文稿所需. */
export interface ReadingTask {
  readonly plain: PlainText;
  readonly tokens: readonly NumberToken[];
  readonly places: readonly Place[];
  readonly dictionary: Dictionary;
  readonly classes: readonly ClassName[];
  readonly holdings: Holdings;
  readonly year: number | undefined;
  readonly department: string | undefined;
}

/** 读出的文稿. */
export interface ReadText {
  readonly mentions: readonly Mention[];
  readonly lists: readonly PartList[];
}

const QUOTES = /["']/g;
const ASIDE = /（[^（）]*(?:用于|包括|原因|主要|含|不|其中)[^（）]*）/g;
const LISTED = /其中|以下方面|以下几个?方面|如下方面/;
const COMPOSITION = /以下方面|以下几个?方面|如下方面/;
const ENUMERATED = /^(?:[一二三四五六七八九]是|第[一二三四五]|新增|增加|减少)/;
const SEPARATOR = /^(?:[、和及与，]|以及)*$/;

interface Carried {
  subject: Subject | undefined;
  section: string | undefined;
  base: Base | undefined;
  reason: boolean;
  sentence: number;
  list: PartList | undefined;
  /** 分别为: subjects still to be told, with the reading they share. */
  queue: { subjects: Subject[]; reading: Reading; base: Base | undefined } | undefined;
  lastAmount: number | undefined;
  /** The year its sentence speaks of. */
  year: number | undefined;
  /** A list announced at the end of a paragraph. */
  pending: PartList | undefined;
}

class TextReader {
  readonly mentions: Mention[] = [];
  readonly lists: PartList[] = [];
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly #anywhere: boolean;
  readonly #everything: Vocabulary;
  readonly #department: string;
  #carried: Carried;
  #nameless = 0;

  constructor(readonly task: ReadingTask) {
    this.#anywhere = task.places.every((p) => p.section === undefined);
    const all: Place = { section: undefined, accounts: false, heading: 0, level: -1 };
    this.#everything = vocabularyOf(all, true, task.dictionary, task.classes, task.holdings);
    this.#department = (task.department ?? '').replace(/[\s"“”]/g, '');
    this.#carried = this.#fresh(undefined, 0);
  }

  #fresh(section: string | undefined, sentence: number): Carried {
    return {
      subject: undefined,
      section,
      base: undefined,
      reason: false,
      sentence,
      list: undefined,
      queue: undefined,
      lastAmount: undefined,
      year: undefined,
      pending: undefined,
    };
  }

  read(): ReadText {
    const { plain, tokens, places } = this.task;
    let next = 0;
    plain.paragraphs.forEach((paragraph, i) => {
      const own: { token: NumberToken; index: number }[] = [];
      while (tokens[next] && tokens[next]!.paragraph === i) {
        own.push({ token: tokens[next]!, index: next });
        next += 1;
      }
      const place = places[i]!;
      if (place.section !== this.#carried.section || place.section === undefined)
        this.#carried = this.#fresh(place.section, this.#carried.sentence);
      this.#newSentence();
      if (!paragraph.row) this.#paragraph(i, place, own);
    });
    return { mentions: this.mentions, lists: this.lists };
  }

  #newSentence(): void {
    const { subject, section, sentence, lastAmount, pending } = this.#carried;
    const fresh = this.#fresh(section, sentence + 1);
    this.#carried = { ...fresh, subject, lastAmount, pending, list: pending };
  }

  #vocabulary(place: Place): Vocabulary {
    const key = `${place.section ?? ''}|${place.accounts}`;
    let known = this.#vocabularies.get(key);
    if (!known) {
      const { dictionary, classes, holdings } = this.task;
      known = vocabularyOf(place, this.#anywhere, dictionary, classes, holdings);
      this.#vocabularies.set(key, known);
    }
    return known;
  }

  #paragraph(i: number, place: Place, own: readonly { token: NumberToken; index: number }[]): void {
    const { start, text } = this.task.plain.paragraphs[i]!;
    const vocabulary = this.#vocabulary(place);
    let from = 0;
    this.#itemHeading(text, vocabulary);
    for (const [n, { token, index }] of own.entries()) {
      const words = text.slice(from, token.start - start);
      from = token.end - start;
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
    const heading = /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、])+([^，；]*?)[。：]/.exec(text);
    const whole = /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、])+([^，；。：\d]*)$/.exec(text);
    const words = (heading ?? whole)?.[1]?.replace(QUOTES, '');
    if (words === undefined || words.length > 70 || /\d/.test(words)) return;
    const named = vocabulary.find(words);
    this.#carried.subject = named ? subjectOf(named.indicators) : undefined;
  }

  #number(
    token: NumberToken,
    index: number,
    given: string,
    place: Place,
    vocabulary: Vocabulary,
    rest: readonly NumberToken[],
  ): void {
    let words = given.replace(QUOTES, '').replace(ASIDE, '');
    const stop = Math.max(...['。', '！', '？'].map((c) => words.lastIndexOf(c)));
    if (stop >= 0) {
      this.#newSentence();
      words = words.slice(stop + 1);
    }
    const told = this.#outsideReason(words, vocabulary);
    if (told === undefined) return;
    const resumed = told !== words;
    this.#openList(told, token);
    if (this.#queued(token, index, told, place)) return;
    const unsigned = this.#lacksPercent(token, told);
    const read = readLead(told, token.unit === '%' || unsigned, this.task.year);
    this.#carried.year = yearSaid(told) ?? this.#carried.year;
    const reading = read && this.#ofItsYear(read);
    if (!reading) {
      this.#carried.subject = undefined;
      return;
    }
    const base = baseIn(told, this.task.year) ?? this.#carried.base;
    this.#carried.base = base;
    if (this.#apiece(token, index, told, reading, base, place, vocabulary, rest)) return;
    const subject = this.#subject(reading, told, vocabulary);
    // After a reason only plain amounts are taken up again: changes told there belong to the reason.
    if (resumed && (reading.role === 'change' || reading.role === 'growth')) {
      this.#carried.subject = undefined;
      return;
    }
    this.#mention(token, index, subject, reading, base, place, unsigned);
  }

  /** What is said of last year is 上年数; of any other year it is none of ours. */
  #ofItsYear(reading: Reading): Reading | undefined {
    const { year: said } = this.#carried;
    const { year } = this.task;
    if (said === undefined || year === undefined || said === year) return reading;
    if (said === year - 1 && reading.role === 'amount') return { ...reading, role: 'last' };
    return said === year - 1 && reading.role === 'last' ? reading : undefined;
  }

  /** 占76.23，: a share or a rate of growth without its sign. */
  #lacksPercent(token: NumberToken, words: string): boolean {
    if (token.unit !== '' || !/[，。；）]/.test(this.task.plain.text[token.end] ?? ''))
      return false;
    const role = readLead(words, true, this.task.year)?.role;
    if (role === 'share' || role === 'completion') return true;
    const before = this.mentions.at(-1);
    return (
      role === 'growth' && before?.role === 'change' && before.token.paragraph === token.paragraph
    );
  }

  /** The words that are not part of a reason; undefined when the number stands within one. */
  #outsideReason(words: string, vocabulary: Vocabulary): string | undefined {
    const at = reasonAt(words);
    if (at < 0 && !this.#carried.reason) return words;
    const within = at < 0 ? words : words.slice(at);
    const clause = within.slice(within.lastIndexOf('；') + 1).replace(/^其中[，：]?/, '');
    this.#carried.reason = true;
    if (!within.includes('；') || ENUMERATED.test(clause)) return undefined;
    const named = vocabulary.find(clause.replace(/(?:19|20)\d\d年度?/, ''));
    if (!named || named.start > 3) return undefined;
    this.#carried.reason = false;
    return clause;
  }

  #openList(words: string, token: NumberToken): void {
    if (LISTED.test(words)) this.#addList(words, token.start);
  }

  /** A list announced at the end of a paragraph goes on in the next ones. */
  #addList(words: string, at: number): void {
    const list: PartList = {
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
    reading: Reading,
    base: Base | undefined,
    place: Place,
    unsigned = false,
  ): void {
    const { role, sign, budget, whole } = reading;
    const wholes = role === 'share' ? this.#wholes(whole ?? '', subject) : undefined;
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
      ...(list && { list: list.id }),
    });
    this.#carried.subject = subject;
    if (role === 'amount' && !list) this.#carried.lastAmount = this.mentions.length - 1;
  }

  /** What a share is of: named, or what the part is declared to be a part of. */
  #wholes(words: string, { indicators }: Subject): string[] {
    const own = indicators.flatMap((i) => (i.of ? [i.of] : []));
    if (isGlue(words)) return own;
    const named = this.#everything.find(words);
    if (!named || !isGlue(words.slice(named.end))) return [];
    const keys = named.indicators.map((i) => i.key);
    const declared = keys.filter((k) => own.includes(k));
    if (declared.length > 0) return declared;
    const [only, ...others] = new Set(keys.filter((k) => !k.startsWith('泛称')));
    return only && others.length === 0 ? [only] : [];
  }

  #subject({ rest, role }: Reading, words: string, vocabulary: Vocabulary): Subject {
    // The end of a name may look like filling: 收、支总计, 合同金额.
    const own = role === 'amount' ? words : rest;
    const named = vocabulary.find(own);
    if (!named) {
      const { subject } = this.#carried;
      return subject && isGlue(rest) ? subject : this.#unnamed();
    }
    const clear = isGlue(own.slice(named.end)) && this.#ownScope(own.slice(0, named.start));
    return clear ? subjectOf(named.indicators) : this.#unnamed();
  }

  #unnamed(): Subject {
    this.#nameless += 1;
    return { key: `#${this.#nameless}`, indicators: [] };
  }

  /** Whose figure it is: a subordinate unit before the name makes it another one. */
  #ownScope(before: string): boolean {
    const clause = before
      .slice(
        Math.max(...['，', '。', '；', '：', '、', '）'].map((c) => before.lastIndexOf(c))) + 1,
      )
      .replace(/(?:19|20)\d\d年度?/g, '')
      .replace(
        /^(?:其中|我|本|该|全|各)?(?:部门|单位|局|委|办|院|校|中心|厅|年|市|区|县|省)?(?:（[^）]*）)?/,
        '',
      )
      .replace(/^(?:本年度?|当年|全年|决算|实际|开支|发生|用于|安排|共|其中|截至年末|年末|的)+/, '')
      .replace(/(?:的|共|共有|有|开支财政拨款的|实现|取得|完成|发生|本级|财政拨款)+$/, '');
    if (clause === '' || isGlue(clause) || /^[\d.①-⑳]+$/.test(clause)) return true;
    return isPartOf(clause, this.#department);
  }

  /** 基本支出和项目支出分别为…: as many names as numbers, in the same order. */
  #apiece(
    token: NumberToken,
    index: number,
    words: string,
    reading: Reading,
    base: Base | undefined,
    place: Place,
    vocabulary: Vocabulary,
    rest: readonly NumberToken[],
  ): boolean {
    const at = words.lastIndexOf('分别');
    if (at < 0) return false;
    const { text } = this.task.plain;
    let count = 1;
    while (rest[count] && SEPARATOR.test(text.slice(rest[count - 1]!.end, rest[count]!.start)))
      count += 1;
    const clause = words.slice(words.slice(0, at).search(/[^，。；：]*$/), at);
    const subjects = clause
      .replace(/^(?:其中)?(?:19|20)?(?:\d\d年度?)?/, '')
      .split(/[、和及与]/)
      .map((name) => vocabulary.find(name))
      .flatMap((named) => (named ? [subjectOf(named.indicators)] : []));
    const [first, ...others] = subjects;
    if (!first || subjects.length !== count) {
      this.#carried.subject = undefined;
      return true;
    }
    this.#mention(token, index, first, reading, base, place);
    this.#carried.queue = { subjects: others, reading, base };
    return true;
  }

  #queued(token: NumberToken, index: number, words: string, place: Place): boolean {
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

function subjectOf(indicators: Subject['indicators']): Subject {
  return { key: indicators[0]!.key, indicators };
}

/** A short form of the department's name: its characters in their order. */
function isPartOf(words: string, name: string): boolean {
  let at = 0;
  for (const char of words) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return words.length > 1;
}

/** 读文稿: the numbers of a text with their meaning, in reading order. */
export const readText = (task: ReadingTask): ReadText => new TextReader(task).read();
