/**
 * The classes on the front page, each with some of its instances: classes whose instances are IRIs, without the classes
 * of vocabularies such as owl:Class.
 */
import type { DatasetStatistics } from '../../description/index.ts';
import type { HomeView } from '../../pages/index.ts';
import { owl, rdf, rdfs, sh, type Term, terms } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

const MAX_CLASSES = 12;
/** Maximum number of classes that are tried, the most used ones first. */
const MAX_TRIED = 200;
/** Maximum number of instances of a class that are read, of which one must be an IRI. */
const MAX_LOOKED_AT = 50;
const MAX_EXAMPLES = 4;

const isOfVocabularies = (iri: string): boolean =>
  iri === rdf('Property').value ||
  [owl, rdfs, sh].some((vocabulary) => iri.startsWith(vocabulary('').value));

export function frontClasses(
  { dataset }: Publication,
  { classes }: DatasetStatistics,
): HomeView['classes'] {
  return Iterator.from(classes)
    .take(MAX_TRIED)
    .filter(({ iri }) => !isOfVocabularies(iri))
    .map(({ iri, count }) => {
      const instances = matchQuads(dataset, {
        predicate: rdf('type'),
        object: terms.namedNode(iri),
        graph: terms.defaultGraph(),
      });
      const examples = Iterator.from(instances)
        .take(MAX_LOOKED_AT)
        .map(({ subject }) => subject as Term)
        .filter(({ termType }) => termType === 'NamedNode')
        .take(MAX_EXAMPLES)
        .map(({ value }) => value)
        .toArray();
      return { iri, count, examples };
    })
    .filter(({ examples }) => examples.length > 0)
    .take(MAX_CLASSES)
    .toArray();
}
