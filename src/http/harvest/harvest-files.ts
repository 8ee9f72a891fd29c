/** The files that crawlers ask for by name: robots.txt, sitemaps, llms.txt, the entry for the LOD cloud. */
import { conditional } from '../protocol/conditional.ts';
import {
  type HarvestSubject,
  lodCloudEntry,
  MAX_URLS,
  type Place,
  writeLlms,
  writeRobots,
  writeSitemap,
  writeSitemapIndex,
} from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';
import { harvestOf, pagePaths } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { dereference } from '../resources/dereference.ts';
import { placeOf } from '../protocol/site-origin.ts';
import type { Reply } from '../protocol/reply.ts';
import { etagOf } from '../protocol/validators.ts';

type Write = (subject: HarvestSubject, place: Place) => string;
type Answer = (publication: Publication, request: RequestContext) => Promise<Reply>;

const file =
  (contentType: string, write: Write): Answer =>
  async (publication, request) => {
    const place = placeOf(publication, request);
    const text = write(await harvestOf(publication), place);
    const headers = {
      'content-type': contentType,
      etag: etagOf(text),
      'cache-control': 'no-cache',
    };
    return conditional(request, headers, () => {
      return { headers, body: text };
    });
  };

export const robots: Answer = file('text/plain; charset=utf-8', (_, place) => writeRobots(place));
export const llms: Answer = file('text/plain; charset=utf-8', writeLlms);
export const lodCloud: Answer = file('application/json', (subject, place) =>
  JSON.stringify(lodCloudEntry(subject, place), undefined, 2),
);

/** One list, or, past what one may hold, the list of the lists. */
export const sitemap: Answer = (publication, request) =>
  file(XML, (_, place) => {
    const paths = pagePaths(publication);
    if (paths.length <= MAX_URLS) return writeSitemap({ paths, place });
    const files = Array.from(
      { length: Math.ceil(paths.length / MAX_URLS) },
      (_file, number) => `sitemap-${number + 1}.xml`,
    );
    return writeSitemapIndex({ paths: files, place });
  })(publication, request);

/** A part of a long list; anything else of such a name is the data's. */
export const sitemapPart: Answer = (publication, request) => {
  const number = Number(/^sitemap-(\d{1,9})\.xml$/.exec(request.path)?.[1] ?? 0);
  const paths = pagePaths(publication).slice((number - 1) * MAX_URLS, number * MAX_URLS);
  if (number < 1 || paths.length === 0) return dereference(publication, request);
  return file(XML, (_, place) => writeSitemap({ paths, place }))(publication, request);
};

const XML = 'application/xml; charset=utf-8';
