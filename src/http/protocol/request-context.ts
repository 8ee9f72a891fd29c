/** A request, parsed: what several handlers use of it. */
import { preferredLanguages, type Reader } from '../../site/index.ts';
import { HttpError } from './problem.ts';

export interface RequestContext {
  readonly method: string;
  /** The URL as it was sent: its path and query at least. */
  readonly target: string;
  readonly url: URL;
  /** Path within the publication, without the leading slash. */
  readonly path: string;
  /** The request itself: its body and its signal. */
  readonly raw: Request;
  /** A header by its name in lower case; undefined if it is absent. */
  readonly header: (name: string) => string | undefined;
}

/** The reader's languages: `lang=` in the URL overrides Accept-Language. */
export function readerOf({ url, header }: RequestContext): Reader {
  const requested = url.searchParams.get('lang');
  const accepted = preferredLanguages(header('accept-language'));
  const chosen = requested === null ? [] : preferredLanguages(requested);
  return {
    languages: [...chosen, ...accepted],
    chosenLanguage: chosen[0],
    origin: url.origin,
  };
}

/** The request as Node's server parsed it; absent for a request made in process. */
export interface Incoming {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** @param base of the publication, whose path may be there or not: a proxy may have taken it off. */
export function parseRequest(raw: Request, base: string, incoming?: Incoming): RequestContext {
  let url: URL | undefined;
  const target = incoming?.url ?? raw.url;
  const context: RequestContext = {
    method: raw.method,
    target,
    // Parsed when it is first used.
    get url() {
      url ??= readUrl(raw.url);
      return url;
    },
    get path() {
      return pathIn(base, plainPath(target) ?? context.url.pathname);
    },
    raw,
    header: (name) => {
      const value = incoming ? incoming.headers[name] : raw.headers.get(name);
      return typeof value === 'object' ? value?.join(', ') : value;
    },
  };
  return context;
}

/** A host may be malformed, such as 256.1.1.1. @throws {HttpError} 400 */
function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url) return url;
  throw new HttpError(400, 'the address of the request is not a URL: check its Host header');
}

/** The path of a URL or request target that needs no resolution. */
const plainPath = (target: string): string | undefined =>
  /^(?:[a-z]+:\/\/[^/?#]+)?(\/(?!\/)[\w/-]*)(?:[?#]|$)/.exec(target)?.[1];

function pathIn(base: string, pathname: string): string {
  const root = base.slice(base.indexOf('/', base.indexOf('://') + 3));
  return root !== '/' && `${pathname}/`.startsWith(root)
    ? pathname.slice(root.length)
    : pathname.slice(1);
}
