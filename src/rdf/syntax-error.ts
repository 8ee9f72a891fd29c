/** Syntax errors in RDF documents, and positions in text. */
import { GraphpressError } from '../errors.ts';

/** A position in a text: `line` and `column` count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** RDF text that does not parse. The message is the reason only; the caller adds the file name. */
export class RdfSyntaxError extends GraphpressError {
  readonly position: TextPosition;

  constructor(reason: string, position: TextPosition, options?: ErrorOptions) {
    super('rdf-syntax', reason, { ...position }, options);
    this.position = position;
  }
}

/** Line and column, from 1, of the character at `offset` (UTF-16 units) of `text`. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
