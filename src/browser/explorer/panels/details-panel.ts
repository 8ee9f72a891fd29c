/** The panel about the selected node: what it is, what is said of it, and its links counted by predicate. */
import { button, dot, el, named } from '../state/dom.ts';
import { type LinkCount, type NodeDetails, PAGE_SIZE } from '../state/graph-api.ts';
import type { PageData, Say } from '../state/page-data.ts';
import { expansionOf, isExpanded, type Picture } from '../state/exploration-state.ts';

/** Literals that the panel shows; the page of the thing has all. */
const SHOWN_LITERALS = 8;

export interface DetailsActions {
  readonly expand: (link: LinkCount) => void;
  readonly unexpand: (link: LinkCount) => void;
  readonly collapse: () => void;
  readonly togglePin: () => void;
  readonly beginHere: () => void;
}

export interface DetailsView {
  readonly details: NodeDetails;
  readonly picture: Picture;
  readonly data: PageData;
  readonly say: Say;
}

export function renderDetails(view: DetailsView, actions: DetailsActions): Node[] {
  const { details, data, say, picture } = view;
  const { iri, kind, types, description, page } = details;
  const isPinned = Object.hasOwn(picture.pinned, iri);
  return [
    el(
      'p',
      { class: 'kinds' },
      dot(kind),
      ` ${data.kinds[kind] ?? kind}`,
      ...types.flatMap((type) => [' · ', named(type)]),
    ),
    el('h3', { class: 'explore-name' }, named(details)),
    ...(description ? [el('p', { lang: description.lang, dir: 'auto' }, description.text)] : []),
    el(
      'p',
      { class: 'explore-actions' },
      button(say(isPinned ? 'unpin' : 'pin'), actions.togglePin, {
        'aria-pressed': isPinned ? 'true' : 'false',
        id: 'explore-pin',
      }),
      button(say('collapse'), actions.collapse, {
        disabled: !isExpanded(picture, iri),
        id: 'explore-collapse',
      }),
      button(say('centre'), actions.beginHere),
      page !== undefined && el('a', { href: page, class: 'chip' }, say('openPage')),
      isWebAddress(iri) &&
        !iri.startsWith(data.base) &&
        el('a', { href: iri, class: 'chip out', rel: 'external' }, say('openSource')),
    ),
    ...(['out', 'in'] as const).flatMap((direction) => links(view, actions, direction)),
    ...(details.morePredicates > 0
      ? [el('p', { class: 'count' }, say('morePredicates', { count: details.morePredicates }))]
      : []),
    ...literals(view),
    el('p', { class: 'iri' }, iri),
  ];
}

function links(
  { details, picture, say }: DetailsView,
  { expand, unexpand }: DetailsActions,
  direction: LinkCount['direction'],
): Node[] {
  const counts = details.predicates.filter((one) => one.direction === direction);
  if (counts.length === 0) return [];
  const rows = counts.map((link) => {
    const wanted = { node: details.iri, predicate: link.iri, direction };
    const known = expansionOf(picture, wanted);
    const shown = known ? Math.min(link.count, known.pages * PAGE_SIZE) : 0;
    const rest = Math.min(PAGE_SIZE, link.count - shown);
    const key = `${direction} ${link.iri}`;
    return el(
      'li',
      { class: known ? 'is-open' : undefined },
      el(
        'button',
        {
          type: 'button',
          class: 'explore-link',
          'data-link': key,
          'aria-expanded': known ? 'true' : 'false',
        },
        named(link),
        el('span', { class: 'explore-number' }, say('shownOf', { shown, count: link.count })),
      ),
      known && rest > 0
        ? button(say('moreOf', { count: rest }), () => expand(link), { 'data-more': key })
        : undefined,
    );
  });
  for (const [index, row] of rows.entries()) {
    const link = counts[index] as LinkCount;
    const isOpen = row.classList.contains('is-open');
    row
      .querySelector('.explore-link')
      ?.addEventListener('click', () => (isOpen ? unexpand : expand)(link));
  }
  return [el('h3', {}, say(direction)), el('ul', { class: 'explore-links' }, ...rows)];
}

function literals({ details, say, data }: DetailsView): Node[] {
  const graphNames = new Map(details.graphs.map((graph) => [graph.iri, graph]));
  const said = new Set([details.label, details.description?.text]);
  const unsaid = inReadersOrder(details, data).filter(({ value }) => !said.has(value));
  const shown = unsaid.slice(0, SHOWN_LITERALS);
  const more = details.literalCount - details.literals.length + unsaid.length - shown.length;
  if (shown.length === 0) return [];
  const rows = shown.flatMap(({ predicate, value, lang, datatype, graphs }) => [
    el('dt', {}, named(predicate)),
    el(
      'dd',
      {},
      el(
        'span',
        { lang: lang === '' ? undefined : lang, dir: 'auto', title: datatype || undefined },
        value,
      ),
      ...graphs.map((graph) => {
        const known = graphNames.get(graph);
        return el('span', { class: 'says' }, `${say('inGraphs')} `, known ? named(known) : graph);
      }),
    ),
  ]);
  return [
    el('h3', {}, say('statements')),
    el('dl', { class: 'explore-literals' }, ...rows),
    ...(more > 0 ? [el('p', { class: 'count' }, say('moreStatements', { count: more }))] : []),
  ];
}

/** What is in the reader's language, or in none, comes first. */
function inReadersOrder({ literals: all }: NodeDetails, { interfaceLanguage }: PageData) {
  const [wanted = ''] = interfaceLanguage.toLowerCase().split('-');
  const place = (lang: string) => (lang === '' || lang.split('-')[0] === wanted ? 0 : 1);
  return all.toSorted((a, b) => place(a.lang) - place(b.lang));
}

const isWebAddress = (iri: string): boolean => /^https?:\/\//i.test(iri);
