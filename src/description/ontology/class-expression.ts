/** Anonymous classes, read from blank nodes. https://www.w3.org/TR/owl2-mapping-to-rdf/ */
import { owl } from '../../rdf/index.ts';
import { type TermId, type GraphReader } from '../../store/index.ts';
import type { ClassExpression } from './ontology.ts';

/** Depth of nesting up to which a class expression is shown as a sentence. */
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
    if (list !== undefined)
      return unknownIfPartial({ kind, members: reader.list(list).map(inner) });
  }
  const complement = first('complementOf');
  if (complement !== undefined) return unknownIfPartial({ kind: 'not', of: inner(complement) });
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
    if (of !== undefined) return unknownIfPartial({ kind, property, of: inner(of) });
  }
  const value = first('hasValue');
  if (value !== undefined) return { kind: 'value', property, value: reader.termOf(value) };
  for (const [kind, name] of COUNTS) {
    const number = first(name);
    if (number === undefined) continue;
    const count = Number(reader.termOf(number).value);
    const of = first('onClass') ?? first('onDataRange');
    return Number.isInteger(count)
      ? unknownIfPartial({ kind, property, count, of: of === undefined ? undefined : inner(of) })
      : UNKNOWN;
  }
  return UNKNOWN;
}

/** An expression with an unknown operand is unknown: without the operand its meaning would differ. */
function unknownIfPartial(expression: ClassExpression): ClassExpression {
  const operands =
    'members' in expression
      ? expression.members
      : 'of' in expression && expression.of
        ? [expression.of]
        : [];
  return operands.some(({ kind }) => kind === 'unknown') ? UNKNOWN : expression;
}
