// 附表样: extra tables of some places. Data shapes only.
import type { Lines } from './lines.ts';

/** 附表样: an extra table by the title its profile gives it: in the shape of a form, or line by line. */
export type ExtraForm = { readonly title: string } & ({ readonly form: string } | Lines);
