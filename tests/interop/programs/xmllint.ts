/** xmllint: the networks by the schema of GEXF, the sitemap by that of sitemaps.org. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suiteFile } from '../../w3c/suites.ts';
import { execute } from '../execute.ts';
import { npmFolder } from '../installed.ts';
import { check, expectText, type Program } from '../program.ts';

const npm = { dependencies: { sitemap: '9.0.1' } };
const GEXF = suiteFile('gexf-1.3', 'gexf.xsd');

export const xmllint: Program = {
  name: 'xmllint',
  debian: ['libxml2-utils'],
  npm,
  run: async ({ origin }) => {
    const validate = async (path: string, schema: string) => {
      const input = await (await fetch(origin + path)).text();
      const args = ['--noout', '--nonet', '--schema', schema, '-'];
      const { stdout, stderr } = await execute('xmllint', args, { input });
      expectText(stdout + stderr, /^- validates/m);
    };
    const sitemap = join(npmFolder(npm), 'node_modules', 'sitemap', 'schema', 'sitemap.xsd');
    const networks = ['', '?resource=https://kg.example/id/org/unesco&depth=2'];
    return Promise.all([
      check('the sitemap', () => validate('/sitemap.xml', sitemap)),
      ...(existsSync(GEXF) ? networks : []).map((query) =>
        check(`/network.gexf${query}`, () => validate(`/network.gexf${query}`, GEXF)),
      ),
    ]);
  },
};
