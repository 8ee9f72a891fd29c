/** The axis of a timeline: its first and last day, and the positions of its ticks. */
import type { InterfaceLanguage } from '../../parts/messages.ts';
import {
  calendarDay,
  dayNumber,
  dayText,
  type Moment,
  monthText,
  type Precision,
  withYear,
  yearText,
} from './calendar.ts';
import { textWidth } from '../text-width.ts';

export interface TimeAxis {
  readonly width: number;
  readonly x: (day: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly x: number;
  /** Undefined if it would overlap the label before. */
  readonly label: string | undefined;
}

/** Minimum length of an axis in days, by the precision of its dates. */
const LEAST: Readonly<Record<Precision, number>> = { time: 3, day: 21, month: 370, year: 1830 };
/** Units between the first day and the edge. */
const EDGE = 8;
/** Minimum distance of ticks, in units. */
const ROOM: Readonly<Record<InterfaceLanguage, number>> = { en: 62, 'zh-hans': 70 };
const GAP = 8;

interface AxisOf {
  readonly width: number;
  readonly isOpen: { readonly start: boolean; readonly end: boolean };
  readonly language: InterfaceLanguage;
}

/** An axis that contains all moments. @param moments at least one. */
export function timeAxis(
  moments: readonly Moment[],
  { width, isOpen, language }: AxisOf,
): TimeAxis {
  let from = Infinity;
  let to = -Infinity;
  let least = Infinity;
  for (const moment of moments) {
    from = Math.min(from, moment.from);
    to = Math.max(to, moment.to);
    least = Math.min(least, LEAST[moment.precision]);
  }
  const missing = Math.max(0, least - (to - from)) / 2;
  from -= missing;
  to += missing;
  // Room for spans that are open.
  const beyond = (to - from) * 0.12;
  if (isOpen.start) from -= beyond;
  if (isOpen.end) to += beyond;
  const x = (day: number) => EDGE + ((day - from) / (to - from)) * (width - 2 * EDGE);
  const most = Math.max(2, Math.floor(width / ROOM[language]));
  return { width, x, ticks: spread(ticksBetween({ from, to, most, language }), { x, width }) };
}

interface Between {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly language: InterfaceLanguage;
}

interface DayTick {
  readonly day: number;
  readonly label: string;
}

/** The finest calendar step that leaves space for the labels. */
function ticksBetween(between: Between): DayTick[] {
  const days = between.to - between.from;
  for (const step of [1, 2, 7, 14]) if (days / step <= between.most) return dayTicks(between, step);
  for (const step of [1, 3, 6])
    if (days / (step * 30) <= between.most) return monthTicks(between, step);
  for (let power = 1; ; power *= 10)
    for (const step of [power, 2 * power, 5 * power])
      if (days / (step * 365) <= between.most) return yearTicks(between, step);
}

function dayTicks({ from, to, language }: Between, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  // Weeks begin on Mondays, of which day 4 was one.
  for (let day = Math.ceil((from - 4) / step) * step + 4; day <= to; day += step) {
    const date = calendarDay(day);
    const text = dayText(date, language);
    const isFirst = ticks.length === 0 || (date.month === 1 && date.day <= step);
    ticks.push({ day, label: isFirst ? withYear(text, date.year, language) : text });
  }
  return ticks;
}

function monthTicks({ from, to, language }: Between, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  const first = calendarDay(from);
  for (let month = Math.floor((first.month - 1) / step) * step; ; month += step) {
    const date = { year: first.year + Math.floor(month / 12), month: (month % 12) + 1 };
    const day = dayNumber(date.year, date.month, 1);
    if (day > to) return ticks;
    if (day < from) continue;
    const text = monthText(date, language);
    const isFirst = ticks.length === 0 || date.month === 1;
    ticks.push({ day, label: isFirst ? withYear(text, date.year, language) : text });
  }
}

function yearTicks({ from, to, language }: Between, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  const first = Math.ceil(calendarDay(from).year / step) * step;
  for (let year = first; ; year += step) {
    // Year 0 is 1 BCE, so 100 BCE is year -99: round years BCE are one later.
    const shown = year < 0 && step > 1 ? year + 1 : year === 0 && step > 1 ? 1 : year;
    const day = dayNumber(shown, 1, 1);
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, label: yearText(shown, language) });
  }
}

/** The positions of the ticks, each with its label if it overlaps neither the label before nor the edge. */
function spread(
  ticks: readonly DayTick[],
  { x, width }: Pick<TimeAxis, 'x' | 'width'>,
): readonly Tick[] {
  let taken = 0;
  return ticks.map(({ day, label }) => {
    const at = x(day);
    const half = textWidth(label) / 2;
    if (at - half < taken || at + half > width) return { x: at, label: undefined };
    taken = at + half + GAP;
    return { x: at, label };
  });
}
