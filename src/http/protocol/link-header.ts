/** Links in headers. https://www.rfc-editor.org/rfc/rfc8288 */

/** Attributes stand in the order in which they are given; what is undefined is left out. */
export const linkTo = (
  target: string,
  relation: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string =>
  [
    `<${headerSafe(target)}>`,
    `rel="${relation}"`,
    ...Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}="${value}"`],
    ),
  ].join('; ');

/** IRIs of the data may hold characters that no header takes; escapes that are there already stay. */
export const headerSafe = (iri: string): string => encodeURI(iri).replaceAll('%25', '%');
