/** What the explorer saves: files that other programs read, of whatever is in view, however hostile its texts. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, look, startSite } from '../support/browser.ts';
import { type ExplorerVisit, openExplorer } from '../support/explorer-visit.ts';
import type { TestServer } from '../support/http-server.ts';
import { publicationOf } from '../support/publication-of.ts';

interface Reader {
  readonly parse: (constructor: unknown, text: string, options?: unknown) => MultiDirectedGraph;
}

const load = createRequire(import.meta.url);
const gexf = load('graphology-gexf') as Reader;
const graphml = load('graphology-graphml') as Reader;

const HOSTILE = String.raw`<script>alert(1)</script> & "quotes" 'and' ]]> \u0001 \uFFFE`;
const DATA = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix e: <https://e.test/> .
  e:d <http://rdfs.org/ns/void#uriSpace> "https://e.test/" ; <http://rdfs.org/ns/void#exampleResource> e:a .
  e:a a <https://schema.org/Person> ; rdfs:label "${HOSTILE.replaceAll('"', String.raw`\"`)}" ;
    e:p e:b , e:rtl , e:nameless ; e:q e:b .
  e:p rdfs:label "p <b> &" .
  e:rtl rdfs:label "שלום עולם (1)" .
  e:b rdfs:label "教育部，第一行\\n第二行" ; e:p e:a .
  e:nameless e:p [ rdfs:label "blank" ] .`;

let browser: Browser;
let site: TestServer;
let explorer: ExplorerVisit;
beforeAll(async () => {
  site = await startSite(await publicationOf({ 'data/all.ttl': DATA }));
  browser = await launchBrowser();
  explorer = await openExplorer(browser, site);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function save(format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = explorer.page.waitForEvent('download');
  await explorer.page.locator(`[data-save="${format}"]`).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const schema = resolve(
  process.env['GRAPHPRESS_SUITES'] ?? resolve(import.meta.dirname, '../../../shared/suites'),
  'gexf-1.3/gexf.xsd',
);
const lacksXmllint = spawnSync('xmllint', ['--version']).error !== undefined;
const lacksSchema = lacksXmllint || !existsSync(schema);
if (lacksSchema) console.warn(`SKIPPED: GEXF is validated with xmllint against ${schema}`);

const xmllint = (bytes: Buffer, ...options: readonly string[]) =>
  spawnSync('xmllint', ['--noout', ...options, '-'], { input: bytes, encoding: 'utf8' }).stderr;

describe('a file', () => {
  it('of GEXF holds what is in view, with places and colours', async () => {
    const { name, bytes } = await save('gexf');
    const graph = gexf.parse(MultiDirectedGraph, bytes.toString(), {
      addMissingNodes: false,
      allowUndeclaredAttributes: false,
    });
    const [nodes, links] = await explorer.counts();
    expect(name).toMatch(/\.gexf$/);
    expect([graph.order, graph.size]).toEqual([nodes, links]);
    const attributes = graph.getNodeAttributes('https://e.test/a');
    expect(attributes).toMatchObject({ kind: 'person', color: 'rgb(106,61,154)' });
    expect(Number.isFinite(attributes['x'])).toBe(true);
    expect(String(attributes['label'])).toContain('<script>');
  });

  it.skipIf(lacksSchema)('of GEXF is valid by its schema', async () => {
    const { bytes } = await save('gexf');
    expect(xmllint(bytes, '--schema', schema)).toBe('- validates\n');
  });

  it('of GraphML holds what is in view', async () => {
    const { bytes } = await save('graphml');
    const graph = graphml.parse(MultiDirectedGraph, bytes.toString());
    expect([graph.order, graph.size]).toEqual(await explorer.counts());
    expect(graph.getNodeAttribute('https://e.test/rtl', 'label')).toBe('שלום עולם (1)');
  });

  it.skipIf(lacksXmllint).each(['svg', 'graphml', 'gexf'])(
    'of %s is well-formed',
    async (format) => {
      const { bytes } = await save(format);
      expect(xmllint(bytes)).toBe('');
    },
  );

  it('of SVG is a picture that runs nothing', async () => {
    const { bytes } = await save('svg');
    const text = bytes.toString();
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/<script|onload|href="http/);
    expect(text.match(/<circle /g)).toHaveLength((await explorer.counts())[0]);
  });

  it('of PNG is one, two dots for each of the picture', async () => {
    const { bytes } = await save('png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  });
});

it('shows hostile names as what they are, and complains of nothing', async () => {
  const { page, names, complaints } = explorer;
  expect((await names()).some((name) => name.includes('<script>alert(1)</script>'))).toBe(true);
  expect(await page.locator('main script:not([type="application/json"])').count()).toBe(0);
  await look(page, 'explore-hostile');
  expect(complaints).toEqual([]);
});
