/** Sizes in bytes, formatted for a language: 1.4 MB. */
import type { InterfaceLanguage } from './messages.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** In steps of a thousand, with three significant digits. */
export function byteSize(bytes: number, language: InterfaceLanguage): string {
  // A number that would be rounded to 1000 is shown in the next unit.
  const step = UNITS.findIndex((_, index) => bytes < 999.5 * 1000 ** index);
  const power = step === -1 ? UNITS.length - 1 : step;
  return (bytes / 1000 ** power).toLocaleString(language, {
    style: 'unit',
    unit: UNITS[power] as string,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: power === 0 ? 21 : 3,
  });
}
