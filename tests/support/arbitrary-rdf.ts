/** Random RDF that tries to hurt: odd names, nasty literals, cycles, lists that are none. */
import fc from 'fast-check';
import {
  type BlankNode,
  type Literal,
  type NamedNode,
  type Quad,
  rdf,
  type Term,
  terms,
  xsd,
} from '../../src/rdf/index.ts';

/** Local names that some syntax cannot write after a prefix. */
const ODD_LOCAL_NAMES = [
  '',
  'plain',
  'a.b',
  'a.',
  '.a',
  '-a',
  '1',
  '1a',
  '_',
  'a/b',
  'a#b',
  'a:b',
  ':',
  'a%20b',
  'a?b=c&d=e',
  "a'b",
  'a(b)',
  'a,b;c',
  '~a!$*+=@',
  '中文',
  'CO²',
  'µm',
  'é',
  'e\u0301',
  '😀',
  'true',
  'xml',
];

/** In the prefixes below, beside them, and nearly in them. */
const NAMESPACES = [
  'http://a.example/',
  'http://a.example/deep#',
  'http://a.example/no-end',
  'urn:x:',
];

const iri = fc
  .tuple(fc.constantFrom(...NAMESPACES), fc.constantFrom(...ODD_LOCAL_NAMES))
  .map(([namespace, local]) => namespace + local)
  .filter((text) => text.split('#').length <= 2)
  .map((text) => terms.namedNode(text));

/** Prefixes a person may declare; the last two are traps for JSON-LD. */
export const TRICKY_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['a', 'http://a.example/'],
  ['deep', 'http://a.example/deep#'],
  ['rdf', rdf('').value],
  ['xsd', xsd('').value],
  ['open', 'http://a.example/no-end'],
  ['urn', 'http://a.example/urn/'],
]);

const blankNode = fc
  .constantFrom('b0', 'b1', 'b2', 'f1.0', 'x-y')
  .map((label) => terms.blankNode(label));

const NASTY = '"\'\\\n\r\t<>&@^_:.{}[]()#% ab'.split('');
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const anyText = fc.string({ unit: character, maxLength: 8 });

/** Text with the characters that XML has no way to write left out. https://www.w3.org/TR/xml/#charsets */
const xmlText = anyText.map((text) =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '?'),
);

const TYPED: readonly [datatype: string, value: string][] = [
  ['integer', '1'],
  ['integer', '007'],
  ['integer', '+1'],
  ['integer', '-0'],
  ['integer', '9007199254740993'],
  ['integer', 'many'],
  ['decimal', '1.0'],
  ['decimal', '.5'],
  ['decimal', '1'],
  ['double', '1e0'],
  ['double', '1'],
  ['double', 'INF'],
  ['boolean', 'true'],
  ['boolean', '1'],
  ['boolean', 'TRUE'],
  ['date', '2022-09-20'],
];

const literalOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Literal> =>
  fc.oneof(
    text.map((value) => terms.literal(value)),
    fc
      .tuple(text, fc.constantFrom('en', 'zh-hans', 'de-at'))
      .map(([value, language]) => terms.literal(value, language)),
    fc.tuple(text, iri).map(([value, datatype]) => terms.literal(value, datatype)),
    fc
      .constantFrom(...TYPED)
      .map(([datatype, value]) => terms.literal(value, terms.namedNode(xsd(datatype).value))),
  ) as fc.Arbitrary<Literal>;

const listTerm = fc.constantFrom<NamedNode>(rdf('nil'), rdf('List'));
const structure = fc.constantFrom<NamedNode>(rdf('type'), rdf('first'), rdf('rest'), rdf('value'));

interface Places {
  readonly predicate: fc.Arbitrary<NamedNode>;
  readonly literal: fc.Arbitrary<Literal>;
  readonly graph: fc.Arbitrary<Term>;
}

function quadOf({ predicate, literal, graph }: Places): fc.Arbitrary<Quad> {
  const subject = fc.oneof(iri, blankNode) as fc.Arbitrary<NamedNode | BlankNode>;
  const object = fc.oneof(subject, blankNode, literal, listTerm);
  return fc
    .tuple(subject, fc.oneof(predicate, structure), object, graph)
    .map(([s, p, o, g]) => terms.quad(s, p, o as Quad['object'], g as Quad['graph']));
}

/** A list of one to three items, whose cells a random quad may point into. */
function listOf(item: fc.Arbitrary<Term>, graph: fc.Arbitrary<Term>): fc.Arbitrary<Quad[]> {
  return fc
    .tuple(iri, fc.array(item, { minLength: 1, maxLength: 3 }), graph)
    .map(([s, items, g]) => {
      const cell = (index: number) =>
        index < items.length ? terms.blankNode(`b${index}`) : rdf('nil');
      const quad = (subject: Term, predicate: Term, object: Term) =>
        terms.quad(subject as never, predicate as never, object as never, g as never);
      return [
        quad(s, terms.namedNode('http://a.example/list'), cell(0)),
        ...items.flatMap((value, index) => [
          quad(cell(index), rdf('first'), value),
          quad(cell(index), rdf('rest'), cell(index + 1)),
        ]),
      ];
    });
}

const quadsOf = (places: Places): fc.Arbitrary<Quad[]> =>
  fc
    .tuple(
      fc.array(quadOf(places), { maxLength: 8 }),
      fc.option(listOf(fc.oneof(places.literal, iri), places.graph), { nil: [] }),
    )
    .map(([quads, list]) => [...list, ...quads]);

const defaultGraph = fc.constant<Term>(terms.defaultGraph());
const anyGraph = fc.oneof(defaultGraph, iri, blankNode) as fc.Arbitrary<Term>;

/** Any triples of the default graph. */
export const triples = quadsOf({
  predicate: iri,
  literal: literalOf(anyText),
  graph: defaultGraph,
});

/** Any quads, in named graphs, graphs named by blank nodes and the default graph. */
export const quads = quadsOf({ predicate: iri, literal: literalOf(anyText), graph: anyGraph });

/** Triples that RDF/XML can hold: properties end in a name, values have no control characters. */
export const xmlTriples = quadsOf({
  predicate: iri.filter(({ value }) => /[A-Za-z_中文é😀][\w.文-]*$/u.test(value)),
  literal: literalOf(xmlText),
  graph: defaultGraph,
});
