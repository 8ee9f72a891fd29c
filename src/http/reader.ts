/** Who reads, by what the request says of languages. */
import { type Reader, wantedLanguages } from '../publication/index.ts';

/** `lang=` in the URL beats Accept-Language. */
export function readerOf(request: Request): Reader {
  const { origin, searchParams } = new URL(request.url);
  const asked = searchParams.get('lang');
  const accepted = wantedLanguages(request.headers.get('accept-language') ?? undefined);
  const languages =
    asked === null || asked === '' ? accepted : [...wantedLanguages(asked), ...accepted];
  return { languages, origin };
}
