// What an eye would complain about on a page: pale text, text cut off or pushed out, nameless buttons.
import type { Page } from 'playwright-core';

interface Complaint {
  readonly what: string;
  readonly text: string;
}

/** Runs in the page: nothing of the outside may be named here. */
function look(): Complaint[] {
  type Colour = [number, number, number, number];
  const parse = (css: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const luminance = ([r, g, b]: Colour): number => {
    const [x, y, z] = [r, g, b].map((c) => {
      const v = c / 255;
      return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element: Element): Colour => {
    const layers: Colour[] = [];
    for (let e: Element | null = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const found: Complaint[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push({ what: '横向溢出', text: '' });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (
      !text ||
      !element ||
      element.closest(
        '[aria-hidden=true], [data-announce], :disabled, [aria-disabled=true], style, script',
      )
    )
      continue;
    const style = getComputedStyle(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || style.visibility === 'hidden') continue;
    if (box.right > width + 1 || box.left < -1) found.push({ what: '出界', text });
    // Whoever cannot point at it must be able to read it.
    if (
      style.textOverflow === 'ellipsis' &&
      element.scrollWidth > element.clientWidth &&
      !element.title
    )
      found.push({ what: '截去', text });
    const back = ground(element);
    const [a, b] = [luminance(over(parse(style.color), back)), luminance(back)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push({ what: `对比度 ${ratio.toFixed(2)}`, text });
  }
  for (const e of document.querySelectorAll('button, input, textarea, [role=tab]')) {
    const name =
      e.textContent?.trim() ||
      e.getAttribute('aria-label') ||
      e.getAttribute('title') ||
      (e as HTMLInputElement).labels?.[0]?.textContent;
    if (!name && getComputedStyle(e).display !== 'none')
      found.push({ what: '没有名称', text: e.outerHTML.slice(0, 120) });
  }
  // What opens over the pane ends in it, or scrolls by itself.
  for (const e of document.querySelectorAll('.fui-MenuPopover, .fui-PopoverSurface')) {
    if (e.getBoundingClientRect().bottom > window.innerHeight + 1)
      found.push({ what: '够不着', text: e.textContent ?? '' });
  }
  return found;
}

export async function complaints(page: Page): Promise<string[]> {
  const found = await page.evaluate(look);
  return found.map(({ what, text }) => `${what}: ${text.slice(0, 40)}`);
}

/** What is drawn by its background alone disappears in forced colours: whatever is pressed keeps an edge or words. */
export const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLInputElement>(
        'button, [role=button], [role=tab], input, textarea',
      ),
    ]
      .filter((e) => e.offsetWidth > 0 && getComputedStyle(e).visibility !== 'hidden')
      .filter((e) => {
        // A field's edge may be that of the box around it.
        const edge = [e, e.parentElement!].some((own) =>
          ['top', 'right', 'bottom', 'left'].some(
            (side) =>
              Number.parseFloat(getComputedStyle(own).getPropertyValue(`border-${side}-width`)) > 0,
          ),
        );
        const picture = e.querySelector('svg, canvas') !== null;
        return !edge && !picture && !e.textContent?.trim() && e.type !== 'checkbox';
      })
      .map((e) => e.outerHTML.slice(0, 120)),
  );
