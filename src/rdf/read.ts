/** RDF text in, quads out, through the kept parsers. Errors carry a line and a column. */
import { Readable } from 'node:stream';
import { Parser } from 'n3';
import type { RdfFormat } from './formats.ts';
import { readLines } from './line-reader.ts';
import { moveListCells } from './jsonld-lists.ts';
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
      return readTurtleFamily(text, options);
    case 'ntriples':
    case 'nquads':
      return readLineFormat(text, options);
    case 'jsonld':
      return readJsonLd(text, options);
    case 'rdfxml':
      return readRdfXml(text, options);
  }
}

function readLineFormat(text: string, { format, blankNodeScope }: ReadOptions): RdfDocument {
  const { holdsGraphs } = format;
  const quads = readLines(Buffer.from(text), { holdsGraphs, blankNodeScope });
  return { quads, prefixes: new Map() };
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
    .replace(/ but got (?:eof)?$/, ' but the file ends')
    .replace(/\s+/g, ' ');
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
  const { JsonLdParser } = await import('jsonld-streaming-parser');
  const nameless = new Set<string>();
  const parser = new JsonLdParser({
    baseIRI: options.baseIri,
    dataFactory: factoryFor(nameless) as never,
    documentLoader: {
      load: (iri: string) =>
        Promise.reject(
          new Error(`the remote context <${iri}> is not fetched; write its terms into the file`),
        ),
    },
  });
  try {
    const read = await collect(Readable.from([text]).pipe(parser as never));
    const quads = moveListCells(read, nameless);
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    throw new RdfSyntaxError((error as Error).message, { line: 1, column: 1 }, { cause: error });
  }
}

/**
 * Terms for parsers that make up labels of blank nodes, and may hit on one that the document has. JSON-LD's says null
 * for "no datatype". @param nameless gathers the labels that were made up.
 */
function factoryFor(nameless: Set<string>): object {
  return {
    ...terms,
    literal: (value: string, kind: string | null) => terms.literal(value, kind ?? undefined),
    blankNode: (label?: string) => {
      if (label !== undefined) return terms.blankNode(`named.${label}`);
      const madeUp = `nameless.${nameless.size}`;
      nameless.add(madeUp);
      return terms.blankNode(madeUp);
    },
  };
}

function jsonError(text: string, error: Error): RdfSyntaxError {
  const offset = Number(/at position (\d+)/.exec(error.message)?.[1] ?? unexpectedOffset(text));
  const reason = error.message
    .replace(/,? (?:in JSON )?at position .*$/s, '')
    .replace(/, (?:\.\.\.)?".*is not valid JSON$/s, '');
  return new RdfSyntaxError(reason, positionAt(text, offset), { cause: error });
}

/** V8 does not say where a token is that it did not expect: right after the longest beginning without one. */
function unexpectedOffset(text: string): number {
  let [before, after] = [0, text.length + 1];
  while (after - before > 1) {
    const length = Math.floor((before + after) / 2);
    if (isUnexpected(text.slice(0, length))) after = length;
    else before = length;
  }
  return before;
}

function isUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as Error).message.startsWith('Unexpected token');
  }
}

/** The XML parser inside, which the types hide. */
interface SaxParser {
  on(event: 'error', handler: (error: Error) => never): void;
  close(): void;
}

async function readRdfXml(text: string, options: ReadOptions): Promise<RdfDocument> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({
    baseIRI: options.baseIri,
    dataFactory: factoryFor(new Set()) as never,
    trackPosition: true,
  });
  const { saxParser } = parser as unknown as { saxParser: SaxParser };
  saxParser.on('error', (error) => {
    throw error;
  });
  try {
    const quads = await collect(Readable.from([text]).pipe(parser as never));
    // Nobody else asks whether the document has come to its end.
    saxParser.close();
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    throw rdfXmlError(error as Error);
  }
}

/** Both parsers put the place into the message: that of XML as "2:33: ", that of RDF/XML as "Line 2 column 34: ". */
function rdfXmlError(error: Error): RdfSyntaxError {
  const [, xmlLine, xmlColumn] = /^(\d+):(\d+): /.exec(error.message) ?? [];
  const [, rdfLine, rdfColumn] = /^Line (\d+) column (\d+): /.exec(error.message) ?? [];
  const column = rdfColumn === undefined ? Number(xmlColumn ?? 1) : Number(rdfColumn) - 1;
  return new RdfSyntaxError(
    error.message.replace(/^(?:Line \d+ column \d+|\d+:\d+): /, '').replace(/\.$/, ''),
    { line: Number(xmlLine ?? rdfLine ?? 1), column: Math.max(1, column) },
    { cause: error },
  );
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
