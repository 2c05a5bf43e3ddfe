// What keeps the built scripts loadable in older browsers: of a library only the half that is used, where the other
// half does not start there. Knows the libraries' files; knows nothing of the pane.
import { fileURLToPath } from 'node:url';

/** hucre writes .ods with look-behinds at the top of a module; only its reader is used. */
export const olderBrowsers = [
  {
    find: /^hucre\/ods$/,
    replacement: fileURLToPath(
      new URL('../node_modules/hucre/dist/ods/reader.mjs', import.meta.url),
    ),
  },
];
