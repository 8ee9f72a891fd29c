/** The properties that the instances of a class have: exact for few instances, otherwise from a sample. */
import { rdf } from '../../rdf/index.ts';
import { patternRange, type TermId, type GraphReader } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import type { Usage } from './ontology.ts';
import { positionsIn } from './sample.ts';
import { NO_USAGE, Tally, usageOf } from './tally.ts';

/** Instances that are read for all classes together; for one class, at most and at least. */
const BUDGET = 30_000;
const MOST = 1000;
const LEAST = 10;
/** Instances from which examples are chosen, and the number of examples. */
const CANDIDATES = 24;
const EXAMPLES = 3;

export interface ClassUsage {
  readonly usedWith: Usage;
  readonly examples: readonly string[];
}

/** @param classes the number of classes that share the budget. */
export function classUsage(reader: GraphReader, id: TermId, classes: number): ClassUsage {
  const type = reader.idOf(rdf('type'));
  if (type === undefined) return { usedWith: NO_USAGE, examples: [] };
  const range = patternRange(reader.store.defaultIndex, { predicate: type, object: id }, 'pos');
  const size = Math.min(MOST, Math.max(LEAST, Math.floor(BUDGET / Math.max(1, classes))));
  const tally = new Tally<TermId>();
  const candidates: TermId[] = [];
  for (const position of positionsIn(range, size)) {
    const instance = range.order.third[position] as TermId;
    for (const property of reader.properties(instance).keys())
      if (property !== type) tally.add(property);
    if (candidates.length < CANDIDATES && reader.isIri(instance)) candidates.push(instance);
  }
  const isExact = range.end - range.start <= size;
  return {
    usedWith: usageOf(tally, reader, isExact ? undefined : size),
    examples: chooseExamples(reader, candidates),
  };
}

/** Spread over the candidates; if some have a label, only from these. */
function chooseExamples(reader: GraphReader, candidates: readonly TermId[]): string[] {
  const hasLabel = (id: TermId) =>
    LABEL_PROPERTIES.some((property) => reader.objects(id, property).length > 0);
  const labelled = candidates.filter(hasLabel);
  const pool = labelled.length > 0 ? labelled : candidates;
  const step = Math.max(1, Math.floor(pool.length / EXAMPLES));
  return pool
    .filter((_, index) => index % step === 0)
    .slice(0, EXAMPLES)
    .map((id) => reader.store.dictionary.textOf(id));
}
