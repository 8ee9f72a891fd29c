/** Comparison of values as SHACL needs it: by SPARQL's operators, with indeterminate results as errors. */
import { xsd } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import type { DataGraph } from './data-graph.ts';

/** Whether the comparison holds; undefined where the values cannot be compared. */
export type Comparison = (left: TermId, right: TermId) => boolean | undefined;

const ZONED = /(?:Z|[+-]\d\d:\d\d)$/;

/**
 * SPARQL compares a dateTime without a timezone by an implicit one. The order of XML Schema is partial: the comparison
 * holds only if it holds for every timezone, from -14:00 to +14:00. https://www.w3.org/TR/xmlschema11-2/#dateTime
 */
export function comparison(data: DataGraph, operator: '<' | '<=' | '>' | '>='): Comparison {
  const names = ['left', 'right'];
  const holds = data.condition(`?left ${operator} ?right`, names);
  const cast = (name: string, zone: string) =>
    `<${xsd('dateTime').value}>(CONCAT(STR(?${name}), "${zone}"))`;
  const extremes = (left: (zone: string) => string, right: (zone: string) => string) =>
    data.condition(
      ['+14:00', '-14:00'].map((zone) => `${left(zone)} ${operator} ${right(zone)}`).join(' && '),
      names,
    );
  const withLeftZone = extremes(
    (zone) => cast('left', zone),
    () => '?right',
  );
  const withRightZone = extremes(
    () => '?left',
    (zone) => cast('right', zone),
  );
  const isZoned = (id: TermId): boolean | undefined => {
    const term = data.kind(id) === 'literal' ? data.term(id) : undefined;
    return term?.termType === 'Literal' && term.datatype.equals(xsd('dateTime'))
      ? ZONED.test(term.value)
      : undefined;
  };
  return (left, right) => {
    const leftZone = isZoned(left);
    const rightZone = leftZone === undefined ? undefined : isZoned(right);
    if (rightZone === undefined || leftZone === rightZone) return holds(left, right);
    return leftZone ? withRightZone(left, right) : withLeftZone(left, right);
  };
}
