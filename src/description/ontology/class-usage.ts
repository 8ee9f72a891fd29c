/** How the instances of classes are described: which properties they have. Exact, or by a sample of many. */
import { rdf } from '../../rdf/index.ts';
import { patternRange, type TermId, type GraphReader } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import type { Usage } from './ontology.ts';
import { positionsIn } from './sample.ts';
import { NO_USAGE, Tally, usageOf } from './tally.ts';

/** Instances looked at in all, and of one class. */
const BUDGET = 30_000;
const MOST = 1000;
const LEAST = 10;
/** Instances from which examples are chosen, and how many. */
const CANDIDATES = 24;
const EXAMPLES = 3;

export interface ClassUsage {
  readonly usedWith: Usage;
  readonly examples: readonly string[];
}

/** @param classes how many share the budget. */
export function classUsage(reader: GraphReader, id: TermId, classes: number): ClassUsage {
  const type = reader.idOf(rdf('type'));
  if (type === undefined) return { usedWith: NO_USAGE, examples: [] };
  const run = patternRange(reader.store.defaultIndex, { predicate: type, object: id }, 'pos');
  const size = Math.min(MOST, Math.max(LEAST, Math.floor(BUDGET / Math.max(1, classes))));
  const tally = new Tally<TermId>();
  const candidates: TermId[] = [];
  for (const position of positionsIn(run, size)) {
    const instance = run.order.third[position] as TermId;
    for (const property of reader.properties(instance).keys())
      if (property !== type) tally.add(property);
    if (candidates.length < CANDIDATES && reader.isIri(instance)) candidates.push(instance);
  }
  const isWhole = run.end - run.start <= size;
  return {
    usedWith: usageOf(tally, reader, isWhole ? undefined : size),
    examples: chooseExamples(reader, candidates),
  };
}

/** From different places of the run, those that have a name first. */
function chooseExamples(reader: GraphReader, candidates: readonly TermId[]): string[] {
  const isNamed = (id: TermId) =>
    LABEL_PROPERTIES.some((property) => reader.objects(id, property).length > 0);
  const named = candidates.filter(isNamed);
  const pool = named.length > 0 ? named : candidates;
  const step = Math.max(1, Math.floor(pool.length / EXAMPLES));
  return pool
    .filter((_, place) => place % step === 0)
    .slice(0, EXAMPLES)
    .map((id) => reader.store.dictionary.textOf(id));
}
