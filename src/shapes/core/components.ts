/** The constraint components of SHACL Core, in the order of the specification. https://www.w3.org/TR/shacl/#core-components */
import { CARDINALITY } from './cardinality.ts';
import { LOGICAL } from './logical.ts';
import { OTHER } from './other.ts';
import { PROPERTY_PAIR } from './property-pair.ts';
import { SHAPE_BASED } from './shape-based.ts';
import type { ComponentRow } from './shape.ts';
import { STRING_BASED } from './string-based.ts';
import { VALUE_RANGE } from './value-range.ts';
import { VALUE_TYPE } from './value-type.ts';

export const CORE_COMPONENTS: readonly ComponentRow[] = [
  ...VALUE_TYPE,
  ...CARDINALITY,
  ...VALUE_RANGE,
  ...STRING_BASED,
  ...PROPERTY_PAIR,
  ...LOGICAL,
  ...SHAPE_BASED,
  ...OTHER,
];

/** Terms of the namespace that are not the mandatory parameter of a component and need no evaluation of their own. */
export const OTHER_TERMS: ReadonlySet<string> = new Set(
  `path property sparql targetClass targetNode targetSubjectsOf targetObjectsOf target severity message deactivated
   name description order group defaultValue flags ignoredProperties qualifiedValueShape qualifiedValueShapesDisjoint
   declare prefixes shapesGraph suggestedShapesGraph entailment labelTemplate parameter validator nodeValidator
   propertyValidator optional select ask`.split(/\s+/),
);
