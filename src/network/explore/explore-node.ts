/** One node: its classes, its literals, and the number of its links by each predicate; the links are not read. */
import { dct, rdfs, schema, skos } from '../../rdf/index.ts';
import { compactIri, type Literal } from '../../rdf/index.ts';
import {
  lowerBound,
  patternRange,
  countsBySecond,
  type Store,
  type TermId,
} from '../../store/index.ts';
import { EdgeViews } from './edge-views.ts';
import type { Direction, LinkCount, LiteralView, NodeDetails } from './explored.ts';
import { type ExploreContext, GraphNames, shorten } from './graph-names.ts';
import { nodeIn } from './node-id.ts';

const MAX_LITERALS = 60;
const MAX_TEXT = 600;
/** In each direction. */
const MAX_PREDICATES = 200;

const DESCRIPTIONS = [
  schema('description'),
  dct('description'),
  skos('definition'),
  rdfs('comment'),
];

/** Undefined for an unknown node. */
export function exploreNode(
  store: Store,
  node: string,
  context: ExploreContext,
): NodeDetails | undefined {
  const id = nodeIn(store, node);
  if (id === undefined) return undefined;
  const names = new GraphNames(store, context);
  const edges = new EdgeViews(store, names);
  const description = names.textOf(
    id,
    DESCRIPTIONS.map((property) => store.dictionary.idOf(property)),
  );
  const { literals, literalCount } = readLiterals(store, id, { names, edges, context });
  const counts = [...countOutgoing(store, id), ...countIncoming(store, id)];
  const shown = (['out', 'in'] as const).flatMap((direction) =>
    counts
      .filter((one) => one.direction === direction)
      .toSorted((a, b) => b.count - a.count || a.predicate - b.predicate)
      .slice(0, MAX_PREDICATES),
  );
  return {
    ...names.summaryOf(id),
    types: names.typesOf(id).map((type) => names.nameOf(type)),
    ...(description && {
      description: { text: shorten(description.text, MAX_TEXT), lang: description.language },
    }),
    literals,
    literalCount,
    predicates: shown.map(({ predicate, direction, count }): LinkCount => ({
      ...names.nameOf(predicate),
      direction,
      count,
    })),
    morePredicates: counts.length - shown.length,
    graphs: edges.named,
  };
}

interface Count {
  readonly predicate: TermId;
  readonly direction: Direction;
  readonly count: number;
}

/** The objects of a predicate are in the order of terms: nodes are before literals. */
function countOutgoing(store: Store, subject: TermId): Count[] {
  const run = patternRange(store.defaultIndex, { subject });
  const [, endOfNodes] = store.dictionary.ranges.iris;
  let from = run.start;
  return Array.from(countsBySecond(run), ([predicate, all]): Count => {
    const nodes = lowerBound(run.order.third, endOfNodes, from, from + all) - from;
    from += all;
    return { predicate, direction: 'out', count: nodes };
  }).filter(({ count }) => count > 0);
}

function countIncoming(store: Store, object: TermId): Count[] {
  const counts = countsBySecond(patternRange(store.defaultIndex, { object }, 'ops'));
  return Array.from(counts, ([predicate, count]) => ({ predicate, direction: 'in', count }));
}

interface Reading {
  readonly names: GraphNames;
  readonly edges: EdgeViews;
  readonly context: ExploreContext;
}

function readLiterals(
  store: Store,
  subject: TermId,
  { names, edges, context }: Reading,
): Pick<NodeDetails, 'literals' | 'literalCount'> {
  const { dictionary } = store;
  const [, endOfNodes] = dictionary.ranges.iris;
  const [tripleTerms] = dictionary.ranges.tripleTerms;
  const run = patternRange(store.defaultIndex, { subject });
  const literals: LiteralView[] = [];
  let literalCount = 0;
  let from = run.start;
  for (const [predicate, all] of countsBySecond(run)) {
    const { third } = run.order;
    const first = lowerBound(third, endOfNodes, from, from + all);
    const end = lowerBound(third, tripleTerms, first, from + all);
    literalCount += end - first;
    for (let at = first; at < end && literals.length < MAX_LITERALS; at += 1) {
      const object = third[at] as TermId;
      const { value, language, datatype } = dictionary.termOf(object) as Literal;
      literals.push({
        predicate: names.nameOf(predicate),
        value: shorten(value, MAX_TEXT),
        lang: language,
        datatype: language === '' ? nameOfDatatype(datatype.value, context) : '',
        graphs: edges.graphsOf({ subject, predicate, object }),
      });
    }
    from += all;
  }
  return { literals, literalCount };
}

function nameOfDatatype(iri: string, { prefixes }: ExploreContext): string {
  const name = compactIri(iri, prefixes) ?? iri;
  return name === 'xsd:string' ? '' : name;
}
