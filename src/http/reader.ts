/** Who reads, by what the request says of languages. */
import { type Reader, wantedLanguages } from '../publication/index.ts';

/** `lang=` in the URL beats Accept-Language. */
export function readerOf(request: Request): Reader {
  const asked = new URL(request.url).searchParams.get('lang');
  const accepted = wantedLanguages(request.headers.get('accept-language') ?? undefined);
  return {
    languages: asked === null || asked === '' ? accepted : [asked.toLowerCase(), ...accepted],
  };
}
