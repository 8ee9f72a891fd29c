/** The SPARQL 1.1 Update suite of the W3C, in process. https://www.w3.org/2009/sparql/docs/tests/README.html#updateevaltests */
import { isomorphic } from 'rdf-isomorphic';
import { type Quad, type Term, terms } from '../../src/rdf/index.ts';
import {
  applyUpdate,
  documentLoader,
  GraphStore,
  parseUpdate,
  readServiceTargets,
} from '../../src/sparql/index.ts';
import { ManifestGraph, readDocument, readText } from './manifest.ts';
import { iriOf } from './suites.ts';

/** Folders of the suite that ask what an update does. */
export const UPDATE_FOLDERS = [
  'add',
  'basic-update',
  'clear',
  'copy',
  'delete',
  'delete-data',
  'delete-insert',
  'delete-where',
  'drop',
  'move',
  'update-silent',
] as const;

export interface UpdateTest {
  /** "add#add01" */
  readonly key: string;
  readonly type: string;
  readonly request: string;
  readonly before: DatasetFiles;
  readonly after: DatasetFiles;
}

/** Documents of the default graph, and of named graphs by their names. */
interface DatasetFiles {
  readonly data: readonly string[];
  readonly graphs: readonly (readonly [name: string, document: string])[];
}

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const UT = 'http://www.w3.org/2009/sparql/tests/test-update#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

export async function readUpdateSuite(folder: string): Promise<UpdateTest[]> {
  const graph = new ManifestGraph(
    await readDocument(iriOf(`sparql/sparql11/${folder}/manifest.ttl`)),
  );
  const [manifest] = graph.subjects(`${MF}entries`);
  if (!manifest) throw new Error(`${folder} has no tests`);
  return graph.list(graph.object(manifest, `${MF}entries`)).map((entry) => {
    const action = graph.object(entry, `${MF}action`) as Term;
    const filesOf = (node: Term | undefined): DatasetFiles => ({
      data: node ? graph.objects(node, `${UT}data`).map(({ value }) => value) : [],
      graphs: (node ? graph.objects(node, `${UT}graphData`) : []).map((data) => [
        graph.object(data, RDFS_LABEL)?.value ?? '',
        (graph.object(data, `${UT}graph`) ?? graph.object(data, `${UT}data`))?.value ?? '',
      ]),
    });
    return {
      key: `${folder}#${entry.value.replace(/^.*#/, '')}`,
      type: (graph.object(entry, RDF_TYPE)?.value ?? '').replace(/^.*#/, ''),
      request: (graph.object(action, `${UT}request`) ?? action).value,
      before: filesOf(action),
      after: filesOf(graph.object(entry, `${MF}result`)),
    };
  });
}

/** Whether the update makes of the one dataset the other. */
export async function updateHolds(test: UpdateTest): Promise<boolean> {
  const text = readText(test.request);
  if (test.type.startsWith('Negative')) return !isUpdate(text, test.request);
  const operations = parseUpdate(text, test.request);
  if (/Syntax/.test(test.type)) return true;
  const store = await storeOf(test.before);
  let nodes = 0;
  await applyUpdate(store, operations, {
    engine: { baseIri: test.request },
    load: documentLoader(readServiceTargets([])),
    newBlankNode: () => {
      nodes += 1;
      return terms.blankNode(`new${nodes}`);
    },
  });
  return isomorphic(quadsOf(store) as never, quadsOf(await storeOf(test.after)) as never);
}

/** @throws what the parser throws besides its own errors. */
export function isUpdate(text: string, baseIri: string): boolean {
  try {
    parseUpdate(text, baseIri);
    return true;
  } catch (error) {
    if (['query-syntax', 'query-evaluation'].includes((error as { code: string }).code))
      return false;
    throw error;
  }
}

async function storeOf({ data, graphs }: DatasetFiles): Promise<GraphStore> {
  const store = GraphStore.empty('test');
  const documents = [
    ...data.map((iri) => [terms.defaultGraph(), iri] as const),
    ...graphs.map(([name, iri]) => [terms.namedNode(name), iri] as const),
  ];
  for (const [graph, iri] of documents) {
    store.create(graph);
    for (const quad of await readDocument(iri)) store.add(quad, graph);
  }
  return store;
}

const quadsOf = (store: GraphStore): Quad[] =>
  [undefined, ...store.names()].flatMap((name) =>
    store
      .triplesOf(name)
      .map(({ subject, predicate, object }) =>
        terms.quad(
          subject,
          predicate,
          object,
          name === undefined ? terms.defaultGraph() : terms.namedNode(name),
        ),
      ),
  );
