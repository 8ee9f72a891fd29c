/** Functions on dates and times. https://www.w3.org/TR/sparql11-query/#func-date-time */
import { type DateTime, parseDateTime, parseDecimal, zoneDuration } from '../../../xsd/index.ts';
import { decimalValue, integerValue, stringValue, type Value, XSD } from '../../values/value.ts';
import { type Row, nullary, unary, described } from './sparql-function.ts';

/** A part of a date or time that has it. */
const part = (
  name: string,
  kinds: readonly Value['kind'][],
  read: (parsed: DateTime) => Value | undefined,
) =>
  unary(name, (value) =>
    'parsed' in value && kinds.includes(value.kind) ? read(value.parsed) : undefined,
  );

const DATED = ['dateTime', 'date'] as const;
const TIMED = ['dateTime', 'time'] as const;
const ANY = ['dateTime', 'date', 'time'] as const;

export const DATE_FUNCTIONS: readonly Row[] = [
  described(
    nullary('now', (_, { now }) => {
      const lexical = now.toISOString();
      const parsed = parseDateTime(lexical, 'dateTime') as DateTime;
      return { kind: 'dateTime', parsed, lexical, datatype: `${XSD}dateTime` };
    }),
    { takes: '', en: 'time of the query', zh: '查询的时间' },
  ),
  described(
    part('year', DATED, ({ year }) => integerValue(year)),
    { takes: 'time', en: 'year', zh: '年' },
  ),
  described(
    part('month', DATED, ({ month }) => integerValue(month)),
    { takes: 'time', en: 'month', zh: '月' },
  ),
  described(
    part('day', DATED, ({ day }) => integerValue(day)),
    { takes: 'time', en: 'day of the month', zh: '日' },
  ),
  described(
    part('hours', TIMED, ({ hours }) => integerValue(hours)),
    { takes: 'time', en: 'hour', zh: '时' },
  ),
  described(
    part('minutes', TIMED, ({ minutes }) => integerValue(minutes)),
    { takes: 'time', en: 'minute', zh: '分' },
  ),
  described(
    part('seconds', TIMED, ({ seconds }) => {
      const exact = parseDecimal(seconds);
      return exact && decimalValue(exact);
    }),
    { takes: 'time', en: 'seconds with fractions', zh: '秒（含小数）' },
  ),
  described(
    part('timezone', ANY, ({ zone }) => {
      const text = zoneDuration(zone);
      return text === undefined
        ? undefined
        : { kind: 'literal', text, datatype: `${XSD}dayTimeDuration` };
    }),
    { takes: 'time', en: 'time zone as a duration', zh: '时区（时长）' },
  ),
  described(
    part('tz', ANY, ({ zone }) => stringValue(zone)),
    { takes: 'time', en: 'time zone as a text', zh: '时区（文本）' },
  ),
];
