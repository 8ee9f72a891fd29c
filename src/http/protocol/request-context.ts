/** A request, with what several handlers want to know of it read once. */
import { type Reader, wantedLanguages } from '../../site/index.ts';
import { HttpError } from './problem.ts';

export interface Asked {
  readonly method: string;
  /** The URL as it was sent: its path and query at least. */
  readonly target: string;
  readonly url: URL;
  /** Inside the publication, without the leading slash. */
  readonly path: string;
  readonly request: Request;
  /** A header by its name in lower case; undefined where it is not there. */
  readonly header: (name: string) => string | undefined;
}

/** Who reads: `lang=` in the URL beats Accept-Language. */
export function readerOf({ url, header }: Asked): Reader {
  const asked = url.searchParams.get('lang');
  const accepted = wantedLanguages(header('accept-language'));
  const chosen = asked === null ? [] : wantedLanguages(asked);
  return {
    languages: [...chosen, ...accepted],
    chosenLanguage: chosen[0],
    origin: url.origin,
  };
}

/** What Node's server has read of a request; not there for a request that was made in process. */
export interface Incoming {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** @param base of the publication, whose path may be there or not: a proxy may have taken it off. */
export function readAsked(request: Request, base: string, incoming?: Incoming): Asked {
  let url: URL | undefined;
  const target = incoming?.url ?? request.url;
  const asked: Asked = {
    method: request.method,
    target,
    // Parsed when somebody wants to know.
    get url() {
      url ??= readUrl(request.url);
      return url;
    },
    get path() {
      return pathIn(base, plainPath(target) ?? asked.url.pathname);
    },
    request,
    header: (name) => {
      const value = incoming ? incoming.headers[name] : request.headers.get(name);
      return typeof value === 'object' ? value?.join(', ') : value;
    },
  };
  return asked;
}

/** A host may look like one and be none: 256.1.1.1. @throws {HttpError} 400 */
function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url) return url;
  throw new HttpError(400, 'the address of the request is no URL: look at its Host header');
}

/** The path of a URL, or of the target of a request, in which nothing is to be resolved. */
const plainPath = (target: string): string | undefined =>
  /^(?:[a-z]+:\/\/[^/?#]+)?(\/(?!\/)[\w/-]*)(?:[?#]|$)/.exec(target)?.[1];

function pathIn(base: string, pathname: string): string {
  const root = base.slice(base.indexOf('/', base.indexOf('://') + 3));
  return root !== '/' && `${pathname}/`.startsWith(root)
    ? pathname.slice(root.length)
    : pathname.slice(1);
}
