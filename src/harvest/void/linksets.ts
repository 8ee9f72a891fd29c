/** Links from the dataset's own resources to other authorities. https://www.w3.org/TR/void/#linkset */
import { type NamedNode, NAMESPACES, owl, rdfs, schema, skos, terms } from '../../rdf/index.ts';
import type { HarvestSubject } from '../harvest-subject.ts';

export interface Linkset {
  readonly predicate: NamedNode;
  /** Scheme and host of the targets, ending in a slash. */
  readonly target: string;
  readonly triples: number;
}

/** Properties of identity and similarity. */
const LINK_PROPERTIES: readonly NamedNode[] = [
  owl('sameAs'),
  owl('equivalentClass'),
  owl('equivalentProperty'),
  skos('exactMatch'),
  skos('closeMatch'),
  skos('broadMatch'),
  skos('narrowMatch'),
  skos('relatedMatch'),
  rdfs('seeAlso'),
  schema('sameAs'),
  terms.namedNode(`${NAMESPACES.schema.replace('https', 'http')}sameAs`),
];

/** By property and target. */
export function linksetsOf({ base, dataset }: HarvestSubject): Linkset[] {
  const { defaultIndex, dictionary } = dataset;
  const order = defaultIndex.order('pos');
  const [firstIri, endOfIris] = dictionary.ranges.iris;
  const found: Linkset[] = [];
  for (const predicate of LINK_PROPERTIES) {
    const id = dictionary.idOf(predicate);
    if (id === undefined) continue;
    const counts = new Map<string, number>();
    for (let at = order.lower(id); at < order.upper(id); at += 1) {
      const object = order.second[at] as never;
      if (object < firstIri || object >= endOfIris) continue;
      const target = authorityOf(dictionary.textOf(object));
      const subject = order.third[at] as never;
      if (target === undefined || base.startsWith(target)) continue;
      if (!dictionary.textOf(subject).startsWith(base)) continue;
      counts.set(target, (counts.get(target) ?? 0) + 1);
    }
    for (const [target, triples] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      found.push({ predicate, target, triples });
  }
  return found;
}

const authorityOf = (iri: string): string | undefined => {
  const authority = /^https?:\/\/[^/?#\s<>"]+/.exec(iri)?.[0];
  return authority && `${authority}/`;
};
