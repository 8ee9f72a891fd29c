/** `graphpress serve`: the site of a folder, on this machine. */
import type { AddressInfo } from 'node:net';
import { serve as listen, type ServerType } from '@hono/node-server';
import { GraphpressError } from '../errors.ts';
import { createApp } from '../graphpress.ts';
import { stateOf } from '../library/index.ts';
import type { Publication } from '../publication/index.ts';
import { pickLanguage } from '../rdf/index.ts';
import { VERSION } from '../version.ts';
import { type Command, UsageError } from './command.ts';
import { LIMIT_FLAGS, readAmount, readLimits } from './limits.ts';
import { BASE_FLAG, openFolder } from './open.ts';
import { readServiceAllow, SERVICE_ALLOW_FLAG } from './service-allow.ts';
import { readWriteAccess, WRITABLE_FLAGS, WRITABLE_NOTICE } from './writable.ts';

const DEFAULT_PORT = 8080;
/** How long requests may take to end after the server is signalled to stop. */
const PATIENCE_MS = 2000;
/** A query may be part of the URL, and many clients send GET requests only. */
const MAX_HEADER_BYTES = 128 * 1024;

export const serve: Command = {
  name: 'serve',
  usage:
    '[FOLDER] [--port N] [--host NAME] [--base IRI] [--workers N] [--timeout SECONDS] [--memory MIB] [--service-allow PATTERN]… [--writable [--token TOKEN]]',
  summary:
    'Serve the site of a folder: pages, SPARQL endpoint, dereferenceable IRIs. Without a folder, of this one.',
  maxPositionals: 1,
  flags: {
    port: {
      value: 'N',
      summary: `port to listen on; 0 takes a free one (GRAPHPRESS_PORT, default ${DEFAULT_PORT})`,
    },
    host: { value: 'NAME', summary: 'address to listen on (GRAPHPRESS_HOST, default localhost)' },
    workers: {
      value: 'N',
      summary:
        'threads that answer queries (GRAPHPRESS_WORKERS, default: one less than there are cores)',
    },
    ...LIMIT_FLAGS,
    ...SERVICE_ALLOW_FLAG,
    ...BASE_FLAG,
    ...WRITABLE_FLAGS,
  },
  examples: [
    ['graphpress serve', 'the folder you are in, at http://localhost:8080/'],
    ['graphpress serve ~/my-graph --port 3000', 'another folder, on another port'],
    [
      'graphpress serve --host 0.0.0.0 --base https://data.example.org/',
      'for all hosts, under your own IRIs',
    ],
    [
      'graphpress serve --service-allow https://query.wikidata.org/sparql',
      'queries may call Wikidata, by SERVICE',
    ],
    ['graphpress serve --writable', 'to try updates: what is written lasts until the end'],
  ],
  async run({ positionals, flags }) {
    const port = readPort(flags['port'] ?? process.env['GRAPHPRESS_PORT']);
    const host = String(flags['host'] ?? process.env['GRAPHPRESS_HOST'] ?? 'localhost');
    const workers = readAmount('workers', flags['workers'], { least: 1, most: 256 });
    const access = readWriteAccess(flags, host);
    const startedMs = performance.now();
    const opened = await openFolder(positionals[0], flags['base'], {
      ...readLimits(flags),
      workers,
      serviceAllow: readServiceAllow(flags),
      writable: access,
    });
    const publication = stateOf(opened);
    if (!access) publication.engine.start();
    const app = createApp(opened, {
      onError: (error, request) => console.error(`${request.method} ${request.url}`, error),
    });
    const server = await start(app.fetch, { port, host });
    const address = server.address() as AddressInfo;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${new URL(publication.base).pathname}`;
    const notices = access ? [...publication.notices, WRITABLE_NOTICE] : publication.notices;
    console.log(
      await greeting(publication, notices, { url, elapsedMs: performance.now() - startedMs }),
    );
    void publication.snapshotWritten.then((failure) => {
      if (failure !== undefined) console.log(`note: ${failure}`);
    });
    return stopped(server);
  },
};

function readPort(text: string | true | undefined): number {
  if (text === undefined || text === true) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`"${text}" is no port: give a number from 0 to 65535`);
  return port;
}

type Fetch = (request: Request) => Response | Promise<Response>;

function start(fetch: Fetch, { port, host }: { port: number; host: string }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch, port, hostname: host, serverOptions: { maxHeaderSize: MAX_HEADER_BYTES } },
      () => resolve(server),
    );
    server.on('error', (cause: NodeJS.ErrnoException) =>
      reject(listenError(cause, { port, host })),
    );
  });
}

function listenError(
  cause: NodeJS.ErrnoException,
  { port, host }: { port: number; host: string },
): GraphpressError {
  const reason: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is in use: stop what uses it, or take another with --port`,
    EACCES: `port ${port} needs more rights than you have: take one above 1023 with --port`,
    EADDRNOTAVAIL: `${host} is no address of this machine: give another with --host`,
    ENOTFOUND: `${host} is no known address: give another with --host`,
  };
  const message = reason[cause.code ?? ''] ?? `cannot listen on ${host}:${port}: ${cause.message}`;
  return new GraphpressError('listen', message, { port, host }, { cause });
}

async function greeting(
  { about, descriptions, queries, version }: Publication,
  notices: readonly string[],
  { url, elapsedMs }: { readonly url: string; readonly elapsedMs: number },
): Promise<string> {
  const { triples, graphs } = await descriptions.statistics();
  const title = pickLanguage(about.titles, ['en'])?.text;
  return [
    `Graphpress ${VERSION} · ${title}`,
    `${triples} statements in ${graphs} graphs, ${queries.length} saved queries · version ${version} · ready in ${(elapsedMs / 1000).toFixed(1)} s`,
    ...notices.map((notice) => `note: ${notice}`),
    '',
    `  ${url}         home`,
    `  ${url}sparql   endpoint`,
    '',
    'Ctrl-C stops.',
  ].join('\n');
}

/** Waits for a signal, closes, and lets the running requests end, up to a time limit. */
function stopped(server: ServerType): Promise<number> {
  return new Promise((resolve) => {
    const close = () => {
      server.close(() => resolve(0));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      // A running query would prevent the process from exiting.
      setTimeout(() => process.exit(0), PATIENCE_MS).unref();
    };
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
  });
}
