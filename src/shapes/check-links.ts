/** IRIs of the publication that are used but have no description. */
import { owl } from '../rdf/index.ts';
import { DEFAULT_GRAPH } from '../store/index.ts';
import { type CheckSection, count, type Finding } from './report.ts';
import type { CheckSubject } from './subject.ts';

/** Properties whose objects are other states of the same document, which need no description of their own. */
const VERSION_PROPERTIES = new Set([owl('versionIRI').value, owl('priorVersion').value]);

export async function checkLinks({
  dataset,
  base,
  descriptions,
}: CheckSubject): Promise<CheckSection> {
  const { dictionary } = dataset;
  const graphs = new Set(dataset.graphs.map((graph) => dictionary.termOf(graph).value));
  const namedIn = new Map<string, Set<string>>();
  for (const quad of dataset.scan({ graph: DEFAULT_GRAPH })) {
    const predicate = dictionary.termOf(quad.predicate).value;
    if (VERSION_PROPERTIES.has(predicate)) continue;
    for (const term of [quad.predicate, quad.object].map((id) => dictionary.termOf(id))) {
      if (term.termType !== 'NamedNode' || !term.value.startsWith(base)) continue;
      const places = namedIn.get(term.value) ?? new Set();
      namedIn.set(term.value, places.add(dictionary.termOf(quad.graph).value));
    }
  }
  const findings: Finding[] = [];
  for (const [iri, places] of namedIn)
    if (!graphs.has(iri) && !(await descriptions.has(iri)))
      findings.push({
        severity: 'violation',
        subject: iri,
        message: `is named in ${[...places].join(', ')} but described nowhere`,
      });
  return {
    name: 'links',
    summary: `${findings.length === 0 ? 'none' : findings.length} of ${count(namedIn.size, 'IRI')} named here ${findings.length > 1 ? 'are' : 'is'} without a description`,
    wasRun: true,
    findings,
  };
}
