/** A resource of the publication as a response. https://www.rfc-editor.org/rfc/rfc9110 */
import type { Publication, Representation, Resource } from '../publication/index.ts';
import { readerOf } from './reader.ts';
import { requestedFormat } from './requested-format.ts';
import { etagOf, isNotModified } from './validators.ts';

/** @param only the one representation that the path itself names. */
export async function respondWithResource(
  publication: Publication,
  request: Request,
  { resource, only }: { readonly resource: Resource; readonly only?: Representation | undefined },
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const accept = request.headers.get('accept') ?? undefined;
  const form = only ?? requestedFormat(searchParams, accept, resource.representations);
  const reader = readerOf(request);
  const languages = form.variesByLanguage ? reader.languages : [];
  const root = new URL(publication.base).pathname;
  const headers = new Headers({
    'content-type': form.contentType,
    vary: 'Accept, Accept-Language',
    etag: etagOf(publication.version, form.name, resource.path, ...languages),
    'cache-control': 'no-cache',
    link: links(publication, resource, root).join(', '),
  });
  if (!only) headers.set('content-location', headerSafe(root + form.path));
  if (isNotModified(request.headers.get('if-none-match') ?? undefined, headers.get('etag') ?? ''))
    return new Response(null, { status: 304, headers });
  return new Response(await form.write(reader), { headers });
}

/** https://www.rfc-editor.org/rfc/rfc8288 */
function links({ about }: Publication, resource: Resource, root: string): string[] {
  const link = (target: string, relation: string, type?: string) =>
    `<${headerSafe(target)}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`;
  const found = resource.representations.map(({ path, mediaType }) =>
    link(root + path, 'alternate', mediaType),
  );
  if (resource.kind === 'document') found.push(link(resource.iri, 'describes'));
  if (about.license !== undefined) found.push(link(about.license, 'license'));
  if (resource.previous !== undefined) found.push(link(root + resource.previous, 'prev'));
  if (resource.next !== undefined) found.push(link(root + resource.next, 'next'));
  return found;
}

/** IRIs of the data may hold characters that no header takes; escapes that are there already stay. */
const headerSafe = (iri: string) => encodeURI(iri).replaceAll('%25', '%');
