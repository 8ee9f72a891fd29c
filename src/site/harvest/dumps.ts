/**
 * The dumps of a publication, made at the first request and cached. Large ones are made again for each request, with
 * the same bytes.
 */
import { createHash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import {
  DUMP_FORMS,
  type DumpFacts,
  type DumpForm,
  type DumpSyntax,
  VOID_GRAPH_PATH,
} from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum size of a dump that is cached in memory, in bytes. */
const MAX_CACHED_BYTES = 16 * 1024 * 1024;

export interface Dump extends DumpFacts {
  readonly content: () => AsyncIterable<Uint8Array>;
}

type Both = ReadonlyMap<DumpForm, Dump>;

/** The dumps of one state of a publication. They are made sequentially, since each uses one core fully. */
class Dumps {
  readonly #made = new Map<DumpSyntax, Promise<Both>>();
  #queue: Promise<unknown> = Promise.resolve();

  of(publication: Publication, syntax: DumpSyntax): Promise<Both> {
    const cached = this.#made.get(syntax);
    if (cached) return cached;
    const both = this.#queue.then(() => make(publication, syntax));
    this.#queue = both.catch(() => this.#made.delete(syntax));
    this.#made.set(syntax, both);
    return both;
  }
}

export async function dumpOf(publication: Publication, form: DumpForm): Promise<Dump> {
  const dumps = publication.memo.derive('dumps', () => new Dumps());
  return (await dumps.of(publication, form.syntax)).get(form) as Dump;
}

export const allDumps = (publication: Publication): Promise<Dump[]> =>
  Promise.all(DUMP_FORMS.map((form) => dumpOf(publication, form)));

/** Makes the plain and the compressed form in one pass. */
async function make(publication: Publication, syntax: DumpSyntax): Promise<Both> {
  const text = () => encode(textOf(publication, syntax));
  const forms = DUMP_FORMS.filter((form) => form.syntax === syntax);
  const plain = new Measure();
  const gzip = new Measure();
  for await (const chunk of compress(plain.observed(text()))) gzip.take(chunk);
  return new Map(
    forms.map((form) => [
      form,
      form.isCompressed ? gzip.dump(form, () => compress(text())) : plain.dump(form, text),
    ]),
  );
}

/** Computes length and checksum of a stream, and buffers its bytes up to a limit. */
class Measure {
  readonly #hash = createHash('sha256');
  #buffer: Uint8Array[] | undefined = [];
  #bytes = 0;

  take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > MAX_CACHED_BYTES) this.#buffer = undefined;
    this.#buffer?.push(chunk);
  }

  async *observed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.take(chunk);
      yield chunk;
    }
  }

  dump(form: DumpForm, again: () => AsyncIterable<Uint8Array>): Dump {
    const chunks = this.#buffer;
    const content = chunks ? () => fromMemory(chunks) : again;
    return { form, bytes: this.#bytes, sha256: this.#hash.digest('hex'), content };
  }
}

async function* fromMemory(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Without the graph of the VoID description, which is about the dataset and not part of it. */
const textOf = ({ base, dataset, prefixes }: Publication, syntax: DumpSyntax): Iterable<string> =>
  syntax.write(dataset, { omitted: new Set([base + VOID_GRAPH_PATH]), prefixes });

const encoder = new TextEncoder();

const yieldToEventLoop = () => new Promise((resolve) => setImmediate(resolve));

/** Yields to the event loop after each chunk, so that other requests are served. */
async function* encode(chunks: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield encoder.encode(chunk);
    await yieldToEventLoop();
  }
}

/** Compresses with gzip, without time and name in the header, so that equal data gives equal bytes. */
async function* compress(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip();
  const writing = (async () => {
    for await (const chunk of plain)
      if (!gzip.write(chunk)) await new Promise((resolve) => gzip.once('drain', resolve));
    gzip.end();
  })().catch((error: Error) => gzip.destroy(error));
  try {
    for await (const chunk of gzip) yield chunk as Uint8Array;
    await writing;
  } finally {
    gzip.destroy();
  }
}
