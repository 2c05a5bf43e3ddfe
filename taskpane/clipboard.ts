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
