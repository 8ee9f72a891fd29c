/** Every format, read back by programs that we did not write, with the worst that literals can hold. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import cytoscape from 'cytoscape';
import { strFromU8, unzipSync } from 'fflate';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Network, NETWORK_FORMATS } from '../../src/network/index.ts';
import { rdfs, terms } from '../../src/rdf/index.ts';
import { networkOf, networkOfQuads, writtenAs } from '../support/network-of.ts';
import { openRepository } from '../support/repository.ts';

const E = 'http://e.example/';
const iri = (name: string) => terms.namedNode(E + name);

/** Texts as they come, and as XML can hold them where it cannot hold all. */
const HOSTILE: readonly (readonly [what: string, text: string, inXml?: string])[] = [
  ['markup', '<script>alert("1")</script> & <![CDATA[ ]]> --> <b attr=\'x\'>'],
  ['entities', '&lt;b&gt; &amp;amp; &#0; &bogus;'],
  ['quotes', `" '' """ \\" \\' “”`],
  ['backslashes', 'C:\\new\\table\\N \\\\ \\'],
  ['line breaks', 'one\ntwo\r\nthree\rfour\u2028five\u0085six'],
  ['blanks', '  \t two tabs\t\t '],
  ['a formula', '=HYPERLINK("http://x.example","y"),+1;-2,@SUM'],
  ['right to left', '\u202Eשלום\u202C مرحبا'],
  ['beyond the basic plane', '𝔘𝔫𝔦 😀 𠀀'],
  [
    'control characters',
    'a\u0000b\u0001c\u001Fd\uFFFEe\u007Ff',
    'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\u007Ff',
  ],
  ['half of a character', 'a\uD800b\uDC00c', 'a\uFFFDb\uFFFDc'],
  ['the end of a comment', '*/ // # --> %> ?> ]] }} ;'],
  ['the words of formats', '__proto__ constructor node [label=x] -> digraph {'],
  ['nothing', ''],
  ['a million characters', `<${'x'.repeat(1_000_000)}>`],
];

/** A node for each text, which is its label and an attribute too; the edges lead from one to the next. */
let network: Network;
beforeAll(async () => {
  const quads = HOSTILE.flatMap(([, text], index) => [
    terms.quad(iri(`n${index}`), rdfs('label'), terms.literal(text)),
    terms.quad(iri(`n${index}`), iri('text'), terms.literal(text)),
    terms.quad(iri(`n${index}`), iri('to'), iri(`n${(index + 1) % HOSTILE.length}`)),
  ]);
  network = await networkOfQuads(quads, `<${E}to> <${rdfs('label').value}> "<&\\">\\u0001" .`);
});

const SENTENCE =
  '21 texts hold control characters, which this format cannot hold: each is shown as U+FFFD; JSON and CSV have them as they are.';
const EDGE_LABEL = '<&">\u0001';

interface ReadBack {
  /** Label and attribute by id. */
  readonly nodes: Readonly<Record<string, readonly [label: unknown, text: unknown]>>;
  /** Source, target, label. */
  readonly edges: readonly (readonly [string, string, unknown])[];
  readonly limits: unknown;
}

const expected = (isXml: boolean, limits: unknown): ReadBack => ({
  nodes: Object.fromEntries(
    HOSTILE.map(([, text, inXml = text], index) => {
      const held = isXml ? inXml : text;
      // A label of nothing names nothing.
      return [`${E}n${index}`, [held === '' ? `e:n${index}` : held, held]];
    }),
  ),
  edges: HOSTILE.map((_, index) => [
    `${E}n${index}`,
    `${E}n${(index + 1) % HOSTILE.length}`,
    isXml ? EDGE_LABEL.replace('\u0001', '\uFFFD') : EDGE_LABEL,
  ]),
  limits,
});

function fromGraphology(
  graph: MultiDirectedGraph,
  limits: unknown,
  attribute = 'e:text',
): ReadBack {
  return {
    nodes: Object.fromEntries(
      graph.mapNodes((id, attributes) => [id, [attributes['label'], attributes[attribute]]]),
    ),
    edges: graph.mapEdges((_, { label }, source, target) => [source, target, label]),
    limits,
  };
}

describe('hostile texts', () => {
  it('come through GEXF as far as XML goes', async () => {
    const text = String(await writtenAs('gexf', network));
    const graph = gexf.parse(MultiDirectedGraph, text);
    const meta = /<description>([^<]*)<\/description>/.exec(text)?.[1];
    // This reader names attributes by their id, the IRI.
    expect(fromGraphology(graph, meta, `${E}text`)).toEqual(expected(true, `Test&#10;${SENTENCE}`));
  });

  it('come through GraphML as far as XML goes', async () => {
    const graph = graphml.parse(MultiDirectedGraph, String(await writtenAs('graphml', network)));
    expect(fromGraphology(graph, graph.getAttribute('limits'))).toEqual(expected(true, SENTENCE));
  });

  it('come through Graphology JSON', async () => {
    const graph = new MultiDirectedGraph();
    graph.import(JSON.parse(String(await writtenAs('graphology', network))));
    expect(fromGraphology(graph, graph.getAttribute('limits'))).toEqual(expected(false, []));
  });

  it('come through Cytoscape JSON', async () => {
    const { elements, data } = JSON.parse(String(await writtenAs('cyjs', network)));
    const drawn = cytoscape({ headless: true, elements });
    const nodes = drawn
      .nodes()
      .map((node) => [node.id(), [node.data('label'), node.data('e:text')]] as const);
    const edges = drawn
      .edges()
      .map((edge) => [edge.source().id(), edge.target().id(), edge.data('interaction')] as const);
    expect({ nodes: Object.fromEntries(nodes), edges, limits: data.limits }).toEqual(
      expected(false, []),
    );
  });

  it('come through the tables', async () => {
    const { nodes, edges } = await tablesOf(network);
    // What no encoding holds is U+FFFD in UTF-8 too.
    const wanted = expected(false, undefined);
    expect({
      nodes: Object.fromEntries(nodes.map(({ Id, Label, 'e:text': text }) => [Id, [Label, text]])),
      edges: edges.map(({ Source, Target, Label }) => [Source, Target, Label]),
      limits: undefined,
    }).toEqual(JSON.parse(JSON.stringify(wanted).replaceAll(/\\ud800|\\udc00/g, '\uFFFD')));
  });

  it.skipIf(lacks('dot', '-V'))('come through DOT as Graphviz reads it', async () => {
    const text = String(await writtenAs('dot', network));
    expect(text.split('\n')[0]).toBe(`// ${SENTENCE}`);
    const { stdout, stderr } = spawnSync('dot', ['-Tjson0', '-Gnslimit=0.1'], {
      input: text,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const read = JSON.parse(stdout) as {
      readonly objects: readonly Readonly<Record<string, string>>[];
      readonly edges: readonly unknown[];
    };
    // Graphviz keeps a backslash before a backslash, and leaves out what is empty.
    const texts = read.objects.map((node) => [
      node['name'],
      (node['e:text'] ?? '').replaceAll('\\\\', '\\'),
    ]);
    expect(Object.fromEntries(texts)).toEqual(
      Object.fromEntries(HOSTILE.map(([, text, inXml = text], index) => [`${E}n${index}`, inXml])),
    );
    expect(stderr).toBe('');
    expect(read.edges.length).toBe(HOSTILE.length);
  });
});

async function tablesOf(from: Network) {
  const files = unzipSync(await writtenAs('zip', from));
  const read = (name: string) =>
    parseCsv(strFromU8(files[name] ?? new Uint8Array()), {
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[];
  const limits = files['limits.txt'];
  return {
    names: Object.keys(files),
    nodes: read('nodes.csv'),
    edges: read('edges.csv'),
    limits: limits && strFromU8(limits),
  };
}

describe('what was left out', () => {
  const SAID =
    'Only 1 of 2 nodes are here, those with the most links, and the edges between them. A limit of up to 50,000 nodes shows more.';
  const cut = () => networkOf('e:a e:p e:b .', { limit: 1 });

  it.each(['gexf', 'graphml', 'cyjs', 'dot', 'graphology'])('stands in %s', async (name) => {
    expect(String(await writtenAs(name, await cut()))).toContain(SAID);
  });

  it('stands beside the tables', async () => {
    const { names, limits } = await tablesOf(await cut());
    expect([names, limits]).toEqual([['nodes.csv', 'edges.csv', 'limits.txt'], `${SAID}\r\n`]);
  });
});

it.each(NETWORK_FORMATS)('$name is the same bytes each time', async ({ name }) => {
  const [first, second] = [await writtenAs(name, network), await writtenAs(name, network)];
  expect(first.equals(second)).toBe(true);
});

it('keeps numbers and truth values as such', async () => {
  const typed = await networkOf('e:a e:size 7 ; e:share 0.25 ; e:open true . e:b e:size -1 .');
  const graph = graphml.parse(MultiDirectedGraph, String(await writtenAs('graphml', typed)));
  expect(graph.getNodeAttributes(`${E}a`)).toEqual({
    label: 'e:a',
    'e:size': 7,
    'e:share': 0.25,
    'e:open': true,
  });
});

const suites =
  process.env['GRAPHPRESS_SUITES'] ?? resolve(import.meta.dirname, '../../../shared/suites');
const schema = resolve(suites, 'gexf-1.3/gexf.xsd');
const lacksSchema = !existsSync(schema) || lacks('xmllint', '--version');
if (lacksSchema)
  console.warn(
    `SKIPPED: GEXF is validated with xmllint (Debian: libxml2-utils) against ${schema}; say where the suites are with GRAPHPRESS_SUITES`,
  );

describe.skipIf(lacksSchema)('GEXF is valid by its schema', () => {
  const validate = (text: Buffer) => {
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--huge', '--schema', schema, '-'],
      { input: text, encoding: 'utf8' },
    );
    return { status, stderr };
  };

  it('with hostile texts', async () => {
    expect(validate(await writtenAs('gexf', network))).toEqual({
      status: 0,
      stderr: '- validates\n',
    });
  });

  it('for no triples at all', async () => {
    const empty = await networkOfQuads([]);
    expect(validate(await writtenAs('gexf', empty))).toEqual({
      status: 0,
      stderr: '- validates\n',
    });
  });

  it('for this repository', async () => {
    const { dataset } = await openRepository();
    const whole = await networkOf(dataset);
    expect(validate(await writtenAs('gexf', whole))).toEqual({
      status: 0,
      stderr: '- validates\n',
    });
  });
});

function lacks(program: string, flag: string): boolean {
  return spawnSync(program, [flag]).error !== undefined;
}
