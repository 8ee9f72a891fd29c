/** What is said of a resource in words: its names, its other names, its texts, as a search looks through them. */
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

/** Of a text that is longer only the beginning is searched; the page of the search says so. */
export const SEARCHED_CHARACTERS = 1000;

/** Of one resource; what is beyond belongs to a list or a log and not to a description. */
const MAX_CHARACTERS = 8000;
const MAX_TRIPLES = 1000;

/** A note has its text in a body, an address its street: blank nodes are read with what they belong to. */
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

  /** Whether one of the label properties is there. */
  hasLabel(subject: TermId): boolean {
    const { start, end, order } = patternRange(this.#store.defaultIndex, { subject });
    for (let at = start; at < end; at += 1)
      if (this.#labels.has(order.second[at] as TermId)) return true;
    return false;
  }

  /** A text that stands there twice, as a title and as a description, counts as the more prominent one. */
  textsOf(subject: TermId): ResourceTexts {
    const places = new Map<TermId, keyof ResourceTexts>();
    this.#collect(subject, places, 0);
    const found = { labels: [], alternatives: [], texts: [] } as Draft;
    let left = MAX_CHARACTERS;
    for (const [id, place] of places) {
      if (left <= 0) break;
      const text = this.#store.dictionary.textOf(id).slice(0, SEARCHED_CHARACTERS);
      left -= text.length;
      found[place].push({ text, language: this.#languageOf(id) ?? '' });
    }
    return found;
  }

  #collect(subject: TermId, places: Map<TermId, keyof ResourceTexts>, depth: number): void {
    const { start, end, order } = patternRange(this.#store.defaultIndex, { subject });
    for (let at = start; at < Math.min(end, start + MAX_TRIPLES); at += 1) {
      const object = order.third[at] as TermId;
      if (this.#isBlank(object)) {
        if (depth < MAX_NESTING) this.#collect(object, places, depth + 1);
        continue;
      }
      if (this.#languageOf(object) === undefined) continue;
      const place = depth > 0 ? 'texts' : this.#placeOf(order.second[at] as TermId);
      const known = places.get(object);
      if (known === undefined || PLACES.indexOf(place) < PLACES.indexOf(known))
        places.set(object, place);
    }
  }

  #placeOf(property: TermId): keyof ResourceTexts {
    if (this.#labels.has(property)) return 'labels';
    return this.#alternatives.has(property) ? 'alternatives' : 'texts';
  }

  #isBlank(id: TermId): boolean {
    const [start, end] = this.#store.dictionary.ranges.blankNodes;
    return id >= start && id < end;
  }

  /** Of a text for people; undefined for what is none. */
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

/** The more prominent first. */
const PLACES: readonly (keyof ResourceTexts)[] = ['labels', 'alternatives', 'texts'];
