/** The client: one question over a connection that is kept, the whole answer read. Nothing conditional, nothing cached. */
import { Agent, get } from 'node:http';

const ACCEPT = 'application/sparql-results+json';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Answered {
  readonly ms: number;
  readonly body: Buffer;
}

/** The server said no, or nothing within the time. */
export class AskError extends Error {
  readonly kind: 'refused' | 'timeout';

  constructor(kind: AskError['kind'], message: string) {
    super(message);
    this.name = 'AskError';
    this.kind = kind;
  }
}

/** @throws {AskError | Error} where there is no answer with status 200. */
export function ask(
  endpoint: string,
  query: string,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<Answered> {
  const url = `${endpoint}?query=${encodeURIComponent(query)}`;
  return askOnce(url, timeoutMs).catch((error: unknown) => {
    // The server closed an idle connection just as it was used again: https://nodejs.org/api/http.html#requestreusedsocket
    if (error instanceof StaleConnection) return askOnce(url, timeoutMs);
    throw error;
  });
}

class StaleConnection extends Error {}

function askOnce(url: string, timeoutMs: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const request = get(url, { agent, headers: { accept: ACCEPT } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        const body = Buffer.concat(pieces);
        if (response.statusCode === 200) resolve({ ms: performance.now() - startedMs, body });
        else
          reject(
            new AskError(
              'refused',
              `${response.statusCode} ${body.toString('utf8').slice(0, 300)}`,
            ),
          );
      });
    });
    const timer = setTimeout(
      () => request.destroy(new AskError('timeout', `no answer in ${timeoutMs} ms`)),
      timeoutMs,
    );
    function fail(error: NodeJS.ErrnoException) {
      clearTimeout(timer);
      const isStale = request.reusedSocket && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection(error.message, { cause: error }) : error);
    }
    request.on('error', fail);
  });
}
