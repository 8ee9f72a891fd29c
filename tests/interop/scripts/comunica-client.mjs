/** Comunica over the running server. Prints a line for each case: its name, a tab, "ok" or the mistake. */
import { QueryEngine } from '@comunica/query-sparql';

const [origin] = process.argv.slice(2);
const endpoint = `${origin}/sparql`;
const engine = new QueryEngine();
const TYPES = 'SELECT ?s { ?s a <https://kg.example/def/edu#PressRelease> }';

async function rows(query, sources) {
  const stream = await engine.queryBindings(query, { sources });
  return (await stream.toArray()).length;
}

const CASES = {
  'an endpoint that it is told of': () => rows(TYPES, [{ type: 'sparql', value: endpoint }]),
  'an endpoint that it finds out about': () => rows(TYPES, [endpoint]),
  'a thing, by its links': () => rows('SELECT * { ?s ?p ?o } LIMIT 5', [`${origin}/id/org/unesco`]),
  'a graph': () => rows('SELECT * { ?s ?p ?o } LIMIT 5', [`${origin}/graph/entities`]),
  'Triple Pattern Fragments': () => rows(TYPES, [{ type: 'qpf', value: `${origin}/tpf` }]),
  SERVICE: () =>
    rows(`SELECT * { SERVICE <${endpoint}> { ?s a <https://kg.example/def/edu#PressRelease> } }`, [
      { type: 'serialized', value: '<a:b> <a:c> 1 .', mediaType: 'text/turtle', baseIRI: 'a:' },
    ]),
  CONSTRUCT: async () => {
    const stream = await engine.queryQuads('CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3', {
      sources: [endpoint],
    });
    return (await stream.toArray()).length;
  },
};

for (const [name, run] of Object.entries(CASES))
  try {
    const count = await run();
    console.log(`${name}\t${count > 0 ? 'ok' : 'no rows'}`);
  } catch (error) {
    console.log(`${name}\t${String(error.message).split('\n')[0]}`);
  }
process.exit(0);
