/** The typed links of the dataset as a document. https://www.rfc-editor.org/rfc/rfc9264 */
import { conditional } from '../protocol/conditional.ts';
import { linksOfDataset, writeLinkset, writeLinksetJson } from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';
import { harvestOf, resolveAddress } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { LINKSET_JSON, LINKSET_TEXT } from '../protocol/linkset-types.ts';
import { siteUrlOf } from '../protocol/site-origin.ts';
import type { Reply } from '../protocol/reply.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { metadataOf } from '../protocol/resource-links.ts';
import { etagOf } from '../protocol/validators.ts';

const FORMS = [
  {
    name: 'linkset-json',
    label: 'Linkset in JSON',
    mediaType: LINKSET_JSON,
    aliases: ['application/json'],
    extensions: ['json'],
    write: writeLinksetJson,
  },
  {
    name: 'linkset',
    label: 'Linkset',
    mediaType: LINKSET_TEXT,
    aliases: ['text/plain', 'application/link-format'],
    extensions: ['txt'],
    write: writeLinkset,
  },
] as const;

export async function answerLinkset(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const form = requestedFormat(request.url.searchParams, request.header('accept'), FORMS);
  const siteUrl = siteUrlOf(publication, request);
  const etag = etagOf(publication.version, form.name, siteUrl);
  const headers = {
    'content-type': form.mediaType,
    vary: 'Accept',
    etag,
    'cache-control': 'no-cache',
  };
  return conditional(request, headers, async () => {
    const home = await resolveAddress(publication, { path: '' });
    const metadata = home.kind === 'resource' ? metadataOf(home.resource) : [];
    return {
      headers,
      body: form.write(linksOfDataset(await harvestOf(publication), siteUrl, metadata)),
    };
  });
}
