// A year and a place as somebody types them: what is wrong with them, said beside the field.
import type { Catalogue } from '../src/catalogue/index.ts';

/** Nothing is right too: then what the tables say counts. */
export function yearProblem(text: string): string {
  const year = text.trim();
  if (year === '' || /^20[0-4]\d$/.test(year)) return '';
  if (/^\d{4}$/.test(year)) return `没有 ${year} 年度的规程，请写决算的年度，例如 2024。`;
  const short = /^\d{2}$/.test(year);
  return short ? `请写四位年度，例如 20${year}。` : '请写四位年度，例如 2024。';
}

export function placeProblem(text: string, regionNamed: Catalogue['regionNamed']): string {
  if (text.trim() === '' || regionNamed(text.trim())) return '';
  return '不认识这个地区，请写省或市名，例如“武汉”。';
}
