/** Constraints of shapes in English. */
import type { ShapePath, ShapeTarget } from '../../../description/index.ts';
import { NAMESPACES, type Term } from '../../../rdf/index.ts';
import { compose, joinPhrases, type Phrase } from './phrase.ts';
import type { Cardinality, GrammaticalMood, ShapeWords } from './shape-words.ts';

/** The verb in a grammatical mood: "must be", "be", "is". */
const verb = (mood: GrammaticalMood, base: string, third: string): string =>
  mood === 'must' ? `must ${base}` : mood === 'bare' ? base : third;
const be = (mood: GrammaticalMood) => verb(mood, 'be', 'is');
const have = (mood: GrammaticalMood) => verb(mood, 'have', 'has');
/** For what is permitted and not required. */
const mayHave = (mood: GrammaticalMood) => (mood === 'must' ? 'may have' : have(mood));

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

/** @param nameOf the name of a class, to choose between "a" and "an". */
export function englishWords(nameOf: (iri: string) => string): ShapeWords {
  const article = (iri: string) => (/^(?!uni|use|eu|one\b)[aeiou]/i.test(nameOf(iri)) ? 'an' : 'a');

  const path = (one: ShapePath): Phrase => {
    switch (one.kind) {
      case 'property':
        return [{ iri: one.iri }];
      case 'inverse':
        return one.of.kind === 'property'
          ? compose`${path(one.of)} the other way round`
          : compose`the way back along (${path(one.of)})`;
      case 'sequence':
        return joinPhrases(one.parts.map(path), { comma: ' › ', last: ' › ' });
      case 'alternative':
        return list(one.parts.map(path), 'or');
      case 'zeroOrMore':
        return compose`${path(one.of)} followed any number of times`;
      case 'oneOrMore':
        return compose`${path(one.of)} followed once or more`;
      case 'zeroOrOne':
        return compose`${path(one.of)} followed at most once`;
      case 'unknown':
        return compose`a path that this page cannot read`;
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
        ...(classes?.length ? [compose`every ${classes}`] : []),
        ...(nodes?.length ? [list(of('node'), 'and')] : []),
        ...(subjects?.length ? [compose`whatever has ${subjects}`] : []),
        ...(objects?.length ? [compose`every value of ${objects}`] : []),
        ...(of('other').length > 0 ? [compose`whatever a query of the shape selects`] : []),
      ];
      return joinPhrases(groups, { comma: ', ', last: ', and ' });
    },

    isOfClass: (iri, mood) => compose`${be(mood)} ${article(iri)} ${{ iri }}`,
    hasDatatype: (iri, mood) => {
      const [name, code] = datatypeOf(iri);
      const known = Object.hasOwn(DATATYPES, name) ? DATATYPES[name] : undefined;
      return known === undefined
        ? compose`${be(mood)} a value of the datatype ${{ code }}`
        : compose`${be(mood)} ${known} (${{ code }})`;
    },
    hasNodeKind: (name, mood) => compose`${be(mood)} ${NODE_KINDS[name] ?? { code: `sh:${name}` }}`,
    isOneOf: (values, mood) =>
      values.length === 1
        ? compose`${be(mood)} ${values.map(valueOf)[0] ?? []}`
        : compose`${be(mood)} one of ${list(values.map(valueOf), 'or')}`,
    isValue: (value, mood) => compose`${be(mood)} ${valueOf(value)}`,
    matches: (pattern, flags, mood) =>
      compose`${verb(mood, 'match', 'matches')} the pattern ${{ code: pattern }}${flagsOf(flags)}`,
    isInLanguages: (languages, mood) =>
      languages.length === 1
        ? compose`${be(mood)} in the language ${{ code: languages[0] ?? '' }}`
        : compose`${be(mood)} in one of the languages ${list(
            languages.map((code) => [{ code }]),
            'or',
          )}`,
    hasLength: (bound, characters, mood) =>
      compose`${have(mood)} ${bound === 'min' ? 'at least' : 'at most'} ${characters} ${characters === 1 ? 'character' : 'characters'}`,
    isBounded: (kind, value, mood) => compose`${be(mood)} ${BOUNDS[kind]} ${{ term: value }}`,
    isLessThan: (iri, orEquals, mood) =>
      compose`${be(mood)} ${orEquals ? 'not greater' : 'less'} than ${{ iri }}`,
    conforms: (name, mood) => compose`${verb(mood, 'fit', 'fits')} “${name}”`,
    alternatives: (kind, alternatives, mood) => {
      const start = verb(mood, 'be such that', 'is such that');
      const how = {
        and: 'all of this holds',
        or: 'at least one of this holds',
        xone: 'exactly one of this holds',
      }[kind];
      return compose`${start} ${how}: ${{ alternatives: alternatives.map((alternative) => compose`it ${alternative}`) }}`;
    },
    isExactlyOneOf: (kind, alternatives, mood) =>
      compose`${be(mood)} ${kind === 'xone' ? 'exactly one of these: ' : ''}${list(
        alternatives.map((alternative) => withoutBe(alternative)),
        'or',
      )}`,
    not: (inner, mood) => compose`${verb(mood, 'not be', 'is not')} one that ${inner}`,
    isNot: (inner, mood) => compose`${verb(mood, 'not be', 'is not')} ${withoutBe(inner)}`,
    conformsNot: (name, mood) => compose`${verb(mood, 'not fit', 'does not fit')} “${name}”`,
    closed: (ignored, mood) =>
      compose`${verb(mood, 'have', 'has')} no properties but those named here${
        ignored.length === 0
          ? []
          : compose` and ${list(
              ignored.map((iri) => [{ iri }]),
              'and',
            )}`
      }`,

    has: (property, cardinality, values, mood) => {
      const isOne = cardinality.max === 1;
      if (cardinality.max === 0) return compose`${have(mood)} no ${property}`;
      const head = counted(property, cardinality, mood);
      if (!values) return head;
      const must = mood === 'is' ? ' ' : ' must ';
      return compose`${head}, ${isOne ? 'which' : 'each of which'}${must}${list(values, 'and')}`;
    },
    hasQualified: (property, cardinality, inner, mood) =>
      cardinality.max === 0
        ? compose`${have(mood)} no ${property} that ${inner}`
        : compose`${counted(property, cardinality, mood)} that ${inner}`,
    hasValue: (property, value, mood) => compose`${have(mood)} ${valueOf(value)} for ${property}`,
    hasSameValues: (property, other, mood) =>
      compose`${have(mood)} the same for ${property} as for ${{ iri: other }}`,
    hasOtherValues: (property, other, mood) =>
      compose`${have(mood)} nothing for ${property} that it has for ${{ iri: other }}`,
    hasUniqueLanguages: (property, mood) =>
      compose`${have(mood)} at most one ${property} in each language`,
    inUniqueLanguages: (phrases) => compose`${phrases}, no two of them in the same language`,
    sparql: (message, mood) =>
      message === undefined
        ? compose`${verb(mood, 'pass', 'passes')} a test in SPARQL`
        : compose`${verb(mood, 'pass', 'passes')} a test in SPARQL: ${message}`,
    unknown: (name) => compose`has a constraint that this page cannot express: ${{ code: name }}`,
    nothing: (mood) => compose`${mayHave(mood)} anything`,
  };
}

function counted(property: Phrase, { min, max }: Cardinality, mood: GrammaticalMood): Phrase {
  if (min === 0 && max === undefined) return compose`${mayHave(mood)} any number of ${property}`;
  if (min === 0)
    return max === 1
      ? compose`${mayHave(mood)} at most one ${property}`
      : compose`${mayHave(mood)} at most ${max ?? 0} of ${property}`;
  if (min === max)
    return min === 1
      ? compose`${have(mood)} exactly one ${property}`
      : compose`${have(mood)} exactly ${min} of ${property}`;
  if (max === undefined)
    return min === 1
      ? compose`${have(mood)} at least one ${property}`
      : compose`${have(mood)} at least ${min} of ${property}`;
  return compose`${have(mood)} from ${min} to ${max} of ${property}`;
}

/** A name or a text in quotation marks, a number without. */
const valueOf = (term: Term): Phrase =>
  term.termType === 'Literal' && /^[-+]?[\d.]+$|^true$|^false$/.test(term.value)
    ? [{ term }]
    : compose`“${{ term }}”`;

const flagsOf = (flags: string | undefined): Phrase =>
  flags === undefined || flags === ''
    ? []
    : flags === 'i'
      ? compose` in capital or small letters`
      : compose` with the flags ${{ code: flags }}`;

/** Datatypes with names in English: local name and text. */
export function datatypeOf(iri: string): [name: string, code: string] {
  for (const prefix of ['xsd', 'rdf'] as const)
    if (iri.startsWith(NAMESPACES[prefix])) {
      const name = iri.slice(NAMESPACES[prefix].length);
      return [name, `${prefix}:${name}`];
    }
  return ['', iri];
}

/** "be a claim" without its verb, for a list after one verb. */
function withoutBe([first, ...rest]: Phrase): Phrase {
  return first === 'be' ? trimStart(rest) : [first ?? '', ...rest];
}

const trimStart = ([first, ...rest]: Phrase): Phrase =>
  typeof first === 'string' ? [first.trimStart(), ...rest] : [first ?? '', ...rest];
