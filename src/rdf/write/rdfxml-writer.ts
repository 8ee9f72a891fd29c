/** RDF/XML. https://www.w3.org/TR/rdf-syntax-grammar/ — one rdf:Description per subject, no nesting. */
import { GraphpressError } from '../../errors.ts';
import { NAME_START } from '../name-characters.ts';
import { type Prefixes, splitIri } from '../prefixes.ts';
import type { Quad, Term } from '../terms.ts';
import { NAMESPACES } from '../vocabulary.ts';
import { escapeXml } from '../xml-text.ts';

/** https://www.w3.org/TR/xml-names/#NT-NCName */
const NC_NAME = new RegExp(`^[${NAME_START}][${NAME_START}0-9.-]*$`, 'u');
const NC_NAME_AT_END = new RegExp(`[${NAME_START}][${NAME_START}0-9.-]*$`, 'u');

/** The triples as an RDF/XML document. @throws {GraphpressError} `not-xml` for what the syntax cannot express. */
export function writeRdfXml(quads: Iterable<Quad>, prefixes: Prefixes): string {
  const names = new NamespaceNames(prefixes);
  const bySubject = Map.groupBy(quads, (quad) => `${quad.subject.termType} ${quad.subject.value}`);
  const descriptions = Array.from(bySubject.values(), (group) => writeDescription(group, names));
  const namespaces = names.declared().map(([name, iri]) => `\n  xmlns:${name}="${escapeXml(iri)}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${descriptions.join('')}</rdf:RDF>\n`;
}

function writeDescription(group: readonly Quad[], names: NamespaceNames): string {
  const subject = group[0]?.subject as Term;
  const properties = group.map((quad) => writeProperty(quad, names)).join('');
  return `  <rdf:Description ${nodeAttribute(subject, 'rdf:about')}>\n${properties}  </rdf:Description>\n`;
}

function writeProperty(quad: Quad, names: NamespaceNames): string {
  const name = names.qualifiedName(quad.predicate.value);
  const object = quad.object as Term;
  if (object.termType !== 'Literal')
    return `    <${name} ${nodeAttribute(object, 'rdf:resource')}/>\n`;
  if (object.direction)
    throw new GraphpressError(
      'not-xml',
      'RDF/XML has no base direction of text: ask for Turtle or N-Triples',
    );
  const kind = object.language
    ? ` xml:lang="${object.language}"`
    : object.datatype.value === `${NAMESPACES.xsd}string`
      ? ''
      : ` rdf:datatype="${escapeXml(object.datatype.value)}"`;
  return `    <${name}${kind}>${escapeXml(object.value)}</${name}>\n`;
}

function nodeAttribute(term: Term, iriAttribute: string): string {
  if (term.termType === 'NamedNode') return `${iriAttribute}="${escapeXml(term.value)}"`;
  if (term.termType === 'BlankNode') return `rdf:nodeID="${escapeXml(blankNodeId(term.value))}"`;
  throw new GraphpressError('not-xml', 'RDF/XML has no triple terms: ask for Turtle or N-Triples');
}

/** A blank node label that is an NCName; one-to-one, since "_x" escapes are themselves escaped. */
function blankNodeId(label: string): string {
  return `b${label.replace(/[^A-Za-z0-9]/g, (char) => `_x${char.codePointAt(0)?.toString(16)}_`)}`;
}

/** Namespace prefixes of a document: declared ones by name, the others as ns1, ns2, … */
class NamespaceNames {
  readonly #prefixNames: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>([[NAMESPACES.rdf, 'rdf']]);

  constructor(prefixes: Prefixes) {
    const usable = [...prefixes].filter(
      ([name]) => NC_NAME.test(name) && !/^(?:xml|ns\d)/i.test(name),
    );
    this.#prefixNames = new Map(usable.map(([name, iri]) => [iri, name]));
  }

  qualifiedName(iri: string): string {
    const cut = iri.length - (NC_NAME_AT_END.exec(splitIri(iri).localName)?.[0].length ?? 0);
    const localName = iri.slice(cut);
    if (!NC_NAME.test(localName))
      throw new GraphpressError(
        'not-xml',
        `RDF/XML cannot write the property <${iri}>, which does not end in a name: ask for Turtle`,
      );
    const namespace = iri.slice(0, cut);
    const name =
      this.#used.get(namespace) ?? this.#prefixNames.get(namespace) ?? `ns${this.#used.size}`;
    this.#used.set(namespace, name);
    return `${name}:${localName}`;
  }

  declared(): [name: string, iri: string][] {
    return Array.from(this.#used, ([iri, name]) => [name, iri]);
  }
}
