/** What properties join: the classes of their subjects and values. Exact, or by a sample of many statements. */
import { rdf, rdfs, type Term } from '../../rdf/index.ts';
import { patternRange, type TermId, type GraphReader } from '../../store/index.ts';
import type { ClassLink, PropertyFacts, Usage } from './ontology.ts';
import { positionsIn } from './sample.ts';
import { Tally, usageOf } from './tally.ts';

/** Statements looked at in all, and of one property. */
const BUDGET = 60_000;
const MOST = 3000;
const LEAST = 10;
const EXAMPLES = 2;
/** A thing of more classes than this shows the first few. */
const MAX_TYPES = 12;

export interface PropertyUsage extends Pick<PropertyFacts, 'subjects' | 'values' | 'examples'> {
  readonly links: readonly ClassLink[];
}

/** Looks at the statements of all properties, one after the other. */
export class PropertyUsages {
  readonly #reader: GraphReader;
  readonly #size: number;
  readonly #own: ReadonlySet<TermId>;
  readonly #above = new Map<TermId, ReadonlySet<TermId>>();
  readonly #specific = new Map<string, readonly TermId[]>();
  readonly #reachedBy = new Map<TermId, Tally<TermId>>();
  readonly #sampledInto = new Set<TermId>();

  /** @param own classes that the data declares: they tell more of a thing than those of others. */
  constructor(reader: GraphReader, properties: number, own: ReadonlySet<TermId>) {
    this.#reader = reader;
    this.#own = own;
    this.#size = Math.min(MOST, Math.max(LEAST, Math.floor(BUDGET / Math.max(1, properties))));
  }

  read(property: TermId): PropertyUsage {
    const reader = this.#reader;
    const { defaultIndex, dictionary } = reader.store;
    const run = patternRange(defaultIndex, { predicate: property }, 'pso');
    const subjects = new Tally<TermId>();
    const values = new Tally();
    const joined = new Map<TermId, Tally<TermId>>();
    const examples: { subject: string; value: Term }[] = [];
    const isWhole = run.end - run.start <= this.#size;
    for (const position of positionsIn(run, this.#size)) {
      const subject = run.order.second[position] as TermId;
      const value = run.order.third[position] as TermId;
      const from = this.#typesOf(subject);
      for (const type of from) subjects.add(type);
      const datatype = this.#datatypeOf(value);
      if (datatype !== undefined) values.add(datatype);
      const to = datatype === undefined ? this.#typesOf(value) : [];
      for (const type of to) {
        values.add(type);
        this.#note(type, property, isWhole);
      }
      for (const one of this.#mostSpecific(from))
        for (const other of this.#mostSpecific(to)) {
          const tally = joined.get(one) ?? new Tally<TermId>();
          joined.set(one, tally);
          tally.add(other);
        }
      if (examples.length < EXAMPLES && reader.isIri(subject) && !reader.isBlank(value))
        examples.push({ subject: dictionary.textOf(subject), value: reader.termOf(value) });
    }
    const sampleSize = isWhole ? undefined : this.#size;
    const name = dictionary.textOf(property);
    return {
      subjects: usageOf(subjects, reader, sampleSize),
      values: usageOf(values, reader, sampleSize),
      examples,
      links: [...joined].flatMap(([from, tally]) =>
        [...tally.entries()].map(([to, count]) => ({
          from: dictionary.textOf(from),
          property: name,
          to: dictionary.textOf(to),
          count,
        })),
      ),
    };
  }

  /** Properties that lead to instances of a class, of all that were read so far. */
  reachedBy(id: TermId): Usage {
    const isSample = this.#sampledInto.has(id);
    return usageOf(this.#reachedBy.get(id), this.#reader, isSample ? this.#size : undefined);
  }

  #note(type: TermId, property: TermId, isWhole: boolean): void {
    const tally = this.#reachedBy.get(type) ?? new Tally<TermId>();
    this.#reachedBy.set(type, tally);
    tally.add(property);
    if (!isWhole) this.#sampledInto.add(type);
  }

  #typesOf(id: TermId): readonly TermId[] {
    return this.#reader.objects(id, rdf('type')).slice(0, MAX_TYPES);
  }

  /** Undefined for what is no literal. */
  #datatypeOf(id: TermId): string | undefined {
    const { iris, tripleTerms } = this.#reader.store.dictionary.ranges;
    if (id < iris[1] || id >= tripleTerms[0]) return undefined;
    const term = this.#reader.termOf(id);
    return term.termType === 'Literal' ? term.datatype.value : undefined;
  }

  /** Of several classes those that are not above another one of them, the own ones before others. */
  #mostSpecific(types: readonly TermId[]): readonly TermId[] {
    if (types.length < 2) return types;
    const key = types.join(' ');
    let found = this.#specific.get(key);
    if (!found) {
      found = types.filter(
        (type) => !types.some((other) => other !== type && this.#allAbove(other).has(type)),
      );
      const own = found.filter((type) => this.#own.has(type));
      if (own.length > 0) found = own;
      // A hierarchy that runs in a circle leaves none.
      if (found.length === 0) found = types.slice(0, 1);
      if (this.#specific.size < 10_000) this.#specific.set(key, found);
    }
    return found;
  }

  #allAbove(type: TermId): ReadonlySet<TermId> {
    let found = this.#above.get(type);
    if (!found) {
      const all = new Set<TermId>();
      const queue = [type];
      for (const one of queue)
        for (const above of this.#reader.objects(one, rdfs('subClassOf')))
          if (!all.has(above) && all.size < 1000) {
            all.add(above);
            queue.push(above);
          }
      all.delete(type);
      found = all;
      this.#above.set(type, found);
    }
    return found;
  }
}
