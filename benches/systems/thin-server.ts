/** As little HTTP as can be around something that answers queries, for those who bring none of their own. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const JSON_RESULTS = 'application/sparql-results+json';

export type Answering = (query: string, signal: AbortSignal) => string | Promise<string>;

/** Serves `/sparql?query=`. */
export function thinServer(port: number, answer: Answering): void {
  const app = new Hono();
  app.get('/sparql', async (context) => {
    const query = context.req.query('query') ?? '';
    const body = await answer(query, context.req.raw.signal);
    return context.body(body, 200, { 'content-type': JSON_RESULTS });
  });
  app.onError((error, context) => context.text(error.message, 500));
  serve({ fetch: app.fetch, port, hostname: 'localhost' });
}

/** The arguments of such a process: the file to load, if any, and the port. */
export function thinArguments(): { readonly file: string; readonly port: number } {
  const [file = '', port = ''] = process.argv.slice(2);
  return { file, port: Number(port) };
}
