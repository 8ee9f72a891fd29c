/** Code lists: the concept schemes of the data with their concepts. https://www.w3.org/TR/skos-reference/#schemes */
import { dct, NAMESPACES, owl, rdf, rdfs, skos } from '../../rdf/index.ts';
import { patternRange, countsBySecond, type TermId, type GraphReader } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import { DEFINITION_PROPERTIES } from './definition-properties.ts';
import type { CodeList, CodeListEntry } from './ontology.ts';

const MAX_LISTS = 40;
/** Entries of one list; a thesaurus has more concepts than a page can show. */
const MAX_ENTRIES = 200;

export interface CodeLists {
  readonly lists: readonly CodeList[];
  readonly omitted: number;
}

export function readCodeLists(reader: GraphReader): CodeLists {
  const schemes = reader
    .subjects(rdf('type'), skos('ConceptScheme'))
    .filter((id) => reader.isIri(id));
  return {
    lists: schemes.slice(0, MAX_LISTS).map((id) => readCodeList(reader, id)),
    omitted: Math.max(0, schemes.length - MAX_LISTS),
  };
}

function readCodeList(reader: GraphReader, id: TermId): CodeList {
  const members = new Set([
    ...reader.objects(id, skos('hasTopConcept')),
    ...reader.subjects(skos('topConceptOf'), id),
    ...reader.subjects(skos('inScheme'), id),
  ]);
  return {
    iri: reader.store.dictionary.textOf(id),
    labels: reader.textByLanguage(id, LABEL_PROPERTIES),
    definitions: reader.textByLanguage(id, DEFINITION_PROPERTIES),
    definedBy: reader.iris(id, rdfs('isDefinedBy')),
    entries: Iterator.from(members)
      .filter((member) => reader.isIri(member))
      .take(MAX_ENTRIES)
      .map((member) => readEntry(reader, member))
      .toArray(),
    total: members.size,
  };
}

function readEntry(reader: GraphReader, id: TermId): CodeListEntry {
  return {
    iri: reader.store.dictionary.textOf(id),
    labels: reader.textByLanguage(id, LABEL_PROPERTIES),
    definitions: reader.textByLanguage(id, DEFINITION_PROPERTIES),
    isDeprecated: reader.isTrue(id, owl('deprecated')),
    replacedBy: reader.iris(id, dct('isReplacedBy')),
    uses: countUses(reader, id),
  };
}

/** Statements whose object is the concept, without the SKOS properties that link concepts and schemes. */
function countUses({ store }: GraphReader, id: TermId): number {
  let uses = 0;
  for (const [property, count] of countsBySecond(
    patternRange(store.defaultIndex, { object: id }, 'ops'),
  ))
    if (!store.dictionary.textOf(property).startsWith(NAMESPACES.skos)) uses += count;
  return uses;
}
