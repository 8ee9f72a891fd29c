/** SPARQL 1.1 Query Results JSON Format. https://www.w3.org/TR/sparql11-results-json/ */
import type { Term } from '../../rdf/index.ts';
import { xsd } from '../../rdf/index.ts';
import type { Solution, TabularResult } from '../engine.ts';

export async function* writeJson(result: TabularResult): AsyncIterable<string> {
  if (result.kind === 'boolean') {
    yield `{"head":{},"boolean":${result.value}}\n`;
    return;
  }
  yield `{"head":{"vars":${JSON.stringify(result.variables)}},"results":{"bindings":[`;
  let separator = '\n';
  for await (const solution of result.solutions) {
    yield separator + JSON.stringify(toBinding(result.variables, solution));
    separator = ',\n';
  }
  yield '\n]}}\n';
}

/** Unbound variables have no member. https://www.w3.org/TR/sparql11-results-json/#select-encode-terms */
function toBinding(variables: readonly string[], solution: Solution): object {
  const members = variables.flatMap((name, column) => {
    const term = solution[column];
    return term ? [[name, toJsonTerm(term)] as const] : [];
  });
  // An assignment to the member "__proto__", which is a legal name of a variable, would be lost.
  return Object.fromEntries(members);
}

function toJsonTerm(term: Term): object {
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value: term.value };
    case 'BlankNode':
      return { type: 'bnode', value: term.value };
    case 'Literal': {
      const plain = { type: 'literal', value: term.value };
      if (term.language) {
        const direction = (term as { direction?: string | null }).direction;
        return { ...plain, 'xml:lang': term.language, ...(direction && { 'its:dir': direction }) };
      }
      return term.datatype.equals(xsd('string'))
        ? plain
        : { ...plain, datatype: term.datatype.value };
    }
    case 'Quad':
      return {
        type: 'triple',
        value: {
          subject: toJsonTerm(term.subject),
          predicate: toJsonTerm(term.predicate),
          object: toJsonTerm(term.object),
        },
      };
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`a ${term.termType} is no value of a solution`);
  }
}
