/**
 * Typed links from the landing page of the dataset to its identifier, descriptions and contents, and back.
 * https://signposting.org/FAIR/
 */
import { dcat, dct, schema } from '../../rdf/index.ts';
import { DUMP_FORMS, latestDumpPath } from '../dump-forms.ts';
import { datasetIri, type HarvestSubject, type SiteUrl, statedOf } from '../harvest-subject.ts';
import type { TypedLink } from './linkset.ts';

/** A description of the dataset in a syntax of RDF. */
export interface Metadata {
  readonly path: string;
  readonly mediaType: string;
}

export const LINKSET_PATH = 'linkset';

const PAGE_TYPE = 'text/html';

/** The media type of a dump; a compressed one has the type of its compression. */
const typeOfDump = ({ isCompressed, mediaType }: (typeof DUMP_FORMS)[number]): string =>
  isCompressed ? 'application/gzip' : mediaType;

/** Level 1: the links of the landing page. */
export function landingLinks(
  subject: HarvestSubject,
  siteUrl: SiteUrl,
  metadata: readonly Metadata[],
): TypedLink[] {
  const { license } = subject.about;
  const self = datasetIri(subject);
  const authors = [dct('creator'), dct('publisher')]
    .map((property) => statedOf(subject, self, property))
    .find((found) => found.length > 0);
  const link = (relation: string, target: string, type?: string): TypedLink => ({
    anchor: siteUrl,
    relation,
    target,
    type,
  });
  return [
    link('cite-as', self.value),
    link('type', dcat('Dataset').value),
    link('type', schema('Dataset').value),
    link('type', schema('AboutPage').value),
    ...(license === undefined ? [] : [link('license', license)]),
    ...(authors ?? [])
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => link('author', value)),
    ...metadata.map(({ path, mediaType }) => link('describedby', siteUrl + path, mediaType)),
    ...DUMP_FORMS.map((form) =>
      link('item', siteUrl + latestDumpPath(subject, form), typeOfDump(form)),
    ),
  ];
}

/** Level 2: the same, with the links back. */
export function linksOfDataset(
  subject: HarvestSubject,
  siteUrl: SiteUrl,
  metadata: readonly Metadata[],
): TypedLink[] {
  const back = (anchor: string, relation: string): TypedLink => ({
    anchor: siteUrl + anchor,
    relation,
    target: siteUrl,
    type: PAGE_TYPE,
  });
  return [
    ...landingLinks(subject, siteUrl, metadata),
    ...metadata.map(({ path }) => back(path, 'describes')),
    ...DUMP_FORMS.map((form) => back(latestDumpPath(subject, form), 'collection')),
  ];
}
