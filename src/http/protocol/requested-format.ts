/** Which of several formats a request specifies: by `format=` in its URL, or else by Accept. */
import { negotiate, type Offer } from '../../site/index.ts';
import { HttpError } from './problem.ts';

/** Parameters by which clients ask for a format; SPARQLWrapper sends three of them at once. */
const FORMAT_PARAMETERS = ['format', 'output', 'results', 'Accept'] as const;

export interface NamedOffer extends Offer {
  readonly name: string;
  /** Display name: "JSON-LD". */
  readonly label: string;
  readonly extensions: readonly string[];
}

/** @throws {HttpError} 406 with the list of available formats. */
export function requestedFormat<T extends NamedOffer>(
  parameters: URLSearchParams,
  accept: string | undefined,
  offers: readonly T[],
): T {
  const requested = FORMAT_PARAMETERS.map((name) => parameters.get(name)).find(Boolean);
  const found = requested ? byName(requested, offers) : negotiate(accept, offers);
  if (found) return found;
  const list = offers.map((offer) => offer.mediaType);
  throw new HttpError(
    406,
    `none of the formats you take is to be had here; there are ${list.join(', ')}`,
    {
      headers: { vary: 'Accept' },
      available: list,
    },
  );
}

/**
 * By short name, extension, label ("json-ld"), media type, or the end of one ("rdf+xml", "n3"), which is what
 * SPARQLWrapper sends. Without regard to case, since people type it.
 */
function byName<T extends NamedOffer>(requested: string, offers: readonly T[]): T | undefined {
  const name = requested.trim().toLowerCase();
  const isType = (type: string) => type === name || type.endsWith(`/${name}`);
  return (
    offers.find(
      ({ name: own, label, extensions }) =>
        own === name || label.toLowerCase() === name || extensions.includes(name),
    ) ?? offers.find(({ mediaType, aliases }) => isType(mediaType) || aliases.some(isType))
  );
}
