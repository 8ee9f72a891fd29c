/** What answers at which path. Whatever no row of the table takes is looked up in the URL space of the publication. */
import { STYLESHEET } from '../pages/index.ts';
import { type Publication, STYLESHEET_PATH } from '../publication/index.ts';
import type { Asked } from './asked.ts';
import { dereference } from './dereference.ts';
import { notModified, type Reply } from './reply.ts';
import { answerSparql } from './sparql-endpoint.ts';
import { etagOf, isNotModified } from './validators.ts';

export interface Route {
  /** In the order in which `Allow` lists them. */
  readonly methods: readonly string[];
  readonly reply: (publication: Publication, asked: Asked) => Reply | Promise<Reply>;
}

const READING = ['GET', 'HEAD', 'OPTIONS'] as const;
const ASKING = [...READING, 'POST'] as const;

/** By path inside the publication. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['sparql', { methods: ASKING, reply: answerSparql }],
  ['health', { methods: READING, reply: health }],
  [STYLESHEET_PATH, { methods: READING, reply: stylesheet }],
]);

const DEREFERENCING: Route = { methods: READING, reply: dereference };

export const routeOf = (path: string): Route => ROUTES.get(path) ?? DEREFERENCING;

function health({ version }: Publication): Reply {
  return {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ status: 'ok', version }),
  };
}

function stylesheet(_: Publication, { header }: Asked): Reply {
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    etag: etagOf(STYLESHEET),
    'cache-control': 'public, max-age=31536000, immutable',
  };
  if (isNotModified(header('if-none-match'), headers.etag)) return notModified(headers);
  return { headers, body: STYLESHEET };
}
