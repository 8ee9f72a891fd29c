/** Proactive content negotiation. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 */
import { parseAccept } from 'hono/utils/accept';

/** Something that a client can prefer: a representation, a result format. */
export interface Offer {
  readonly mediaType: string;
  /** Other media types by which clients ask for it; they match by name alone, never by wildcard. */
  readonly aliases: readonly string[];
}

/**
 * The offer that the client prefers best, or undefined when it takes none. Among equals the order of the offers
 * decides, since many clients list everything they know with the same weight.
 */
export function negotiate<T extends Offer>(
  accept: string | undefined,
  offers: readonly T[],
): T | undefined {
  const ranges = accept === undefined ? [] : parseAccept(accept);
  if (ranges.length === 0) return offers[0];
  let best: T | undefined;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality <= bestQuality) continue;
    best = offer;
    bestQuality = quality;
  }
  return best;
}

type MediaRange = ReturnType<typeof parseAccept>[number];

/** The weight of the most specific range that fits. */
function qualityOf(offer: Offer, ranges: readonly MediaRange[]): number {
  const [type] = offer.mediaType.split('/');
  const find = (range: string) =>
    ranges.find((candidate) => candidate.type.toLowerCase() === range)?.q;
  const own = find(offer.mediaType) ?? find(`${type}/*`) ?? find('*/*') ?? 0;
  return Math.max(own, ...offer.aliases.map((alias) => find(alias) ?? 0));
}

/**
 * The languages a reader wants, best first. After each stand its shorter forms, so that "de-AT" finds German.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4, https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function wantedLanguages(acceptLanguage: string | undefined): string[] {
  if (acceptLanguage === undefined) return [];
  const ranges = parseAccept(acceptLanguage)
    .filter(({ q, type }) => q > 0 && type !== '*')
    .flatMap(({ type }) => shorterForms(type.toLowerCase()));
  return [...new Set(ranges)].slice(0, MAX_LANGUAGES);
}

/** Languages of a request; each is looked up among the labels of everything on a page. */
const MAX_LANGUAGES = 64;

/** No tag in use has more; a header may hold thousands. */
const MAX_SUBTAGS = 8;

/** "zh-hant-tw" is "zh-hant-tw", "zh-hant", "zh". */
function shorterForms(range: string): string[] {
  const subtags = range.split('-', MAX_SUBTAGS);
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}
