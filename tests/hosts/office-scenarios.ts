// What office.js does over the emulated Excel, run alike in Node and in Chromium. No test framework
// in here: this file is also bundled for a page.
import { cells } from './scenarios/cells.ts';
import { errors } from './scenarios/errors.ts';
import { events } from './scenarios/events.ts';
import { formats } from './scenarios/formats.ts';
import { functions } from './scenarios/functions.ts';
import { host } from './scenarios/host.ts';
import type { Scenario } from './scenarios/scene.ts';

export { scene } from './scenarios/scene.ts';
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...cells,
  ...errors,
  ...formats,
  ...events,
  ...functions,
  ...host,
};
