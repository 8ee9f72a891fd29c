/** Dumps by their names, as files: length, checksum, date, and one form only. */
import { conditional } from '../protocol/conditional.ts';
import { dumpAt } from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';
import { dumpOf, harvestOf } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { dereference } from '../resources/dereference.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { streamBytes } from '../protocol/stream-bytes.ts';
import { etagOf } from '../protocol/validators.ts';

/** The resources below the path of the dumps: their list, or one of them. */
export async function answerDump(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const subject = await harvestOf(publication);
  const found = dumpAt(subject, request.path);
  if (!found) {
    if (/\.(?:nq|trig|ttl)(?:\.gz)?$/.test(request.path) && !/\/index\.[a-z]+$/.test(request.path))
      throw new HttpError(
        404,
        `there is no dump ${request.path}: only those of the version of the moment are kept, and dumps/ lists them`,
      );
    return dereference(publication, request);
  }
  const { form, isVersioned } = found;
  const { bytes, sha256, content } = await dumpOf(publication, form);
  const headers = {
    'content-type': form.isCompressed ? 'application/gzip' : form.mediaType,
    'content-length': String(bytes),
    'accept-ranges': 'none',
    etag: etagOf(sha256),
    // https://www.rfc-editor.org/rfc/rfc9530#section-2
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'cache-control': isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache',
    link: `<${new URL(publication.base).pathname}catalog>; rel="describedby"`,
    ...(subject.changed && { 'last-modified': subject.changed.toUTCString() }),
  };
  return conditional(request, headers, () => ({
    headers,
    body: request.method === 'HEAD' ? null : streamBytes(content()),
  }));
}
