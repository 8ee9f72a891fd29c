/** RDF text in, quads out, through the kept parsers. Errors carry a line and a column. */
import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { RdfFormat } from './formats.ts';
import { positionAt, RdfSyntaxError, type TextPosition } from './syntax-error.ts';
import { type Quad, terms } from './terms.ts';

export interface ReadOptions {
  readonly format: RdfFormat;
  /** Against which relative IRIs resolve. */
  readonly baseIri: string;
  /** Put before every blank node label, so that two documents never share a blank node. */
  readonly blankNodeScope: string;
}

/** What a document holds: its quads, and the prefixes it declares (name to IRI). */
export interface RdfDocument {
  readonly quads: readonly Quad[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/** The quads of a whole document. @throws {RdfSyntaxError} at the first place that does not parse. */
export async function readRdf(text: string, options: ReadOptions): Promise<RdfDocument> {
  switch (options.format.name) {
    case 'turtle':
    case 'trig':
    case 'ntriples':
    case 'nquads':
      return readTurtleFamily(text, options);
    case 'jsonld':
      return readJsonLd(text, options);
    case 'rdfxml':
      return readRdfXml(text, options);
  }
}

interface N3Token {
  readonly line: number;
  readonly start?: number;
  readonly end?: number;
}

interface N3ErrorContext {
  readonly line: number;
  readonly token?: N3Token;
  readonly previousToken?: N3Token;
}

/** n3's parser as it is called here: without a callback for quads it is synchronous, which the types do not know. */
interface SynchronousParser {
  parse(text: string, callbacks: { onPrefix: (name: string, iri: unknown) => void }): Quad[];
}

function readTurtleFamily(text: string, options: ReadOptions): RdfDocument {
  const prefixes = new Map<string, string>();
  const parser = new Parser({
    format: options.format.mediaType,
    baseIRI: options.baseIri,
    blankNodePrefix: `_:${options.blankNodeScope}`,
    factory: numberingFactory(options.blankNodeScope) as never,
  });
  try {
    const onPrefix = (name: string, iri: unknown) =>
      prefixes.set(name, (iri as { value?: string }).value ?? String(iri));
    const quads = (parser as unknown as SynchronousParser).parse(text, { onPrefix });
    return { quads, prefixes };
  } catch (error) {
    throw n3Error(text, error as Error);
  }
}

/** Nameless blank nodes are numbered by document, so that a document reads the same each time. */
function numberingFactory(scope: string): object {
  let next = 0;
  return {
    ...terms,
    blankNode: (label?: string) => terms.blankNode(label ?? `${scope}.${next++}`),
  };
}

function n3Error(text: string, error: Error & { context?: N3ErrorContext }): RdfSyntaxError {
  const reason = error.message
    .replace(/ on line \d+\.?$/, '')
    .replace(/\.$/, '')
    .replace(/ but got $/, ' but the file ends');
  return new RdfSyntaxError(reason, n3Position(text, error.context), { cause: error });
}

/** n3 gives the token it did not expect, or, when the characters make no token, the one before it. */
function n3Position(text: string, context: N3ErrorContext | undefined): TextPosition {
  if (!context) return { line: 1, column: 1 };
  if (context.token?.start !== undefined)
    return { line: context.token.line, column: context.token.start + 1 };
  const { line, previousToken } = context;
  const from = previousToken?.line === line ? (previousToken.end ?? 0) : 0;
  const rest = (text.split('\n')[line - 1] ?? '').slice(from);
  return { line, column: from + (rest.length - rest.trimStart().length) + 1 };
}

async function readJsonLd(text: string, options: ReadOptions): Promise<RdfDocument> {
  try {
    JSON.parse(text);
  } catch (error) {
    throw jsonError(text, error as Error);
  }
  const parser = new JsonLdParser({
    baseIRI: options.baseIri,
    dataFactory: terms as never,
    documentLoader: {
      load: (iri: string) =>
        Promise.reject(
          new Error(`the remote context <${iri}> is not fetched; write its terms into the file`),
        ),
    },
  });
  try {
    const quads = await collect(Readable.from([text]).pipe(parser as never));
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    throw new RdfSyntaxError((error as Error).message, { line: 1, column: 1 }, { cause: error });
  }
}

function jsonError(text: string, error: Error): RdfSyntaxError {
  const offset = Number(/at position (\d+)/.exec(error.message)?.[1] ?? text.length);
  const reason = error.message.replace(/,? (?:in JSON )?at position .*$/s, '').split(', ')[0];
  return new RdfSyntaxError(reason ?? error.message, positionAt(text, offset), { cause: error });
}

async function readRdfXml(text: string, options: ReadOptions): Promise<RdfDocument> {
  const parser = new RdfXmlParser({
    baseIRI: options.baseIri,
    dataFactory: terms as never,
    trackPosition: true,
  });
  try {
    const quads = await collect(Readable.from([text]).pipe(parser as never));
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    const { line, column, message } = error as Error & { line?: number; column?: number };
    const [, saxLine, saxColumn, saxReason] = /(?:^|\D)(\d+):(\d+): (.*)/s.exec(message) ?? [];
    throw new RdfSyntaxError(
      saxReason ?? message,
      { line: line ?? Number(saxLine ?? 1), column: (column ?? Number(saxColumn ?? 0)) + 1 },
      { cause: error },
    );
  }
}

async function collect(stream: AsyncIterable<unknown>): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of stream) quads.push(quad as Quad);
  return quads;
}

/** Relabels blank nodes by first occurrence, so that a document reads the same each time. */
function scopeBlankNodes(quads: readonly Quad[], scope: string): Quad[] {
  const labels = new Map<string, string>();
  const scoped = <T extends { termType: string; value: string }>(term: T): T => {
    if (term.termType !== 'BlankNode') return term;
    const label = labels.get(term.value) ?? `${scope}${labels.size}`;
    labels.set(term.value, label);
    return terms.blankNode(label) as unknown as T;
  };
  return quads.map((quad) =>
    terms.quad(scoped(quad.subject), quad.predicate, scoped(quad.object), scoped(quad.graph)),
  );
}
