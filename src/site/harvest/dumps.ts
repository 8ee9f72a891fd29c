/**
 * The dumps of a publication: made for the first request and retained. Big ones are made again for each request; the
 * same data gives the same bytes.
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

/** Bytes of one dump that are kept in memory. */
const MAX_KEPT = 16 * 1024 * 1024;

export interface Dump extends DumpFacts {
  readonly content: () => AsyncIterable<Uint8Array>;
}

type Both = ReadonlyMap<DumpForm, Dump>;

/** The dumps of one state of a publication, made one after the other: each needs a whole processor. */
class Dumps {
  readonly #made = new Map<DumpSyntax, Promise<Both>>();
  #queue: Promise<unknown> = Promise.resolve();

  of(publication: Publication, syntax: DumpSyntax): Promise<Both> {
    const known = this.#made.get(syntax);
    if (known) return known;
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

/** The plain and the compressed form, in one go. */
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

/** Length and checksum of what passes, and the bytes themselves as long as they are few. */
class Measure {
  readonly #hash = createHash('sha256');
  #kept: Uint8Array[] | undefined = [];
  #bytes = 0;

  take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > MAX_KEPT) this.#kept = undefined;
    this.#kept?.push(chunk);
  }

  async *observed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.take(chunk);
      yield chunk;
    }
  }

  dump(form: DumpForm, again: () => AsyncIterable<Uint8Array>): Dump {
    const kept = this.#kept;
    const content = kept ? () => fromMemory(kept) : again;
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

const othersFirst = () => new Promise((resolve) => setImmediate(resolve));

/** Other requests come in between the pieces. */
async function* encode(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    yield encoder.encode(piece);
    await othersFirst();
  }
}

/** With no time and no name in its head, so that equal data gives equal bytes. */
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
