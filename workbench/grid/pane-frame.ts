// The task pane: a frame whose window gets the emulated native object before its first script runs.
// The frame must have its src before it enters the document: only then is its first window kept for
// the page, with everything defined on it.

/** Opens the pane; returns the way to its window and the way to open it anew. */
export function openPane(
  parent: HTMLElement,
  src: string,
  external: () => object,
  onKey: (event: KeyboardEvent) => void,
): { readonly window: () => Window; readonly reopen: () => void } {
  let frame: HTMLIFrameElement;
  const open = (): void => {
    const own = document.createElement('iframe');
    const native = external();
    own.title = '任务窗格';
    own.src = src;
    parent.replaceChildren(own);
    frame = own;
    const inside = own.contentWindow as Window & { external: unknown };
    Object.defineProperty(inside, 'external', {
      configurable: true,
      writable: true,
      value: native,
    });
    own.addEventListener(
      'load',
      () => {
        inside.addEventListener('keydown', onKey);
        // A reload inside the pane would make a window without the host: a fresh frame instead.
        inside.addEventListener('pagehide', () => {
          setTimeout(() => {
            if (frame === own && parent.isConnected) open();
          }, 0);
        });
      },
      { once: true },
    );
  };
  open();
  return { window: () => frame.contentWindow!, reopen: open };
}
