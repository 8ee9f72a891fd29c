/** curl: redirections, ranges of formats, compression, conditional requests. */
import { execute } from '../execute.ts';
import { check, expectText, type Program } from '../program.ts';

export const curl: Program = {
  name: 'curl',
  debian: ['curl'],
  run: async ({ origin }) => {
    const get = async (...args: string[]) =>
      (await execute('curl', ['-sS', '-i', '--max-time', '30', ...args])).stdout;
    const formats = [
      'text/turtle',
      'application/rdf+xml',
      'application/ld+json',
      'application/n-triples',
      'text/html',
    ];
    return Promise.all([
      ...formats.map((format) =>
        check(`a thing as ${format}`, async () => {
          const answer = await get('-L', '-H', `Accept: ${format}`, `${origin}/id/org/unesco`);
          expectText(answer, /^HTTP\/1\.1 303 /);
          expectText(
            answer,
            new RegExp(`\nHTTP/1\\.1 200 [^]*\ncontent-type: ${format.replace('+', '\\+')}`),
          );
        }),
      ),
      check('a preflight', async () =>
        expectText(
          await get('-X', 'OPTIONS', `${origin}/sparql`),
          /^HTTP\/1\.1 204 [^]*access-control-allow-origin: \*/,
        ),
      ),
      check('an answer that has not changed', async () => {
        const url = `${origin}/sparql?query=${encodeURIComponent('ASK { ?s ?p ?o }')}`;
        const etag = /etag: (\S+)/.exec(await get(url))?.[1] ?? '';
        expectText(await get('-H', `If-None-Match: ${etag}`, url), /^HTTP\/1\.1 304 /);
      }),
      check('a mistake with its place', async () =>
        expectText(
          await get(`${origin}/sparql?query=SELEC`),
          /^HTTP\/1\.1 400 [^]*access-control-allow-origin: \*[^]*"line":1/,
        ),
      ),
    ]);
  },
};
