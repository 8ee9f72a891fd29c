/** Which endpoints may be asked, by the patterns that whoever runs the server gave. https://urlpattern.spec.whatwg.org/ */
import { GraphpressError } from '../../errors.ts';

export interface ServiceTargets {
  /** What is known of a URL before its name is looked up; undefined where no pattern fits it. */
  permit(url: URL): ServicePermit | undefined;
}

export interface ServicePermit {
  /** Whether a pattern names this very host, so that it may also be a private one. */
  readonly allowsPrivate: boolean;
}

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:']);

/**
 * @param patterns URL patterns such as `https://query.wikidata.org/sparql` or `https://*.example.org/*`; `*` is every
 *   public host. @throws {GraphpressError} `service-pattern` for what is none.
 */
export function readServiceTargets(patterns: readonly string[]): ServiceTargets {
  const known = patterns.map(readPattern);
  return {
    permit: (url) => {
      if (!PROTOCOLS.has(url.protocol)) return undefined;
      const fitting = known.filter((pattern) => pattern.test(url.href));
      return fitting.length === 0
        ? undefined
        : { allowsPrivate: fitting.some(({ hostname }) => hostname === url.hostname) };
    },
  };
}

function readPattern(text: string): URLPattern {
  try {
    return text === '*' ? new URLPattern({}) : new URLPattern(text);
  } catch (cause) {
    throw new GraphpressError(
      'service-pattern',
      `"${text}" is no URL pattern: give one like https://query.wikidata.org/sparql or https://*.example.org/*, or * for every public endpoint`,
      { pattern: text },
      { cause },
    );
  }
}
