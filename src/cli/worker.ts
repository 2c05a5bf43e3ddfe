// A process of gouji check: gets the settings of the run, then takes files one at a time and gives back
// what came of each. It ends when the one that started it has gone.
import type { Catalogue } from '../catalogue/index.ts';
import { catalogueOf, perform, type Task, type TaskSettings } from './task.ts';

let run: { readonly settings: TaskSettings; readonly catalogue: Promise<Catalogue> } | undefined;

process.on('message', (message: TaskSettings | Task) => {
  if (!run) {
    const settings = message as TaskSettings;
    run = { settings, catalogue: catalogueOf(settings) };
    return;
  }
  const { settings, catalogue } = run;
  void catalogue
    .then((own) => perform(message as Task, own, settings))
    .then((done) => process.send?.(done));
});
process.on('disconnect', () => process.exit());
