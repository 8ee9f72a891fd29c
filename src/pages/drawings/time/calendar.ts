/**
 * Dates of RDF as intervals of days: a year is all of its days, so that no date becomes more precise than stated.
 * Proleptic Gregorian calendar, in which year 0 is 1 BCE.
 */
import type { InterfaceLanguage } from '../../parts/messages.ts';

export type Precision = 'year' | 'month' | 'day' | 'time';

export interface Moment {
  readonly precision: Precision;
  /** Days since 1 January 1970. */
  readonly from: number;
  /** The first day after it; the same as `from` for a point in time. */
  readonly to: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** "14:30" */
  readonly clock?: string;
}

const LEXICAL =
  /^(?<year>-?\d{4,13})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.\d+)?)?)?)?(?<zone>Z|[+-]\d\d:\d\d)?$/;

/** An xsd:gYear, gYearMonth, date or dateTime; undefined for other texts. */
export function readMoment(lexical: string): Moment | undefined {
  const parts = LEXICAL.exec(lexical.trim())?.groups;
  if (!parts) return undefined;
  const year = Number(parts['year']);
  const month = Number(parts['month'] ?? 1);
  const day = Number(parts['day'] ?? 1);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const from = dayNumber(year, month, day);
  const known = { year, month, day, from };
  if (parts['month'] === undefined)
    return { ...known, precision: 'year', to: dayNumber(year + 1, 1, 1) };
  if (parts['day'] === undefined)
    return { ...known, precision: 'month', to: from + daysIn(year, month) };
  if (parts['hour'] === undefined) return { ...known, precision: 'day', to: from + 1 };
  const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second']].map(Number);
  if (hour === undefined || hour > 24 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  const time =
    from + (hour * 60 + Number(minute) - offset(parts['zone'])) / 1440 + Number(second) / 86_400;
  const clock = `${parts['hour']}:${parts['minute']}`;
  return { ...known, precision: 'time', from: time, to: time, clock };
}

/** Minutes ahead of UTC. */
function offset(zone = 'Z'): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Years begin in March here, so that the leap day is their last one. Eras are of 400 years. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function calendarDay(dayOf1970: number): CalendarDay {
  const shifted = Math.floor(dayOf1970) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2015", "44 BCE"; "2015年", "公元前44年" */
export function yearText(year: number, language: InterfaceLanguage): string {
  const count = year > 0 ? year : 1 - year;
  const digits = count < 10_000 ? String(count) : count.toLocaleString(language);
  if (language === 'en') return year > 0 ? digits : `${digits} BCE`;
  return year > 0 ? `${digits}年` : `公元前${digits}年`;
}

export function monthText(
  { month }: Pick<CalendarDay, 'month'>,
  language: InterfaceLanguage,
): string {
  return language === 'en' ? (MONTHS[month - 1] ?? '') : `${month}月`;
}

export function dayText(date: CalendarDay, language: InterfaceLanguage): string {
  const month = monthText(date, language);
  return language === 'en' ? `${date.day} ${month}` : `${month}${date.day}日`;
}

/** A day or a month and its year. */
export const withYear = (text: string, year: number, language: InterfaceLanguage): string =>
  language === 'en' ? `${text} ${yearText(year, language)}` : yearText(year, language) + text;

/** The moment with its precision. */
export function momentText(moment: Moment, language: InterfaceLanguage): string {
  const { precision, year, clock = '' } = moment;
  switch (precision) {
    case 'year':
      return yearText(year, language);
    case 'month':
      return withYear(monthText(moment, language), year, language);
    case 'day':
      return withYear(dayText(moment, language), year, language);
    case 'time':
      return `${withYear(dayText(moment, language), year, language)} ${clock}`;
  }
}
