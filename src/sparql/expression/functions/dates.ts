/** Functions on dates and times. https://www.w3.org/TR/sparql11-query/#func-date-time */
import { type DateTime, parseDateTime, parseDecimal, zoneDuration } from '../../../xsd/index.ts';
import { decimalValue, integerValue, stringValue, type Value, XSD } from '../../values/value.ts';
import { type Row, nullary, unary } from './sparql-function.ts';

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
  nullary('now', (_, { now }) => {
    const lexical = now.toISOString();
    const parsed = parseDateTime(lexical, 'dateTime') as DateTime;
    return { kind: 'dateTime', parsed, lexical, datatype: `${XSD}dateTime` };
  }),
  part('year', DATED, ({ year }) => integerValue(year)),
  part('month', DATED, ({ month }) => integerValue(month)),
  part('day', DATED, ({ day }) => integerValue(day)),
  part('hours', TIMED, ({ hours }) => integerValue(hours)),
  part('minutes', TIMED, ({ minutes }) => integerValue(minutes)),
  part('seconds', TIMED, ({ seconds }) => {
    const exact = parseDecimal(seconds);
    return exact && decimalValue(exact);
  }),
  part('timezone', ANY, ({ zone }) => {
    const text = zoneDuration(zone);
    return text === undefined
      ? undefined
      : { kind: 'literal', text, datatype: `${XSD}dayTimeDuration` };
  }),
  part('tz', ANY, ({ zone }) => stringValue(zone)),
];
