// A worker is started from its script beside the page. Knows pages and scripts; knows nothing of what is done in it.

/** The script of a page that is one file serves its workers as well, under this id. */
const OWN = 'gouji';
let own: string | undefined;

/** A page opened from disk has nothing beside it. */
function addressOf(script: string): URL | string | undefined {
  if (location.protocol !== 'file:') return new URL(script, document.baseURI);
  const code = document.getElementById(OWN)?.textContent;
  own ??= code ? URL.createObjectURL(new Blob([code], { type: 'text/javascript' })) : undefined;
  return own;
}

/** 另起一边: undefined where no worker can be had. */
export function startWorker(script: string): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    const address = addressOf(script);
    return address ? new Worker(address) : undefined;
  } catch {
    return undefined;
  }
}
