/** Links to terms: within the page if it describes them, else to their pages. */
import { html, raw } from 'hono/html';
import { LruMap } from '../../lru-map.ts';
import { compactIri, pickLanguage, type TextInLanguage } from '../../rdf/index.ts';
import type { Shape } from '../../description/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo, isWebAddress, ownHref } from '../parts/links.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderIri, renderTerm } from '../parts/values.ts';
import type { Phrase, PhrasePart } from './shapes/phrase.ts';

export interface TermLinks {
  readonly context: PageContext;
  /** By IRI, the `id` of each term on the page. */
  readonly anchors: ReadonlyMap<string, string>;
  /** IRIs with statements in the data. */
  readonly isKnown: (iri: string) => boolean;
  /** Whether a term is defined here. */
  readonly isOwn: (iri: string) => boolean;
}

/** An address inside the page. */
export const fragmentOf = (id: string): string => `#${encodeURIComponent(id)}`;

/** The page about a term, also of another vocabulary. */
export const pageAbout = (iri: string, { site }: PageContext): string =>
  hrefTo(`doc?iri=${encodeURIComponent(iri)}`, site);

export function termHref(
  iri: string,
  { context, anchors, isKnown }: TermLinks,
): string | undefined {
  const anchor = anchors.get(iri);
  if (anchor !== undefined) return fragmentOf(anchor);
  const own = ownHref(iri, context.site);
  if (own !== undefined) return own;
  if (isKnown(iri)) return pageAbout(iri, context);
  return isWebAddress(iri) ? iri : undefined;
}

export function renderTermLink(iri: string, links: TermLinks): Html {
  const { text, language } = nameOf(iri, links.context);
  const href = termHref(iri, links);
  const lang = languageTag(language);
  // Short, since a page has very many of these links.
  const attribute =
    lang === languageTag(links.context.interfaceLanguage) ? '' : raw(` lang="${escapeTag(lang)}"`);
  return href === undefined
    ? html`<span${attribute}>${text}</span>`
    : html`<a href="${href}" ${attribute}>${text}</a>`;
}

/** Removes all characters that a language tag cannot contain, so that the attribute needs no escaping. */
const escapeTag = (tag: string): string => tag.replaceAll(/[^\w-]/g, '');

/** A list of links, with separators. */
export const renderTermLinks = (iris: readonly string[], links: TermLinks): Html =>
  html`${iris.map((iri, index) => html`${index > 0 ? ' · ' : ''}${renderTermLink(iri, links)}`)}`;

/** Compact IRIs that are cached, since pages repeat the same few hundred and finding a prefix means trying all. */
const MAX_WRITTEN = 5000;

/** "edu:Claim", or the IRI if no prefix matches. */
export function writtenName(iri: string, { site: { prefixes, memo } }: PageContext): string {
  const names = memo.derive('written-names', () => new LruMap<string, string>(MAX_WRITTEN));
  let name = names.get(iri);
  if (name === undefined) {
    name = compactIri(iri, prefixes) ?? iri;
    names.set(iri, name);
  }
  return name;
}

export function renderPhrase(phrase: Phrase, links: TermLinks): Html {
  return html`${phrase.map((part) => renderPart(part, links))}`;
}

function renderPart(part: PhrasePart, links: TermLinks): Html | string {
  if (typeof part === 'string') return part;
  if ('iri' in part) return renderTermLink(part.iri, links);
  if ('anchor' in part) return html`<a href="${fragmentOf(part.anchor)}">${part.text}</a>`;
  if ('code' in part) return html`<code>${part.code}</code>`;
  if ('alternatives' in part)
    return html`<ul class="alternatives">
      ${part.alternatives.map((alternative) => html`<li>${renderPhrase(alternative, links)}</li>`)}
    </ul>`;
  const { term } = part;
  if (term.termType !== 'NamedNode') return renderTerm(term, links.context);
  return links.anchors.has(term.value)
    ? renderTermLink(term.value, links)
    : renderIri(term.value, links.context);
}

export const shapeName = (
  shape: Shape,
  { preferredLanguages }: PageContext,
): TextInLanguage | undefined => pickLanguage(shape.labels, preferredLanguages);
