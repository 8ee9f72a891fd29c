/** Timelines: dates as exact as they were said, whichever they are. */
import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  dayNumber,
  momentText,
  readMoment,
} from '../../src/pages/drawings/time/calendar.ts';
import { timeAxis } from '../../src/pages/drawings/time/time-axis.ts';
import { drawTimeline, type Span } from '../../src/pages/drawings/time/timeline.ts';
import { sampleContext } from '../support/drawing-samples.ts';
import { faultsIn, picturesIn } from '../support/drawn-texts.ts';

const MS = 86_400_000;
const span = (start?: string, end?: string, text = 'Name'): Span => ({
  label: { text, language: 'en' },
  start,
  end,
});
const drawn = (spans: readonly Span[], language: 'en' | 'zh' = 'en') =>
  String(drawTimeline(spans, sampleContext(language)) as string);

describe('days', () => {
  it.each([
    [1970, 1, 1],
    [2024, 2, 29],
    [2000, 12, 31],
    [1900, 3, 1],
    [0, 1, 1],
    [-44, 3, 15],
    [9999, 12, 31],
  ])('are counted as the machine counts them: %i-%i-%i', (year, month, day) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const number = dayNumber(year, month, day);
    expect(number).toBe(date.getTime() / MS);
    expect(calendarDay(number)).toEqual({ year, month, day });
  });
});

describe('a date', () => {
  it.each([
    ['2015', 365, 'year', '2015', '2015年'],
    ['2015-02', 28, 'month', 'Feb 2015', '2015年2月'],
    ['2015-09-25', 1, 'day', '25 Sep 2015', '2015年9月25日'],
    ['2015-09-25+08:00', 1, 'day', '25 Sep 2015', '2015年9月25日'],
    ['2015-09-25T10:30:00Z', 0, 'time', '25 Sep 2015 10:30', '2015年9月25日 10:30'],
    ['-0043', 365, 'year', '44 BCE', '公元前44年'],
    ['-13800000000', 366, 'year', '13,800,000,001 BCE', '公元前13,800,000,001年'],
  ])('%s lasts %i days and is exact to the %s', (lexical, days, precision, en, zh) => {
    const moment = readMoment(lexical);
    if (!moment) throw new Error('not read');
    expect(moment.to - moment.from).toBe(days);
    expect(moment.precision).toBe(precision);
    expect(momentText(moment, 'en')).toBe(en);
    expect(momentText(moment, 'zh-hans')).toBe(zh);
  });

  it('with a zone is the same moment elsewhere', () => {
    expect(readMoment('2024-01-01T00:30:00+08:00')?.from).toBeCloseTo(
      readMoment('2023-12-31T16:30:00Z')?.from ?? 0,
      6,
    );
  });

  it.each([
    '',
    'last spring',
    '2015-13',
    '2015-02-29',
    '15',
    '2015-09-25T25:00:00',
    '9'.repeat(40),
  ])('cannot be read from "%s"', (lexical) => {
    expect(readMoment(lexical)).toBeUndefined();
  });
});

describe('the axis', () => {
  it.each([
    ['days', ['2024-11-20', '2024-11-24'], 'Nov 2024'],
    ['months', ['2024-03-01', '2024-11-24'], 'Apr'],
    ['years', ['2015', '2030'], '2020'],
    ['centuries', ['-0500', '1900'], '1 BCE|500'],
    ['aeons', ['-13800000000', '2024'], 'BCE'],
  ])('counts in %s where that fits', (_, [from = '', to = ''], label) => {
    const moments = [from, to].map(readMoment).filter((moment) => moment !== undefined);
    const { ticks } = timeAxis(moments, {
      width: 640,
      language: 'en',
      isOpen: { start: false, end: false },
    });
    const labels = ticks.flatMap((tick) => tick.label ?? []);
    expect(labels.join(' ')).toMatch(new RegExp(label));
    expect(labels.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(12);
  });
});

describe('a timeline', () => {
  it('shows a date as a dot and a year as all of its days', () => {
    expect(drawn([span('2015-09-25', '2015-09-25')])).toContain('<circle');
    const year = drawn([span('2015', '2015')]);
    expect(year).not.toContain('<circle');
    expect(year).toContain('class="span"');
  });

  it('fades where no date is stated, and explains that', () => {
    expect(drawn([span('2015', '2030')])).not.toContain('fade-4');
    expect(drawn([span('2015')])).toContain('no date is stated');
    expect(drawn([span(undefined, '2015')])).toContain('until 2015');
  });

  it('hatches the year in which something begins, and explains that', () => {
    expect(drawn([span('2015', '2030')])).toContain('begins or ends at some time in this interval');
    expect(drawn([span('2015-01-01', '2030-01-01')])).not.toContain('hatch');
    expect(drawn([span('2022-08-19', '2022-08-20')])).not.toContain('hatch');
  });

  it.each([
    ['that cannot be read', span('2015-13-45', undefined, 'Odd'), '2015-13-45'],
    ['that end before they start', span('2020', '2010', 'Odd'), '2020 – 2010'],
    ['of which nothing is said', span(undefined, undefined, 'Odd'), '>Odd<'],
  ])('lists dates %s as they are', (_, odd, text) => {
    const page = drawn([span('2015', '2016'), odd]);
    expect(page).toContain(text);
    expect(page).not.toContain('<title>Odd');
  });

  it('is not drawn where no date can be read', () => {
    expect(drawn([span('soon')])).toBe('');
  });

  it.each(['en', 'zh'] as const)(
    'of 200 events is bounded, in order, without names over names in %s',
    (language) => {
      const spans = Array.from({ length: 200 }, (_, n) =>
        span(
          `${1900 + ((n * 37) % 120)}-03-0${(n % 9) + 1}`,
          undefined,
          `Event number ${n}, 第${n}号事件`,
        ),
      ).map((one, n) => (n % 2 ? one : { ...one, end: one.start }));
      const page = drawn(spans, language);
      expect(page).toContain(language === 'en' ? 'and 168 more' : '另有 168 项');
      expect(page.match(/<li>/g)?.length).toBeGreaterThanOrEqual(200);
      expect(picturesIn(page).flatMap(faultsIn)).toEqual([]);
    },
  );

  it.each([
    [
      'before our era',
      [span('-0500', '-0400', 'Then'), span('-0043-03-15', '-0043-03-15', 'Ides')],
    ],
    [
      'of aeons',
      [span('-13800000000', '2024', 'All'), span('2024-01-01', '2024-01-01', 'New Year')],
    ],
    [
      'at the very edge',
      [
        span('2024-01-01', '2024-01-01', 'A rather long name at the start'),
        span('2024-12-31', '2024-12-31', 'A rather long name at the end'),
      ],
    ],
  ])('%s has names that stay apart', (_, spans) => {
    const pictures = picturesIn(drawn(spans));
    expect(pictures).toHaveLength(2);
    expect(pictures.flatMap(faultsIn)).toEqual([]);
  });
});
