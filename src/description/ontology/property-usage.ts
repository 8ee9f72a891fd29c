/** The classes of the subjects and values of properties: exact for few statements, otherwise from a sample. */
import { rdf, rdfs, type Term } from '../../rdf/index.ts';
import { patternRange, type TermId, type GraphReader } from '../../store/index.ts';
import type { ClassLink, PropertyFacts, Usage } from './ontology.ts';
import { positionsIn } from './sample.ts';
import { Tally, usageOf } from './tally.ts';

/** Statements that are read for all properties together; for one property, at most and at least. */
const BUDGET = 60_000;
const MOST = 3000;
const LEAST = 10;
const EXAMPLES = 2;
/** Classes of one resource that are counted; further ones are ignored. */
const MAX_TYPES = 12;

export interface PropertyUsage extends Pick<PropertyFacts, 'subjects' | 'values' | 'examples'> {
  readonly links: readonly ClassLink[];
}

/** Reads the statements of one property at a time, and collects the uses of classes across them. */
export class PropertyUsages {
  readonly #reader: GraphReader;
  readonly #size: number;
  readonly #own: ReadonlySet<TermId>;
  readonly #superclasses = new Map<TermId, ReadonlySet<TermId>>();
  readonly #specific = new Map<string, readonly TermId[]>();
  readonly #incoming = new Map<TermId, Tally<TermId>>();
  readonly #sampledInto = new Set<TermId>();

  /** @param own classes that the data declares: they are preferred to classes of other vocabularies. */
  constructor(reader: GraphReader, properties: number, own: ReadonlySet<TermId>) {
    this.#reader = reader;
    this.#own = own;
    this.#size = Math.min(MOST, Math.max(LEAST, Math.floor(BUDGET / Math.max(1, properties))));
  }

  read(property: TermId): PropertyUsage {
    const reader = this.#reader;
    const { defaultIndex, dictionary } = reader.store;
    const range = patternRange(defaultIndex, { predicate: property }, 'pso');
    const subjects = new Tally<TermId>();
    const values = new Tally();
    const linked = new Map<TermId, Tally<TermId>>();
    const examples: { subject: string; value: Term }[] = [];
    const isExact = range.end - range.start <= this.#size;
    for (const position of positionsIn(range, this.#size)) {
      const subject = range.order.second[position] as TermId;
      const value = range.order.third[position] as TermId;
      const from = this.#typesOf(subject);
      for (const type of from) subjects.add(type);
      const datatype = this.#datatypeOf(value);
      if (datatype !== undefined) values.add(datatype);
      const to = datatype === undefined ? this.#typesOf(value) : [];
      for (const type of to) {
        values.add(type);
        this.#note(type, property, isExact);
      }
      for (const one of this.#mostSpecific(from))
        for (const other of this.#mostSpecific(to)) {
          const tally = linked.get(one) ?? new Tally<TermId>();
          linked.set(one, tally);
          tally.add(other);
        }
      if (examples.length < EXAMPLES && reader.isIri(subject) && !reader.isBlank(value))
        examples.push({ subject: dictionary.textOf(subject), value: reader.termOf(value) });
    }
    const sampleSize = isExact ? undefined : this.#size;
    const name = dictionary.textOf(property);
    return {
      subjects: usageOf(subjects, reader, sampleSize),
      values: usageOf(values, reader, sampleSize),
      examples,
      links: [...linked].flatMap(([from, tally]) =>
        [...tally.entries()].map(([to, count]) => ({
          from: dictionary.textOf(from),
          property: name,
          to: dictionary.textOf(to),
          count,
        })),
      ),
    };
  }

  /** Properties whose values are instances of the class, among the properties that were read before. */
  reachedBy(id: TermId): Usage {
    const isSample = this.#sampledInto.has(id);
    return usageOf(this.#incoming.get(id), this.#reader, isSample ? this.#size : undefined);
  }

  #note(type: TermId, property: TermId, isExact: boolean): void {
    const tally = this.#incoming.get(type) ?? new Tally<TermId>();
    this.#incoming.set(type, tally);
    tally.add(property);
    if (!isExact) this.#sampledInto.add(type);
  }

  #typesOf(id: TermId): readonly TermId[] {
    return this.#reader.objects(id, rdf('type')).slice(0, MAX_TYPES);
  }

  /** Undefined for a term that is not a literal. */
  #datatypeOf(id: TermId): string | undefined {
    const { iris, tripleTerms } = this.#reader.store.dictionary.ranges;
    if (id < iris[1] || id >= tripleTerms[0]) return undefined;
    const term = this.#reader.termOf(id);
    return term.termType === 'Literal' ? term.datatype.value : undefined;
  }

  /** The classes that are no superclass of another one of them; if some are own classes, only these. */
  #mostSpecific(types: readonly TermId[]): readonly TermId[] {
    if (types.length < 2) return types;
    const key = types.join(' ');
    let found = this.#specific.get(key);
    if (!found) {
      found = types.filter(
        (type) => !types.some((other) => other !== type && this.#allSuperclasses(other).has(type)),
      );
      const own = found.filter((type) => this.#own.has(type));
      if (own.length > 0) found = own;
      // In a cycle of rdfs:subClassOf none is most specific.
      if (found.length === 0) found = types.slice(0, 1);
      if (this.#specific.size < 10_000) this.#specific.set(key, found);
    }
    return found;
  }

  #allSuperclasses(type: TermId): ReadonlySet<TermId> {
    let found = this.#superclasses.get(type);
    if (!found) {
      const all = new Set<TermId>();
      const queue = [type];
      for (const one of queue)
        for (const superclass of this.#reader.objects(one, rdfs('subClassOf')))
          if (!all.has(superclass) && all.size < 1000) {
            all.add(superclass);
            queue.push(superclass);
          }
      all.delete(type);
      found = all;
      this.#superclasses.set(type, found);
    }
    return found;
  }
}
