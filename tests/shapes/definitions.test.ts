/**
 * Each component of SHACL Core against its definition in SPARQL, over random data: the query finds the violations of
 * one property shape with the path :v. https://www.w3.org/TR/shacl/#core-components
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import { evaluatorOf } from '../../src/sparql/index.ts';
import { buildStore } from '../../src/store/index.ts';
import { readQuads } from '../support/read-quads.ts';
import { validateQuads } from '../support/validate-shapes.ts';
import { PROLOGUE } from './components.ts';

const PREFIXES = `PREFIX : <http://a.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> `;

/** Values that violate: those for which the condition does not hold. */
const each = (condition: string): string => `SELECT DISTINCT ?this ?value {
  ?this :v ?value BIND((${condition}) AS ?holds) FILTER(!BOUND(?holds) || !?holds) }`;

const DEFINITIONS: readonly (readonly [constraints: string, query: string])[] = [
  [
    'sh:class :C',
    `SELECT DISTINCT ?this ?value { ?this :v ?value FILTER NOT EXISTS { ?value a/rdfs:subClassOf* :C } }`,
  ],
  ['sh:datatype xsd:string', each('isLiteral(?value) && datatype(?value) = xsd:string')],
  ['sh:nodeKind sh:IRI', each('isIRI(?value)')],
  ['sh:nodeKind sh:BlankNodeOrLiteral', each('isBlank(?value) || isLiteral(?value)')],
  ['sh:minExclusive 2', each('2 < ?value')],
  ['sh:minInclusive 2.0', each('2.0 <= ?value')],
  ['sh:maxExclusive 2', each('2 > ?value')],
  ['sh:maxInclusive 2e0', each('2e0 >= ?value')],
  ['sh:minLength 2', each('!isBlank(?value) && STRLEN(STR(?value)) >= 2')],
  ['sh:maxLength 2', each('!isBlank(?value) && STRLEN(STR(?value)) <= 2')],
  ['sh:pattern "^[a-c]"', each('!isBlank(?value) && REGEX(STR(?value), "^[a-c]")')],
  [
    'sh:languageIn ("en" "de")',
    each('langMatches(lang(?value), "en") || langMatches(lang(?value), "de")'),
  ],
  [
    'sh:equals :w',
    `SELECT DISTINCT ?this ?value { { ?this :v ?value FILTER NOT EXISTS { ?this :w ?value } }
      UNION { ?this :v [] . ?this :w ?value FILTER NOT EXISTS { ?this :v ?value } } }`,
  ],
  ['sh:disjoint :w', 'SELECT DISTINCT ?this ?value { ?this :v ?value ; :w ?value }'],
  [
    'sh:lessThan :w',
    `SELECT DISTINCT ?this ?value { ?this :v ?value ; :w ?other
      BIND(?value < ?other AS ?holds) FILTER(!BOUND(?holds) || !?holds) }`,
  ],
  [
    'sh:lessThanOrEquals :w',
    `SELECT DISTINCT ?this ?value { ?this :v ?value ; :w ?other
      BIND(?value <= ?other AS ?holds) FILTER(!BOUND(?holds) || !?holds) }`,
  ],
  [
    'sh:in (1 :b "a")',
    each('sameTerm(?value, 1) || sameTerm(?value, :b) || sameTerm(?value, "a")'),
  ],
  [
    'sh:hasValue 1',
    'SELECT DISTINCT ?this { ?this :v [] FILTER NOT EXISTS { ?this :v ?one FILTER(sameTerm(?one, 1)) } }',
  ],
  [
    'sh:minCount 2',
    'SELECT ?this { ?this :v ?value } GROUP BY ?this HAVING(COUNT(DISTINCT ?value) < 2)',
  ],
  [
    'sh:maxCount 2',
    'SELECT ?this { ?this :v ?value } GROUP BY ?this HAVING(COUNT(DISTINCT ?value) > 2)',
  ],
  [
    'sh:uniqueLang true',
    `SELECT DISTINCT ?this { ?this :v ?value, ?other
      FILTER(!sameTerm(?value, ?other) && lang(?value) != "" && lang(?value) = lang(?other)) }`,
  ],
  ['sh:not [ sh:nodeKind sh:IRI ]', each('!isIRI(?value)')],
  [
    'sh:or ([ sh:nodeKind sh:IRI ] [ sh:minInclusive 2 ])',
    each('isIRI(?value) || COALESCE(?value >= 2, false)'),
  ],
  [
    'sh:and ([ sh:nodeKind sh:Literal ] [ sh:minInclusive 2 ])',
    each('isLiteral(?value) && ?value >= 2'),
  ],
  [
    'sh:xone ([ sh:nodeKind sh:Literal ] [ sh:minInclusive 2 ])',
    each('isLiteral(?value) != COALESCE(?value >= 2, false)'),
  ],
  [
    'sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1',
    'SELECT DISTINCT ?this { ?this :v [] FILTER NOT EXISTS { ?this :v ?one FILTER(isIRI(?one)) } }',
  ],
];

const value = fc.constantFrom(
  ...'1 2 3 2.0 1e0 "a" "bb" "ccc" "a"@en "b"@en "b"@de "" true :a :b :c :longer'.split(' '),
);
const statement = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(':a', ':b', ':c'), fc.constantFrom(':v', ':w'), value),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(':a', ':b'), fc.constant('a'), fc.constantFrom(':C', ':D')),
  },
  { weight: 1, arbitrary: fc.constant([':D', 'rdfs:subClassOf', ':C'] as const) },
);

describe('a component of SHACL Core finds what its definition in SPARQL finds', () => {
  it.each(DEFINITIONS)('%s', async (constraints, query) => {
    const shapes = await readQuads(
      `${PROLOGUE}:S a sh:NodeShape ; sh:targetSubjectsOf :v ; sh:property [ sh:path :v ; ${constraints} ] .`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 14 }), async (lines) => {
        const data = await readQuads(
          PROLOGUE + lines.map((line) => `${line.join(' ')} .`).join('\n'),
        );
        const { results, problems } = validateQuads(data, shapes);
        const graph = terms.namedNode('http://a.example/graph');
        const store = buildStore(
          data.map(({ subject, predicate, object }) =>
            terms.quad(subject, predicate, object, graph),
          ),
          { version: 'defined' },
        );
        const defined = evaluatorOf(store, 'http://a.example/')
          .query(PREFIXES + query)
          .select(new Map());
        const keyOf = (focus: unknown, found: unknown) => JSON.stringify([focus, found ?? null]);
        const expected = Array.from(defined, (row) => keyOf(row.get('this'), row.get('value')));
        const actual = results.map(({ focus, value: found }) => keyOf(focus, found));
        expect(problems).toEqual([]);
        expect([...new Set(actual)].toSorted()).toEqual([...new Set(expected)].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
