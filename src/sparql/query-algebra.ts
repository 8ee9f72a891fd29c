/** From a parsed query to its algebra. https://www.w3.org/TR/sparql11-query/#sparqlQuery */
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { GraphpressError } from '../errors.ts';
import type { AlgebraNode } from './algebra-node.ts';
import type { TranslatedQuery } from './algebra.ts';
import { resolveIri } from './expression/functions/resolve-iri.ts';
import { isStackOverflow, type ParsedQuery, treeOf } from './parse.ts';
import { translateQuery } from './translate.ts';

/**
 * Patterns in one join. The time to find their order grows with the square of their number, so that a short text
 * could keep the planner busy for minutes; at this number it takes some tenths of a second.
 */
const MAX_JOINED = 250;

/** Aggregates in one query. The parser's algebra compares each with all others, so that thousands take minutes. */
const MAX_AGGREGATES = 250;

/**
 * How deep parts may stand within one another: each takes stack wherever a plan is made, changed or run, an operator
 * about twice as much as a part of an expression. A thread with the smallest usual stack takes half as much again.
 */
const MAX_DEPTH = 1000;

/**
 * @throws {GraphpressError} `query-evaluation` for what has no meaning, such as a relative IRI without a base, and for
 * what is too large to be planned.
 */
export function algebraOf(query: ParsedQuery, baseIri: string): TranslatedQuery {
  try {
    const tree = treeOf(query);
    checkAggregates(tree);
    const algebra = toParserAlgebra(tree, baseIri);
    checkSize(algebra);
    const declared = baseOf(tree);
    const own = declared === undefined ? undefined : resolveIri(declared, baseIri);
    return inOrderOfMention({ ...translateQuery(algebra), baseIri: own }, query);
  } catch (error) {
    throw isStackOverflow(error) ? unanswerable(TOO_DEEP, error) : error;
  }
}

function toParserAlgebra(tree: unknown, baseIri: string): unknown {
  try {
    return toAlgebra(tree as never, {
      quads: false,
      blankToVariable: true,
      baseIRI: baseIri,
    });
  } catch (error) {
    throw isStackOverflow(error) ? error : unanswerable((error as Error).message, error);
  }
}

const TOO_DEEP = 'it is nested too deeply';

const unanswerable = (reason: string, cause?: unknown) =>
  new GraphpressError(
    'query-evaluation',
    `the query cannot be answered: ${reason}`,
    {},
    cause === undefined ? {} : { cause },
  );

function checkAggregates(tree: unknown): void {
  let count = 0;
  const open = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ((node as { readonly subType?: unknown }).subType === 'aggregate') count += 1;
    if (count > MAX_AGGREGATES)
      throw unanswerable(`it has more than ${MAX_AGGREGATES} aggregates: ask in parts`);
    for (const child of Object.values(node)) open.push(child);
  }
}

interface AlgebraPart {
  readonly part: AlgebraNode;
  readonly depth: number;
  /** What is joined with it. */
  readonly join: { size: number };
}

/** The planner takes these apart, where they stand within one another, and joins all their parts at once. */
const JOINED: ReadonlySet<string> = new Set(['join', 'filter', 'bgp']);

/** Without recursion, since depth is what it is about. */
function checkSize(algebra: unknown): void {
  const open: AlgebraPart[] = [{ part: algebra as AlgebraNode, depth: 0, join: { size: 0 } }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, depth, join } = next;
    const isExpression = part.type === 'expression';
    if (part.type === 'bgp') join.size += (part['patterns'] as readonly unknown[]).length;
    else if (!JOINED.has(part.type)) join.size += 1;
    if (join.size > MAX_JOINED)
      throw unanswerable(`it joins more than ${MAX_JOINED} patterns: ask in parts`);
    if (depth > MAX_DEPTH) throw unanswerable(TOO_DEEP);
    for (const child of nodesOf(part)) {
      const isJoined = JOINED.has(part.type) && child.type !== 'expression';
      open.push({
        part: child,
        depth: depth + (isExpression ? 1 : 2),
        join: isJoined ? join : { size: 0 },
      });
    }
  }
}

const nodesOf = (part: AlgebraNode): readonly AlgebraNode[] =>
  Object.values(part)
    .flat()
    .filter(
      (value): value is AlgebraNode =>
        typeof value === 'object' && value !== null && 'type' in value && !('termType' in value),
    );

/** The last BASE of the prologue. */
function baseOf(tree: unknown): string | undefined {
  const { context } = tree as {
    readonly context?: readonly { readonly subType: string; readonly value: { value: string } }[];
  };
  return context?.findLast(({ subType }) => subType === 'base')?.value.value;
}

/** `SELECT *` has no order of its own; people expect that of the query. */
function inOrderOfMention(
  translated: TranslatedQuery,
  { text, selectsAll }: ParsedQuery,
): TranslatedQuery {
  const { algebra } = translated;
  if (!selectsAll || algebra.form !== 'select') return translated;
  const mentions = Iterator.from(text.matchAll(/[?$]([\p{L}\p{M}\p{N}_\u00B7\u203F\u2040]+)/gu));
  const names = [...new Set(mentions.map(([, name]) => name ?? ''))];
  const order = new Map(names.map((name, place) => [name, place]));
  const place = (name: string) => order.get(name) ?? Infinity;
  const variables = algebra.variables.toSorted((a, b) => place(a) - place(b) || 0);
  return { ...translated, algebra: { ...algebra, variables } };
}
