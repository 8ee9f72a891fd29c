/** The details of the selected node: its kind and classes, its literals, and its links counted by predicate. */
import { button, dot, el, named } from '../state/dom.ts';
import { type LinkCount, type NodeDetails, PAGE_SIZE } from '../state/graph-api.ts';
import type { PageData, Translate } from '../state/page-data.ts';
import { expansionOf, isExpanded, type ExplorationState } from '../state/exploration-state.ts';

/** Literals that the panel shows; the page of the resource has all. */
const SHOWN_LITERALS = 8;

export interface DetailsActions {
  readonly expand: (link: LinkCount) => void;
  readonly unexpand: (link: LinkCount) => void;
  readonly collapse: () => void;
  readonly togglePin: () => void;
  readonly startHere: () => void;
}

export interface DetailsView {
  readonly details: NodeDetails;
  readonly exploration: ExplorationState;
  readonly data: PageData;
  readonly translate: Translate;
}

export function renderDetails(view: DetailsView, actions: DetailsActions): Node[] {
  const { details, data, translate, exploration } = view;
  const { iri, kind, types, description, page } = details;
  const isPinned = Object.hasOwn(exploration.pinned, iri);
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
      button(translate(isPinned ? 'unpin' : 'pin'), actions.togglePin, {
        'aria-pressed': isPinned ? 'true' : 'false',
        id: 'explore-pin',
      }),
      button(translate('collapse'), actions.collapse, {
        disabled: !isExpanded(exploration, iri),
        id: 'explore-collapse',
      }),
      button(translate('centre'), actions.startHere),
      page !== undefined && el('a', { href: page, class: 'chip' }, translate('openPage')),
      isWebAddress(iri) &&
        !iri.startsWith(data.base) &&
        el('a', { href: iri, class: 'chip out', rel: 'external' }, translate('openSource')),
    ),
    ...(['out', 'in'] as const).flatMap((direction) => links(view, actions, direction)),
    ...(details.morePredicates > 0
      ? [
          el(
            'p',
            { class: 'count' },
            translate('morePredicates', { count: details.morePredicates }),
          ),
        ]
      : []),
    ...literals(view),
    el('p', { class: 'iri' }, iri),
  ];
}

function links(
  { details, exploration, translate }: DetailsView,
  { expand, unexpand }: DetailsActions,
  direction: LinkCount['direction'],
): Node[] {
  const counts = details.predicates.filter((one) => one.direction === direction);
  if (counts.length === 0) return [];
  const rows = counts.map((link) => {
    const selector = { node: details.iri, predicate: link.iri, direction };
    const expansion = expansionOf(exploration, selector);
    const shown = expansion ? Math.min(link.count, expansion.pages * PAGE_SIZE) : 0;
    const rest = Math.min(PAGE_SIZE, link.count - shown);
    const key = `${direction} ${link.iri}`;
    return el(
      'li',
      { class: expansion ? 'is-open' : undefined },
      el(
        'button',
        {
          type: 'button',
          class: 'explore-link',
          'data-link': key,
          'aria-expanded': expansion ? 'true' : 'false',
        },
        named(link),
        el('span', { class: 'explore-number' }, translate('shownOf', { shown, count: link.count })),
      ),
      expansion && rest > 0
        ? button(translate('moreOf', { count: rest }), () => expand(link), { 'data-more': key })
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
  return [el('h3', {}, translate(direction)), el('ul', { class: 'explore-links' }, ...rows)];
}

function literals({ details, translate, data }: DetailsView): Node[] {
  const graphNames = new Map(details.graphs.map((graph) => [graph.iri, graph]));
  const shownTexts = new Set([details.label, details.description?.text]);
  const remaining = sortByLanguage(details, data).filter(({ value }) => !shownTexts.has(value));
  const shown = remaining.slice(0, SHOWN_LITERALS);
  const more = details.literalCount - details.literals.length + remaining.length - shown.length;
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
        const namedGraph = graphNames.get(graph);
        return el(
          'span',
          { class: 'says' },
          `${translate('inGraphs')} `,
          namedGraph ? named(namedGraph) : graph,
        );
      }),
    ),
  ]);
  return [
    el('h3', {}, translate('statements')),
    el('dl', { class: 'explore-literals' }, ...rows),
    ...(more > 0
      ? [el('p', { class: 'count' }, translate('moreStatements', { count: more }))]
      : []),
  ];
}

/** Literals in the reader's language or without a language first. */
function sortByLanguage({ literals: all }: NodeDetails, { interfaceLanguage }: PageData) {
  const [preferred = ''] = interfaceLanguage.toLowerCase().split('-');
  const rank = (lang: string) => (lang === '' || lang.split('-')[0] === preferred ? 0 : 1);
  return all.toSorted((a, b) => rank(a.lang) - rank(b.lang));
}

const isWebAddress = (iri: string): boolean => /^https?:\/\//i.test(iri);
