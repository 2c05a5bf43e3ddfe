// 地方: everything that one place declares, in one file a place. Data; each entry cites where it is from.
import type { Declaration } from '../../assertions/declaration.ts';
import type { Edition } from '../../forms/edition.ts';
import type { EvaluationEdition } from '../../forms/evaluation/write.ts';
import type { Outline } from '../../narrative/outline.ts';
import type { Sentence } from '../../narrative/sentence.ts';
import type { Preset } from '../../scoring/rule.ts';
import type { Profile } from '../profile.ts';

/** 地方规程: what a place declares beside the nation's; whatever it does not say is the nation's. */
export interface Place {
  /** Tables that it publishes, and their order. */
  readonly profiles?: readonly Profile[];
  /** How its tables are printed. */
  readonly editions?: readonly Edition[];
  /** 说明体例: sections, decimals, budgets. */
  readonly outlines?: readonly Outline[];
  /** 说明句式. */
  readonly sentences?: readonly Sentence[];
  /** How its 自评表 are printed. */
  readonly evaluationEditions?: readonly EvaluationEdition[];
  /** 计分预设. */
  readonly presets?: readonly Preset[];
}

/** A place, each of its declarations confined to it. `region` is 省, or 省/市. */
export function place(region: string, own: Place): Place {
  const confined = <T extends Declaration>(all: readonly T[] | undefined): readonly T[] =>
    (all ?? []).map((declaration) => ({ ...declaration, region }));
  return {
    profiles: confined(own.profiles),
    editions: confined(own.editions),
    outlines: confined(own.outlines),
    sentences: confined(own.sentences),
    evaluationEditions: confined(own.evaluationEditions),
    presets: confined(own.presets),
  };
}
