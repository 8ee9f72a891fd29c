/** JSON-LD 1.1 as a person would write it: a context of prefixes, blank nodes and lists in place. https://www.w3.org/TR/json-ld11/ */
import { compactIri, type Prefixes } from './prefixes.ts';
import { type Quad, type Term, termKey } from './terms.ts';
import { rdf, xsd } from './vocabulary.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** The quads as one JSON-LD document; named graphs become named graph objects. */
export function writeJsonLd(quads: Iterable<Quad>, prefixes: Prefixes): string {
  const used = new Map<string, string>();
  const byGraph = Map.groupBy(quads, (quad) => termKey(quad.graph));
  const shared = blankNodesAcross(byGraph);
  const nodes: JsonObject[] = [];
  for (const group of byGraph.values()) {
    const graph = new GraphWriter(group, { prefixes, used, shared });
    const name = group[0]?.graph as Term;
    if (name.termType === 'DefaultGraph') nodes.push(...graph.write());
    else nodes.push({ '@id': graph.nodeId(name), '@graph': graph.write() });
  }
  const context: JsonObject = Object.fromEntries(
    [...used].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const [only, ...others] = nodes;
  const document =
    only && others.length === 0
      ? { '@context': context, ...only }
      : { '@context': context, '@graph': nodes };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Blank nodes that name a graph or stand in several: these keep their label. */
function blankNodesAcross(byGraph: ReadonlyMap<string, readonly Quad[]>): ReadonlySet<string> {
  const graphOf = new Map<string, string>();
  const shared = new Set([...byGraph.keys()].filter((key) => key.startsWith('_')));
  for (const [graph, group] of byGraph)
    for (const { subject, object } of group)
      for (const key of [termKey(subject), termKey(object)]) {
        if (!key.startsWith('_')) continue;
        if (graphOf.has(key) && graphOf.get(key) !== graph) shared.add(key);
        graphOf.set(key, graph);
      }
  return shared;
}

interface Surroundings {
  readonly prefixes: Prefixes;
  /** Gathers the prefixes that were used. */
  readonly used: Map<string, string>;
  readonly shared: ReadonlySet<string>;
}

class GraphWriter {
  readonly #bySubject: Map<string, Quad[]>;
  readonly #references = new Map<string, number>();
  readonly #prefixes: Prefixes;
  readonly #used: Map<string, string>;
  readonly #written = new Set<string>();

  constructor(quads: readonly Quad[], { prefixes, used, shared }: Surroundings) {
    this.#prefixes = prefixes;
    this.#used = used;
    this.#bySubject = Map.groupBy(quads, (quad) => termKey(quad.subject));
    for (const quad of quads) {
      const key = termKey(quad.object);
      this.#references.set(key, (this.#references.get(key) ?? 0) + 1);
    }
    for (const key of shared) this.#references.set(key, Infinity);
  }

  /** Roots first: IRIs and blank nodes that nobody refers to, or that several do; then what a cycle left over. */
  write(): JsonObject[] {
    const keys = [...this.#bySubject.keys()];
    const roots = keys.filter((key) => !key.startsWith('_') || this.#references.get(key) !== 1);
    return [...roots, ...keys]
      .map((key) => this.#node(key))
      .filter((node): node is JsonObject => node !== undefined);
  }

  nodeId(term: Term): string {
    return term.termType === 'BlankNode' ? `_:${term.value}` : this.#iri(term.value);
  }

  #node(key: string): JsonObject | undefined {
    const quads = this.#bySubject.get(key);
    if (!quads || this.#written.has(key)) return undefined;
    this.#written.add(key);
    const subject = quads[0]?.subject as Term;
    const node: JsonObject = {};
    if (subject.termType === 'NamedNode' || this.#references.get(key) !== undefined)
      node['@id'] = this.nodeId(subject);
    for (const [predicate, group] of Map.groupBy(quads, (quad) => quad.predicate.value)) {
      const isType = predicate === rdf('type').value && group.every(hasIriObject);
      const values = group.map((quad) =>
        isType ? this.nodeId(quad.object as Term) : this.#value(quad.object as Term),
      );
      node[isType ? '@type' : this.#iri(predicate)] =
        values.length === 1 ? (values[0] as Json) : values;
    }
    return node;
  }

  #value(term: Term): Json {
    if (term.termType === 'Literal') return this.#literal(term);
    if (term.termType === 'NamedNode')
      return term.equals(rdf('nil')) ? { '@list': [] } : { '@id': this.nodeId(term) };
    const key = termKey(term);
    if (this.#references.get(key) !== 1) return { '@id': this.nodeId(term) };
    const list = this.#list(key);
    if (list) return { '@list': list };
    const nested = this.#node(key);
    if (!nested) return { '@id': this.nodeId(term) };
    delete nested['@id'];
    return nested;
  }

  #literal(term: Term & { termType: 'Literal' }): Json {
    if (term.language) {
      const direction = (term as { direction?: string | null }).direction;
      return {
        '@value': term.value,
        '@language': term.language,
        ...(direction && { '@direction': direction }),
      };
    }
    if (term.datatype.equals(xsd('string'))) return term.value;
    if (term.datatype.equals(xsd('boolean')) && /^(?:true|false)$/.test(term.value))
      return term.value === 'true';
    if (term.datatype.equals(xsd('integer')) && /^(?:0|-?[1-9]\d{0,14})$/.test(term.value))
      return Number(term.value);
    return { '@value': term.value, '@type': this.#iri(term.datatype.value) };
  }

  /** The items of a well-formed list that nothing else refers to, or undefined. Marks its nodes as written. */
  #list(head: string): Json[] | undefined {
    const items: Term[] = [];
    const cells: string[] = [];
    let key = head;
    while (key !== termKey(rdf('nil'))) {
      const quads = this.#bySubject.get(key);
      const first = quads?.find((quad) => quad.predicate.equals(rdf('first')));
      const rest = quads?.find((quad) => quad.predicate.equals(rdf('rest')));
      const wellFormed = quads?.length === 2 && first && rest && this.#references.get(key) === 1;
      if (!wellFormed || this.#written.has(key) || cells.includes(key)) return undefined;
      items.push(first.object as Term);
      cells.push(key);
      key = termKey(rest.object);
    }
    for (const cell of cells) this.#written.add(cell);
    return items.map((item) => this.#value(item));
  }

  #iri(iri: string): string {
    const compact = compactIri(iri, this.#prefixes);
    const prefix = compact?.slice(0, compact.indexOf(':'));
    if (compact === undefined || !prefix) return iri;
    this.#used.set(prefix, this.#prefixes.get(prefix) as string);
    return compact;
  }
}

const hasIriObject = (quad: Quad) => quad.object.termType === 'NamedNode';
