/** A request, with what several handlers want to know of it read once. */
import { type Reader, wantedLanguages } from '../publication/index.ts';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Inside the publication, without the leading slash. */
  readonly path: string;
  readonly request: Request;
  /** A header by its name; undefined where it is not there. */
  readonly header: (name: string) => string | undefined;
}

/** Who reads: `lang=` in the URL beats Accept-Language. */
export function readerOf({ url, header }: Asked): Reader {
  const asked = url.searchParams.get('lang');
  const accepted = wantedLanguages(header('accept-language'));
  const languages =
    asked === null || asked === '' ? accepted : [...wantedLanguages(asked), ...accepted];
  return { languages, origin: url.origin };
}

/** @param base of the publication, whose path may be there or not: a proxy may have taken it off. */
export function readAsked(request: Request, base: string): Asked {
  let url: URL | undefined;
  const asked: Asked = {
    method: request.method,
    // Parsed when somebody wants to know.
    get url() {
      url ??= new URL(request.url);
      return url;
    },
    get path() {
      return pathIn(base, plainPath(request.url) ?? asked.url.pathname);
    },
    request,
    header: (name) => request.headers.get(name) ?? undefined,
  };
  return asked;
}

/** The path of a URL in which nothing is to be resolved. */
const plainPath = (url: string): string | undefined =>
  /^[a-z]+:\/\/[^/?#]+(\/[\w/-]*)(?:[?#]|$)/.exec(url)?.[1];

function pathIn(base: string, pathname: string): string {
  const root = base.slice(base.indexOf('/', base.indexOf('://') + 3));
  return root !== '/' && `${pathname}/`.startsWith(root)
    ? pathname.slice(root.length)
    : pathname.slice(1);
}
