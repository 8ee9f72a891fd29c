/** The head of a resource page: classes, names, identifiers, and a description. */
import { html } from 'hono/html';
import type { Description, PropertyStatements } from '../../description/index.ts';
import {
  dct,
  foaf,
  owl,
  languageMatches,
  pickLanguage,
  rdf,
  rdfs,
  schema,
  skos,
  type TextInLanguage,
} from '../../rdf/index.ts';
import { kindMark } from '../parts/kind-mark.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress } from '../parts/links.ts';
import { nameInRegister } from './known-sites.ts';
import { nameOf, offeredLanguages, type PageContext } from '../parts/site.ts';
import { renderTermName, shortenUrl } from '../parts/values.ts';

const ALIASES = [skos('altLabel').value, dct('alternative').value, schema('alternateName').value];
const SAME_AS = [
  skos('exactMatch').value,
  owl('sameAs').value,
  schema('sameAs').value,
  skos('closeMatch').value,
];
/** Properties whose values are web pages of the resource. */
const WEB_PAGES = [schema('url').value, foaf('homepage').value, foaf('page').value];
const LEADS = [
  schema('description').value,
  skos('definition').value,
  dct('description').value,
  rdfs('comment').value,
];
const ALWAYS_IN_THE_HEAD = [
  rdf('type').value,
  rdfs('label').value,
  skos('prefLabel').value,
  schema('name').value,
];

export interface ResourceHead {
  readonly markup: Html;
  /** Properties whose values are all in the head. */
  readonly predicates: ReadonlySet<string>;
}

export function renderResourceHead(description: Description, context: PageContext): ResourceHead {
  const { iri, labels, types } = description;
  const name = nameOf(iri, context);
  const lead = findLead(description, context);
  const aliases = aliasesOf(description, context);
  const others = [...labels].filter(([language, text]) => language !== '' && text !== name.text);
  const { messages } = context;
  const markup = html`${
      types.length === 0
        ? ''
        : html`<p class="kinds">
            ${kindMark(context.kinds.get(iri) ?? 'none')}
            ${typesByName(types, context).map(
              (type, index) => html`${index > 0 ? ' · ' : ''}${renderTermName(type, context)}`,
            )}
          </p>`
    }
    <h1>
      <span lang="${languageTag(name.language)}" dir="auto">${name.text}</span>
      ${others.map(
        ([language, text]) =>
          html`<span
            class="other ${isLong(text) ? 'long' : ''}"
            lang="${languageTag(language)}"
            dir="auto"
            >${text}</span
          > `,
      )}
    </h1>
    ${
      aliases.length === 0
        ? ''
        : html`<p class="aliases">
            ${messages.alsoCalled}
            ${aliases.map(
              ({ text, language }, index) =>
                html`${index > 0 ? ' · ' : ''}<span lang="${languageTag(language)}" dir="auto"
                    >${text}</span
                  >`,
            )}
          </p>`
    }
    ${lead ? html`<p class="lead" lang="${languageTag(lead.language)}" dir="auto">${lead.text}</p>` : ''}
    ${renderIdentifiers(description, context)}`;
  return {
    markup,
    predicates: new Set([
      ...ALWAYS_IN_THE_HEAD,
      ...ALIASES,
      ...SAME_AS,
      ...(lead && !lead.hidesOthers ? [lead.predicate] : []),
    ]),
  };
}

/** Classes of two vocabularies may have the same name, which is shown once. */
const typesByName = (types: readonly string[], context: PageContext): string[] => {
  const names = types.map((type) => nameOf(type, context).text);
  return types.filter((_, index) => names.indexOf(names[index] ?? '') === index);
};

/** Short names are beside the first one, longer ones below it. Chinese characters are twice as wide. */
const isLong = (text: string) => text.length > (/\p{Script=Han}/u.test(text) ? 12 : 24);

const statementsOf = ({ properties }: Description, predicate: string) =>
  properties.find((property: PropertyStatements) => property.predicate === predicate)?.statements ??
  [];

/** The distinct other names, those in the reader's language first. */
function aliasesOf(
  description: Description,
  { preferredLanguages }: PageContext,
): TextInLanguage[] {
  const found = new Map<string, TextInLanguage>();
  const shown = new Set(description.labels.values());
  for (const predicate of ALIASES)
    for (const { value } of statementsOf(description, predicate))
      if (value.termType === 'Literal' && !shown.has(value.value))
        found.set(value.value, { text: value.value, language: value.language });
  const rank = ({ language }: TextInLanguage) =>
    preferredLanguages.findIndex((range) => language.startsWith(range)) >>> 0;
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b));
}

function renderIdentifiers(description: Description, { site, messages }: PageContext): Html | '' {
  const iris = new Set(
    [...WEB_PAGES, ...SAME_AS]
      .flatMap((predicate) => statementsOf(description, predicate))
      .filter(({ value }) => value.termType === 'NamedNode' && isWebAddress(value.value))
      .map(({ value }) => value.value),
  );
  if (iris.size === 0) return '';
  return html`<ul class="identifiers" aria-label="${messages.elsewhere}">
    ${[...iris].map(
      (iri) =>
        html`<li>
          <a class="chip out" href="${iri}" rel="external"
            >${nameInRegister(iri) ?? shortenUrl(iri, site)}</a
          >
        </li>`,
    )}
  </ul>`;
}

/** Maximum length of a lead, in characters; longer texts are among the statements. */
const LONGEST_LEAD = 1200;

/** The description of the resource, and its property. */
function findLead(description: Description, { preferredLanguages, site }: PageContext) {
  const offered = offeredLanguages(site);
  for (const predicate of LEADS) {
    const statements = statementsOf(description, predicate);
    const literals = statements
      .map(({ value }) => value)
      .filter((value) => value.termType === 'Literal');
    const text = pickLanguage(
      new Map(literals.map(({ language, value }) => [language, value])),
      preferredLanguages,
    );
    // With several texts in one language, none is the lead, since it would hide the others.
    const isOnePerLanguage =
      new Set(literals.map(({ language }) => language)).size === statements.length;
    if (!text || !isOnePerLanguage || text.text.length > LONGEST_LEAD) continue;
    // A reader finds the others by the switch of languages, but only those that it offers.
    const hidesOthers = literals.some(
      ({ language }) =>
        language !== text.language && !offered.some((one) => languageMatches(language, one)),
    );
    return { ...text, predicate, hidesOthers };
  }
  return undefined;
}
