/** The files that crawlers request by name: robots.txt, sitemaps, llms.txt, the entry for the LOD cloud. */
import { conditional } from '../protocol/conditional.ts';
import {
  type HarvestSubject,
  lodCloudEntry,
  MAX_URLS,
  type SiteUrl,
  writeLlms,
  writeRobots,
  writeSitemap,
  writeSitemapIndex,
} from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';
import { harvestOf, pagePaths } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { dereference } from '../resources/dereference.ts';
import { siteUrlOf } from '../protocol/site-origin.ts';
import type { Reply } from '../protocol/reply.ts';
import { etagOf } from '../protocol/validators.ts';

type Write = (subject: HarvestSubject, siteUrl: SiteUrl) => string;
type Answer = (publication: Publication, request: RequestContext) => Promise<Reply>;

const file =
  (contentType: string, write: Write): Answer =>
  async (publication, request) => {
    const siteUrl = siteUrlOf(publication, request);
    const text = write(await harvestOf(publication), siteUrl);
    const headers = {
      'content-type': contentType,
      etag: etagOf(text),
      'cache-control': 'no-cache',
    };
    return conditional(request, headers, () => {
      return { headers, body: text };
    });
  };

export const robots: Answer = file('text/plain; charset=utf-8', (_, siteUrl) =>
  writeRobots(siteUrl),
);
export const llms: Answer = file('text/plain; charset=utf-8', writeLlms);
export const lodCloud: Answer = file('application/json', (subject, siteUrl) =>
  JSON.stringify(lodCloudEntry(subject, siteUrl), undefined, 2),
);

/** One list, or, above the maximum size, the index of the lists. */
export const sitemap: Answer = (publication, request) =>
  file(XML, (_, siteUrl) => {
    const paths = pagePaths(publication);
    if (paths.length <= MAX_URLS) return writeSitemap({ paths, siteUrl });
    const files = Array.from(
      { length: Math.ceil(paths.length / MAX_URLS) },
      (_file, number) => `sitemap-${number + 1}.xml`,
    );
    return writeSitemapIndex({ paths: files, siteUrl });
  })(publication, request);

/** A part of a long list; any other path of this form is resolved as a resource. */
export const sitemapPart: Answer = (publication, request) => {
  const number = Number(/^sitemap-(\d{1,9})\.xml$/.exec(request.path)?.[1] ?? 0);
  const paths = pagePaths(publication).slice((number - 1) * MAX_URLS, number * MAX_URLS);
  if (number < 1 || paths.length === 0) return dereference(publication, request);
  return file(XML, (_, siteUrl) => writeSitemap({ paths, siteUrl }))(publication, request);
};

const XML = 'application/xml; charset=utf-8';
