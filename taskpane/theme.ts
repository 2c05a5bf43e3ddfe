// Fluent's own themes with faces that every Chinese office machine has.
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

const FACES =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

export const themeFor = (dark: boolean): Theme => ({
  ...(dark ? webDarkTheme : webLightTheme),
  fontFamilyBase: FACES,
  fontFamilyNumeric: FACES,
});

/** Whether a colour the host reports is dark: then its panes are too. */
export function isDark(color: string | undefined): boolean | undefined {
  const hex = /^#?([0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  if (!hex) return undefined;
  const [r, g, b] = [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return r! * 0.299 + g! * 0.587 + b! * 0.114 < 128;
}
