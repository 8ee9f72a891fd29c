/**
 * The dataset as Turtle (the default graph) or TriG (all graphs), subject by subject, so that it need not fit into
 * memory. Subjects are in the order of their IRIs, blank nodes have labels: equal data gives equal bytes.
 */
import { compactIri, type Literal, type Prefixes, rdf, type Term, xsd } from '../../rdf/index.ts';
import { firstTerms, type Store, type TermId, type TripleIndex } from '../../store/index.ts';
import { canonicalIri, canonicalTerm, canonicalText, languageSuffix } from './canonical-term.ts';

/** Characters of a chunk: a few milliseconds of work. */
const CHUNK_LENGTH = 64 * 1024;
/** Names that are cached. */
const MAX_KNOWN = 10_000;

export function* dumpTurtle(store: Store, prefixes: Prefixes): Generator<string, void> {
  yield declarations(prefixes);
  yield* subjectBlocks(store, store.defaultIndex, { prefixes, indent: '' });
}

/** @param leftOut graphs that are not part of the dump. */
export function* dumpTrig(
  store: Store,
  leftOut: ReadonlySet<string>,
  prefixes: Prefixes,
): Generator<string, void> {
  yield declarations(prefixes);
  for (const graph of store.graphs) {
    const name = store.dictionary.termOf(graph);
    if (leftOut.has(name.value)) continue;
    yield `\n${nameOf(name, prefixes)} {\n`;
    yield* subjectBlocks(store, store.graphIndex(graph), { prefixes, indent: '  ' });
    yield '}\n';
  }
}

const declarations = (prefixes: Prefixes): string =>
  Array.from(prefixes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, iri]) => `@prefix ${name}: ${canonicalIri(iri)} .\n`)
    .join('');

function* subjectBlocks(
  { dictionary }: Store,
  index: TripleIndex,
  { prefixes, indent }: { readonly prefixes: Prefixes; readonly indent: string },
): Generator<string, void> {
  const order = index.order('spo');
  const known = new Map<number, string>();
  const name = (id: number): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const written = nameOf(dictionary.termOf(id as TermId), prefixes);
    // Properties and classes recur, and are among the first terms.
    if (id < dictionary.ranges.iris[1] && known.size < MAX_KNOWN) known.set(id, written);
    return written;
  };
  let chunk = '';
  for (const subject of firstTerms(order)) {
    chunk += `\n${indent}${name(subject)}`;
    let last = 0;
    for (let at = order.lower(subject); at < order.upper(subject); at += 1) {
      const predicate = order.second[at] as number;
      const isNext = predicate !== last;
      if (isNext)
        chunk += `${last === 0 ? '' : ' ;'}\n${indent}  ${predicateName(name(predicate))}`;
      chunk += `${isNext ? ' ' : ' , '}${name(order.third[at] as number)}`;
      last = predicate;
    }
    chunk += ' .\n';
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

const TYPE_NAMES: ReadonlySet<string> = new Set([canonicalIri(rdf('type').value), 'rdf:type']);
const predicateName = (name: string) => (TYPE_NAMES.has(name) ? 'a' : name);

function nameOf(term: Term, prefixes: Prefixes): string {
  if (term.termType === 'NamedNode') return compactIri(term.value, prefixes) ?? canonicalTerm(term);
  if (term.termType !== 'Literal') return canonicalTerm(term);
  return canonicalText(term.value) + typeSuffix(term, prefixes);
}

function typeSuffix(literal: Literal, prefixes: Prefixes): string {
  const tag = languageSuffix(literal);
  if (tag !== '' || literal.datatype.equals(xsd('string'))) return tag;
  return `^^${nameOf(literal.datatype, prefixes)}`;
}
