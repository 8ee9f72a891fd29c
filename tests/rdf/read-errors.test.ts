/** Text that is not in its syntax: where it stops being so, and why. */
import { describe, expect, it } from 'vitest';
import { type RdfFormat, RdfSyntaxError } from '../../src/rdf/index.ts';
import { readQuads } from '../support/read-quads.ts';

const RDF_XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">';

type Row = readonly [
  format: RdfFormat['name'],
  what: string,
  text: string,
  line: number,
  column: number,
  reason: string,
];

const ROWS: readonly Row[] = [
  ['turtle', 'a file that breaks off', '<a> <b> .', 1, 9, 'Expected entity but the file ends'],
  ['turtle', 'an end without a line end', '<a> <b>', 1, 8, 'Expected entity but the file ends'],
  [
    'turtle',
    'a missing dot',
    '@prefix e: <http://e/> .\ne:a e:b e:c\ne:d e:e e:f .',
    3,
    1,
    'Expected punctuation to follow "http://e/c"',
  ],
  [
    'turtle',
    'an unknown prefix',
    '<a> <b> <c> .\n  ex:a <b> <c> .',
    2,
    3,
    'Undefined prefix "ex:"',
  ],
  ['turtle', 'an open string', '<a> <b> "open .\n<c> <d> "e" .', 1, 9, 'Unexpected ""open"'],
  ['turtle', 'an unknown escape', String.raw`<a> <b> "\q" .`, 1, 9, String.raw`Unexpected ""\q""`],
  ['turtle', 'a space in an IRI', '<a> <b> <c d> .', 1, 9, 'Unexpected "<c"'],
  ['turtle', 'a literal as a property', '# 注\n<a> "b" <c> .', 2, 5, 'Unexpected literal'],
  [
    'turtle',
    'a place after a text of several lines',
    '<a> <b> """x\n\n"""  <c> .',
    3,
    6,
    'Expected punctuation to follow ""x ""',
  ],
  ['turtle', 'a graph', '<g> { <a> <b> <c> }', 1, 5, 'Expected entity but got {'],
  ['trig', 'an open graph', '<g> { <a> <b> <c> .\n', 2, 1, 'Unclosed graph'],
  [
    'ntriples',
    'a bare number',
    '<http://e/a> <http://e/b> 1 .',
    1,
    27,
    'an object is expected here',
  ],
  [
    'ntriples',
    'a relative IRI',
    '<http://e/a> <http://e/b> "c" .\n<a> <http://e/b> "c" .',
    2,
    1,
    'an IRI must be absolute here',
  ],
  [
    'nquads',
    'a literal as a graph',
    '<http://e/a> <http://e/b> "c" "g" .',
    1,
    31,
    'an IRI or a blank node is expected here',
  ],
  ['jsonld', 'an empty file', '', 1, 1, 'Unexpected end of JSON input'],
  [
    'jsonld',
    'a comma too many',
    '{\n  "@id": "a",\n}',
    3,
    1,
    'Expected double-quoted property name',
  ],
  [
    'jsonld',
    'a missing comma',
    '{\n  "a": 1\n  "b": 2\n}',
    3,
    3,
    "Expected ',' or '}' after property value",
  ],
  ['jsonld', 'a word that is no value', '{\n  "a": tru }', 2, 11, "Unexpected token ' '"],
  [
    'jsonld',
    'the same far inside',
    `{\n  "a": "${'x'.repeat(80)}",\n  "b": nil,\n  "c": "${'x'.repeat(80)}"\n}`,
    3,
    9,
    "Unexpected token 'i'",
  ],
  ['jsonld', 'an open string', '{"a": "x', 1, 9, 'Unterminated string'],
  [
    'jsonld',
    'a context elsewhere',
    '{"@context": "https://schema.org/", "name": "x"}',
    1,
    1,
    'Failed to load remote context https://schema.org/: the remote context <https://schema.org/> is not fetched; write its terms into the file',
  ],
  [
    'jsonld',
    'an @id that is no text',
    '{"@id": 5, "http://e/b": "x"}',
    1,
    1,
    "Found illegal @id '5'",
  ],
  ['rdfxml', 'an empty file', '', 1, 1, 'document must contain a root element'],
  ['rdfxml', 'a text that is no XML', 'hello', 1, 5, 'text data outside of root node'],
  [
    'rdfxml',
    'a file that breaks off',
    `${RDF_XML}\n  <rdf:Description>`,
    2,
    19,
    'unclosed tag: rdf:Description',
  ],
  ['rdfxml', 'a file that lacks its last tag', `${RDF_XML}\n`, 2, 1, 'unclosed tag: rdf:RDF'],
  [
    'rdfxml',
    'crossing tags',
    `${RDF_XML}\n  <rdf:Description>\n</rdf:RDF>`,
    3,
    10,
    'unexpected close tag',
  ],
  [
    'rdfxml',
    'an unknown prefix',
    `${RDF_XML}\n  <ex:a/>\n</rdf:RDF>`,
    2,
    9,
    'unbound namespace prefix: "ex"',
  ],
  [
    'rdfxml',
    'a node with two names',
    `${RDF_XML}\n<rdf:Description rdf:about="a" rdf:nodeID="b"/></rdf:RDF>`,
    2,
    47,
    'Only one of rdf:about, rdf:nodeID and rdf:ID can be present, while b and a where found',
  ],
];

describe('a text that is not in its syntax', () => {
  it.each(ROWS)('%s: says where and why for %s', async (format, _, text, line, column, reason) => {
    const error: unknown = await readQuads(text, { format }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RdfSyntaxError);
    const { code, details, message, position } = error as RdfSyntaxError;
    expect({ code, details, message, position }).toEqual({
      code: 'rdf-syntax',
      details: { line, column },
      message: reason,
      position: { line, column },
    });
  });
});
