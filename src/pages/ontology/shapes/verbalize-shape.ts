/** Shapes in words: what each asks, as one predicate after the other. Nothing is left out in silence. */
import type {
  Constraint,
  QualifiedConstraint,
  Shape,
  ShapesConstraint,
} from '../../../description/index.ts';
import { languageMatches, NAMESPACES, splitIri } from '../../../rdf/index.ts';
import { hasWays, type Phrase, say } from './phrase.ts';
import type { Cardinality, Mood, ShapeWords } from './shape-words.ts';

export interface ShapeSpeaker {
  readonly words: ShapeWords;
  /** The name of a shape that has one; undefined where it is to be said in full. */
  readonly nameOf: (shape: Shape) => Phrase | undefined;
  /** Language ranges, the most wanted first. */
  readonly wanted: readonly string[];
}

/** One thing that a shape asks, with what goes with it. */
export interface ShapeDemand {
  readonly phrase: Phrase;
  /** What else to say of it: its messages and its severity. */
  readonly shape: Shape;
}

/** What a shape with targets asks of each: its own constraints in one sentence each, and each of its properties. */
export function demandsOf(shape: Shape, speaker: ShapeSpeaker): ShapeDemand[] {
  if (shape.path !== undefined)
    return predicates(shape, speaker, 'must').map((phrase) => ({ phrase, shape }));
  const demands = shape.constraints.flatMap((constraint): ShapeDemand[] => {
    if (constraint.kind === 'property') {
      const inner = constraint.shape;
      if (!inner.isActive) return [];
      const said = predicates(inner, speaker, 'must');
      return [{ phrase: speaker.words.list(said, 'and'), shape: inner }];
    }
    return [{ phrase: sayConstraint(constraint, speaker, 'must'), shape }];
  });
  return demands.length > 0 ? demands : [{ phrase: speaker.words.nothing('must'), shape }];
}

/** A shape inside a sentence: by its name where it has one, else by what it asks. */
export function sayShape(shape: Shape, speaker: ShapeSpeaker, mood: Mood): Phrase {
  const name = speaker.nameOf(shape);
  if (name) return speaker.words.conforms(name, mood);
  const said = predicates(shape, speaker, mood);
  return said.length === 0 ? speaker.words.nothing(mood) : speaker.words.list(said, 'and');
}

function predicates(shape: Shape, speaker: ShapeSpeaker, mood: Mood): Phrase[] {
  if (shape.isCut) return [speaker.words.conforms(say`…`, mood)];
  return shape.path === undefined
    ? shape.constraints.map((constraint) => sayConstraint(constraint, speaker, mood))
    : sayProperty(shape, speaker, mood);
}

/** What is asked of the values of a path: of their number and of each, then of all together. */
function sayProperty(shape: Shape, speaker: ShapeSpeaker, mood: Mood): Phrase[] {
  const { words } = speaker;
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
        together.push(sayQualified(constraint, path, speaker, mood));
        break;
      case 'sparql':
      case 'unknown':
        together.push(sayConstraint(constraint, speaker, mood));
        break;
      default:
        ofEach.push(sayConstraint(constraint, speaker, mood === 'is' ? 'is' : 'bare'));
    }
  // A list of ways stands at the end of a sentence.
  const inOrder = ofEach.toSorted((a, b) => Number(hasWays(a)) - Number(hasWays(b)));
  const values = inOrder.length === 0 ? undefined : inOrder;
  const isSaid = isCounted || values !== undefined;
  if (!isSaid && together.length === 0 && !isUniqueLanguage)
    return [words.has(path, cardinality, undefined, mood)];
  const main = isSaid ? words.has(path, cardinality, values, mood) : [];
  if (isUniqueLanguage && (!isSaid || hasWays(main)))
    together.push(words.hasUniqueLanguages(path, mood));
  if (hasWays(main)) return [...together, main];
  if (!isSaid) return together;
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

/** What a value is comes first, then how large or how long it is, from its lower bound up. */
function inReadingOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ kind }: Constraint) => {
    const found = READING_ORDER.indexOf(kind);
    return found === -1 ? READING_ORDER.length : found;
  };
  return constraints.toSorted((a, b) => rank(a) - rank(b));
}

function sayQualified(
  { shape, min, max }: QualifiedConstraint,
  path: Phrase,
  speaker: ShapeSpeaker,
  mood: Mood,
): Phrase {
  const cardinality: Cardinality = { min: min ?? 0, max };
  return speaker.words.hasQualified(path, cardinality, sayShape(shape, speaker, 'is'), mood);
}

function sayConstraint(constraint: Constraint, speaker: ShapeSpeaker, mood: Mood): Phrase {
  const { words } = speaker;
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
      return sayWays(constraint, speaker, mood);
    case 'not':
      return sayNot(constraint.shape, speaker, mood);
    case 'node':
    case 'property':
      return sayShape(constraint.shape, speaker, mood);
    case 'closed':
      return words.closed(constraint.ignored, mood);
    case 'sparql':
      return words.sparql(messageOf(constraint.messages, speaker.wanted), mood);
    case 'unknown':
      return words.unknown(shorten(constraint.iri));
    // These say something of the values of a path, and here there is none.
    case 'minCount':
    case 'maxCount':
    case 'equals':
    case 'disjoint':
    case 'uniqueLang':
    case 'qualified':
      return words.unknown(shorten(`${NAMESPACES.sh}${constraint.kind}`));
  }
}

function sayWays({ kind, shapes }: ShapesConstraint, speaker: ShapeSpeaker, mood: Mood): Phrase {
  const { words } = speaker;
  if (kind !== 'and' && shapes.every(isSimple))
    return words.isExactlyOneOf(
      kind,
      shapes.map((shape) => sayShape(shape, speaker, 'bare')),
      mood,
    );
  return words.ways(
    kind,
    shapes.map((shape) => sayShape(shape, speaker, 'is')),
    mood,
  );
}

function sayNot(shape: Shape, speaker: ShapeSpeaker, mood: Mood): Phrase {
  const { words } = speaker;
  const name = speaker.nameOf(shape);
  if (name) return words.conformsNot(name, mood);
  return isSimple(shape)
    ? words.isNot(sayShape(shape, speaker, 'bare'), mood)
    : words.not(sayShape(shape, speaker, 'is'), mood);
}

/** "a claim", "a number": short enough to stand beside others in one line. */
const isSimple = ({ iri, path, constraints }: Shape): boolean =>
  iri === undefined &&
  path === undefined &&
  constraints.length === 1 &&
  ['class', 'datatype', 'nodeKind'].includes(constraints[0]?.kind ?? '');

/** The messages that a reader can read, in their first language that has some. */
export function messagesFor(messages: Shape['messages'], wanted: readonly string[]): string[] {
  for (const range of wanted) {
    const found = messages.filter(({ language }) => languageMatches(language, range));
    if (found.length > 0) return found.map(({ text }) => text);
  }
  const [first] = messages;
  return messages.filter(({ language }) => language === first?.language).map(({ text }) => text);
}

const messageOf = (messages: Shape['messages'], wanted: readonly string[]): string | undefined =>
  messagesFor(messages, wanted)[0];

const shorten = (iri: string): string =>
  iri.startsWith(NAMESPACES.sh) ? `sh:${iri.slice(NAMESPACES.sh.length)}` : iri;
