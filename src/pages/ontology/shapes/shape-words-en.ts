/** What shapes ask, in English. */
import type { ShapePath, ShapeTarget } from '../../../description/index.ts';
import { NAMESPACES, type Term } from '../../../rdf/index.ts';
import { joinPhrases, type Phrase, say } from './phrase.ts';
import type { Cardinality, Mood, ShapeWords } from './shape-words.ts';

/** The verb in the mood: "must be", "be", "is". */
const verb = (mood: Mood, base: string, third: string): string =>
  mood === 'must' ? `must ${base}` : mood === 'bare' ? base : third;
const be = (mood: Mood) => verb(mood, 'be', 'is');
const have = (mood: Mood) => verb(mood, 'have', 'has');
/** What is allowed rather than asked. */
const mayHave = (mood: Mood) => (mood === 'must' ? 'may have' : have(mood));

const DATATYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  decimal: 'a decimal number',
  double: 'a floating-point number',
  float: 'a floating-point number',
  boolean: 'true or false',
  date: 'a date',
  dateTime: 'a date with a time',
  gYear: 'a year',
  gYearMonth: 'a month of a year',
  gMonthDay: 'a day of a month',
  time: 'a time of day',
  anyURI: 'a web address',
  langString: 'a text in a language',
  HTML: 'a text in HTML',
};

const NODE_KINDS: Readonly<Record<string, string>> = {
  IRI: 'an IRI',
  Literal: 'a literal',
  BlankNode: 'a thing without a name',
  BlankNodeOrIRI: 'a thing, not a literal',
  BlankNodeOrLiteral: 'a thing without a name or a literal',
  IRIOrLiteral: 'an IRI or a literal',
};

const BOUNDS = {
  minInclusive: 'at least',
  minExclusive: 'greater than',
  maxInclusive: 'at most',
  maxExclusive: 'less than',
  hasValue: 'equal to',
} as const;

const list = (phrases: readonly Phrase[], word: 'and' | 'or'): Phrase =>
  joinPhrases(phrases, { comma: ', ', last: ` ${word} ` });

/** @param nameOf what a class is called, to choose between "a" and "an". */
export function englishWords(nameOf: (iri: string) => string): ShapeWords {
  const article = (iri: string) => (/^(?!uni|use|eu|one\b)[aeiou]/i.test(nameOf(iri)) ? 'an' : 'a');

  const path = (one: ShapePath): Phrase => {
    switch (one.kind) {
      case 'property':
        return [{ iri: one.iri }];
      case 'inverse':
        return one.of.kind === 'property'
          ? say`${path(one.of)} the other way round`
          : say`the way back along (${path(one.of)})`;
      case 'sequence':
        return joinPhrases(one.parts.map(path), { comma: ' › ', last: ' › ' });
      case 'alternative':
        return list(one.parts.map(path), 'or');
      case 'zeroOrMore':
        return say`${path(one.of)} followed any number of times`;
      case 'oneOrMore':
        return say`${path(one.of)} followed once or more`;
      case 'zeroOrOne':
        return say`${path(one.of)} followed at most once`;
      case 'unknown':
        return say`a path that this page cannot read`;
    }
  };

  return {
    path,
    list,
    lead: (targets) => {
      const of = (kind: ShapeTarget['kind']) =>
        targets
          .filter((target) => target.kind === kind)
          .map(({ term }): Phrase => [kind === 'node' ? { term } : { iri: term.value }]);
      const [classes, subjects, objects, nodes] = (
        ['class', 'subjectsOf', 'objectsOf', 'node'] as const
      ).map((kind) => list(of(kind), 'or'));
      const groups = [
        ...(classes?.length ? [say`every ${classes}`] : []),
        ...(nodes?.length ? [list(of('node'), 'and')] : []),
        ...(subjects?.length ? [say`whatever has ${subjects}`] : []),
        ...(objects?.length ? [say`every value of ${objects}`] : []),
        ...(of('other').length > 0 ? [say`whatever a query of the shape selects`] : []),
      ];
      return joinPhrases(groups, { comma: ', ', last: ', and ' });
    },

    isOfClass: (iri, mood) => say`${be(mood)} ${article(iri)} ${{ iri }}`,
    hasDatatype: (iri, mood) => {
      const [name, code] = datatypeOf(iri);
      const known = Object.hasOwn(DATATYPES, name) ? DATATYPES[name] : undefined;
      return known === undefined
        ? say`${be(mood)} a value of the datatype ${{ code }}`
        : say`${be(mood)} ${known} (${{ code }})`;
    },
    hasNodeKind: (name, mood) => say`${be(mood)} ${NODE_KINDS[name] ?? { code: `sh:${name}` }}`,
    isOneOf: (values, mood) =>
      values.length === 1
        ? say`${be(mood)} ${values.map(valueOf)[0] ?? []}`
        : say`${be(mood)} one of ${list(values.map(valueOf), 'or')}`,
    isValue: (value, mood) => say`${be(mood)} ${valueOf(value)}`,
    matches: (pattern, flags, mood) =>
      say`${verb(mood, 'match', 'matches')} the pattern ${{ code: pattern }}${flagsOf(flags)}`,
    isInLanguages: (languages, mood) =>
      languages.length === 1
        ? say`${be(mood)} in the language ${{ code: languages[0] ?? '' }}`
        : say`${be(mood)} in one of the languages ${list(
            languages.map((code) => [{ code }]),
            'or',
          )}`,
    hasLength: (bound, characters, mood) =>
      say`${have(mood)} ${bound === 'min' ? 'at least' : 'at most'} ${characters} ${characters === 1 ? 'character' : 'characters'}`,
    isBounded: (kind, value, mood) => say`${be(mood)} ${BOUNDS[kind]} ${{ term: value }}`,
    isLessThan: (iri, orEquals, mood) =>
      say`${be(mood)} ${orEquals ? 'not greater' : 'less'} than ${{ iri }}`,
    conforms: (name, mood) => say`${verb(mood, 'fit', 'fits')} “${name}”`,
    ways: (kind, ways, mood) => {
      const start = verb(mood, 'be such that', 'is such that');
      const how = {
        and: 'all of this holds',
        or: 'at least one of this holds',
        xone: 'exactly one of this holds',
      }[kind];
      return say`${start} ${how}: ${{ ways: ways.map((way) => say`it ${way}`) }}`;
    },
    isExactlyOneOf: (kind, ways, mood) =>
      say`${be(mood)} ${kind === 'xone' ? 'exactly one of these: ' : ''}${list(
        ways.map((way) => withoutBe(way)),
        'or',
      )}`,
    not: (inner, mood) => say`${verb(mood, 'not be', 'is not')} one that ${inner}`,
    isNot: (inner, mood) => say`${verb(mood, 'not be', 'is not')} ${withoutBe(inner)}`,
    conformsNot: (name, mood) => say`${verb(mood, 'not fit', 'does not fit')} “${name}”`,
    closed: (ignored, mood) =>
      say`${verb(mood, 'have', 'has')} no properties but those named here${
        ignored.length === 0
          ? []
          : say` and ${list(
              ignored.map((iri) => [{ iri }]),
              'and',
            )}`
      }`,

    has: (property, cardinality, values, mood) => {
      const isOne = cardinality.max === 1;
      if (cardinality.max === 0) return say`${have(mood)} no ${property}`;
      const head = counted(property, cardinality, mood);
      if (!values) return head;
      const must = mood === 'is' ? ' ' : ' must ';
      return say`${head}, ${isOne ? 'which' : 'each of which'}${must}${list(values, 'and')}`;
    },
    hasQualified: (property, cardinality, inner, mood) =>
      cardinality.max === 0
        ? say`${have(mood)} no ${property} that ${inner}`
        : say`${counted(property, cardinality, mood)} that ${inner}`,
    hasValue: (property, value, mood) => say`${have(mood)} ${valueOf(value)} for ${property}`,
    hasSameValues: (property, other, mood) =>
      say`${have(mood)} the same for ${property} as for ${{ iri: other }}`,
    hasOtherValues: (property, other, mood) =>
      say`${have(mood)} nothing for ${property} that it has for ${{ iri: other }}`,
    hasUniqueLanguages: (property, mood) =>
      say`${have(mood)} at most one ${property} in each language`,
    inUniqueLanguages: (said) => say`${said}, no two of them in the same language`,
    sparql: (message, mood) =>
      message === undefined
        ? say`${verb(mood, 'pass', 'passes')} a test in SPARQL`
        : say`${verb(mood, 'pass', 'passes')} a test in SPARQL: ${message}`,
    unknown: (name) =>
      say`is asked something more, for which this page has no words: ${{ code: name }}`,
    nothing: (mood) => say`${mayHave(mood)} anything`,
  };
}

function counted(property: Phrase, { min, max }: Cardinality, mood: Mood): Phrase {
  if (min === 0 && max === undefined) return say`${mayHave(mood)} any number of ${property}`;
  if (min === 0)
    return max === 1
      ? say`${mayHave(mood)} at most one ${property}`
      : say`${mayHave(mood)} at most ${max ?? 0} of ${property}`;
  if (min === max)
    return min === 1
      ? say`${have(mood)} exactly one ${property}`
      : say`${have(mood)} exactly ${min} of ${property}`;
  if (max === undefined)
    return min === 1
      ? say`${have(mood)} at least one ${property}`
      : say`${have(mood)} at least ${min} of ${property}`;
  return say`${have(mood)} from ${min} to ${max} of ${property}`;
}

/** A name or a text in quotation marks, a number as it is. */
const valueOf = (term: Term): Phrase =>
  term.termType === 'Literal' && /^[-+]?[\d.]+$|^true$|^false$/.test(term.value)
    ? [{ term }]
    : say`“${{ term }}”`;

const flagsOf = (flags: string | undefined): Phrase =>
  flags === undefined || flags === ''
    ? []
    : flags === 'i'
      ? say` in capital or small letters`
      : say` with the flags ${{ code: flags }}`;

/** The local name of a datatype that has words of its own, and how it is written. */
export function datatypeOf(iri: string): [name: string, code: string] {
  for (const prefix of ['xsd', 'rdf'] as const)
    if (iri.startsWith(NAMESPACES[prefix])) {
      const name = iri.slice(NAMESPACES[prefix].length);
      return [name, `${prefix}:${name}`];
    }
  return ['', iri];
}

/** "be a claim" without its verb, to stand after one that is said once for all. */
function withoutBe([first, ...rest]: Phrase): Phrase {
  return first === 'be' ? trimStart(rest) : [first ?? '', ...rest];
}

const trimStart = ([first, ...rest]: Phrase): Phrase =>
  typeof first === 'string' ? [first.trimStart(), ...rest] : [first ?? '', ...rest];
