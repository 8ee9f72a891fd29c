/** The front page; for an RDF client, the catalogue and the statements about the dataset. */
import {
  CATALOG_PATH,
  DUMPS_PATH,
  schemaDataset,
  withHarvestPrefixes,
} from '../../harvest/index.ts';
import { renderHome } from '../../pages/index.ts';
import { type Quad, termKey } from '../../rdf/index.ts';
import { findExample } from '../frame/example-resource.ts';
import { catalogQuads } from '../harvest/harvest-resource.ts';
import { harvestOf, siteUrlAt } from '../harvest/harvest-facts.ts';
import type { Publication } from '../../publication/index.ts';
import {
  alternatesOf,
  htmlRepresentation,
  rdfRepresentations,
} from '../resource/representations.ts';
import type { Resource } from '../resource/resource.ts';
import { frontClasses } from './front-classes.ts';
import { frontPanels } from './front-panels.ts';
import { irisIn } from '../panels/run-panel.ts';
import { pageFor } from '../frame/page-context.ts';
import { rootResources } from '../frame/site-menu.ts';

export function homeResource(publication: Publication): Resource {
  const { about, base, descriptions } = publication;
  const iri = about.iri ?? base;
  const forms = rdfRepresentations(
    async (reader) => {
      const stated = (await descriptions.describe(iri))?.quads ?? [];
      return eachOnce([...(await catalogQuads(publication, reader)), ...stated]);
    },
    withHarvestPrefixes(publication.prefixes),
    (extension) => `?format=${extension}`,
  );
  const html = htmlRepresentation('', async (reader) => {
    const statistics = await descriptions.statistics();
    const classes = frontClasses(publication, statistics);
    const panels = await frontPanels(publication, reader);
    const entrances = await Promise.all(
      (await rootResources(publication)).map(async (root) => ({
        iri: root,
        types: (await descriptions.describe(root))?.types ?? [],
      })),
    );
    const iris = new Set([
      ...classes.flatMap(({ iri: type, examples }) => [type, ...examples]),
      ...irisIn(Object.values(panels).flat()),
      ...entrances.flatMap((one) => [one.iri, ...one.types]),
    ]);
    const context = await pageFor(publication, reader, { path: '', iris });
    const example = await findExample(publication);
    const structured = schemaDataset(await harvestOf(publication), siteUrlAt(base, reader.origin));
    return renderHome(
      {
        ...panels,
        entrances,
        descriptions: about.descriptions,
        statistics,
        classes,
        formats: alternatesOf(forms),
        catalogues: [
          { label: 'DCAT', path: `${CATALOG_PATH}.ttl`, mediaType: 'text/turtle' },
          { label: 'DCAT', path: `${CATALOG_PATH}.jsonld`, mediaType: 'application/ld+json' },
          { label: 'DCAT', path: `${CATALOG_PATH}.rdf`, mediaType: 'application/rdf+xml' },
        ],
        downloads: DUMPS_PATH,
        example: example && reader.origin + new URL(example).pathname,
        structured,
      },
      context,
    );
  });
  return { iri, kind: 'home', path: '', representations: [html, ...forms] };
}

const eachOnce = (quads: readonly Quad[]): Iterable<Quad> =>
  new Map(quads.map((quad) => [termKey(quad), quad])).values().toArray();
