/** Links in headers. https://www.rfc-editor.org/rfc/rfc8288 */

/** Attributes are in the given order; undefined ones are left out. */
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

/** IRIs of the data may contain characters that headers do not allow; existing escapes are preserved. */
export const headerSafe = (iri: string): string => encodeURI(iri).replaceAll('%25', '%');
