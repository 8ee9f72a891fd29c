/** The PREFIX lines of a query. */

export interface Insertion {
  readonly from: number;
  readonly insert: string;
}

const DECLARATION = /^[ \t]*(?:PREFIX\s+([^\s:]*):\s*<[^>\n]*>|BASE\s*<[^>\n]*>)/gim;

/** The PREFIX line to insert for a prefix; undefined if it is declared already or has no namespace. */
export function missingPrefix(
  query: string,
  prefix: string,
  namespace: string | undefined,
): Insertion | undefined {
  if (namespace === undefined) return undefined;
  let end: number | undefined;
  for (const found of query.matchAll(DECLARATION)) {
    if (found[1] === prefix) return undefined;
    end = found.index + found[0].length;
  }
  const line = `PREFIX ${prefix}: <${namespace}>`;
  if (end !== undefined) return { from: end, insert: `\n${line}` };
  // Below the comment at the start of the query.
  const comments = /^(?:[ \t]*#[^\n]*\n)*/.exec(query)?.[0].length ?? 0;
  return { from: comments, insert: `${line}\n` };
}
