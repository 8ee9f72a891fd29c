/** The SPARQL 1.1 suite of the W3C, in process: syntax, query evaluation, result formats. */
import { terms } from '../../src/rdf/index.ts';
import {
  chunksOf,
  embeddedEngine,
  type Engine,
  parseQuery,
  QuerySyntaxError,
  type ServiceClient,
  ServiceError,
  type ServiceRow,
} from '../../src/sparql/index.ts';
import { buildStore } from '../../src/store/index.ts';
import { readDocument, readManifest, readText, type W3cTest } from './manifest.ts';
import { type Asking, givesExpected } from './result-set.ts';
import { iriOf } from './suites.ts';
import { isUpdate } from './update-suite.ts';

/** Folders of the suite that ask what a query engine does. */
export const FOLDERS = [
  'aggregates',
  'bind',
  'bindings',
  'cast',
  'construct',
  'csv-tsv-res',
  'entailment',
  'exists',
  'functions',
  'grouping',
  'json-res',
  'negation',
  'project-expression',
  'property-path',
  'service',
  'subquery',
  'syntax-fed',
  'syntax-query',
  'syntax-update-1',
  'syntax-update-2',
] as const;

/** Why a test is not run; undefined for one that is. */
export const reasonToSkip = (test: W3cTest): string | undefined =>
  test.needsEntailment
    ? 'asks for an entailment regime; this is a simple-entailment engine'
    : undefined;

/** "bindings#graph". */
export const keyOf = ({ iri }: W3cTest): string =>
  iri.replace(/^.*\/([^/]+)\/manifest(?:\.ttl)?#/, '$1#');

export const readSuite = (folder: string): Promise<W3cTest[]> =>
  readManifest(iriOf(`sparql/sparql11/${folder}/manifest.ttl`));

/** Whether the test holds. */
export async function holds(test: W3cTest): Promise<boolean> {
  const text = readText(test.action);
  if (/UpdateSyntax/.test(test.type))
    return isUpdate(text, test.action) !== test.type.startsWith('Negative');
  if (test.type.startsWith('Negative')) return !isSparql(text);
  const query = parseQuery(text);
  if (/Syntax/.test(test.type)) return true;
  if (test.result === undefined) throw new Error(`${test.iri} has no result`);
  const { store, graphs } = await readDataset(test);
  const services = await otherEndpoints(test);
  const engine = embeddedEngine(store, { baseIri: test.action, services });
  // A query that names its dataset itself keeps it.
  const dataset = /\bFROM\b/.test(text) ? undefined : graphs;
  const request = { query, ...(dataset && { dataset }) };
  const asking: Asking = {
    query: () => engine.query(request),
    write: async (format) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of chunksOf(await engine.write(request, format))) chunks.push(chunk);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
  return givesExpected(asking, test.result, query);
}

function isSparql(text: string): boolean {
  try {
    parseQuery(text);
    return true;
  } catch (error) {
    if (error instanceof QuerySyntaxError) return false;
    throw error;
  }
}

/** Endpoints that are not there, but for the network: each answers by an engine of its own. */
async function otherEndpoints({ services }: W3cTest): Promise<ServiceClient> {
  const engines = new Map<string, Engine>();
  const client: ServiceClient = {
    select: async (endpoint, text) => {
      const engine = engines.get(endpoint);
      if (!engine) throw new ServiceError('service-failed', 'nobody is there', endpoint);
      const result = await engine.query({ query: parseQuery(text) });
      if (result.kind !== 'solutions') throw new Error('an endpoint is asked for solutions');
      const rows: ServiceRow[] = [];
      for await (const solution of result.solutions)
        rows.push(
          Object.fromEntries(
            result.variables.flatMap((name, place) => {
              const term = solution[place];
              return term ? [[name, term]] : [];
            }),
          ),
        );
      return rows;
    },
  };
  for (const [endpoint, documents] of services) {
    const quads = (await Promise.all(documents.map((iri) => readDocument(iri)))).flat();
    const graph = terms.namedNode(DEFAULT);
    const named = quads.map((quad) => terms.quad(quad.subject, quad.predicate, quad.object, graph));
    const store = buildStore(named, { version: 'test' });
    engines.set(endpoint, embeddedEngine(store, { baseIri: endpoint, services: client }));
  }
  return client;
}

/** The graph that stands for the nameless default graph of a test. */
const DEFAULT = 'urn:default';

/** In the suite the default graph is no union: it is a graph of its own, without a name that GRAPH could find. */
async function readDataset({ data, graphData }: W3cTest) {
  const quads = [];
  for (const [iris, isDefault] of [
    [data, true],
    [graphData, false],
  ] as const)
    for (const iri of iris)
      for (const quad of await readDocument(iri)) {
        const graph = isDefault ? DEFAULT : iri;
        quads.push(terms.quad(quad.subject, quad.predicate, quad.object, terms.namedNode(graph)));
      }
  return {
    store: buildStore(quads, { version: 'test', isInDefaultGraph: (iri) => iri === DEFAULT }),
    graphs: { defaultGraphs: [DEFAULT], namedGraphs: graphData },
  };
}
