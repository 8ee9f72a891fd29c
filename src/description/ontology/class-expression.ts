/** Classes without a name, read from blank nodes. https://www.w3.org/TR/owl2-mapping-to-rdf/ */
import { owl } from '../../rdf/index.ts';
import { type TermId, type GraphReader } from '../../store/index.ts';
import type { ClassExpression } from './ontology.ts';

/** Nesting of a class expression that is shown as a sentence. */
const MAX_DEPTH = 3;
const UNKNOWN: ClassExpression = { kind: 'unknown' };

const COUNTS = [
  ['min', 'minCardinality'],
  ['min', 'minQualifiedCardinality'],
  ['max', 'maxCardinality'],
  ['max', 'maxQualifiedCardinality'],
  ['exactly', 'cardinality'],
  ['exactly', 'qualifiedCardinality'],
] as const;

export function readClassExpression(reader: GraphReader, id: TermId, depth = 0): ClassExpression {
  const term = reader.termOf(id);
  if (term.termType === 'NamedNode') return { kind: 'class', iri: term.value };
  if (term.termType !== 'BlankNode' || depth > MAX_DEPTH) return UNKNOWN;
  const inner = (one: TermId) => readClassExpression(reader, one, depth + 1);
  const first = (name: string) => reader.objects(id, owl(name))[0];

  for (const [kind, name] of [
    ['union', 'unionOf'],
    ['intersection', 'intersectionOf'],
  ] as const) {
    const list = first(name);
    if (list !== undefined) return whole({ kind, members: reader.list(list).map(inner) });
  }
  const complement = first('complementOf');
  if (complement !== undefined) return whole({ kind: 'not', of: inner(complement) });
  const choices = first('oneOf');
  if (choices !== undefined)
    return { kind: 'oneOf', values: reader.list(choices).map((one) => reader.termOf(one)) };
  return readRestriction(reader, id, inner);
}

function readRestriction(
  reader: GraphReader,
  id: TermId,
  inner: (id: TermId) => ClassExpression,
): ClassExpression {
  const [property] = reader.iris(id, owl('onProperty'));
  if (property === undefined) return UNKNOWN;
  const first = (name: string) => reader.objects(id, owl(name))[0];
  for (const [kind, name] of [
    ['some', 'someValuesFrom'],
    ['only', 'allValuesFrom'],
  ] as const) {
    const of = first(name);
    if (of !== undefined) return whole({ kind, property, of: inner(of) });
  }
  const value = first('hasValue');
  if (value !== undefined) return { kind: 'value', property, value: reader.termOf(value) };
  for (const [kind, name] of COUNTS) {
    const number = first(name);
    if (number === undefined) continue;
    const count = Number(reader.termOf(number).value);
    const of = first('onClass') ?? first('onDataRange');
    return Number.isInteger(count)
      ? whole({ kind, property, count, of: of === undefined ? undefined : inner(of) })
      : UNKNOWN;
  }
  return UNKNOWN;
}

/** An expression of which a part cannot be said is not said at all: half of it would be wrong. */
function whole(expression: ClassExpression): ClassExpression {
  const parts =
    'members' in expression
      ? expression.members
      : 'of' in expression && expression.of
        ? [expression.of]
        : [];
  return parts.some(({ kind }) => kind === 'unknown') ? UNKNOWN : expression;
}
