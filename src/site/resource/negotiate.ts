/** Proactive content negotiation. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 */
import { parseAccept } from 'hono/utils/accept';

/** An alternative in content negotiation: a representation or a result format. */
export interface Offer {
  readonly mediaType: string;
  /** Other media types by which clients request it; they match exactly, never by wildcard. */
  readonly aliases: readonly string[];
}

/**
 * The offer with the highest weight, or undefined if none is acceptable. Among equal weights the first offer is chosen,
 * since many clients list all supported types with the same weight.
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

/** The weight of the most specific range that matches. */
function qualityOf(offer: Offer, ranges: readonly MediaRange[]): number {
  const [type] = offer.mediaType.split('/');
  const find = (range: string) =>
    ranges.find((candidate) => candidate.type.toLowerCase() === range)?.q;
  const own = find(offer.mediaType) ?? find(`${type}/*`) ?? find('*/*') ?? 0;
  return Math.max(own, ...offer.aliases.map((alias) => find(alias) ?? 0));
}

/**
 * The language ranges of a request by weight, each followed by its prefixes, so that "de-AT" matches German.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4, https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function preferredLanguages(acceptLanguage: string | undefined): string[] {
  if (acceptLanguage === undefined) return [];
  const ranges = parseAccept(acceptLanguage)
    .filter(({ q, type }) => q > 0 && type !== '*')
    .flatMap(({ type }) => shorterForms(type.toLowerCase()));
  return [...new Set(ranges)].slice(0, MAX_LANGUAGES);
}

/** Maximum number of language ranges of a request, since each is compared with all labels of a page. */
const MAX_LANGUAGES = 64;

/** Maximum number of subtags. Tags in use have fewer; a header may contain thousands. */
const MAX_SUBTAGS = 8;

/** "zh-hant-tw" is "zh-hant-tw", "zh-hant", "zh". */
function shorterForms(range: string): string[] {
  const subtags = range.split('-', MAX_SUBTAGS);
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}
