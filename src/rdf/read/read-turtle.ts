/** Reads Turtle and TriG with n3. https://www.w3.org/TR/turtle/ https://www.w3.org/TR/trig/ */
import { Parser } from 'n3';
import type { RdfDocument, ReadOptions } from '../rdf-document.ts';
import { RdfSyntaxError, type TextPosition } from '../syntax-error.ts';
import { type Quad, terms } from '../terms.ts';

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

/** n3's parser without a callback for quads is synchronous; its types do not declare this overload. */
interface SynchronousParser {
  parse(text: string, callbacks: { onPrefix: (name: string, iri: unknown) => void }): Quad[];
}

/** @throws {RdfSyntaxError} */
export function readTurtle(text: string, options: ReadOptions): RdfDocument {
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

/**
 * Numbers the anonymous blank nodes of a document, so that their labels are deterministic. The hyphen avoids conflicts:
 * no label in a document starts with one. Two consecutive dots would do too, but common N-Triples parsers reject them.
 */
function numberingFactory(scope: string): object {
  let next = 0;
  return {
    ...terms,
    blankNode: (label?: string) => terms.blankNode(label ?? `${scope}-${next++}`),
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

/** n3 reports the unexpected token, or the previous token if the characters form no token. */
function n3Position(text: string, context: N3ErrorContext | undefined): TextPosition {
  if (!context) return { line: 1, column: 1 };
  if (context.token?.start !== undefined)
    return { line: context.token.line, column: context.token.start + 1 };
  const { line, previousToken } = context;
  const from = previousToken?.line === line ? (previousToken.end ?? 0) : 0;
  const rest = (text.split('\n')[line - 1] ?? '').slice(from);
  return { line, column: from + (rest.length - rest.trimStart().length) + 1 };
}
