/** The description of the dataset: title, description, licence, languages. */
import {
  dcat,
  dct,
  type LanguageMap,
  rdf,
  type Term,
  terms,
  voidVocabulary,
} from '../../rdf/index.ts';
import { type Dataset, GraphReader, matchQuads, type Store } from '../../store/index.ts';

export interface About {
  /** The dataset's IRI, where it describes itself. */
  readonly iri: string | undefined;
  readonly titles: LanguageMap;
  /** dct:alternative: a shorter title. */
  readonly shortTitles: LanguageMap;
  readonly descriptions: LanguageMap;
  /** IRI of the licence. */
  readonly license: string | undefined;
  /** Languages of the site, lower case: those of the title, in its order. */
  readonly languages: readonly string[];
}

/** Reads the description; `name` replaces a missing title. */
export function readAbout(dataset: Store, name: string): About {
  const self = findSelf(dataset);
  const reader = new GraphReader(dataset);
  const id = self && reader.idOf(self);
  const texts = (property: Term): LanguageMap =>
    id === undefined ? new Map() : reader.textByLanguage(id, [property]);
  const titles = texts(dct('title'));
  return {
    iri: self?.value,
    titles: titles.size > 0 ? titles : new Map([['', name]]),
    shortTitles: texts(dct('alternative')),
    descriptions: texts(dct('description')),
    license: id === undefined ? undefined : reader.object(id, dct('license'))?.value,
    languages: [...titles.keys()].filter((language) => language !== ''),
  };
}

/** The subject of void:uriSpace, or else the only dcat:Dataset or void:Dataset. */
function findSelf(dataset: Dataset): Term | undefined {
  const graph = terms.defaultGraph();
  const [declared] = matchQuads(dataset, { predicate: voidVocabulary('uriSpace'), graph });
  if (declared) return declared.subject;
  for (const type of [dcat('Dataset'), voidVocabulary('Dataset')]) {
    const [first, second] = matchQuads(dataset, { predicate: rdf('type'), object: type, graph });
    if (first && !second) return first.subject;
  }
  return undefined;
}
