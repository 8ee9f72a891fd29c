/** Names and kinds of whatever a graph holds, for one reader; each read once for a response. */
import { type Kind, kindOf, LABEL_PROPERTIES } from '../../description/index.ts';
import {
  compactIri,
  pickLanguage,
  type Prefixes,
  rdf,
  rdfs,
  splitIri,
  type TextInLanguage,
} from '../../rdf/index.ts';
import { patternRange, type Store, type TermId, triplesIn } from '../../store/index.ts';
import type { Named, NodeSummary } from './explored.ts';

/** The languages of the reader, and the prefixes of the publication. */
export interface ExploreContext {
  readonly prefixes: Prefixes;
  /** Language ranges in the order of preference. */
  readonly languages: readonly string[];
}

/** Maximum length of a label in a drawing; the page of the resource has the complete text. */
const MAX_NAME = 300;
/** Maximum number of classes or labels that are read of one resource. */
const MAX_VALUES = 200;

export class GraphNames {
  readonly #store: Store;
  readonly #context: ExploreContext;
  readonly #names = new Map<TermId, Named>();
  readonly #broader = new Map<string, readonly string[]>();
  readonly #type: TermId | undefined;
  readonly #subClassOf: TermId | undefined;
  readonly #labelProperties: readonly TermId[];

  constructor(store: Store, context: ExploreContext) {
    this.#store = store;
    this.#context = context;
    const { dictionary } = store;
    this.#type = dictionary.idOf(rdf('type'));
    this.#subClassOf = dictionary.idOf(rdfs('subClassOf'));
    this.#labelProperties = LABEL_PROPERTIES.map((one) => dictionary.idOf(one)).filter(
      (id) => id !== undefined,
    );
  }

  /** Its label in the data, or a short form of its IRI. */
  nameOf(id: TermId): Named {
    let found = this.#names.get(id);
    if (!found) {
      found = this.#makeName(id);
      this.#names.set(id, found);
    }
    return found;
  }

  summaryOf(id: TermId): NodeSummary {
    const types = this.typesOf(id);
    const [type] = types;
    return {
      ...this.nameOf(id),
      kind: this.#kindOf(types),
      ...(type !== undefined && { type: this.nameOf(type) }),
    };
  }

  /** The classes of a node, the most specific first: the class with the fewest instances. */
  typesOf(id: TermId): TermId[] {
    const [start, end] = this.#store.dictionary.ranges.iris;
    const types = this.#objects(id, this.#type).filter((type) => type >= start && type < end);
    if (types.length < 2) return types;
    const counts = new Map(types.map((type) => [type, this.#instancesOf(type)]));
    return types.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || a - b);
  }

  /** A text in the reader's language, of the first of these properties that has one. */
  textOf(id: TermId, properties: readonly (TermId | undefined)[]): TextInLanguage | undefined {
    const texts = new Map<string, string>();
    for (const property of properties)
      for (const object of this.#objects(id, property)) {
        const term = this.#store.dictionary.termOf(object);
        if (term.termType === 'Literal' && term.value.trim() !== '' && !texts.has(term.language))
          texts.set(term.language, term.value);
      }
    return pickLanguage(texts, this.#context.languages);
  }

  #makeName(id: TermId): Named {
    const { dictionary } = this.#store;
    const term = dictionary.termOf(id);
    const isBlank = term.termType === 'BlankNode';
    const iri = isBlank ? `_:${term.value}` : term.value;
    const label = this.textOf(id, this.#labelProperties);
    if (label) return { iri, label: shorten(label.text, MAX_NAME), lang: label.language };
    if (!isBlank) return { iri, label: shorten(this.#shortForm(iri), MAX_NAME), lang: '' };
    // A resource without a label is labelled with its class.
    const [type] = this.typesOf(id);
    if (type === undefined) return { iri, label: iri, lang: '' };
    const { label: class_, lang } = this.nameOf(type);
    return { iri, label: `[${class_}]`, lang };
  }

  #shortForm(iri: string): string {
    return compactIri(iri, this.#context.prefixes) || splitIri(iri).localName || iri;
  }

  #kindOf(types: readonly TermId[]): Kind {
    const { dictionary } = this.#store;
    return kindOf(
      types.map((type) => dictionary.textOf(type)),
      (iri) => this.#classesAbove(iri),
    );
  }

  #classesAbove(iri: string): readonly string[] {
    let found = this.#broader.get(iri);
    if (!found) {
      const { dictionary } = this.#store;
      const [start, end] = dictionary.ranges.iris;
      const at = dictionary.lowerBoundText([start, end], iri) as TermId;
      const isFound = at < end && dictionary.textOf(at) === iri;
      found = (isFound ? this.#objects(at, this.#subClassOf) : [])
        .filter((above) => above >= start && above < end)
        .map((above) => dictionary.textOf(above));
      this.#broader.set(iri, found);
    }
    return found;
  }

  #instancesOf(type: TermId): number {
    return this.#store.defaultIndex.count(0 as TermId, this.#type as TermId, type);
  }

  #objects(subject: TermId, predicate: TermId | undefined): TermId[] {
    if (predicate === undefined) return [];
    const run = patternRange(this.#store.defaultIndex, { subject, predicate });
    return triplesIn(run, 0, MAX_VALUES).map(({ object }) => object);
  }
}

/** The beginning of a text that is too long; never half a character. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
