/** Shapes as text: one predicate for each constraint. Unknown constraints are stated, never omitted. */
import type {
  Constraint,
  QualifiedConstraint,
  Shape,
  ShapesConstraint,
} from '../../../description/index.ts';
import { languageMatches, NAMESPACES, splitIri } from '../../../rdf/index.ts';
import { compose, hasAlternatives, type Phrase } from './phrase.ts';
import type { Cardinality, GrammaticalMood, ShapeWords } from './shape-words.ts';

export interface ShapeVerbalizer {
  readonly words: ShapeWords;
  /** The name of a shape; undefined for a shape that is verbalized in full. */
  readonly nameOf: (shape: Shape) => Phrase | undefined;
  /** Language ranges in order of preference. */
  readonly preferredLanguages: readonly string[];
}

/** One constraint of a shape as a phrase. */
export interface ShapeDemand {
  readonly phrase: Phrase;
  /** The shape with the constraint, for its messages and its severity. */
  readonly shape: Shape;
}

/** The constraints of a shape with targets, one sentence for each, and one for each property. */
export function demandsOf(shape: Shape, verbalizer: ShapeVerbalizer): ShapeDemand[] {
  if (shape.path !== undefined)
    return predicates(shape, verbalizer, 'must').map((phrase) => ({ phrase, shape }));
  const demands = shape.constraints.flatMap((constraint): ShapeDemand[] => {
    if (constraint.kind === 'property') {
      const inner = constraint.shape;
      if (!inner.isActive) return [];
      const phrases = predicates(inner, verbalizer, 'must');
      return [{ phrase: verbalizer.words.list(phrases, 'and'), shape: inner }];
    }
    return [{ phrase: verbalizeConstraint(constraint, verbalizer, 'must'), shape }];
  });
  return demands.length > 0 ? demands : [{ phrase: verbalizer.words.nothing('must'), shape }];
}

/** A shape inside a sentence: by its name, else by its constraints. */
export function verbalizeShape(
  shape: Shape,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase {
  const name = verbalizer.nameOf(shape);
  if (name) return verbalizer.words.conforms(name, mood);
  const phrases = predicates(shape, verbalizer, mood);
  return phrases.length === 0
    ? verbalizer.words.nothing(mood)
    : verbalizer.words.list(phrases, 'and');
}

function predicates(shape: Shape, verbalizer: ShapeVerbalizer, mood: GrammaticalMood): Phrase[] {
  if (shape.isCut) return [verbalizer.words.conforms(compose`…`, mood)];
  return shape.path === undefined
    ? shape.constraints.map((constraint) => verbalizeConstraint(constraint, verbalizer, mood))
    : verbalizeProperty(shape, verbalizer, mood);
}

/** Constraints of the values of a path: their number, each value, then all values together. */
function verbalizeProperty(
  shape: Shape,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase[] {
  const { words } = verbalizer;
  const path = words.path(shape.path ?? { kind: 'unknown' });
  const cardinality: { min: number; max: number | undefined } = { min: 0, max: undefined };
  let isCounted = false;
  const ofEach: Phrase[] = [];
  const together: Phrase[] = [];
  let isUniqueLanguage = false;
  for (const constraint of inReadingOrder(shape.constraints))
    switch (constraint.kind) {
      case 'minCount':
        cardinality.min = constraint.value;
        isCounted = true;
        break;
      case 'maxCount':
        cardinality.max = constraint.value;
        isCounted = true;
        break;
      case 'hasValue':
        together.push(words.hasValue(path, constraint.value, mood));
        break;
      case 'equals':
        together.push(words.hasSameValues(path, constraint.iri, mood));
        break;
      case 'disjoint':
        together.push(words.hasOtherValues(path, constraint.iri, mood));
        break;
      case 'uniqueLang':
        isUniqueLanguage = true;
        break;
      case 'qualified':
        together.push(verbalizeQualified(constraint, path, verbalizer, mood));
        break;
      case 'sparql':
      case 'unknown':
        together.push(verbalizeConstraint(constraint, verbalizer, mood));
        break;
      default:
        ofEach.push(verbalizeConstraint(constraint, verbalizer, mood === 'is' ? 'is' : 'bare'));
    }
  // A list of alternatives must be at the end of a sentence.
  const inOrder = ofEach.toSorted(
    (a, b) => Number(hasAlternatives(a)) - Number(hasAlternatives(b)),
  );
  const values = inOrder.length === 0 ? undefined : inOrder;
  const isStated = isCounted || values !== undefined;
  if (!isStated && together.length === 0 && !isUniqueLanguage)
    return [words.has(path, cardinality, undefined, mood)];
  const main = isStated ? words.has(path, cardinality, values, mood) : [];
  if (isUniqueLanguage && (!isStated || hasAlternatives(main)))
    together.push(words.hasUniqueLanguages(path, mood));
  if (hasAlternatives(main)) return [...together, main];
  if (!isStated) return together;
  return [isUniqueLanguage ? words.inUniqueLanguages(main) : main, ...together];
}

const READING_ORDER: readonly Constraint['kind'][] = [
  'class',
  'datatype',
  'nodeKind',
  'in',
  'pattern',
  'languageIn',
  'minLength',
  'maxLength',
  'minInclusive',
  'minExclusive',
  'maxInclusive',
  'maxExclusive',
];

/** Sorted: the type of a value first, then its size and length, lower bounds before upper ones. */
function inReadingOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ kind }: Constraint) => {
    const found = READING_ORDER.indexOf(kind);
    return found === -1 ? READING_ORDER.length : found;
  };
  return constraints.toSorted((a, b) => rank(a) - rank(b));
}

function verbalizeQualified(
  { shape, min, max }: QualifiedConstraint,
  path: Phrase,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase {
  const cardinality: Cardinality = { min: min ?? 0, max };
  return verbalizer.words.hasQualified(
    path,
    cardinality,
    verbalizeShape(shape, verbalizer, 'is'),
    mood,
  );
}

function verbalizeConstraint(
  constraint: Constraint,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase {
  const { words } = verbalizer;
  switch (constraint.kind) {
    case 'class':
      return words.isOfClass(constraint.iri, mood);
    case 'datatype':
      return words.hasDatatype(constraint.iri, mood);
    case 'nodeKind':
      return words.hasNodeKind(splitIri(constraint.iri).localName, mood);
    case 'in':
      return words.isOneOf(constraint.values, mood);
    case 'hasValue':
      return words.isValue(constraint.value, mood);
    case 'pattern':
      return words.matches(constraint.pattern, constraint.flags, mood);
    case 'languageIn':
      return words.isInLanguages(constraint.languages, mood);
    case 'minLength':
      return words.hasLength('min', constraint.value, mood);
    case 'maxLength':
      return words.hasLength('max', constraint.value, mood);
    case 'minInclusive':
    case 'minExclusive':
    case 'maxInclusive':
    case 'maxExclusive':
      return words.isBounded(constraint.kind, constraint.value, mood);
    case 'lessThan':
    case 'lessThanOrEquals':
      return words.isLessThan(constraint.iri, constraint.kind === 'lessThanOrEquals', mood);
    case 'and':
    case 'or':
    case 'xone':
      return verbalizeAlternatives(constraint, verbalizer, mood);
    case 'not':
      return verbalizeNegation(constraint.shape, verbalizer, mood);
    case 'node':
    case 'property':
      return verbalizeShape(constraint.shape, verbalizer, mood);
    case 'closed':
      return words.closed(constraint.ignored, mood);
    case 'sparql':
      return words.sparql(messageOf(constraint.messages, verbalizer.preferredLanguages), mood);
    case 'unknown':
      return words.unknown(shorten(constraint.iri));
    // These constrain the values of a path, and this shape has no path.
    case 'minCount':
    case 'maxCount':
    case 'equals':
    case 'disjoint':
    case 'uniqueLang':
    case 'qualified':
      return words.unknown(shorten(`${NAMESPACES.sh}${constraint.kind}`));
  }
}

function verbalizeAlternatives(
  { kind, shapes }: ShapesConstraint,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase {
  const { words } = verbalizer;
  if (kind !== 'and' && shapes.every(isSimple))
    return words.isExactlyOneOf(
      kind,
      shapes.map((shape) => verbalizeShape(shape, verbalizer, 'bare')),
      mood,
    );
  return words.alternatives(
    kind,
    shapes.map((shape) => verbalizeShape(shape, verbalizer, 'is')),
    mood,
  );
}

function verbalizeNegation(
  shape: Shape,
  verbalizer: ShapeVerbalizer,
  mood: GrammaticalMood,
): Phrase {
  const { words } = verbalizer;
  const name = verbalizer.nameOf(shape);
  if (name) return words.conformsNot(name, mood);
  return isSimple(shape)
    ? words.isNot(verbalizeShape(shape, verbalizer, 'bare'), mood)
    : words.not(verbalizeShape(shape, verbalizer, 'is'), mood);
}

/** "a claim", "a number": short enough for a list on one line. */
const isSimple = ({ iri, path, constraints }: Shape): boolean =>
  iri === undefined &&
  path === undefined &&
  constraints.length === 1 &&
  ['class', 'datatype', 'nodeKind'].includes(constraints[0]?.kind ?? '');

/** The messages in the first of the reader's languages that has any. */
export function messagesFor(
  messages: Shape['messages'],
  preferredLanguages: readonly string[],
): string[] {
  for (const range of preferredLanguages) {
    const found = messages.filter(({ language }) => languageMatches(language, range));
    if (found.length > 0) return found.map(({ text }) => text);
  }
  const [first] = messages;
  return messages.filter(({ language }) => language === first?.language).map(({ text }) => text);
}

const messageOf = (
  messages: Shape['messages'],
  preferredLanguages: readonly string[],
): string | undefined => messagesFor(messages, preferredLanguages)[0];

const shorten = (iri: string): string =>
  iri.startsWith(NAMESPACES.sh) ? `sh:${iri.slice(NAMESPACES.sh.length)}` : iri;
