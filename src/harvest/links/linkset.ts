/** Sets of typed links as documents. https://www.rfc-editor.org/rfc/rfc9264 */

export interface TypedLink {
  /** What the link leads from. */
  readonly anchor: string;
  /** https://www.iana.org/assignments/link-relations/ */
  readonly relation: string;
  readonly target: string;
  /** Media type of what it leads to. */
  readonly type?: string | undefined;
}

/** https://www.rfc-editor.org/rfc/rfc9264#section-4.2 */
export function writeLinksetJson(links: readonly TypedLink[]): string {
  const contexts = Map.groupBy(links, ({ anchor }) => anchor);
  const linkset = Array.from(contexts, ([anchor, own]) => ({
    anchor,
    ...Object.fromEntries(
      Array.from(
        Map.groupBy(own, ({ relation }) => relation),
        ([relation, targets]) => [
          relation,
          targets.map(({ target, type }) => ({
            href: target,
            ...(type !== undefined && { type }),
          })),
        ],
      ),
    ),
  }));
  return JSON.stringify({ linkset });
}

/** https://www.rfc-editor.org/rfc/rfc9264#section-4.1 */
export const writeLinkset = (links: readonly TypedLink[]): string =>
  `${links
    .map(
      ({ anchor, relation, target, type }) =>
        `<${safe(target)}>; rel="${relation}"; anchor="${safe(anchor)}"${type === undefined ? '' : `; type="${type}"`}`,
    )
    .join(',\n')}\n`;

/** IRIs of the data may hold what a list of links may not; escapes that are there already stay. */
const safe = (iri: string): string => encodeURI(iri).replaceAll('%25', '%');
