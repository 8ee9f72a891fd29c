/** A program that uses all of the public interface, as TypeScript that a user might write, and its strictest settings. */
export const CONSUMER = `import type { Bindings, Quad } from '@rdfjs/types';
import { Hono } from 'hono';
import {
  createApp,
  GraphpressError,
  openEngine,
  type OpenEngine,
  openPublication,
  type Publication,
  type QueryResult,
} from 'graphpress';

const publication: Publication = await openPublication('graph', { timeoutMs: 1000, workers: 1 });
const app = createApp(publication, { onError: (error: unknown) => console.error(error) });
const parent: Hono = new Hono().route('/kg', app);
const response: Response = await parent.request('/kg/health');
const engine: OpenEngine = await openEngine([] as Quad[], { maxQueryBytes: 1e6 });
const result: QueryResult = await engine.query('SELECT * {}', { signal: AbortSignal.timeout(5) });
if (result.kind === 'bindings')
  for await (const row of result.bindings) console.log((row satisfies Bindings).get('s')?.value);
const quads: Quad[] = await (await engine.queryQuads('DESCRIBE <urn:a>')).toArray();
try {
  await publication.close();
} catch (error) {
  if (error instanceof GraphpressError) console.log(error.code === 'closed', quads, response);
}
// @ts-expect-error A publication is what openPublication gives.
createApp({ base: '', version: '' });
`;

export const CONSUMER_SETTINGS: object = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    module: 'nodenext',
    target: 'esnext',
    types: ['node'],
    noEmit: true,
  },
  files: ['consumer.ts'],
};
