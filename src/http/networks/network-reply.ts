/** Networks as replies: with the same headers everywhere. */
import { GraphpressError } from '../../errors.ts';
import {
  type Network,
  type NetworkContext,
  type NetworkFormat,
  writeNetwork,
} from '../../network/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../../site/index.ts';
import { pickLanguage } from '../../rdf/index.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { streamBytes } from '../protocol/stream-bytes.ts';

export function networkContext(publication: Publication, reader: Reader): NetworkContext {
  const { descriptions, prefixes, about } = publication;
  return { descriptions, prefixes, languages: [...reader.languages, ...about.languages] };
}

export const titleOf = ({ about, base }: Publication, { languages }: NetworkContext): string =>
  pickLanguage(about.titles, languages)?.text ?? base;

interface NetworkReplyFacts {
  readonly headers: Reply['headers'];
  /** The file name after "network-"; undefined for the entire dataset. */
  readonly name?: string | undefined;
}

/**
 * The file itself lists what was left out, since headers are lost on download. Its name then contains "part", since
 * the name is visible before the file is opened.
 */
export function networkReply(
  network: Network,
  format: NetworkFormat,
  { headers, name }: NetworkReplyFacts,
): Reply {
  const words = ['network', name, network.limits.length > 0 ? 'part' : undefined];
  const file = words.filter((word) => word !== undefined && word !== '').join('-');
  const disposition = `inline; filename="${file}.${format.extensions[0]}"`;
  return {
    headers: { ...headers, 'content-disposition': disposition },
    body: streamBytes(writeNetwork(network, format)),
  };
}

/** The characters of an IRI that every file system allows in a file name. */
export const fileWord = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** Invalid parameters of a network are an error in the request. @throws {HttpError} 400 */
export function asBadRequest<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw badRequestOf(error);
  }
}

export const badRequestOf = (error: unknown): unknown =>
  error instanceof GraphpressError && !(error instanceof HttpError)
    ? new HttpError(400, error.message)
    : error;
