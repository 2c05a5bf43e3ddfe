// Puts text on the clipboard, also where the host's browser refuses the modern way.

/** Older hosts refuse `navigator.clipboard` inside a pane; a selected box still copies. */
function copyFromBox(text: string): void {
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.append(box);
  const before = document.activeElement as HTMLElement | null;
  box.select();
  document.execCommand('copy');
  box.remove();
  before?.focus();
}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyFromBox(text);
  }
}

/** With its headings, for Word and for editors on the web; plain where the host takes no more. */
export async function copyHtml(html: string, text: string): Promise<void> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
  } catch {
    await copyText(text);
  }
}
