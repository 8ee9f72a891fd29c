/** Results as bytes, by hand after the examples and rules of the four formats. */
import { describe, expect, it } from 'vitest';
import type { GraphpressError } from '../../src/errors.ts';
import { type Term, terms, xsd } from '../../src/rdf/index.ts';
import { QueryTerms } from '../../src/sparql/values/query-terms.ts';
import { RESULT_FORMATS, type Solution } from '../../src/sparql/index.ts';
import { writeSolutions } from '../../src/sparql/results/write-solutions.ts';
import { buildStore } from '../../src/store/index.ts';

const typed = (value: string, name: string) =>
  terms.literal(value, terms.namedNode(xsd(name).value));
interface Table {
  readonly variables: readonly string[];
  readonly rows: readonly Solution[];
}

const table = (variables: readonly string[], ...rows: readonly Solution[]): Table => ({
  variables,
  rows,
});

/** Terms that the store holds are written from its bytes; others, which a query made, from themselves. */
function write(
  name: string,
  { variables, rows }: Table,
  where: 'stored' | 'made' = 'made',
): string {
  const format = RESULT_FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`there is no format ${name}`);
  const s = terms.namedNode('http://e.example/s');
  const held = where === 'stored' ? rows.flat().filter((term) => term !== undefined) : [];
  const store = buildStore(
    held.map((term) => terms.quad(s, s, term as never, s)),
    { version: 'test' },
  );
  const known = new QueryTerms(store.dictionary);
  const columns = variables.map((_, column) =>
    Uint32Array.from(rows, (row) => (row[column] ? known.intern(row[column] as never) : 0)),
  );
  const batches = rows.length === 0 ? [] : [{ length: rows.length, columns }];
  const chunks = [...writeSolutions({ variables, batches }, known, format.solutions)];
  return Buffer.concat(chunks).toString('utf8');
}

/** Every kind of value once; the last two rows are a row with nothing bound and one of a control character's kind. */
const ROWS: readonly Solution[] = [
  [terms.namedNode('http://e.example/a?b&c'), terms.blankNode('f0.x')],
  [terms.literal('plain'), terms.literal('您好', 'zh-Hans')],
  [typed('7', 'integer'), typed('1.50', 'decimal')],
  [typed('1e6', 'double'), typed('true', 'boolean')],
  [typed('seven', 'integer'), typed('2022-09-20', 'date')],
  [terms.literal('a, "b"\n<c>\t\\'), terms.literal('\r&')],
  [undefined, terms.literal('')],
  [undefined, undefined],
];

const EXPECTED: Readonly<Record<string, string>> = {
  // https://www.w3.org/TR/sparql11-results-json/
  json: String.raw`{"head":{"vars":["x","y"]},"results":{"bindings":[
{"x":{"type":"uri","value":"http://e.example/a?b&c"},"y":{"type":"bnode","value":"f0.x"}},
{"x":{"type":"literal","value":"plain"},"y":{"type":"literal","value":"您好","xml:lang":"zh-hans"}},
{"x":{"type":"literal","value":"7","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"y":{"type":"literal","value":"1.50","datatype":"http://www.w3.org/2001/XMLSchema#decimal"}},
{"x":{"type":"literal","value":"1e6","datatype":"http://www.w3.org/2001/XMLSchema#double"},"y":{"type":"literal","value":"true","datatype":"http://www.w3.org/2001/XMLSchema#boolean"}},
{"x":{"type":"literal","value":"seven","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"y":{"type":"literal","value":"2022-09-20","datatype":"http://www.w3.org/2001/XMLSchema#date"}},
{"x":{"type":"literal","value":"a, \"b\"\n<c>\t\\"},"y":{"type":"literal","value":"\r&"}},
{"y":{"type":"literal","value":""}},
{}
]}}
`,
  // https://www.w3.org/TR/rdf-sparql-XMLres/
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head>
    <variable name="x"/>
    <variable name="y"/>
  </head>
  <results>
    <result>
      <binding name="x"><uri>http://e.example/a?b&amp;c</uri></binding>
      <binding name="y"><bnode>f0.x</bnode></binding>
    </result>
    <result>
      <binding name="x"><literal>plain</literal></binding>
      <binding name="y"><literal xml:lang="zh-hans">您好</literal></binding>
    </result>
    <result>
      <binding name="x"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">7</literal></binding>
      <binding name="y"><literal datatype="http://www.w3.org/2001/XMLSchema#decimal">1.50</literal></binding>
    </result>
    <result>
      <binding name="x"><literal datatype="http://www.w3.org/2001/XMLSchema#double">1e6</literal></binding>
      <binding name="y"><literal datatype="http://www.w3.org/2001/XMLSchema#boolean">true</literal></binding>
    </result>
    <result>
      <binding name="x"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">seven</literal></binding>
      <binding name="y"><literal datatype="http://www.w3.org/2001/XMLSchema#date">2022-09-20</literal></binding>
    </result>
    <result>
      <binding name="x"><literal>a, &#34;b&#34;&#10;&#60;c&#62;&#9;\\</literal></binding>
      <binding name="y"><literal>&#13;&#38;</literal></binding>
    </result>
    <result>
      <binding name="y"><literal></literal></binding>
    </result>
    <result>
    </result>
  </results>
</sparql>
`,
  // https://www.w3.org/TR/sparql11-results-csv-tsv/#csv
  csv: [
    'x,y',
    'http://e.example/a?b&c,_:f0.x',
    'plain,您好',
    '7,1.50',
    '1e6,true',
    'seven,2022-09-20',
    '"a, ""b""\n<c>\t\\","\r&"',
    ',',
    ',',
    '',
  ].join('\r\n'),
  // https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv
  tsv: [
    '?x\t?y',
    '<http://e.example/a?b&c>\t_:f0.x',
    '"plain"\t"您好"@zh-hans',
    '7\t1.50',
    '1e6\t"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    '"seven"^^<http://www.w3.org/2001/XMLSchema#integer>\t"2022-09-20"^^<http://www.w3.org/2001/XMLSchema#date>',
    String.raw`"a, \"b\"\n<c>\t\\"` + '\t' + String.raw`"\r&"`,
    '\t""',
    '\t',
    '',
  ].join('\n'),
};

const NO_ROWS: Readonly<Record<string, string>> = {
  json: '{"head":{"vars":["x"]},"results":{"bindings":[\n]}}\n',
  xml: '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>\n    <variable name="x"/>\n  </head>\n  <results>\n  </results>\n</sparql>\n',
  csv: 'x\r\n',
  tsv: '?x\n',
};

const BOOLEAN: Readonly<Record<string, string>> = {
  json: '{"head":{},"boolean":true}\n',
  xml: '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head/>\n  <boolean>true</boolean>\n</sparql>\n',
  csv: 'boolean\r\ntrue\r\n',
  tsv: '?boolean\ntrue\n',
};

const names = RESULT_FORMATS.map(({ name }) => name);

describe('solutions', () => {
  it.each(names.flatMap((name) => [[name, 'stored'] as const, [name, 'made'] as const]))(
    'are written in %s, their terms %s',
    (name, where) => {
      expect(write(name, table(['x', 'y'], ...ROWS), where)).toBe(EXPECTED[name]);
    },
  );

  it.each(names)('that are none are written in %s', (name) => {
    expect(write(name, table(['x']))).toBe(NO_ROWS[name]);
  });

  it('are JSON that a parser takes, row for row', () => {
    const parsed = JSON.parse(write('json', table(['x', 'y'], ...ROWS))) as {
      results: { bindings: object[] };
    };
    expect(parsed.results.bindings).toHaveLength(ROWS.length);
  });

  it('with a triple term are written after RDF 1.2', () => {
    const [a, b] = [terms.namedNode('http://e/a'), terms.namedNode('http://e/b')];
    const triple = terms.quad(a, b, terms.literal('v', 'en')) as unknown as Term;
    const written = names.map((name) => write(name, table(['t'], [triple])));
    expect(
      written.map((text) =>
        text
          .replace(/\s*\n\s*/g, '\n')
          .split('\n')
          .find((line) => /http:\/\/e\/a/.test(line)),
      ),
    ).toEqual([
      '{"t":{"type":"triple","value":{"subject":{"type":"uri","value":"http://e/a"},"predicate":{"type":"uri","value":"http://e/b"},"object":{"type":"literal","value":"v","xml:lang":"en"}}}}',
      '<binding name="t"><triple><subject><uri>http://e/a</uri></subject><predicate><uri>http://e/b</uri></predicate><object><literal xml:lang="en">v</literal></object></triple></binding>',
      '<<( http://e/a http://e/b v )>>',
      '<<( <http://e/a> <http://e/b> "v"@en )>>',
    ]);
  });

  it('with a character that XML cannot hold are refused in XML alone', () => {
    const bell = table(['x'], [terms.literal('\u0007')]);
    expect(() => write('xml', bell)).toThrow(
      expect.objectContaining({ code: 'not-xml' }) as GraphpressError,
    );
    expect(write('json', bell)).toContain(String.raw`"\u0007"`);
  });
});

describe('a boolean', () => {
  it.each(RESULT_FORMATS)('is written in $name', ({ name, solutions }) => {
    expect(solutions.boolean(true)).toBe(BOOLEAN[name]);
  });
});
