// 规程: the catalogue as a whole, handed to review() by the rim.

import type { Forms } from '../forms/form.ts';
import type { Identity } from '../identities/identity.ts';
import type { Remark } from '../identities/remarks.ts';
import { BETWEEN } from './identities/between.ts';
import { WITHIN } from './identities/within.ts';
import { PROFILES, type Profile } from './profile.ts';
import { type Region, regionIn, regionNamed } from './regions.ts';
import { REMARKS } from './remarks.ts';
import { FORMS } from './tables/forms.ts';

/** 规程: everything declared. */
export interface Catalogue {
  readonly forms: Forms;
  readonly identities: readonly Identity[];
  readonly remarks: readonly Remark[];
  readonly profiles: readonly Profile[];
  readonly regionIn: (text: string) => Region | undefined;
  readonly regionNamed: (text: string) => Region | undefined;
}

export const CATALOGUE: Catalogue = {
  forms: FORMS,
  identities: [...WITHIN, ...BETWEEN],
  remarks: REMARKS,
  profiles: PROFILES,
  regionIn,
  regionNamed,
};
