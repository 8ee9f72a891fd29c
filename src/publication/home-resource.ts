/** The front page; for an RDF client, the description of the dataset. */
import { renderHome } from '../pages/index.ts';
import { terms, voidVocabulary } from '../rdf/index.ts';
import { matchQuads } from '../store/index.ts';
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
    const example = await findExample(publication);
    return renderHome(
      {
        descriptions: about.descriptions,
        statistics,
        queries: publication.queries,
        formats: alternatesOf(forms),
        example: example && reader.origin + new URL(example).pathname,
      },
      context,
    );
  });
  return { iri, kind: 'home', path: '', representations: [html, ...forms] };
}

/** A resource to try: one that the dataset itself gives as an example, or the first that has a label. */
async function findExample({
  base,
  dataset,
  descriptions,
}: Publication): Promise<string | undefined> {
  const examples = Iterator.from(
    matchQuads(dataset, {
      predicate: voidVocabulary('exampleResource'),
      graph: terms.defaultGraph(),
    }),
  ).map(({ object }) => object.value);
  const subjects = Iterator.from(dataset.scan({})).map(
    ({ subject }) => dataset.dictionary.termOf(subject).value,
  );
  for (const iri of [...examples, ...subjects.take(1000)])
    if (iri.startsWith(base) && (await descriptions.labels([iri])).size > 0) return iri;
  return undefined;
}
