/** Dates formatted for a language, with the exact date in the attribute for programs. */
import { html } from 'hono/html';
import type { Html } from './html.ts';
import type { InterfaceLanguage } from './messages.ts';

/** English dates are written day first. */
const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', 'zh-hans': 'zh-Hans' };

/** "2026", "2026-11" or "2026-11-24", with the precision of the date; other texts are returned unchanged. */
export function dayText(date: string, language: InterfaceLanguage): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date) ?? [];
  const time = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (year === undefined || Number.isNaN(time.getTime())) return date;
  return time.toLocaleDateString(LOCALES[language], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  });
}

export const renderDay = (date: string, language: InterfaceLanguage): Html =>
  html`<time datetime="${date}">${dayText(date, language)}</time>`;
