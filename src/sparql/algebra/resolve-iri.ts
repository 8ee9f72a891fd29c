/** Relative IRIs by their characters alone: nothing is escaped, and no host is made ASCII. https://www.rfc-editor.org/rfc/rfc3986#section-5.2 */

interface Parts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** https://www.rfc-editor.org/rfc/rfc3986#appendix-B */
const PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Undefined where the base is not absolute. */
export function resolveIri(reference: string, base: string): string | undefined {
  const from = partsOf(base);
  if (from.scheme === undefined) return undefined;
  const { scheme, authority, path, query, fragment } = partsOf(reference);
  if (scheme !== undefined) return reference;
  if (authority !== undefined)
    return join({ ...from, authority, path: withoutDots(path), query, fragment });
  if (path === '') return join({ ...from, query: query ?? from.query, fragment });
  const merged = path.startsWith('/') ? path : merge(from, path);
  return join({ ...from, path: withoutDots(merged), query, fragment });
}

function partsOf(text: string): Parts {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(text) ?? [];
  return { scheme, authority, path, query, fragment };
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-5.2.3 */
const merge = ({ authority, path }: Parts, relative: string): string =>
  authority !== undefined && path === ''
    ? `/${relative}`
    : path.slice(0, path.lastIndexOf('/') + 1) + relative;

/** https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4 */
function withoutDots(path: string): string {
  const resolved: string[] = [];
  const segments = path.split('/');
  for (const [place, segment] of segments.entries()) {
    const isLast = place === segments.length - 1;
    if (segment === '..' && resolved.length > 1) resolved.pop();
    if (segment !== '.' && segment !== '..') resolved.push(segment);
    else if (isLast) resolved.push('');
  }
  return resolved.join('/');
}

const join = ({ scheme, authority, path, query, fragment }: Parts): string =>
  `${scheme}:${authority === undefined ? '' : `//${authority}`}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
