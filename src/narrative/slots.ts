// 用户文字 kept in the workbook: what was typed in place of a gap, by its key. Knows our JSON's one key;
// knows no host.

/** 填空: words and figures by the key of their gap. */
export type Slots = Readonly<Record<string, string>>;

/** Slots in the JSON that travels in a workbook; what cannot be read counts as nothing. */
export function slotsIn(json: string | undefined): Slots {
  if (!json) return {};
  try {
    const { slots } = JSON.parse(json) as { slots?: unknown };
    if (typeof slots !== 'object' || slots === null) return {};
    const entries = Object.entries(slots as Record<string, unknown>);
    return Object.fromEntries(
      entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])),
    );
  } catch {
    return {};
  }
}

/** One gap filled, or emptied again. */
export function withSlot(slots: Slots, key: string, text: string): Slots {
  const { [key]: _, ...others } = slots;
  return text.trim() === '' ? others : { ...others, [key]: text.trim() };
}
