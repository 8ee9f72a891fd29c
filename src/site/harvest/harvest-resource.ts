/** The documents for harvesters that have representations in RDF: VoID, the catalogue, the list of dumps. */
import {
  CATALOG_PATH,
  describeCatalog,
  describeVoid,
  DUMPS_PATH,
  VOID_PATH,
  withHarvestPrefixes,
} from '../../harvest/index.ts';
import { renderData } from '../../pages/index.ts';
import type { Quad } from '../../rdf/index.ts';
import { dataView } from './data-view.ts';
import { allDumps } from './dumps.ts';
import { harvestOf, siteUrlAt } from './harvest-facts.ts';
import type { Publication } from '../../publication/index.ts';
import {
  alternatesOf,
  htmlRepresentation,
  rdfRepresentations,
} from '../resource/representations.ts';
import type { Reader, Resource } from '../resource/resource.ts';
import { pageFor } from '../frame/page-context.ts';

/** The resource at a path without extension; undefined for other paths. */
export function harvestResource(publication: Publication, path: string): Resource | undefined {
  switch (path) {
    case VOID_PATH:
      return voidResource(publication);
    case CATALOG_PATH:
      return catalogResource(publication, { path, at: (extension) => `${path}.${extension}` });
    case DUMPS_PATH:
    case `${DUMPS_PATH}index`:
      return catalogResource(publication, {
        path: DUMPS_PATH,
        at: (extension) => `${DUMPS_PATH}index.${extension}`,
      });
    default:
      return undefined;
  }
}

/** https://www.w3.org/TR/void/#well-known */
function voidResource(publication: Publication): Resource {
  const quads = async ({ origin }: Reader) =>
    describeVoid(await harvestOf(publication), siteUrlAt(publication.base, origin));
  const forms = rdfRepresentations(
    quads,
    withHarvestPrefixes(publication.prefixes),
    (extension) => `${VOID_PATH}.${extension}`,
  );
  return {
    iri: publication.base + VOID_PATH,
    kind: 'harvest',
    path: VOID_PATH,
    representations: forms as unknown as Resource['representations'],
  };
}

/** The catalogue describes the dumps, so the list of dumps has the same representations. */
function catalogResource(
  publication: Publication,
  { path, at }: { readonly path: string; readonly at: (extension: string) => string },
): Resource {
  const forms = rdfRepresentations(
    (reader) => catalogQuads(publication, reader),
    withHarvestPrefixes(publication.prefixes),
    at,
  );
  const html = htmlRepresentation(at('html'), async (reader) => {
    const { view, iris } = await dataView(publication, reader, alternatesOf(forms));
    return renderData(view, await pageFor(publication, reader, { path, iris }));
  });
  return {
    iri: publication.base + path,
    kind: 'harvest',
    path,
    representations: [...forms, html] as unknown as Resource['representations'],
  };
}

export async function catalogQuads(publication: Publication, { origin }: Reader): Promise<Quad[]> {
  const siteUrl = siteUrlAt(publication.base, origin);
  return describeCatalog(await harvestOf(publication), siteUrl, await allDumps(publication));
}
