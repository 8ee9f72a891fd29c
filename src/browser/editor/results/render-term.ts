/** Renders a term in a table: an IRI by its label, a literal with its language. */
import { element } from '../element.ts';
import type { Labels } from './labels.ts';
import type { PageData } from '../page-data.ts';
import { compactIri, shortIri } from '../short-iri.ts';
import type { Term } from './term.ts';

/** Maximum length of a text in the table. Longer texts are truncated; the downloads are not. */
const MAX_TEXT = 2000;

export function renderTerm(term: Term, page: PageData, labels: Labels): Node {
  switch (term.kind) {
    case 'iri':
      return renderIri(term.value, page, labels);
    case 'blank':
    case 'triple':
      return element('code', {}, [cut(term.value)]);
    case 'literal': {
      if (term.language !== '')
        return element('span', {}, [
          element('span', { lang: languageTag(term.language), dir: 'auto' }, [cut(term.value)]),
          ' ',
          element('small', { class: 'tag' }, [languageTag(term.language)]),
        ]);
      const type =
        term.datatype === ''
          ? undefined
          : (compactIri(term.datatype, page.prefixes) ?? term.datatype);
      return element('span', { dir: 'auto', title: type }, [cut(term.value)]);
    }
  }
}

/** The label links to the page of the resource or to the IRI; the short IRI is below it. */
function renderIri(iri: string, page: PageData, labels: Labels): Node {
  const short = shortIri(iri, page);
  const entry = labels.of(iri);
  const name = entry?.label ?? short;
  const tag =
    name === short ? undefined : element('small', { class: 'short', title: iri }, [short]);
  const isOwn = iri.startsWith(page.base);
  const href = isOwn ? (entry?.href ?? docAddress(iri, page)) : iri;
  // Other schemes, such as "javascript:", are not linked.
  const isLink = isOwn || /^https?:\/\//i.test(iri);
  const attributes = { title: iri, lang: entry?.label === undefined ? undefined : entry.lang };
  const head = isLink
    ? element('a', { ...attributes, href, ...(!isOwn && { class: 'out', rel: 'external' }) }, [
        cut(name),
      ])
    : element('span', attributes, [cut(name)]);
  const mark =
    entry && entry.kind !== 'none'
      ? [element('span', { class: `dot kind-${entry.kind}`, 'aria-hidden': 'true' })]
      : [];
  return element('span', { class: 'term' }, [...mark, head, ...(tag ? [tag] : [])]);
}

const docAddress = (iri: string, { root, lang }: PageData): string =>
  `${root}doc?iri=${encodeURIComponent(iri)}${lang === null ? '' : `&lang=${encodeURIComponent(lang)}`}`;

/** In the case that BCP 47 recommends: "zh-Hans". */
const languageTag = (language: string): string =>
  language.replace(
    /-([a-z])([a-z]{3})(?=-|$)/,
    (_, first: string, rest: string) => `-${first.toUpperCase()}${rest}`,
  );

const cut = (text: string): string =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
