/** rapper of Raptor and serdi of Serd: strict parsers in C; rapper guesses what it gets. */
import { execute } from '../execute.ts';
import { check, expectText, type Program } from '../program.ts';

export const raptor: Program = {
  name: 'rapper (Raptor), serdi (Serd)',
  debian: ['raptor2-utils', 'serdi'],
  run: ({ origin }) => {
    const fetchText = async (path: string, accept: string) =>
      (await fetch(origin + path, { headers: { accept } })).text();
    return Promise.all([
      check('dereferences a thing', async () => {
        const { stderr } = await execute('rapper', ['-c', '-g', `${origin}/id/org/unesco`]);
        expectText(stderr, /returned [1-9]\d* triples/);
      }),
      ...(['turtle', 'rdfxml', 'ntriples'] as const).map((syntax) =>
        check(`reads ${syntax}`, async () => {
          const accept = {
            turtle: 'text/turtle',
            rdfxml: 'application/rdf+xml',
            ntriples: 'application/n-triples',
          };
          const input = await fetchText('/doc/org/moe', accept[syntax]);
          const args = ['-c', '-i', syntax, '-', 'https://kg.example/doc/org/moe'];
          const { code, stderr } = await execute('rapper', args, { input });
          expectText(`${code} ${stderr}`, /^0 [^]*returned [1-9]\d* triples/);
        }),
      ),
      ...(['nquads', 'trig', 'turtle'] as const).map((syntax) =>
        check(`reads a graph as ${syntax}, strictly`, async () => {
          const accept = {
            nquads: 'application/n-quads',
            trig: 'application/trig',
            turtle: 'text/turtle',
          };
          const input = await fetchText('/graph/entities', accept[syntax]);
          const { code, stdout } = await execute('serdi', ['-i', syntax, '-'], { input });
          expectText(`${code} ${stdout.split('\n').length}`, /^0 [1-9]\d\d/);
        }),
      ),
    ]);
  },
};
