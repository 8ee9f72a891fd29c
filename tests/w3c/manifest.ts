/** Test manifests of the W3C. https://www.w3.org/2001/sw/DataAccess/tests/README.html */
import { readFileSync } from 'node:fs';
import { formatOfFileName, type Quad, readRdf, type Term } from '../../src/rdf/index.ts';
import { pathOf } from './suites.ts';

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SD = 'http://www.w3.org/ns/sparql-service-description#';

export interface W3cTest {
  readonly iri: string;
  readonly name: string;
  /** Local name of its type: "QueryEvaluationTest". */
  readonly type: string;
  /** The document it is about; for a query test, the query. */
  readonly action: string;
  readonly data: readonly string[];
  readonly graphData: readonly string[];
  readonly result: string | undefined;
  readonly needsEntailment: boolean;
  /** What other endpoints hold, by their IRI. */
  readonly services: ReadonlyMap<string, readonly string[]>;
  /** Base of the documents, where it is not their own address. */
  readonly base: string | undefined;
}

/** All tests of a manifest, in its order. */
export async function readManifest(iri: string): Promise<W3cTest[]> {
  const graph = new ManifestGraph(await readDocument(iri));
  const [manifest] = graph.subjects(`${MF}entries`);
  if (!manifest) return [];
  const base = graph.object(manifest, `${MF}assumedTestBase`)?.value;
  return graph
    .list(graph.object(manifest, `${MF}entries`))
    .map((entry) => toTest(graph, entry, base));
}

function toTest(graph: ManifestGraph, entry: Term, base: string | undefined): W3cTest {
  const action = graph.object(entry, `${MF}action`);
  const query =
    action && (graph.object(action, `${QT}query`) ?? graph.object(action, `${QT}request`));
  const inAction = (name: string) => (action ? graph.objects(action, `${QT}${name}`) : []);
  return {
    iri: entry.value,
    name: graph.object(entry, `${MF}name`)?.value ?? entry.value,
    type: (graph.object(entry, `${RDF}type`)?.value ?? '').replace(/^.*[#/]/, ''),
    action: (query ?? action)?.value ?? '',
    data: inAction('data').map((term) => term.value),
    graphData: inAction('graphData').map((term) => term.value),
    result: graph.object(entry, `${MF}result`)?.value,
    needsEntailment:
      action !== undefined && graph.objects(action, `${SD}entailmentRegime`).length > 0,
    services: new Map(
      inAction('serviceData').map((service) => [
        graph.object(service, `${QT}endpoint`)?.value ?? '',
        graph.objects(service, `${QT}data`).map((term) => term.value),
      ]),
    ),
    base,
  };
}

/** The text of a document in a suite. */
export const readText = (iri: string): string => readFileSync(pathOf(iri), 'utf8');

/** The quads of a document in a suite. */
export async function readDocument(iri: string, baseIri = iri): Promise<readonly Quad[]> {
  const format = formatOfFileName(iri);
  if (!format) throw new Error(`no RDF syntax has the extension of ${iri}`);
  return (await readRdf(readText(iri), { format, baseIri, blankNodeScope: 'b' })).quads;
}

export class ManifestGraph {
  readonly #quads: readonly Quad[];

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
  }

  subjects(predicate: string): Term[] {
    return this.#quads
      .filter((quad) => quad.predicate.value === predicate)
      .map((quad) => quad.subject);
  }

  objects(subject: Term, predicate: string): Term[] {
    return this.#quads
      .filter((quad) => quad.subject.equals(subject) && quad.predicate.value === predicate)
      .map((quad) => quad.object);
  }

  object(subject: Term, predicate: string): Term | undefined {
    return this.objects(subject, predicate)[0];
  }

  list(head: Term | undefined): Term[] {
    const items: Term[] = [];
    for (
      let cell = head;
      cell && cell.value !== `${RDF}nil`;
      cell = this.object(cell, `${RDF}rest`)
    ) {
      const item = this.object(cell, `${RDF}first`);
      if (item) items.push(item);
    }
    return items;
  }
}
