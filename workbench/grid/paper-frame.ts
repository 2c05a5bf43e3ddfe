// A PDF has no cells to put into a grid: the page without an add-in, which shows a file's pages beside the same pane,
// covers grid and pane, and gets the file as if it were dropped onto it.

const PAGE = '../page/index.html';
const TITLE = '原页和勾稽窗格';
/** The workbench has a head of its own, with the way to open another file. */
const WITHIN = '.bar h1, .bar .primary, .bar .quiet { display: none; }';

/** Waits until the page in the frame has drawn itself. */
async function drawn({ contentDocument }: HTMLIFrameElement): Promise<Element> {
  for (;;) {
    const page = contentDocument?.querySelector('.page');
    if (page) return page;
    await new Promise((next) => setTimeout(next, 30));
  }
}

/** 原页 over what stands in this element; `hide` takes it away again. */
export function paperOver(body: HTMLElement): {
  show: (file: File) => Promise<void>;
  hide: () => void;
} {
  const below = [...body.children] as HTMLElement[];
  let frame: HTMLIFrameElement | undefined;
  const hide = (): void => {
    frame?.remove();
    frame = undefined;
    for (const part of below) part.inert = false;
  };
  const show = async (file: File): Promise<void> => {
    hide();
    const own = document.createElement('iframe');
    own.id = 'paper';
    own.title = TITLE;
    own.src = PAGE;
    frame = own;
    for (const part of below) part.inert = true;
    const loaded = new Promise((done) => own.addEventListener('load', done, { once: true }));
    body.append(own);
    await loaded;
    const page = await drawn(own);
    const style = own.contentDocument!.createElement('style');
    style.textContent = WITHIN;
    own.contentDocument!.head.append(style);
    const dropped = new DataTransfer();
    dropped.items.add(file);
    page.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: dropped }));
  };
  return { show, hide };
}
