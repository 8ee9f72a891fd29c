/** Sets of typed links as documents. https://www.rfc-editor.org/rfc/rfc9264 */

export interface TypedLink {
  /** The source of the link. */
  readonly anchor: string;
  /** https://www.iana.org/assignments/link-relations/ */
  readonly relation: string;
  readonly target: string;
  /** Media type of the target. */
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

/** Escapes characters of IRIs that are invalid in a link list; existing escapes are unchanged. */
const safe = (iri: string): string => encodeURI(iri).replaceAll('%25', '%');
