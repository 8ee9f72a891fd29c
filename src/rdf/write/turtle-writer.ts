/**
 * Writes Turtle and TriG: only the prefixes in use, blank nodes in brackets, lists in parentheses.
 * https://www.w3.org/TR/turtle/ https://www.w3.org/TR/trig/
 */
import { sharedBlankNodes } from './shared-blank-nodes.ts';
import { nestBlankNodes, type Nesting } from './nesting.ts';
import { compactIri, type Prefixes } from '../prefixes.ts';
import { type Literal, type Quad, type Term, termKey } from '../terms.ts';
import { NAMESPACES, rdf, xsd } from '../vocabulary.ts';

const INDENT = '    ';
const TYPE = rdf('type');

/** The quads as one document: the default graph, then each named graph in braces. */
export function writeTurtle(quads: Iterable<Quad>, prefixes: Prefixes): string {
  const byGraph = Map.groupBy(quads, (quad) => termKey(quad.graph));
  const labelled = sharedBlankNodes(byGraph);
  const names = new NameWriter(prefixes);
  const blocks: string[] = [];
  for (const group of byGraph.values()) {
    const graph = group[0]?.graph as Term;
    const isNamed = graph.termType !== 'DefaultGraph';
    const writer = new SubjectWriter(nestBlankNodes(group, labelled), names);
    const subjects = writer.write(isNamed ? INDENT : '');
    if (isNamed) blocks.push(`${names.term(graph)} {\n${subjects.join('\n')}}\n`);
    else blocks.unshift(...subjects);
  }
  const head = names.declarations();
  return [...(head === '' ? [] : [head]), ...blocks].join('\n');
}

class SubjectWriter {
  readonly #nesting: Nesting;
  readonly #names: NameWriter;

  constructor(nesting: Nesting, names: NameWriter) {
    this.#nesting = nesting;
    this.#names = names;
  }

  write(indent: string): string[] {
    return this.#nesting.roots.map((triples) => {
      const subject = triples[0]?.subject as Term;
      const isAnonymous = subject.termType === 'BlankNode' && !this.#nesting.isReferenced(subject);
      const name = isAnonymous ? '[]' : this.#names.term(subject);
      return `${indent}${name} ${this.#properties(triples, indent + INDENT)} .\n`;
    });
  }

  /** Predicates with their objects, one predicate per line, types first. */
  #properties(triples: readonly Quad[], indent: string): string {
    const byPredicate = Map.groupBy(triples, ({ predicate }) => predicate.value);
    const types = byPredicate.get(TYPE.value);
    byPredicate.delete(TYPE.value);
    const groups = [...(types ? [types] : []), ...byPredicate.values()];
    return groups
      .map((group) => {
        const predicate = group[0]?.predicate as Term;
        const name = predicate.equals(TYPE) ? 'a' : this.#names.term(predicate);
        const objects = group.map(({ object }) => this.#object(object, indent));
        return `${name} ${objects.join(', ')}`;
      })
      .join(` ;\n${indent}`);
  }

  #object(term: Term, indent: string): string {
    const items = this.#nesting.list(term);
    if (items?.length === 0) return '()';
    if (items) return `( ${items.map((item) => this.#object(item, indent)).join(' ')} )`;
    const triples = this.#nesting.nested(term);
    if (!triples) return this.#names.term(term);
    const inner = indent + INDENT;
    return `[\n${inner}${this.#properties(triples, inner)}\n${indent}]`;
  }
}

/** Lexical forms that are written without quotes, by datatype. https://www.w3.org/TR/turtle/#abbrev */
const BARE: ReadonlyMap<string, RegExp> = new Map([
  [xsd('integer').value, /^[+-]?\d+$/],
  [xsd('decimal').value, /^[+-]?\d*\.\d+$/],
  [xsd('double').value, /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/],
  [xsd('boolean').value, /^(?:true|false)$/],
]);

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
};

/** Writes terms, and collects the prefixes in use for the declarations. */
class NameWriter {
  readonly #prefixes: Prefixes;
  readonly #used = new Set<string>();

  constructor(prefixes: Prefixes) {
    this.#prefixes = prefixes;
  }

  declarations(): string {
    return [...this.#used]
      .toSorted()
      .map((name) => `@prefix ${name}: ${bracketed(this.#prefixes.get(name) ?? '')} .\n`)
      .join('');
  }

  term(term: Term): string {
    switch (term.termType) {
      case 'NamedNode':
        return this.#iri(term.value);
      case 'BlankNode':
        return `_:${term.value}`;
      case 'Literal':
        return this.#literal(term);
      case 'Quad': {
        const parts = [term.subject, term.predicate, term.object].map((part) => this.term(part));
        return `<<( ${parts.join(' ')} )>>`;
      }
      case 'DefaultGraph':
      case 'Variable':
        throw new TypeError(`a ${term.termType} has no name in Turtle`);
    }
  }

  #iri(iri: string): string {
    const compact = compactIri(iri, this.#prefixes);
    if (compact === undefined) return bracketed(iri);
    this.#used.add(compact.slice(0, compact.indexOf(':')));
    return compact;
  }

  #literal(literal: Literal): string {
    const { datatype, direction, language, value } = literal;
    if (BARE.get(datatype.value)?.test(value)) return value;
    // oxlint-disable-next-line no-control-regex
    const escaped = value.replace(/["\\\u0000-\u001F\u007F\uFFFE\uFFFF]/g, escape);
    if (language) return `"${escaped}"@${language}${direction ? `--${direction}` : ''}`;
    const isString = datatype.value === `${NAMESPACES.xsd}string`;
    return isString ? `"${escaped}"` : `"${escaped}"^^${this.#iri(datatype.value)}`;
  }
}

/** https://www.w3.org/TR/turtle/#grammar-production-IRIREF */
const bracketed = (iri: string) =>
  // oxlint-disable-next-line no-control-regex
  `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, unicodeEscape)}>`;

const escape = (char: string) => SHORT_ESCAPES[char] ?? unicodeEscape(char);
const unicodeEscape = (char: string) =>
  String.raw`\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
