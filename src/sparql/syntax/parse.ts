/** Query text to syntax tree, by Traqula. https://www.w3.org/TR/sparql11-query/#sparqlGrammar */
import { Parser } from '@traqula/parser-sparql-1-2';
import { positionAt } from '../../rdf/index.ts';
import { findLongWord } from './overlong-tokens.ts';
import { templateOf } from './query-template.ts';
import { QuerySyntaxError } from '../errors/query-syntax-error.ts';
import { LruMap } from '../../lru-map.ts';

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe' | 'update';

/** A query that was parsed without errors. */
export interface ParsedQuery {
  readonly text: string;
  readonly form: QueryForm;
  /** Whether the result is ordered (ORDER BY at the top). */
  readonly isOrdered: boolean;
  /** Whether it is a `SELECT *`. */
  readonly selectsAll: boolean;
  /** Whether it calls other endpoints (SERVICE anywhere). */
  readonly usesService: boolean;
  /** Whether it names its dataset itself (FROM, FROM NAMED). */
  readonly namesDataset: boolean;
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
  readonly datasets?: { readonly clauses?: readonly unknown[] };
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

/** Facts about queries that differ in their constants alone. */
const factsByTemplate = new LruMap<string, Omit<ParsedQuery, 'text'>>(1000);

/**
 * If the template of a query is cached, only the constants are parsed.
 * @throws {QuerySyntaxError} with line and column of the first position that is not SPARQL.
 */
export function parseQuery(text: string): ParsedQuery {
  const template = templateOf(text)?.text ?? text;
  const cached = factsByTemplate.get(template);
  if (cached) return Object.freeze({ ...cached, text });
  const parsed = parseAnew(text);
  const { text: _, ...facts } = parsed;
  factsByTemplate.set(template, facts);
  return parsed;
}

function parseAnew(text: string): ParsedQuery {
  const { tree, usesService } = parseTree(text);
  if (tree.updates?.every((update) => update.operation === undefined))
    throw new QuerySyntaxError('there is no query in it', { line: 1, column: 1 });
  const parsed: ParsedQuery = Object.freeze({
    text,
    form: tree.type === 'update' ? 'update' : (tree.subType as QueryForm),
    isOrdered: tree.solutionModifiers?.order !== undefined,
    selectsAll:
      tree.variables?.[0]?.subType === 'wildcard' || tree.variables?.[0]?.type === 'wildcard',
    usesService,
    namesDataset: (tree.datasets?.clauses?.length ?? 0) > 0,
  });
  trees.set(parsed, tree);
  return parsed;
}

/** The syntax tree of a query, from which its algebra is made on demand. */
const trees = new WeakMap<ParsedQuery, SyntaxTree>();

/** The syntax tree of a parsed query. */
export const treeOf = (parsed: ParsedQuery): unknown =>
  trees.get(parsed) ?? parseTree(parsed.text).tree;

/** The operations of an update as the parser has them. @throws {QuerySyntaxError} for what is none. */
export function parseUpdateTree(text: string): readonly unknown[] {
  const { tree } = parseTree(text);
  if (tree.type !== 'update')
    throw new QuerySyntaxError('this is a query: an update is expected here', {
      line: 1,
      column: 1,
    });
  return tree.updates ?? [];
}

/** A query out of a tree that was made and not read: the WHERE of an update. */
export function parsedFromTree(text: string, tree: unknown): ParsedQuery {
  const { datasets } = tree as SyntaxTree;
  const parsed: ParsedQuery = Object.freeze({
    text,
    form: 'select',
    isOrdered: false,
    selectsAll: false,
    usesService: containsService(tree),
    namesDataset: (datasets?.clauses?.length ?? 0) > 0,
  });
  trees.set(parsed, tree as SyntaxTree);
  return parsed;
}

/** In shorter texts only nesting exceeds the stack of the parser; longer ones are updates, with data. */
const LONG_TEXT = 1024 * 1024;

function parseTree(text: string): { readonly tree: SyntaxTree; readonly usesService: boolean } {
  const long = findLongWord(text, PASSIVE);
  if (long !== undefined)
    throw new QuerySyntaxError(
      `"${shorten(text.slice(long, long + 100))}" cannot stand here`,
      positionAt(text, long),
    );
  try {
    const tree = theParser().parse(text, {}) as unknown as SyntaxTree;
    return { tree, usesService: /\bSERVICE\b/i.test(text) && containsService(tree) };
  } catch (error) {
    if (isStackOverflow(error))
      throw new QuerySyntaxError(
        text.length > LONG_TEXT
          ? 'it is nested too deeply, or a text or a list in it is too long: send it in parts, or as a graph by PUT'
          : 'the query is nested too deeply',
        { line: 1, column: 1 },
        { cause: error },
      );
    throw toSyntaxError(text, error as Error);
  }
}

/** Whether something recursed too deeply. A query can cause that, and the thread can continue afterwards. */
export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/i.test(error.message);

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
  const lexical = /unexpected character: ->.<- at offset: (\d+)/s.exec(error.message)?.[1];
  const offset = lexical === undefined ? offsetOfMention(text, error.message) : Number(lexical);
  const reason =
    lexical === undefined
      ? lowerFirst(error.message)
      : `the character "${String.fromCodePoint(text.codePointAt(offset) ?? 0)}" cannot stand here`;
  return new QuerySyntaxError(reason, positionAt(text, offset), { cause: error });
}

/** Errors found after parsing have no position; they point to the first occurrence of what they name. */
function offsetOfMention(text: string, message: string): number {
  const prefix = /Unknown prefix: (\S*)/.exec(message)?.[1];
  const [, repeated, named] = /Variable (\S+) used more|[?$]([^\s)]+)/.exec(message) ?? [];
  const variable = repeated ?? named;
  const mention =
    prefix !== undefined
      ? new RegExp(String.raw`(?<![\w<:/])${RegExp.escape(prefix)}:`, 'u')
      : variable !== undefined
        ? new RegExp(String.raw`[?$]${RegExp.escape(variable)}(?!\w)`, 'u')
        : /\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE)\b/i;
  // Texts, IRIs and comments do not count as occurrences.
  const used = text.replace(PASSIVE, (passive) => ' '.repeat(passive.length));
  return Math.max(0, used.search(mention));
}

const PASSIVE =
  /"{3}.*?"{3}|'{3}.*?'{3}|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/gs;

function containsService(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(containsService);
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { subType?: unknown }).subType === 'service') return true;
  return Object.values(node).some(containsService);
}

const shorten = (image: string) => (image.length > 40 ? `${image.slice(0, 40)}…` : image);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
