/**
 * Filters as ranges of ids: ids rise in the order of terms, so a comparison with a constant leaves one run of them.
 * A range may hold more than the filter lets pass, never less: the filter itself stays in the plan.
 */
import { type ConcreteTerm, xsd } from '../../rdf/index.ts';
import type { StoreDictionary, TermId } from '../../store/index.ts';
import type { Expression } from '../algebra/algebra.ts';
import { type ComparedWithConstant, comparedWithConstant } from '../expression/comparison.ts';
import { compareForOrder } from '../values/compare.ts';
import { toValue, type Value } from '../values/value.ts';
import type { IdRange } from './plan.ts';

/** The range that `filter` leaves to `name`; undefined where the filter is not such a comparison. */
export function rangeOf(
  filter: Expression,
  name: string,
  dictionary: StoreDictionary,
): IdRange | undefined {
  const compared = comparedWithConstant(filter);
  if (compared) return compared.name === name ? rangeOfComparison(compared, dictionary) : undefined;
  if (filter.kind !== 'call' || filter.operator !== 'strstarts') return undefined;
  const [text, start] = filter.args;
  return text?.kind === 'variable' && text.name === name && start?.kind === 'constant'
    ? prefixed(start.term as ConcreteTerm, dictionary)
    : undefined;
}

function rangeOfComparison(
  { operator, term }: ComparedWithConstant,
  dictionary: StoreDictionary,
): IdRange | undefined {
  if (operator === 'sameterm' || (operator === '=' && isEqualToItselfAlone(term)))
    return itself(term, dictionary);
  const value = toValue(term);
  const domain = domainOf(value, dictionary);
  if (!domain) return undefined;
  const below = () => seek(dictionary, domain, (other) => compareForOrder(other, value) < 0);
  const above = () => seek(dictionary, domain, (other) => compareForOrder(other, value) <= 0);
  switch (operator) {
    case '=':
      // Terms that are equal and yet not of equal rank (strings with and without a tag) are adjacent.
      return value.kind === 'number' ? { from: below(), to: above() } : undefined;
    case '<':
    case '<=':
      return { from: domain.from, to: above() };
    case '>':
    case '>=':
      return { from: below(), to: domain.to };
    case '!=':
      return undefined;
  }
}

/** IRIs and plain texts. https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal */
const isEqualToItselfAlone = (term: ConcreteTerm): boolean =>
  term.termType === 'NamedNode' ||
  (term.termType === 'Literal' && term.datatype.value === xsd('string').value);

/** Nothing has an id below 1. */
function itself(term: ConcreteTerm, dictionary: StoreDictionary): IdRange {
  const id = dictionary.idOf(term) ?? 0;
  return { from: id, to: id === 0 ? 0 : id + 1 };
}

/** The ids of all terms that can be compared with the value. */
function domainOf(value: Value, { ranges }: StoreDictionary): IdRange | undefined {
  const range =
    value.kind === 'number'
      ? ranges.numbers
      : value.kind === 'string'
        ? ranges.strings
        : value.kind === 'dateTime'
          ? ranges.dateTimes
          : undefined;
  return range && { from: range[0], to: range[1] };
}

function prefixed(term: ConcreteTerm, dictionary: StoreDictionary): IdRange | undefined {
  if (term.termType !== 'Literal' || term.value === '') return undefined;
  const { strings } = dictionary.ranges;
  return {
    from: dictionary.lowerBoundText(strings, term.value),
    to: dictionary.lowerBoundText(strings, `${term.value}\u{10FFFF}`),
  };
}

/** The first id of the range for which `holds` does not hold; those for which it holds are first. */
function seek(
  dictionary: StoreDictionary,
  { from, to }: IdRange,
  holds: (value: Value) => boolean,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(toValue(dictionary.termOf(middle as TermId)))) low = middle + 1;
    else high = middle;
  }
  return low;
}
