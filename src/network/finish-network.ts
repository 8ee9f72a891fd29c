/** From a draft to the network: labels in the reader's language, one class per node, columns of attributes. */
import { type Descriptions, LABEL_PROPERTIES } from '../description/index.ts';
import {
  compactIri,
  type LanguageMap,
  pickLanguage,
  type Prefixes,
  rdf,
  splitIri,
} from '../rdf/index.ts';
import { attributeColumns, VALUE_SEPARATOR } from './attribute-columns.ts';
import type {
  AttributeColumn,
  AttributeValue,
  ColumnKind,
  Network,
  NetworkNode,
} from './network.ts';
import type { NetworkDraft, NodeDraft } from './network-draft.ts';
import { EventLoopYield } from '../event-loop.ts';

/** What a network takes from the publication and from its reader. */
export interface NetworkContext {
  readonly descriptions: Descriptions;
  readonly prefixes: Prefixes;
  /** Language ranges in the order of preference. */
  readonly languages: readonly string[];
}

export async function finishNetwork(
  draft: NetworkDraft,
  { descriptions, prefixes, languages }: NetworkContext,
  { title, limits = [] }: { readonly title: string; readonly limits?: readonly string[] },
): Promise<Network> {
  const pause = new EventLoopYield();
  const drafts = [...draft.nodes.values()];
  const typesOf = await classOrder(drafts, descriptions);
  const textOf = (labels: LanguageMap | undefined) =>
    labels && pickLanguage(labels, languages)?.text;

  const ownNames = new Map<string, string>();
  for (const node of drafts) {
    await pause.yieldIfDue();
    const own = textOf(ownLabels(node));
    if (own !== undefined) ownNames.set(node.id, own);
  }
  const nameless = drafts.filter(({ id, isBlank }) => !isBlank && !ownNames.has(id));
  const named = await labelsOf(
    new Set([
      ...nameless.map(({ id }) => id),
      ...drafts.flatMap(({ types }) => [...types]),
      ...draft.edges.map(({ predicate }) => predicate),
    ]),
    descriptions,
    pause,
  );
  const nameOf = (iri: string) =>
    textOf(named.get(iri)) || compactIri(iri, prefixes) || splitIri(iri).localName || iri;
  const labelOf = ({ id, isBlank }: NodeDraft, type: string | undefined) =>
    ownNames.get(id) ?? (!isBlank ? nameOf(id) : type === undefined ? id : `[${nameOf(type)}]`);

  const { columns, attributesOf } = await attributes(drafts, {
    typesOf,
    prefixes,
    languages,
    pause,
  });
  const nodes: NetworkNode[] = [];
  for (const node of drafts) {
    await pause.yieldIfDue();
    const [type] = typesOf(node);
    const label = labelOf(node, type);
    nodes.push({ id: node.id, label, type, attributes: attributesOf(node) });
  }
  const predicateNames = new Map<string, string>();
  for (const { predicate } of draft.edges)
    if (!predicateNames.has(predicate)) predicateNames.set(predicate, nameOf(predicate));
  const edges = draft.edges.map((edge, index) => ({
    id: `e${index}`,
    ...edge,
    label: predicateNames.get(edge.predicate) ?? edge.predicate,
  }));
  return { title, columns, nodes, edges, limits: [...limits, ...draft.limits] };
}

type ClassOrder = (node: NodeDraft) => readonly string[];

/** The columns, and what a node has in them. */
async function attributes(
  drafts: readonly NodeDraft[],
  {
    typesOf,
    prefixes,
    languages,
    pause,
  }: Pick<NetworkContext, 'prefixes' | 'languages'> & {
    readonly typesOf: ClassOrder;
    readonly pause: EventLoopYield;
  },
): Promise<{
  readonly columns: readonly AttributeColumn[];
  readonly attributesOf: (node: NodeDraft) => ReadonlyMap<string, AttributeValue>;
}> {
  const byNode = new Map(drafts.map(({ id }) => [id, new Map<string, AttributeValue>()]));
  const columns: AttributeColumn[] = [];
  const addColumn = (property: string, kind: ColumnKind) =>
    columns.push({ property, kind, name: compactIri(property, prefixes) ?? property });
  for (const { property, kind, values } of await attributeColumns(drafts, languages, pause)) {
    addColumn(property, kind);
    await pause.yieldIfDue();
    for (const [id, value] of values) byNode.get(id)?.set(property, value);
  }
  // One class is what tools colour by; this attribute lists all of them.
  if (drafts.some(({ types }) => types.size > 1)) {
    const property = rdf('type').value;
    addColumn(property, 'text');
    for (const node of drafts)
      if (node.types.size > 0)
        byNode.get(node.id)?.set(property, typesOf(node).join(VALUE_SEPARATOR));
  }
  return { columns, attributesOf: ({ id }) => byNode.get(id) ?? new Map() };
}

/** Items between two yields to the event loop. */
const LABELS_AT_ONCE = 500;

async function labelsOf(
  iris: ReadonlySet<string>,
  descriptions: Descriptions,
  pause: EventLoopYield,
): Promise<ReadonlyMap<string, LanguageMap>> {
  const all = [...iris];
  const found = new Map<string, LanguageMap>();
  for (let from = 0; from < all.length; from += LABELS_AT_ONCE) {
    await pause.yieldIfDue();
    const some = await descriptions.labels(all.slice(from, from + LABELS_AT_ONCE));
    for (const [iri, labels] of some) found.set(iri, labels);
  }
  return found;
}

/** The label from the literals of the node, as in a description: the first property that has a language wins. */
function ownLabels({ literals }: NodeDraft): LanguageMap {
  const labels = new Map<string, string>();
  for (const property of LABEL_PROPERTIES)
    for (const { language, value } of literals.get(property.value) ?? [])
      if (value !== '' && !labels.has(language)) labels.set(language, value);
  return labels;
}

/** The classes of a node, the most specific first: the class with the fewest instances in the dataset. */
async function classOrder(
  drafts: readonly NodeDraft[],
  descriptions: Descriptions,
): Promise<ClassOrder> {
  if (!drafts.some(({ types }) => types.size > 1)) return ({ types }) => [...types];
  const { classes } = await descriptions.statistics();
  const counts = new Map(classes.map(({ iri, count }) => [iri, count]));
  return ({ types }) =>
    [...types].toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
}
