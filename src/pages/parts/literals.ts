/** Literals for readers: dates and booleans in their language, long texts folded. */
import { html } from 'hono/html';
import { compactIri, type Literal, xsd } from '../../rdf/index.ts';
import { languageTag } from './language-names.ts';
import { dayText } from './day.ts';
import type { Html } from './html.ts';
import { fill } from './messages.ts';
import type { PageContext } from './site.ts';

/** Characters of a text that are shown unfolded. */
const SHOWN = 1500;
/** Characters of one text on a page; the downloads contain all of it. */
const HELD = 20_000;

export function renderLiteral(literal: Literal, context: PageContext): Html {
  const { value, language, datatype } = literal;
  if (language)
    return html`<span lang="${languageTag(language)}" dir="auto">${text(value, context)}</span>
      ${isReadersLanguage(language, context) ? '' : html`<small class="tag">${languageTag(language)}</small>`}`;
  if (datatype.equals(xsd('string'))) return html`<span dir="auto">${text(value, context)}</span>`;
  const type = compactIri(datatype.value, context.site.prefixes) ?? datatype.value;
  const day = dayOf(literal, context);
  if (day !== undefined)
    return html`<time datetime="${value.replace(/^--/, '')}" title="${value}">${day}</time>`;
  if (datatype.equals(xsd('boolean')) && (value === 'true' || value === 'false'))
    return html`<span title="${value}"
      >${value === 'true' ? context.messages.yes : context.messages.no}</span
    >`;
  return html`<span title="${type}">${text(value, context)}</span>`;
}

const isReadersLanguage = (language: string, { interfaceLanguage }: PageContext): boolean =>
  language.split('-')[0] === interfaceLanguage.split('-')[0];

function text(value: string, context: PageContext): Html | string {
  if (value.length <= SHOWN) return value;
  const { messages } = context;
  const held = value.slice(0, HELD);
  return html`${value.slice(0, SHOWN)}…
    <details>
      <summary>
        ${value.length > HELD ? fill(messages.textOf, value.length, context) : messages.showAll}
      </summary>
      ${held}${value.length > HELD ? '…' : ''}
    </details>`;
}

/** xsd:date, and xsd:gMonthDay, a day without a year. https://www.w3.org/TR/xmlschema-2/#gMonthDay */
const DATE = /^(?:(\d{4})|-)-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
/** Has a 29th of February. */
const LEAP_YEAR = '2000';

/** "20 September 2022"; undefined for text that is not a date of the calendar, which is shown unchanged. */
function dayOf({ value, datatype }: Literal, { interfaceLanguage }: PageContext) {
  const hasYear = datatype.equals(xsd('date'));
  if (!hasYear && !datatype.equals(xsd('gMonthDay'))) return undefined;
  const [found, year, month, day] = DATE.exec(value) ?? [];
  if (found === undefined || hasYear !== (year !== undefined)) return undefined;
  const date = new Date(Date.UTC(Number(year ?? LEAP_YEAR), Number(month) - 1, Number(day)));
  if (date.getUTCFullYear() < 1000 || date.getUTCMonth() + 1 !== Number(month)) return undefined;
  const text = dayText(`${year ?? LEAP_YEAR}-${month}-${day}`, interfaceLanguage);
  if (hasYear) return text;
  return interfaceLanguage === 'en'
    ? text.replace(` ${LEAP_YEAR}`, '')
    : text.replace(`${LEAP_YEAR}年`, '');
}
