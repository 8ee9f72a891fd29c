/** What a person sees of the written forms, and what RDF/XML refuses. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { type Prefixes, type RdfFormat, rdf, terms, writeRdf } from '../../src/rdf/index.ts';
import { rdfFormat } from '../support/rdf-format.ts';
import { readQuads } from '../support/read-quads.ts';

const PREFIXES: Prefixes = new Map([
  ['e', 'http://e.example/'],
  ['rdf', rdf('').value],
  ['unused', 'http://unused.example/'],
]);

const GIVEN = `@prefix e: <http://e.example/> .
e:s a e:Thing ; e:name "Über \\"uns\\""@de , "中文"@zh-hans ; e:list ( 1 [ e:in true ] () ) ;
    e:part [ e:deep [ e:value 1.50 ] ] ; e:see <http://e.example/a.b> .
_:both e:p _:both .
[] e:alone "x\\ny" .`;

const write = async (text: string, format: RdfFormat['name'], prefixes: Prefixes = PREFIXES) =>
  writeRdf(await readQuads(text), rdfFormat(format), prefixes);

describe('Turtle', () => {
  it('declares the prefixes in use and puts blank nodes and lists in place', async () => {
    expect(await write(GIVEN, 'turtle')).toBe(`@prefix e: <http://e.example/> .

e:s a e:Thing ;
    e:name "Über \\"uns\\""@de, "中文"@zh-hans ;
    e:list ( 1 [
        e:in true
    ] () ) ;
    e:part [
        e:deep [
            e:value 1.50
        ]
    ] ;
    e:see <http://e.example/a.b> .

_:bboth e:p _:bboth .

[] e:alone "x\\ny" .
`);
  });

  it('writes triple terms and base directions, which are of RDF 1.2', async () => {
    const [p, q] = [terms.namedNode('http://e.example/p'), terms.namedNode('http://e.example/q')];
    const literal = terms.literal('שלום', { language: 'he', direction: 'rtl' } as never);
    const quads = [terms.quad(p, q, terms.quad(p, q, literal) as never), terms.quad(p, q, literal)];
    expect(await writeRdf(quads, rdfFormat('turtle'), PREFIXES)).toBe(
      '@prefix e: <http://e.example/> .\n\ne:p e:q <<( e:p e:q "שלום"@he--rtl )>>, "שלום"@he--rtl .\n',
    );
  });

  it('escapes in an IRI what would end it', async () => {
    const odd = terms.namedNode('http://e.example/<a b>');
    expect(await writeRdf([terms.quad(odd, odd, odd)], rdfFormat('turtle'), new Map())).toBe(
      String.raw`<http://e.example/\u003Ca\u0020b\u003E> <http://e.example/\u003Ca\u0020b\u003E> <http://e.example/\u003Ca\u0020b\u003E> .` +
        '\n',
    );
  });
});

describe('blank nodes and lists that are hard to put in place', () => {
  const N = 20_000;
  const [FIRST, REST, NIL] = [rdf('first'), rdf('rest'), rdf('nil')].map(
    ({ value }) => `<${value}>`,
  );
  const numbers = Array.from({ length: N }, (_, n) => n);
  const cells = numbers.map((n) => `_:n${n} ${FIRST} ${n} ; ${REST} _:n${n + 1} .`);
  const HARD: readonly (readonly [what: string, text: string, triples: number])[] = [
    ['a list that bites its tail', `_:a ${FIRST} 1 ; ${REST} _:a .`, 2],
    [
      'a list of which an item leads back to it',
      `_:a ${FIRST} _:x ; ${REST} _:b . _:b ${FIRST} 1 ; ${REST} ${NIL} . _:x <p:p> _:a .`,
      5,
    ],
    [
      'a long list',
      `<s:s> <p:p> _:n0 . ${cells.join('\n')} _:n${N} ${FIRST} 0 ; ${REST} ${NIL} .`,
      2 * N + 3,
    ],
    ['a long list without an end', `<s:s> <p:p> _:n0 . ${cells.join('\n')}`, 2 * N + 1],
    [
      'a long chain',
      `<s:s> <p:p> _:n0 . ${numbers.map((n) => `_:n${n} <p:p> _:n${n + 1} .`).join('\n')}`,
      N + 1,
    ],
    ['a long ring', numbers.map((n) => `_:n${n} <p:p> _:n${(n + 1) % N} .`).join('\n'), N],
  ];

  it.each(
    HARD.flatMap((row) =>
      (['turtle', 'jsonld'] as const).map((format) => [format, ...row] as const),
    ),
  )('are written whole in %s: %s', async (format, _, text, triples) => {
    const written = await write(text, format);
    expect(await readQuads(written, { format })).toHaveLength(triples);
  });
});

describe('TriG', () => {
  it('puts the default graph first and each named graph into braces', async () => {
    const text =
      '@prefix e: <http://e.example/> . e:g { e:s e:p [ e:q 1 ] } e:s e:p _:x . _:x { e:a e:b 2 }';
    expect(await write(text, 'trig')).toBe(`@prefix e: <http://e.example/> .

e:s e:p _:bx .

e:g {
    e:s e:p [
            e:q 1
        ] .
}

_:bx {
    e:a e:b 2 .
}
`);
  });
});

describe('JSON-LD', () => {
  it('has a context of the prefixes in use and puts blank nodes and lists in place', async () => {
    expect(JSON.parse(await write(GIVEN, 'jsonld'))).toEqual({
      '@context': { e: 'http://e.example/' },
      '@graph': [
        {
          '@id': 'e:s',
          '@type': 'e:Thing',
          'e:name': [
            { '@value': 'Über "uns"', '@language': 'de' },
            { '@value': '中文', '@language': 'zh-hans' },
          ],
          'e:list': { '@list': [1, { 'e:in': true }, { '@list': [] }] },
          'e:part': {
            'e:deep': {
              'e:value': { '@value': '1.50', '@type': 'http://www.w3.org/2001/XMLSchema#decimal' },
            },
          },
          'e:see': { '@id': 'http://e.example/a.b' },
        },
        { '@id': '_:bboth', 'e:p': { '@id': '_:bboth' } },
        { 'e:alone': 'x\ny' },
      ],
    });
  });

  it('does not use a prefix that its readers would not take for one', async () => {
    const prefixes = new Map([
      ['open', 'http://e.example/x-'],
      ['urn', 'http://e.example/'],
    ]);
    const text = '<http://e.example/x-a> <http://e.example/p> <urn:isbn:1> .';
    expect(JSON.parse(await write(text, 'jsonld', prefixes))).toEqual({
      '@context': {},
      '@id': 'http://e.example/x-a',
      'http://e.example/p': { '@id': 'urn:isbn:1' },
    });
  });
});

describe('RDF/XML', () => {
  it('writes one description per subject, under known namespaces and numbered ones', async () => {
    const text =
      '@prefix e: <http://e.example/> . e:s e:p "a<b"@en ; <http://other.example/q> [ e:p 1 ] .';
    expect(await write(text, 'rdfxml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:e="http://e.example/"
  xmlns:ns2="http://other.example/">
  <rdf:Description rdf:about="http://e.example/s">
    <e:p xml:lang="en">a&#60;b</e:p>
    <ns2:q rdf:nodeID="bb_x2d_0"/>
  </rdf:Description>
  <rdf:Description rdf:nodeID="bb_x2d_0">
    <e:p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</e:p>
  </rdf:Description>
</rdf:RDF>
`);
  });

  it.each([
    [
      'a property that does not end in a name',
      '<http://e/s> <http://e/1> 1 .',
      'RDF/XML cannot write the property <http://e/1>, which does not end in a name: ask for Turtle',
    ],
    [
      'a control character',
      String.raw`<http://e/s> <http://e/p> "\u0007" .`,
      'a value holds a control character, which XML cannot hold: ask for a format that is not XML',
    ],
    [
      'a triple term',
      '<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> 1 )>> .',
      'RDF/XML has no triple terms: ask for Turtle or N-Triples',
    ],
  ])('refuses %s', async (_, text, message) => {
    const error: unknown = await write(text, 'rdfxml').catch((thrown: unknown) => thrown);
    expect(error).toEqual(new GraphpressError('not-xml', message));
    expect((error as GraphpressError).code).toBe('not-xml');
  });
});

describe('a syntax without named graphs', () => {
  it.each(['turtle', 'rdfxml', 'ntriples'] as const)(
    'gets each triple once in %s',
    async (format) => {
      const quads = await readQuads(
        '@prefix e: <http://e.example/> . e:g { e:s e:p 1 } e:h { e:s e:p 1, 2 } e:s e:p 1 .',
      );
      const written = await writeRdf(quads, rdfFormat(format), PREFIXES);
      const read = await readQuads(written, { format });
      expect(read.map((quad) => [quad.object.value, quad.graph.value])).toEqual([
        ['1', ''],
        ['2', ''],
      ]);
    },
  );
});

describe('no quads', () => {
  it.each([
    ['turtle', ''],
    ['trig', ''],
    ['ntriples', ''],
    ['nquads', ''],
    ['jsonld', '{\n  "@context": {},\n  "@graph": []\n}\n'],
  ] as const)('make an empty document of %s', async (format, text) => {
    expect(await write('', format)).toBe(text);
  });
});
