// 规程: the catalogue as a whole, handed to review() by the rim.

import type { Edition } from '../forms/edition.ts';
import type { EvaluationEdition } from '../forms/evaluation/write.ts';
import type { Forms } from '../forms/form.ts';
import type { ExtraForm } from '../forms/write/extra.ts';
import type { Identity } from '../identities/identity.ts';
import type { MovementLimit } from '../identities/movements.ts';
import type { SubjectPair } from '../identities/pairs.ts';
import type { RemarkHead } from '../identities/remarks.ts';
import type { ExtraTable } from '../identities/roster.ts';
import type { SubjectLists } from '../identities/subjects.ts';
import type { Element } from '../narrative/elements.ts';
import type { EvaluationText } from '../narrative/evaluation.ts';
import type { Dictionary } from '../narrative/names/dictionary.ts';
import type { NarrativeRules } from '../narrative/outline.ts';
import type { Scoring } from '../scoring/rule.ts';
import { ELEMENTS } from './elements.ts';
import { EXTRAS } from './extras.ts';
import { AGGREGATE_RULES } from './identities/aggregate.ts';
import { BETWEEN } from './identities/between.ts';
import { WITHIN } from './identities/within.ts';
import { MOVEMENT, YEARS } from './identities/years.ts';
import { CHARTS } from './narrative/charts.ts';
import { CHECKS } from './narrative/checks.ts';
import {
  DICTIONARY_SECTIONS,
  ECONOMIC_ITEMS,
  INDICATORS,
  ITEMS,
  PARTITIONS,
  PRINTED,
} from './narrative/dictionary.ts';
import { EVALUATION_TEXT } from './narrative/evaluation.ts';
import { FIGURE_NAMES } from './narrative/figures.ts';
import { OUTLINES } from './narrative/outlines.ts';
import { RESIDUES } from './narrative/residues.ts';
import { SENTENCES } from './narrative/sentences.ts';
import { SUBJECT_MEANINGS, TERMS } from './narrative/terms.ts';
import { ofPlaces } from './places/index.ts';
import { PROFILES, type Profile } from './profile.ts';
import { type Division, regionIn, regionNamed } from './regions.ts';
import { REMARKS } from './remarks.ts';
import { SCORING } from './scoring/index.ts';
import { EDITIONS } from './tables/editions.ts';
import { EVALUATION_EDITIONS } from './tables/evaluation-editions.ts';
import { EXTRA_FORMS } from './tables/extra-forms.ts';
import { FORMS } from './tables/forms.ts';
import { EVERYWHERE, FUNCTIONS, NAME_ENDINGS } from './tables/functions.ts';
import { LEFTOVERS } from './tables/leftovers.ts';
import { PAIRS } from './tables/pairs.ts';
import { CLASSES, ECONOMIC } from './tables/subjects.ts';
import { CAREFUL_WORDS } from './words/careful.ts';
import { CLAUSE_WORDS } from './words/clauses.ts';
import { CUE_WORDS } from './words/cues.ts';

/** 规程: everything declared. */
export interface Catalogue {
  readonly forms: Forms;
  /** How the forms are printed, by year and place. */
  readonly editions: readonly Edition[];
  readonly evaluationEditions: readonly EvaluationEdition[];
  /** How extra tables of places are printed blank. */
  readonly extraForms: readonly ExtraForm[];
  readonly identities: readonly Identity[];
  readonly remarks: readonly RemarkHead[];
  /** 科目目录: codes whose names we are sure of. */
  readonly subjects: SubjectLists;
  /** 成对科目. */
  readonly pairs: readonly SubjectPair[];
  /** 样表的话. */
  readonly leftovers: readonly string[];
  readonly profiles: readonly Profile[];
  readonly extras: readonly ExtraTable[];
  /** 公开要素: what a disclosure must give. */
  readonly elements: readonly Element[];
  readonly movement: MovementLimit;
  readonly scoring: Scoring;
  readonly narrative: NarrativeRules;
  readonly evaluationText: EvaluationText;
  /** The words that any place's text is read by. */
  readonly dictionary: Dictionary;
  readonly regionIn: (text: string) => Division | undefined;
  readonly regionNamed: (text: string) => Division | undefined;
}

export const CATALOGUE: Catalogue = {
  forms: FORMS,
  editions: [...EDITIONS, ...ofPlaces('editions')],
  evaluationEditions: [...EVALUATION_EDITIONS, ...ofPlaces('evaluationEditions')],
  extraForms: EXTRA_FORMS,
  identities: [...WITHIN, ...BETWEEN, ...AGGREGATE_RULES, ...YEARS],
  remarks: REMARKS,
  subjects: {
    classes: CLASSES,
    functions: FUNCTIONS,
    everywhere: EVERYWHERE,
    economic: ECONOMIC,
    endings: NAME_ENDINGS,
  },
  pairs: PAIRS,
  leftovers: LEFTOVERS,
  profiles: [...PROFILES, ...ofPlaces('profiles')],
  extras: EXTRAS,
  elements: ELEMENTS,
  movement: MOVEMENT,
  scoring: SCORING,
  evaluationText: EVALUATION_TEXT,
  narrative: {
    sentences: [...SENTENCES, ...ofPlaces('sentences')],
    outlines: [...OUTLINES, ...ofPlaces('outlines')],
    quantities: FIGURE_NAMES,
    terms: TERMS,
    meanings: SUBJECT_MEANINGS,
    charts: CHARTS,
  },
  dictionary: {
    checks: CHECKS,
    sections: DICTIONARY_SECTIONS,
    indicators: INDICATORS,
    items: ITEMS,
    economic: ECONOMIC_ITEMS,
    partitions: PARTITIONS,
    residues: RESIDUES,
    words: CLAUSE_WORDS,
    cues: CUE_WORDS,
    careful: CAREFUL_WORDS,
    printed: PRINTED,
  },
  regionIn,
  regionNamed,
};
