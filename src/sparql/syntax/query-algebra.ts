/** From a parsed query to its algebra. https://www.w3.org/TR/sparql11-query/#sparqlQuery */
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import type { TranslatedQuery } from '../algebra/algebra.ts';
import { resolveIri } from '../algebra/resolve-iri.ts';
import { isStackOverflow, type ParsedQuery, treeOf } from './parse.ts';
import { checkAggregates, checkSize, TOO_DEEP } from './query-size.ts';
import { translateQuery } from './translate.ts';
import { unanswerable } from '../errors/evaluation-error.ts';

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

/** The last BASE of the prologue. */
function baseOf(tree: unknown): string | undefined {
  const { context } = tree as {
    readonly context?: readonly { readonly subType: string; readonly value: { value: string } }[];
  };
  return context?.findLast(({ subType }) => subType === 'base')?.value.value;
}

/** `SELECT *` defines no order of columns; users expect the order of mention. */
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
