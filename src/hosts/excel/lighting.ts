// 点亮: cells that a finding is made of, where they stand apart and this Excel selects one area at a time. A rule like
// those of the marks, under a tag of its own: found again as they are, and gone with the next step. Knows no finding.
import { eraseLights, mayBeOneItem, paint } from './marking.ts';

interface Lit {
  readonly sheet: string;
  readonly formats: readonly string[];
}

/** 光, and where it stands now. */
export class Light {
  #lit: Lit | undefined;
  /** Whether the workbook was looked through for what a pane that was closed had left lit. */
  #swept = false;

  /** Takes the light away, the first time any that is there; a rule that is gone already is none to be missed. */
  async off(context: Excel.RequestContext): Promise<void> {
    if (!this.#swept) {
      await eraseLights(context);
      this.#swept = true;
      return;
    }
    const { sheet, formats } = this.#lit ?? { sheet: '', formats: [] };
    if (formats.length === 0) return;
    const { conditionalFormats } = context.workbook.worksheets.getItem(sheet).getRange();
    for (const format of formats) conditionalFormats.getItem(format).delete();
    try {
      await context.sync();
    } catch (thrown) {
      if (!mayBeOneItem(thrown)) throw thrown;
    }
    this.#lit = undefined;
  }

  /** Lights cells of a sheet up; one that takes no mark takes no light either, and says nothing of it. */
  async on(
    context: Excel.RequestContext,
    sheet: Excel.Worksheet,
    addresses: readonly string[],
  ): Promise<void> {
    try {
      const formats = paint(sheet, 'light', addresses).map((f) => f.load('id'));
      sheet.load('id');
      await context.sync();
      this.#lit = { sheet: sheet.id, formats: formats.map((f) => f.id) };
    } catch (thrown) {
      if (!mayBeOneItem(thrown)) throw thrown;
    }
  }
}
