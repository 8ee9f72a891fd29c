/** Writes compact JSON-LD 1.1: a context of prefixes, nested blank nodes, lists as `@list`. https://www.w3.org/TR/json-ld11/ */
import { GraphpressError } from '../../errors.ts';
import { sharedBlankNodes } from './shared-blank-nodes.ts';
import { nestBlankNodes, type Nesting } from './nesting.ts';
import { compactIri, type Prefixes } from '../prefixes.ts';
import { type Literal, type Quad, type Term, termKey } from '../terms.ts';
import { rdf, xsd } from '../vocabulary.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/**
 * The quads as one JSON-LD document; named graphs become named graph objects.
 * @throws {GraphpressError} `not-jsonld` for a triple term.
 */
export function writeJsonLd(quads: Iterable<Quad>, prefixes: Prefixes): string {
  const byGraph = Map.groupBy(quads, (quad) => termKey(quad.graph));
  const labelled = sharedBlankNodes(byGraph);
  const names = new NameWriter(prefixesOfJsonLd(prefixes, byGraph.values()));
  const nodes: JsonObject[] = [];
  for (const group of byGraph.values()) {
    const graph = new GraphWriter(nestBlankNodes(group, labelled), names);
    const name = group[0]?.graph as Term;
    if (name.termType === 'DefaultGraph') nodes.push(...graph.write());
    else nodes.push({ '@id': names.node(name), '@graph': graph.write() });
  }
  const [only, ...others] = nodes;
  const document =
    only && others.length === 0
      ? { '@context': names.context(), ...only }
      : { '@context': names.context(), '@graph': nodes };
  return `${JSON.stringify(document, null, 2)}\n`;
}

class GraphWriter {
  readonly #nesting: Nesting;
  readonly #names: NameWriter;

  constructor(nesting: Nesting, names: NameWriter) {
    this.#nesting = nesting;
    this.#names = names;
  }

  write(): JsonObject[] {
    return this.#nesting.roots.map((triples) => {
      const subject = triples[0]?.subject as Term;
      const isAnonymous = subject.termType === 'BlankNode' && !this.#nesting.isReferenced(subject);
      return {
        ...(!isAnonymous && { '@id': this.#names.node(subject) }),
        ...this.#properties(triples),
      };
    });
  }

  #properties(triples: readonly Quad[]): JsonObject {
    const properties: JsonObject = {};
    for (const [predicate, group] of Map.groupBy(triples, (quad) => quad.predicate.value)) {
      const isType = predicate === rdf('type').value && group.every(hasIriObject);
      const values = group.map(({ object }) =>
        isType ? this.#names.node(object) : this.#value(object),
      );
      properties[isType ? '@type' : this.#names.iri(predicate)] =
        values.length === 1 ? (values[0] as Json) : values;
    }
    return properties;
  }

  #value(term: Term): Json {
    if (term.termType === 'Literal') return this.#literal(term);
    const items = this.#nesting.list(term);
    if (items) return { '@list': items.map((item) => this.#value(item)) };
    const triples = this.#nesting.nested(term);
    return triples ? this.#properties(triples) : { '@id': this.#names.node(term) };
  }

  #literal({ datatype, direction, language, value }: Literal): Json {
    if (language)
      return {
        '@value': value,
        '@language': language,
        ...(direction && { '@direction': direction }),
      };
    if (datatype.equals(xsd('string'))) return value;
    if (datatype.equals(xsd('boolean')) && /^(?:true|false)$/.test(value)) return value === 'true';
    if (datatype.equals(xsd('integer')) && /^(?:0|-?[1-9]\d{0,14})$/.test(value))
      return Number(value);
    return { '@value': value, '@type': this.#names.iri(datatype.value) };
  }
}

/**
 * Prefixes that are valid in JSON-LD: their IRI ends in a delimiter, and their name is not the scheme of an IRI of the
 * document, which would be read as a compact IRI. https://www.w3.org/TR/json-ld11-api/#create-term-definition
 */
function prefixesOfJsonLd(prefixes: Prefixes, groups: Iterable<readonly Quad[]>): Prefixes {
  const schemes = new Set<string>();
  for (const group of groups)
    for (const { subject, predicate, object, graph } of group)
      for (const term of [subject, predicate, object, graph] as Term[]) {
        const iri = term.termType === 'Literal' ? term.datatype.value : term.value;
        schemes.add(iri.slice(0, iri.indexOf(':')));
      }
  return new Map(
    [...prefixes].filter(([name, iri]) => /[:/?#[\]@]$/.test(iri) && !schemes.has(name)),
  );
}

/** Compacts IRIs, and collects the prefixes in use for the context. */
class NameWriter {
  readonly #prefixes: Prefixes;
  readonly #used = new Map<string, string>();

  constructor(prefixes: Prefixes) {
    this.#prefixes = prefixes;
  }

  context(): JsonObject {
    return Object.fromEntries([...this.#used].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  node(term: Term): string {
    if (term.termType === 'Quad')
      throw new GraphpressError(
        'not-jsonld',
        'JSON-LD has no triple terms: ask for Turtle or N-Triples',
      );
    return term.termType === 'BlankNode' ? `_:${term.value}` : this.iri(term.value);
  }

  iri(iri: string): string {
    const compact = compactIri(iri, this.#prefixes);
    const prefix = compact?.slice(0, compact.indexOf(':'));
    if (compact === undefined || !prefix) return iri;
    this.#used.set(prefix, this.#prefixes.get(prefix) as string);
    return compact;
  }
}

const hasIriObject = (quad: Quad) => quad.object.termType === 'NamedNode';
