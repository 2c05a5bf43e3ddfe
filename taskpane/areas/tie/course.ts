// How far a manuscript is on its way: it is opened, then checked. Types only.

/** 正在打开: which file, and how far it is read. */
export interface Opening {
  readonly name: string;
  readonly page: number;
}

/** 核到哪一步. */
export type Stage = 'tables' | 'text';

/** 核到哪里: under way, stopped by the user, or failed with a sentence. */
export type TieCourse =
  | { readonly kind: 'under-way'; readonly stage: Stage | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly words: string };
