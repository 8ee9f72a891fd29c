/** roqet of Rasqal: a client in C that escapes letters in its URLs. */
import { execute } from '../execute.ts';
import { check, expectText, type Program } from '../program.ts';

export const rasqal: Program = {
  name: 'roqet (Rasqal)',
  debian: ['rasqal-utils'],
  run: ({ origin }) => {
    const ask = async (query: string, format: string) => {
      const args = ['-q', '-p', `${origin}/sparql`, '-e', query, '-r', format];
      const { stdout, stderr } = await execute('roqet', args);
      return stdout + stderr;
    };
    return Promise.all([
      check('SELECT', async () =>
        expectText(
          await ask('SELECT ?s WHERE { ?s a <https://kg.example/def/edu#PressRelease> }', 'csv'),
          /moe-en-20220926-664993/,
        ),
      ),
      // Not ASK: as a client, roqet shows no boolean of anybody.
      check('SELECT of literals in two languages', async () =>
        expectText(
          await ask(
            'SELECT ?l WHERE { <https://kg.example/id/org/unesco> <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }',
            'xml',
          ),
          /xml:lang="en"[^]*xml:lang="zh-hans"|xml:lang="zh-hans"[^]*xml:lang="en"/,
        ),
      ),
    ]);
  },
};
