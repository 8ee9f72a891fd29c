/** The searchable texts of a resource: labels, alternative labels and other texts. */
import { dct, foaf, schema, skos, type TextInLanguage, xsd } from '../../rdf/index.ts';
import { patternRange, type Store, type TermId } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';

export interface ResourceTexts {
  readonly labels: readonly TextInLanguage[];
  readonly alternatives: readonly TextInLanguage[];
  readonly texts: readonly TextInLanguage[];
}

const ALTERNATIVE_PROPERTIES = [
  skos('altLabel'),
  skos('hiddenLabel'),
  skos('notation'),
  schema('alternateName'),
  dct('alternative'),
  foaf('nick'),
];

/** Characters of one text that are indexed, from its start; documented on the search page. */
export const SEARCHED_CHARACTERS = 1000;

/** Characters and triples of one resource that are indexed; more belong to a list or a log. */
const MAX_CHARACTERS = 8000;
const MAX_TRIPLES = 1000;

/** Depth of blank nodes whose texts count as those of the resource: the body of a note, the street of an address. */
const MAX_NESTING = 2;

const XSD_STRING = xsd('string').value;

export class TextReader {
  readonly #store: Store;
  readonly #labels: ReadonlySet<TermId>;
  readonly #alternatives: ReadonlySet<TermId>;

  constructor(store: Store) {
    this.#store = store;
    const idsOf = (properties: Iterable<Parameters<Store['dictionary']['idOf']>[0]>) =>
      new Set(
        Array.from(properties, (property) => store.dictionary.idOf(property)).filter(
          (id) => id !== undefined,
        ),
      );
    this.#labels = idsOf(LABEL_PROPERTIES);
    this.#alternatives = idsOf(ALTERNATIVE_PROPERTIES);
  }

  /** Whether the resource has one of the label properties. */
  hasLabel(subject: TermId): boolean {
    const { start, end, order } = patternRange(this.#store.defaultIndex, { subject });
    for (let at = start; at < end; at += 1)
      if (this.#labels.has(order.second[at] as TermId)) return true;
    return false;
  }

  /** A text that occurs twice, as a title and as a description, is in the higher field only. */
  textsOf(subject: TermId): ResourceTexts {
    const fields = new Map<TermId, keyof ResourceTexts>();
    this.#collect(subject, fields, 0);
    const found = { labels: [], alternatives: [], texts: [] } as Draft;
    let remaining = MAX_CHARACTERS;
    for (const [id, field] of fields) {
      if (remaining <= 0) break;
      const text = this.#store.dictionary.textOf(id).slice(0, SEARCHED_CHARACTERS);
      remaining -= text.length;
      found[field].push({ text, language: this.#languageOf(id) ?? '' });
    }
    return found;
  }

  #collect(subject: TermId, fields: Map<TermId, keyof ResourceTexts>, depth: number): void {
    const { start, end, order } = patternRange(this.#store.defaultIndex, { subject });
    for (let at = start; at < Math.min(end, start + MAX_TRIPLES); at += 1) {
      const object = order.third[at] as TermId;
      if (this.#isBlank(object)) {
        if (depth < MAX_NESTING) this.#collect(object, fields, depth + 1);
        continue;
      }
      if (this.#languageOf(object) === undefined) continue;
      const field = depth > 0 ? 'texts' : this.#fieldOf(order.second[at] as TermId);
      const previous = fields.get(object);
      if (previous === undefined || FIELDS.indexOf(field) < FIELDS.indexOf(previous))
        fields.set(object, field);
    }
  }

  #fieldOf(property: TermId): keyof ResourceTexts {
    if (this.#labels.has(property)) return 'labels';
    return this.#alternatives.has(property) ? 'alternatives' : 'texts';
  }

  #isBlank(id: TermId): boolean {
    const [start, end] = this.#store.dictionary.ranges.blankNodes;
    return id >= start && id < end;
  }

  /** The language of a text; undefined for a term that is neither xsd:string nor rdf:langString. */
  #languageOf(id: TermId): string | undefined {
    const { dictionary } = this.#store;
    const { strings, otherLiterals } = dictionary.ranges;
    const isText =
      (id >= strings[0] && id < strings[1]) || (id >= otherLiterals[0] && id < otherLiterals[1]);
    if (!isText) return undefined;
    const type = dictionary.literalTypes[dictionary.typeOf(id)];
    if (type === undefined) return undefined;
    return type.language !== '' || type.datatype === XSD_STRING ? type.language : undefined;
  }
}

type Draft = Record<keyof ResourceTexts, TextInLanguage[]>;

/** By descending weight. */
const FIELDS: readonly (keyof ResourceTexts)[] = ['labels', 'alternatives', 'texts'];
