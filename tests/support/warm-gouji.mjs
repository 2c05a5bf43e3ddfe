// The built command line, loaded once and run again and again: a call a line on one pipe, its answer a line on the
// other. Every call has its own working folder; what it writes is collected. Ends with its caller.
import { openSync, readSync, writeSync } from 'node:fs';

const [built, asked, answered] = process.argv.slice(2);
const from = openSync(asked, 'r');
const to = openSync(answered, 'w');
const { main } = await import(built);

/** What the call writes, on either stream, as it comes. */
function collected() {
  const said = { out: '', errors: '' };
  for (const [name, stream] of [
    ['out', process.stdout],
    ['errors', process.stderr],
  ])
    stream.write = (text, encoding, done) => {
      said[name] += String(text);
      const told = typeof encoding === 'function' ? encoding : done;
      if (told) setImmediate(told);
      return true;
    };
  return said;
}

async function run({ folder, args }) {
  process.chdir(folder);
  process.exitCode = undefined;
  const said = collected();
  try {
    const status = await main(args);
    return { status: process.exitCode ?? status, ...said };
  } catch (error) {
    return { status: 1, out: said.out, errors: `${said.errors}${error?.stack ?? error}\n` };
  }
}

const piece = Buffer.alloc(65_536);
let rest = '';
for (;;) {
  const length = readSync(from, piece);
  if (length === 0) process.exit(0);
  rest += piece.toString('utf8', 0, length);
  while (rest.includes('\n')) {
    const at = rest.indexOf('\n');
    const call = JSON.parse(Buffer.from(rest.slice(0, at), 'base64').toString('utf8'));
    rest = rest.slice(at + 1);
    const answer = Buffer.from(JSON.stringify(await run(call))).toString('base64');
    writeSync(to, `${answer}\n`);
  }
}
