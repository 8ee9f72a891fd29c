/** The links of a resource: to its other representations, to what it describes, to its publisher. https://www.iana.org/assignments/link-relations/ */
import { landingLinks, LINKSET_PATH, type Metadata } from '../../harvest/index.ts';
import { LINKSET_JSON, LINKSET_TEXT } from './linkset-types.ts';
import type { Publication } from '../../publication/index.ts';
import { harvestOf, type Resource } from '../../site/index.ts';
import { schema } from '../../rdf/index.ts';
import { linkTo } from './link-header.ts';

/** A resource of many classes names the first few. */
const MAX_TYPES = 8;

/** Descriptions in the syntaxes that most programs can parse. */
const DESCRIBING: ReadonlySet<string> = new Set(['turtle', 'jsonld']);

/** What describes the dataset: the front page in each syntax of RDF. */
export const metadataOf = ({ representations }: Resource): Metadata[] =>
  representations
    .filter(({ mediaType }) => mediaType !== 'text/html')
    .map(({ path, mediaType }) => ({ path, mediaType }));

/** @param root path of the publication. @param siteUrl URL of it. @param prefix path of the version that is shown. */
export async function linksOf(
  publication: Publication,
  resource: Resource,
  {
    root,
    siteUrl,
    prefix,
  }: { readonly root: string; readonly siteUrl: string; readonly prefix: string },
): Promise<string[]> {
  const alternates = resource.representations.map(({ path, mediaType: type }) =>
    linkTo(root + prefix + path, 'alternate', { type }),
  );
  switch (resource.kind) {
    case 'home':
      return [
        ...alternates,
        ...landingLinks(await harvestOf(publication), siteUrl, metadataOf(resource)).map(
          ({ target, relation, type }) => linkTo(target, relation, { type }),
        ),
        linkTo(root + LINKSET_PATH, 'linkset', { type: LINKSET_JSON }),
        linkTo(root + LINKSET_PATH, 'linkset', { type: LINKSET_TEXT }),
      ];
    case 'document':
    case 'graph':
      return [...alternates, ...linksOfDocument(publication, resource, { root, prefix })];
    case 'harvest':
      return [
        ...alternates,
        linkTo(root, 'describes', { type: 'text/html' }),
        ...licenseOf(publication),
      ];
    case 'page':
    case 'sparql':
    case 'problem':
      return [...alternates, ...licenseOf(publication)];
  }
}

const licenseOf = ({ about }: Publication): string[] =>
  about.license === undefined ? [] : [linkTo(about.license, 'license')];

function linksOfDocument(
  publication: Publication,
  resource: Resource,
  { root, prefix }: { readonly root: string; readonly prefix: string },
): string[] {
  const at = (path: string | undefined, relation: string) =>
    path === undefined ? [] : [linkTo(root + prefix + path, relation)];
  return [
    ...resource.representations
      .filter(({ name }) => DESCRIBING.has(name))
      .map(({ path, mediaType: type }) => linkTo(root + prefix + path, 'describedby', { type })),
    ...(resource.kind === 'document' ? [linkTo(resource.iri, 'describes')] : []),
    ...(prefix === '' ? [linkTo(publication.base + resource.path, 'canonical')] : []),
    linkTo(schema('AboutPage').value, 'type'),
    ...(resource.types ?? []).slice(0, MAX_TYPES).map((type) => linkTo(type, 'type')),
    ...licenseOf(publication),
    linkTo(root, 'collection', { type: 'text/html' }),
    ...at(resource.first, 'first'),
    ...at(resource.previous, 'prev'),
    ...at(resource.next, 'next'),
    ...at(resource.last, 'last'),
  ];
}
