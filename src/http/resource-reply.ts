/** A resource of the publication as a reply. https://www.rfc-editor.org/rfc/rfc9110 */
import type { Publication, Representation, Resource } from '../publication/index.ts';
import { type Asked, readerOf } from './asked.ts';
import { notModified, type Reply } from './reply.ts';
import { requestedFormat } from './requested-format.ts';
import { etagOf, isNotModified } from './validators.ts';

/** @param only the one representation that the path itself names. */
export async function replyWithResource(
  publication: Publication,
  asked: Asked,
  { resource, only }: { readonly resource: Resource; readonly only?: Representation | undefined },
): Promise<Reply> {
  const form =
    only ??
    requestedFormat(asked.url.searchParams, asked.header('accept'), resource.representations);
  const reader = readerOf(asked);
  const languages = form.variesByLanguage ? reader.languages : [];
  const root = new URL(publication.base).pathname;
  const etag = etagOf(publication.version, form.name, resource.path, ...languages);
  const headers = {
    'content-type': form.contentType,
    vary: 'Accept, Accept-Language',
    etag,
    'cache-control': 'no-cache',
    link: links(publication, resource, root).join(', '),
    ...(!only && { 'content-location': headerSafe(root + form.path) }),
  };
  if (isNotModified(asked.header('if-none-match'), etag)) return notModified(headers);
  return { headers, body: await form.write(reader) };
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
