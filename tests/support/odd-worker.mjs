// A process that does with a task what the file's name says: ends, hangs, or answers.
let settings;
let done = 0;
process.on('message', (message) => {
  if (!settings) {
    settings = message;
    return;
  }
  const { path } = message.found;
  if (path.includes('abort')) process.abort();
  if (path.includes('hang')) for (;;);
  // Dies of what it has read before, not of this file.
  if (path.includes('tired') && done > 0) process.exit(134);
  done += 1;
  process.send({ text: path, status: 0, row: { file: path } });
});
process.on('disconnect', () => process.exit());
