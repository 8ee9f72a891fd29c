/** Comunica over the indexes of rdf-stores behind a thin server, the union of all graphs as its default graph. */
import { createReadStream } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';
import type { Bindings, Term } from '@rdfjs/types';
import { StreamParser } from 'n3';
import { RdfStore } from 'rdf-stores';
import { thinArguments, thinServer } from './thin-server.ts';

const { file, port } = thinArguments();
const store = RdfStore.createDefault(true);
await new Promise((resolve, reject) => {
  const quads = createReadStream(file).pipe(new StreamParser({ format: 'N-Quads' }));
  store
    .import(quads as never)
    .on('end', resolve)
    .on('error', reject);
});
const engine = new QueryEngine();

thinServer(port, async (query, signal) => {
  const context = { sources: [store], unionDefaultGraph: true };
  const result = await engine.query(query, context as never);
  switch (result.resultType) {
    case 'boolean':
      return JSON.stringify({ head: {}, boolean: await result.execute() });
    case 'bindings': {
      const { variables } = await result.metadata();
      const vars = variables.map(({ value }) => value);
      const rows = (await result.execute()) as unknown as Rows;
      const stop = () => rows.destroy();
      signal.addEventListener('abort', stop, { once: true });
      return await toJson(vars, rows);
    }
    default:
      throw new Error('only SELECT and ASK are measured');
  }
});

type Rows = AsyncIterable<Bindings> & { destroy(): void };

/** The light build brings no writer of results. https://www.w3.org/TR/sparql11-results-json/ */
async function toJson(vars: readonly string[], rows: Rows): Promise<string> {
  const written: string[] = [];
  for await (const row of rows) {
    const cells: string[] = [];
    for (const name of vars) {
      const term = row.get(name);
      if (term) cells.push(`${JSON.stringify(name)}:${jsonOf(term)}`);
    }
    written.push(`{${cells.join(',')}}`);
  }
  return `{"head":{"vars":${JSON.stringify(vars)}},"results":{"bindings":[${written.join(',')}]}}`;
}

function jsonOf(term: Term): string {
  const value = JSON.stringify(term.value);
  if (term.termType === 'NamedNode') return `{"type":"uri","value":${value}}`;
  if (term.termType === 'BlankNode') return `{"type":"bnode","value":${value}}`;
  if (term.termType !== 'Literal') throw new Error(`a ${term.termType} is no result`);
  if (term.language !== '')
    return `{"type":"literal","value":${value},"xml:lang":${JSON.stringify(term.language)}}`;
  return `{"type":"literal","value":${value},"datatype":${JSON.stringify(term.datatype.value)}}`;
}
