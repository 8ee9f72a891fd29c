/** https://www.w3.org/TR/shacl/#core-components-shape. sh:property is part of the evaluation of a shape. */
import { sh, type Term, termKey } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import { amount } from './cardinality.ts';
import { readCount, show } from './parameters.ts';
import { type ComponentRow, type ParameterUse, type ShapeEvaluation, ShapeError } from './shape.ts';

export const SHAPE_BASED: readonly ComponentRow[] = [
  {
    component: 'NodeConstraintComponent',
    parameter: 'node',
    compile: ({ value: node, shapeAt }) => {
      const shape = shapeAt(node);
      return function* check(_, values, evaluation) {
        for (const value of values)
          if (!evaluation.conforms(shape, value))
            yield { value, message: `the value must conform to the shape ${show(node)}` };
      };
    },
  },
  qualified('QualifiedMinCountConstraintComponent', 'qualifiedMinCount', (count, limit) =>
    count < limit
      ? `at least ${amount(limit)} of the qualified shape required, ${count} found`
      : undefined,
  ),
  qualified('QualifiedMaxCountConstraintComponent', 'qualifiedMaxCount', (count, limit) =>
    count > limit
      ? `at most ${amount(limit)} of the qualified shape allowed, ${count} found`
      : undefined,
  ),
];

/** https://www.w3.org/TR/shacl/#QualifiedValueShapeConstraintComponent */
function qualified(
  component: string,
  parameter: string,
  problemOf: (count: number, limit: number) => string | undefined,
): ComponentRow {
  return {
    component,
    parameter,
    isSingle: true,
    compile: (use) => {
      const { shape, value, graph, shapeAt, isProperty } = use;
      const nodes = graph.objects(shape, sh('qualifiedValueShape'));
      // Without its other mandatory parameter the component is not used.
      if (nodes.length === 0) return undefined;
      if (!isProperty)
        throw new ShapeError(`sh:${parameter} needs a property shape, one with sh:path`);
      const limit = readCount(parameter, value);
      const qualifiedShapes = nodes.map((node) => shapeAt(node));
      const siblings = siblingsOf(use, nodes).map((node) => shapeAt(node));
      const counts = (id: TermId, evaluation: ShapeEvaluation, index: number) => {
        const one = qualifiedShapes[index];
        return (
          one !== undefined &&
          evaluation.conforms(one, id) &&
          !siblings.some((sibling) => evaluation.conforms(sibling, id))
        );
      };
      return function* check(_, values, evaluation) {
        for (const index of qualifiedShapes.keys()) {
          const count = values.filter((id) => counts(id, evaluation, index)).length;
          const message = problemOf(count, limit);
          if (message !== undefined) yield { message };
        }
      };
    },
  };
}

/** Qualified shapes of the property shapes beside this one, where values must not conform to both. */
function siblingsOf({ shape, graph }: ParameterUse, own: readonly Term[]): Term[] {
  if (!graph.isTrue(shape, sh('qualifiedValueShapesDisjoint'))) return [];
  const isOwn = new Set(own.map((node) => termKey(node)));
  const found = graph
    .subjects(sh('property'), shape)
    .flatMap((parent) => graph.objects(parent, sh('property')))
    .flatMap((property) => graph.objects(property, sh('qualifiedValueShape')))
    .filter((node) => !isOwn.has(termKey(node)));
  return [...new Map(found.map((node) => [termKey(node), node])).values()];
}
