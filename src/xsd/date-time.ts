/** xsd:dateTime, xsd:date and xsd:time. https://www.w3.org/TR/xmlschema11-2/#dateTime */

export type DateTimeKind = 'dateTime' | 'date' | 'time';

export interface DateTime {
  readonly kind: DateTimeKind;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  /** The lexical form, because the fraction can have any length. */
  readonly seconds: string;
  /** "", "Z" or "+08:00". */
  readonly zone: string;
  /** Milliseconds since 1970-01-01T00:00Z; a value without a time zone is read as UTC. */
  readonly instantMs: number;
}

const DATE = String.raw`(-?(?:[1-9]\d{3,}|0\d{3}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`([01]\d|2[0-4]):([0-5]\d):([0-5]\d(?:\.\d+)?)`;
const ZONE = String.raw`(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?`;
const FORMS: Readonly<Record<DateTimeKind, RegExp>> = {
  dateTime: new RegExp(`^${DATE}T${TIME}${ZONE}$`),
  date: new RegExp(`^${DATE}${ZONE}$`),
  time: new RegExp(`^${TIME}${ZONE}$`),
};

/** Undefined for a text that is not a lexical form of the datatype. */
export function parseDateTime(text: string, kind: DateTimeKind): DateTime | undefined {
  const match = FORMS[kind].exec(text);
  if (!match) return undefined;
  const parts = match.slice(1);
  const [year, month, day] = (kind === 'time' ? ['1972', '12', '31'] : parts.splice(0, 3)).map(
    Number,
  ) as [number, number, number];
  const [hours, minutes, seconds] = kind === 'date' ? ['0', '0', '0'] : parts.splice(0, 3);
  const zone = parts[0] ?? '';
  if (day > daysIn(year, month)) return undefined;
  // 24 hours are valid in 24:00:00 only, the end of the day.
  if (hours === '24' && (Number(minutes) !== 0 || Number(seconds) !== 0)) return undefined;
  const minutesOfDay = Number(hours) * 60 + Number(minutes) - zoneMinutes(zone);
  const instantMs =
    daysSince1970(year, month, day) * 86_400_000 + minutesOfDay * 60_000 + Number(seconds) * 1000;
  const isEndOfDay = hours === '24';
  return {
    kind,
    ...(isEndOfDay && kind === 'dateTime' ? dayAfter(year, month, day) : { year, month, day }),
    hours: isEndOfDay ? 0 : Number(hours),
    minutes: Number(minutes),
    seconds: seconds as string,
    zone,
    instantMs,
  };
}

/** https://www.w3.org/TR/xmlschema11-2/#vp-dateTime-lexical-mapping-mapping */
function dayAfter(year: number, month: number, day: number) {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** Days in the proleptic Gregorian calendar, also outside the range of `Date`. Years start in March here. */
function daysSince1970(year: number, month: number, day: number): number {
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const dayOfYear = Math.floor((153 * months + 2) / 5) + day - 1;
  return years * 365 + leapDays + dayOfYear - 719_468;
}

/** The offset from UTC in minutes, positive to the east. */
export function zoneMinutes(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The zone as an xsd:dayTimeDuration; undefined without a time zone. https://www.w3.org/TR/sparql11-query/#func-timezone */
export function zoneDuration(zone: string): string | undefined {
  if (zone === '') return undefined;
  const minutes = zoneMinutes(zone);
  const size = Math.abs(minutes);
  if (size === 0) return 'PT0S';
  const hours = size >= 60 ? `${Math.floor(size / 60)}H` : '';
  const rest = size % 60 > 0 ? `${size % 60}M` : '';
  return `${minutes < 0 ? '-' : ''}PT${hours}${rest}`;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
