/** Which endpoints SERVICE and LOAD may call, by the URL patterns of the operator. https://urlpattern.spec.whatwg.org/ */
import { GraphpressError } from '../../errors.ts';

export interface ServiceTargets {
  /** Decides about a URL before name resolution; undefined where no pattern matches. */
  permit(url: URL): ServicePermit | undefined;
}

export interface ServicePermit {
  /** Whether a pattern names exactly this host, which may then have a private address. */
  readonly allowsPrivate: boolean;
}

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:']);

/**
 * @param patterns URL patterns such as `https://query.wikidata.org/sparql` or `https://*.example.org/*`; `*` is every
 *   public host. @throws {GraphpressError} `service-pattern` for an invalid pattern.
 */
export function readServiceTargets(patterns: readonly string[]): ServiceTargets {
  const allowed = patterns.map(readPattern);
  return {
    permit: (url) => {
      if (!PROTOCOLS.has(url.protocol)) return undefined;
      const matching = allowed.filter((pattern) => pattern.test(url.href));
      return matching.length === 0
        ? undefined
        : { allowsPrivate: matching.some(({ hostname }) => hostname === url.hostname) };
    },
  };
}

function readPattern(text: string): URLPattern {
  try {
    return text === '*' ? new URLPattern({}) : new URLPattern(text);
  } catch (cause) {
    throw new GraphpressError(
      'service-pattern',
      `"${text}" is not a URL pattern: give one like https://query.wikidata.org/sparql or https://*.example.org/*, or * for every public endpoint`,
      { pattern: text },
      { cause },
    );
  }
}
