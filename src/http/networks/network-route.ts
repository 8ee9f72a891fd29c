/** `/network`: the entire dataset, a class or the neighbourhood of a resource, as nodes and edges. */
import { conditional } from '../protocol/conditional.ts';
import {
  NETWORK_FORMATS,
  networkOfDataset,
  readLimit,
  readSelection,
  type Selection,
} from '../../network/index.ts';
import type { Publication } from '../../publication/index.ts';
import { splitIri } from '../../rdf/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import {
  asBadRequest,
  badRequestOf,
  fileWord,
  networkContext,
  networkReply,
  titleOf,
} from './network-reply.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { etagOf } from '../protocol/validators.ts';

const PATH = 'network';

const FORMAT_OF_PATH = new Map(
  NETWORK_FORMATS.map((format) => [`${PATH}.${format.extensions[0]}`, format]),
);

/** `network` itself, whose form is negotiated, and one path for each format. */
export const NETWORK_PATHS: readonly string[] = [PATH, ...FORMAT_OF_PATH.keys()];

/** @throws {HttpError} 400 for an invalid resource, class, depth or limit. */
export async function answerNetwork(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const { searchParams, search } = request.url;
  const only = FORMAT_OF_PATH.get(request.path);
  const format = only ?? requestedFormat(searchParams, request.header('accept'), NETWORK_FORMATS);
  const selection = asBadRequest(() =>
    readSelection(
      {
        resource: parameter(searchParams, 'resource'),
        class: parameter(searchParams, 'class'),
        depth: parameter(searchParams, 'depth'),
      },
      publication.prefixes,
    ),
  );
  const limit = asBadRequest(() => readLimit(parameter(searchParams, 'limit')));
  const context = networkContext(publication, readerOf(request));
  const etag = etagOf(
    publication.version,
    PATH,
    format.name,
    ...wordsOf(selection),
    String(limit),
    ...context.languages,
  );
  const root = new URL(publication.base).pathname;
  const headers = {
    'content-type': format.contentType,
    vary: 'Accept, Accept-Language',
    etag,
    'cache-control': 'no-cache',
    ...(!only && { 'content-location': `${root}${PATH}.${format.extensions[0]}${search}` }),
  };
  return conditional(request, headers, async () => {
    const title = titleOf(publication, context);
    try {
      const options = { ...context, selection, limit, title };
      const network = await networkOfDataset(publication.dataset, options);
      const name = 'iri' in selection ? fileWord(splitIri(selection.iri).localName) : undefined;
      return networkReply(network, format, { headers, name });
    } catch (error) {
      throw badRequestOf(error);
    }
  });
}

/** An empty parameter is a form field that was left empty. */
function parameter(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name).filter((value) => value !== '');
  if (values.length > 1) throw new HttpError(400, `${name} is there more than once: send it once`);
  return values[0];
}

function wordsOf(selection: Selection): string[] {
  switch (selection.kind) {
    case 'whole':
      return [selection.kind];
    case 'class':
      return [selection.kind, selection.iri];
    case 'neighbourhood':
      return [selection.kind, selection.iri, String(selection.depth)];
  }
}
