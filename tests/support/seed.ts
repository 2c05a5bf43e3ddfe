// Property tests draw from one seed, so that a run can be repeated: GOUJI_SEED sets another, and
// GOUJI_SEED=random a new one each time. A failing one is printed and becomes a named case.
import fc from 'fast-check';

const wanted = process.env.GOUJI_SEED ?? '20261124';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
