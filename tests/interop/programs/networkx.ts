/** networkx and Graphviz: what people draw networks with. */
import { join } from 'node:path';
import { execute } from '../execute.ts';
import { check, expectText, type Program } from '../program.ts';
import { reported } from '../reported.ts';

const SCRIPT = join(import.meta.dirname, '..', 'scripts', 'networkx-client.py');

export const networkx: Program = {
  name: 'networkx, Graphviz',
  debian: ['python3-networkx', 'graphviz'],
  run: async ({ origin }) => [
    ...reported(await execute('/usr/bin/python3', [SCRIPT, origin])),
    await check('dot draws a neighbourhood', async () => {
      const url = `${origin}/network.dot?resource=https://kg.example/id/org/unesco`;
      const { stdout, stderr } = await execute('dot', ['-Tsvg'], {
        input: await (await fetch(url)).text(),
      });
      expectText(stdout + stderr, /<svg [^]*UNESCO/);
    }),
  ],
};
