/** Every syntax reads into the same quads. */
import { describe, expect, it } from 'vitest';
import { type Quad, type RdfFormat, rdf, readRdf, terms, xsd } from '../../src/rdf/index.ts';
import { rdfFormat } from '../support/rdf-format.ts';
import { readQuads } from '../support/read-quads.ts';

const RDF_XML = (body: string) =>
  `<rdf:RDF xmlns:rdf="${rdf('').value}" xmlns:e="http://e.example/">${body}</rdf:RDF>`;
const iri = (name: string) => terms.namedNode(`http://e.example/${name}`);

/** The same three triples in each syntax: an IRI, a text in a language, a typed value. */
const SAME: Readonly<Record<RdfFormat['name'], string>> = {
  turtle: '@prefix e: <http://e.example/> . e:s e:p e:o ; e:q "您好"@zh-Hans ; e:r 7 .',
  trig: '@prefix e: <http://e.example/> . e:s e:p e:o ; e:q "您好"@zh-Hans . { e:s e:r 7 }',
  ntriples: `<http://e.example/s> <http://e.example/p> <http://e.example/o> .
<http://e.example/s> <http://e.example/q> "\\u60A8好"@zh-Hans .
<http://e.example/s> <http://e.example/r> "7"^^<${xsd('integer').value}> .`,
  nquads: `<http://e.example/s> <http://e.example/p> <http://e.example/o> .
<http://e.example/s> <http://e.example/q> "您好"@zh-Hans .
<http://e.example/s> <http://e.example/r> "7"^^<${xsd('integer').value}> .`,
  jsonld: JSON.stringify({
    '@context': { e: 'http://e.example/' },
    '@id': 'e:s',
    'e:p': { '@id': 'e:o' },
    'e:q': { '@value': '您好', '@language': 'zh-Hans' },
    'e:r': 7,
  }),
  rdfxml: RDF_XML(`<rdf:Description rdf:about="http://e.example/s">
    <e:p rdf:resource="http://e.example/o"/><e:q xml:lang="zh-Hans">您好</e:q>
    <e:r rdf:datatype="${xsd('integer').value}">7</e:r></rdf:Description>`),
};

const formats = Object.keys(SAME) as RdfFormat['name'][];

describe('reading', () => {
  it.each(formats)('gives the quads of %s, with language tags in lower case', async (format) => {
    expect(await readQuads(SAME[format], { format })).toEqual([
      terms.quad(iri('s'), iri('p'), iri('o')),
      terms.quad(iri('s'), iri('q'), terms.literal('您好', 'zh-hans')),
      terms.quad(iri('s'), iri('r'), terms.literal('7', terms.namedNode(xsd('integer').value))),
    ]);
  });

  it.each([
    ['turtle', '<a> <b> <c> .'],
    ['trig', '<a> <b> <c> .'],
    ['jsonld', '{"@context":{"b":"https://base.example/dir/b"},"@id":"a","b":{"@id":"c"}}'],
    [
      'rdfxml',
      `<rdf:RDF xmlns:rdf="${rdf('').value}" xmlns:d="https://base.example/dir/"><rdf:Description rdf:about="a"><d:b rdf:resource="c"/></rdf:Description></rdf:RDF>`,
    ],
  ] as const)('resolves relative IRIs of %s against the base', async (format, text) => {
    const at = (name: string) => terms.namedNode(`https://base.example/dir/${name}`);
    expect(await readQuads(text, { format, baseIri: 'https://base.example/dir/file' })).toEqual([
      terms.quad(at('a'), at('b'), at('c')),
    ]);
  });

  it.each([
    ['nquads', '<http://e.example/s> <http://e.example/p> "v" <http://e.example/g> .'],
    ['trig', '@prefix e: <http://e.example/> . e:g { e:s e:p "v" }'],
    [
      'jsonld',
      '{"@id":"http://e.example/g","@graph":[{"@id":"http://e.example/s","http://e.example/p":"v"}]}',
    ],
  ] as const)('keeps the named graphs of %s', async (format, text) => {
    expect(await readQuads(text, { format })).toEqual([
      terms.quad(iri('s'), iri('p'), terms.literal('v'), iri('g')),
    ]);
  });

  it('keeps a list of JSON-LD in the graph in which it stands, plain texts and nested lists too', async () => {
    const text = JSON.stringify({
      '@id': 'http://e.example/g',
      '@graph': [
        { '@id': 'http://e.example/s', 'http://e.example/p': { '@list': ['x', { '@list': [1] }] } },
      ],
    });
    const quads = await readQuads(text, { format: 'jsonld' });
    expect(quads.map(({ graph }) => graph.value)).toEqual(Array(7).fill('http://e.example/g'));
  });

  it.each([
    ['turtle', '@prefix e: <http://e.example/> . _:x e:p [ e:p _:x ] .'],
    ['jsonld', '{"@id":"_:x","http://e.example/p":{"http://e.example/p":{"@id":"_:x"}}}'],
    [
      'rdfxml',
      RDF_XML(
        '<rdf:Description rdf:nodeID="x"><e:p><rdf:Description><e:p rdf:nodeID="x"/></rdf:Description></e:p></rdf:Description>',
      ),
    ],
  ] as const)(
    'gives blank nodes of %s labels that are the same each time and differ by scope',
    async (format, text) => {
      const labels = async (blankNodeScope: string) => {
        const quads = await readQuads(text, { format, blankNodeScope });
        return new Set(quads.flatMap((quad: Quad) => [quad.subject.value, quad.object.value]));
      };
      const first = await labels('f1.');
      expect(first.size).toBe(2);
      expect(await labels('f1.')).toEqual(first);
      expect([...(await labels('f11.'))].filter((label) => first.has(label))).toEqual([]);
    },
  );

  it.each([
    [
      'jsonld',
      JSON.stringify({
        '@graph': [0, 1, 2, 3].map((n) => ({
          '@id': `_:n3-${n}`,
          'http://e.example/p': { '@list': ['n3-1'] },
        })),
      }),
    ],
    [
      'rdfxml',
      RDF_XML(
        [0, 1, 2, 3]
          .map(
            (n) =>
              `<rdf:Description rdf:nodeID="n3-${n}"><e:p><rdf:Description/></e:p></rdf:Description>`,
          )
          .join(''),
      ),
    ],
  ] as const)('never takes a label of %s for a blank node without one', async (format, text) => {
    const quads = await readQuads(text, { format });
    const nodes = quads.flatMap(({ subject, object }) => [subject, object]);
    const labels = nodes
      .filter(({ termType }) => termType === 'BlankNode')
      .map(({ value }) => value);
    expect(new Set(labels).size).toBe(8);
  });

  it('tells the prefixes that a document declares', async () => {
    const { prefixes } = await readRdf('@prefix e: <http://e.example/> . PREFIX : <x#>', {
      format: rdfFormat('turtle'),
      baseIri: 'https://base.example/',
      blankNodeScope: 'b',
    });
    expect([...prefixes]).toEqual([
      ['e', 'http://e.example/'],
      ['', 'https://base.example/x#'],
    ]);
  });
});
