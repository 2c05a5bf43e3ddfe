// A worker of gouji check: takes files one at a time and gives back what came of each.
import { parentPort, workerData } from 'node:worker_threads';
import { catalogueOf, perform, type Settings, type Task } from './task.ts';

const settings = workerData as Settings;
const catalogue = catalogueOf(settings);

parentPort?.on('message', (task: Task) => {
  void perform(task, catalogue, settings).then((done) => parentPort?.postMessage(done));
});
