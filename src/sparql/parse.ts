/** Query text to syntax tree, by Traqula. https://www.w3.org/TR/sparql11-query/#sparqlGrammar */
import { Parser } from '@traqula/parser-sparql-1-2';
import { positionAt } from '../rdf/index.ts';
import { QuerySyntaxError } from './query-syntax-error.ts';

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe' | 'update';

/** A query that is known to be SPARQL. */
export interface ParsedQuery {
  readonly text: string;
  readonly form: QueryForm;
  /** Whether the answer has an order of its own (ORDER BY at the top). */
  readonly isOrdered: boolean;
  /** Whether it is a `SELECT *`. */
  readonly selectsAll: boolean;
  /** Whether it asks other endpoints (SERVICE anywhere). */
  readonly usesService: boolean;
}

interface Recognition {
  readonly message: string;
  readonly name: string;
  readonly token: { readonly image: string; readonly startOffset: number };
  readonly previousToken?: { readonly endOffset?: number };
}

interface SyntaxTree {
  readonly type: 'query' | 'update';
  readonly subType?: Exclude<QueryForm, 'update'>;
  readonly variables?: readonly { readonly type?: string; readonly subType?: string }[];
  readonly updates?: readonly { readonly operation?: unknown }[];
  readonly solutionModifiers?: { readonly order?: unknown };
}

/** Stops the parser at its first error. */
class Unexpected extends Error {
  readonly recognition: Recognition;

  constructor(recognition: Recognition) {
    super(recognition.message);
    this.recognition = recognition;
  }
}

let parser: Parser | undefined;

/** Building the grammar costs tens of milliseconds, so there is one parser, made when first needed. */
function theParser(): Parser {
  parser ??= new Parser({
    errorHandler: (errors: readonly unknown[]) => {
      throw new Unexpected(errors[0] as Recognition);
    },
  } as never);
  return parser;
}

/** @throws {QuerySyntaxError} with line and column of the first place that is not SPARQL. */
export function parseQuery(text: string): ParsedQuery {
  const tree = parseTree(text);
  if (tree.updates?.every((update) => update.operation === undefined))
    throw new QuerySyntaxError('there is no query in it', { line: 1, column: 1 });
  return Object.freeze({
    text,
    form: tree.type === 'update' ? 'update' : (tree.subType as QueryForm),
    isOrdered: tree.solutionModifiers?.order !== undefined,
    selectsAll:
      tree.variables?.[0]?.subType === 'wildcard' || tree.variables?.[0]?.type === 'wildcard',
    usesService: /\bSERVICE\b/i.test(text) && holdsService(tree),
  });
}

function parseTree(text: string): SyntaxTree {
  try {
    return theParser().parse(text, {}) as unknown as SyntaxTree;
  } catch (error) {
    if (error instanceof RangeError)
      throw new QuerySyntaxError(
        'the query is nested too deeply',
        { line: 1, column: 1 },
        { cause: error },
      );
    throw toSyntaxError(text, error as Error);
  }
}

function toSyntaxError(text: string, error: Error): QuerySyntaxError {
  if (error instanceof Unexpected) {
    const { token, previousToken, message } = error.recognition;
    const isEnd = token.image === '';
    const offset = isEnd ? (previousToken?.endOffset ?? text.length - 1) + 1 : token.startOffset;
    const expected = /Expecting(?: token of type)? --> (\S+) <--/.exec(message)?.[1];
    const found = isEnd
      ? 'the query ends too early'
      : `"${shorten(token.image)}" cannot stand here`;
    const reason = expected === undefined ? found : `${found}: "${expected}" is missing`;
    return new QuerySyntaxError(reason, positionAt(text, offset), { cause: error });
  }
  const lexical = /unexpected character: ->(.)<- at offset: (\d+)/su.exec(error.message);
  const offset = lexical ? Number(lexical[2]) : offsetOfMention(text, error.message);
  const reason = lexical
    ? `the character "${lexical[1]}" cannot stand here`
    : lowerFirst(error.message);
  return new QuerySyntaxError(reason, positionAt(text, offset), { cause: error });
}

/** Errors found after parsing have no place; they name what they are about, so that is where they point. */
function offsetOfMention(text: string, message: string): number {
  const prefix = /Unknown prefix: (\S*)/.exec(message)?.[1];
  const variable = /\(?[?$]([^\s)]+)/.exec(message)?.[1];
  const mention =
    prefix !== undefined
      ? new RegExp(String.raw`(?<![\w<:/])${RegExp.escape(prefix)}:`, 'u')
      : variable !== undefined
        ? new RegExp(String.raw`[?$]${RegExp.escape(variable)}(?!\w)`, 'u')
        : /\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE)\b/i;
  const found = text.search(mention);
  return found === -1 ? 0 : found;
}

function holdsService(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(holdsService);
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { subType?: unknown }).subType === 'service') return true;
  return Object.values(node).some(holdsService);
}

const shorten = (image: string) => (image.length > 40 ? `${image.slice(0, 40)}…` : image);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
