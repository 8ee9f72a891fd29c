/** The front page; for an RDF client, the description of the dataset. */
import { renderHome } from '../pages/index.ts';
import type { Publication } from './publication.ts';
import { alternatesOf, htmlRepresentation, rdfRepresentations } from './representations.ts';
import type { Resource } from './resource.ts';
import { pageFor } from './site.ts';

export function homeResource(publication: Publication): Resource {
  const { about, base, descriptions } = publication;
  const iri = about.iri ?? base;
  const forms = rdfRepresentations(
    async () => (await descriptions.describe(iri))?.quads ?? [],
    publication.prefixes,
    (extension) => `?format=${extension}`,
  );
  const html = htmlRepresentation('', async (reader) => {
    const statistics = await descriptions.statistics();
    const iris = statistics.classes.map((type) => type.iri);
    const context = await pageFor(publication, reader, { path: '', iris });
    return renderHome(
      {
        descriptions: about.descriptions,
        statistics,
        queries: publication.queries,
        formats: alternatesOf(forms),
        example: await firstThing(publication),
      },
      context,
    );
  });
  return { iri, kind: 'home', path: '', representations: [html, ...forms] };
}

/** A resource below the base that has a label: something to try. */
async function firstThing({
  base,
  dataset,
  descriptions,
}: Publication): Promise<string | undefined> {
  for (const { subject } of dataset.scan({})) {
    const term = dataset.dictionary.termOf(subject);
    if (term.termType !== 'NamedNode' || !term.value.startsWith(`${base}id/`)) continue;
    if ((await descriptions.labels([term.value])).size > 0) return term.value;
  }
  return undefined;
}
