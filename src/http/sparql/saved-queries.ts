/**
 * `/queries`: the saved queries. `/queries/{name}` is a page for people and the answer for programs, in the form they
 * accept; `/queries/{name}.csv` names a format. `?this=` is the resource that the query is about.
 */
import { conditional } from '../protocol/conditional.ts';
import { savedQueryPath } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { decodePath, queriesPage, queryPage } from '../../site/index.ts';
import { terms } from '../../rdf/index.ts';
import { chunksOf, isVolatile } from '../../sparql/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { choicesIn } from '../resources/dereference.ts';
import { requireIri } from '../protocol/graph-parameters.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { uncacheable, renderFor } from '../protocol/uncacheable.ts';
import { selfPath } from '../protocol/self-path.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { type AnswerFormat, answerFormats } from './sparql-formats.ts';
import { streamBytes } from '../protocol/stream-bytes.ts';
import { etagOf } from '../protocol/validators.ts';

const HTML_TYPE = 'text/html; charset=utf-8';

export async function answerQueryList(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const reader = readerOf(request);
  const etag = etagOf(publication.version, 'queries', ...reader.languages);
  const headers = {
    'content-type': HTML_TYPE,
    vary: 'Accept-Language',
    etag,
    'cache-control': 'no-cache',
  };
  return conditional(request, headers, async () => ({
    headers,
    body: await queriesPage(publication, reader),
  }));
}

/** @throws {HttpError} 404 for an unknown query. */
export async function answerSavedQuery(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const name = decodePath(request.path.slice('queries/'.length));
  const found = findQuery(publication, name);
  if (!found)
    throw new HttpError(404, `there is no saved query ${JSON.stringify(name)}: /queries lists all`);
  const { saved, only } = found;
  const parameters = request.url.searchParams;
  // The page is the default format, since people share its URL; programs send an Accept header.
  const offers = formsOf(saved.query.form);
  const format = only ?? requestedFormat(parameters, request.header('accept') ?? '*/*', offers);
  const choices = choicesIn(parameters);
  const subject = readSubject(parameters);
  const reader = readerOf(request);
  const languages = format.isPage ? reader.languages : [];
  const state = JSON.stringify([subject, ...choices]);
  const etag = etagOf(publication.version, 'query', name, format.name, state, ...languages);
  const headers = {
    'content-type': format.contentType,
    vary: 'Accept, Accept-Language',
    etag,
    'cache-control': 'no-cache',
  };
  return conditional(request, headers, async () => {
    if (format.isPage) {
      const formats = offers
        .filter(({ isPage }) => !isPage)
        .map(({ label, extensions }) => ({
          label,
          path: savedQueryPath(`${saved.name}.${extensions[0]}`, subject),
        }));
      const again = selfPath(request, savedQueryPath(saved.name, subject));
      const place = { saved, subject, choices, formats, again };
      return renderFor(reader, headers, (whom) => queryPage(publication, whom, place));
    }
    const bindings = new Map(
      subject === undefined ? [] : [['this', terms.namedNode(subject)] as const],
    );
    const { signal } = request.raw;
    const answer = await publication.engine.write(
      { query: saved.query, bindings, signal },
      format.name,
    );
    return {
      headers: {
        ...(isVolatile(saved.query) ? uncacheable(headers) : headers),
        'content-disposition': inlineFile(`${saved.name}.${format.extensions[0]}`),
      },
      body: answer.rest ? streamBytes(chunksOf(answer)) : (answer.first as Uint8Array<ArrayBuffer>),
    };
  });
}

/** The resource that the query is about. @throws {HttpError} 400 for several, and for a value that is not an IRI. */
function readSubject(parameters: URLSearchParams): string | undefined {
  const values = parameters.getAll('this').filter((value) => value !== '');
  if (values.length > 1)
    throw new HttpError(400, `this is there ${values.length} times: ask of one resource at a time`);
  return values[0] === undefined ? undefined : requireIri('this', values[0]);
}

/** A header for a file of any name. https://www.rfc-editor.org/rfc/rfc6266#section-4.3 */
function inlineFile(name: string): string {
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encoded}`}`;
}

/** Bytes from the engine, and the page. */
const formsOf = (form: Parameters<typeof answerFormats>[0]): readonly AnswerFormat[] =>
  answerFormats(form).filter(({ network }) => network === undefined);

function findQuery({ queries }: Publication, name: string) {
  const exact = queries.find((query) => query.name === name);
  if (exact) return { saved: exact, only: undefined };
  const dot = name.lastIndexOf('.');
  const saved = queries.find((query) => query.name === name.slice(0, dot));
  const extension = name.slice(dot + 1);
  const only =
    saved && formsOf(saved.query.form).find(({ extensions }) => extensions.includes(extension));
  return saved && only ? { saved, only } : undefined;
}
