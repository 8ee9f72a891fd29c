/** Random expressions as text, of all kinds of values, many of them errors. https://www.w3.org/TR/sparql11-query/#expressions */
import fc from 'fast-check';
import { literalsOf } from './arbitrary-data.ts';
import type { Dialect } from './dialect.ts';

/** Variables that BIND and subqueries bind. */
const MADE_VARIABLES = ['?x0', '?x1', '?x2', '?y0', '?y1'];

/** Variables that patterns bind. Their values are terms of the data. */
const patternVariable = fc.constantFrom('?a', '?a', '?b', '?b', '?c', '?d');
const anyVariable = fc.oneof(
  { weight: 5, arbitrary: patternVariable },
  { weight: 1, arbitrary: fc.constantFrom(...MADE_VARIABLES, '?g', '?never') },
);

const constantOf = ({ spellings }: Dialect) =>
  fc.oneof(
    fc.constantFrom(...literalsOf(spellings)),
    fc.constantFrom('e:s', 'e:t', 'e:p', '1', '2', '0.5', '1.5', 'true', '"a"'),
  );

const call = (name: string, ...args: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...args).map((given) => `${name}(${given.join(', ')})`);

/** A number, mostly. */
export function numberOf(dialect: Dialect, depth = 1): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: anyVariable },
    { weight: 1, arbitrary: fc.constantFrom('0', '1', '2', '0.5', '-1', '1.5e0') },
  );
  if (depth === 0) return leaf;
  const inner = numberOf(dialect, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc
        .tuple(inner, fc.constantFrom('+', '-', '/', ...(dialect.hasProducts ? ['*'] : [])), inner)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    },
    fc.oneof(
      call('ABS', inner),
      call('CEIL', inner),
      call('FLOOR', inner),
      call('ROUND', inner),
      call('xsd:integer', patternVariable),
      call('xsd:decimal', patternVariable),
      call('xsd:double', patternVariable),
      inner.map((value) => `(-${value})`),
    ),
    call('STRLEN', textOf(dialect)),
    call('YEAR', patternVariable),
  );
}

/** A string, mostly. No computed number goes in: its lexical form is the engine's own choice. */
export function textOf(dialect: Dialect, depth = 1): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    call('STR', patternVariable),
    patternVariable,
    fc.constantFrom('"a"', '"a"@en', '"b"', '""'),
  );
  if (depth === 0) return leaf;
  const inner = textOf(dialect, depth - 1);
  const positions = dialect.cutsFromZero ? ['-1', '0', '1', '2', '1.5'] : ['1', '2'];
  const position = fc.constantFrom(...positions);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    call('UCASE', inner),
    call('LCASE', inner),
    call('CONCAT', inner, inner),
    call('SUBSTR', inner, position),
    call('SUBSTR', inner, position, fc.constantFrom('0', '1', '2')),
    call('STRBEFORE', inner, leaf),
    call('STRAFTER', inner, leaf),
    call('REPLACE', inner, fc.constantFrom('"a"', '"[ab]"', '"(a) "'), fc.constant('"<$0>"')),
    call(dialect.escapesIris ? 'ENCODE_FOR_URI' : 'UCASE', inner),
    call('LANG', patternVariable),
    call('STR', call('DATATYPE', patternVariable)),
    call('MD5', inner),
  );
}

/** Anything. */
export function valueOf(dialect: Dialect, depth = 1): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 3, arbitrary: anyVariable },
    { weight: 1, arbitrary: constantOf(dialect) },
  );
  if (depth === 0) return leaf;
  const inner = valueOf(dialect, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: numberOf(dialect) },
    { weight: 2, arbitrary: textOf(dialect) },
    call('IF', conditionOf(dialect, depth - 1), inner, inner),
    call('COALESCE', inner, inner),
    call('DATATYPE', inner),
    call('STRDT', leaf, fc.constantFrom('xsd:integer', 'e:dt', 'xsd:string')),
    call('STRLANG', leaf, fc.constantFrom('"en"', '"de"')),
    call('IRI', leaf),
  );
}

/** Where an engine does not take for an error what is one, or the other way round, an error is given an answer. */
function compared(
  { ordersOnlyValues, tellsKindsApart }: Dialect,
  left: string,
  operator: string,
  right: string,
): string {
  const text = `(${left} ${operator} ${right})`;
  const isOrder = operator.startsWith('<') || operator.startsWith('>');
  if (isOrder ? ordersOnlyValues : tellsKindsApart) return text;
  return `COALESCE(${text}, ${operator === '!=' || operator === 'NOT IN'})`;
}

/** A truth value, or an error. */
export function conditionOf(dialect: Dialect, depth = 1): fc.Arbitrary<string> {
  const value = valueOf(dialect, depth);
  const operator = fc.constantFrom(
    ...(dialect.ordersOnlyValues ? ['<=', '>=', '<', '>', '=', '!='] : ['<', '>', '=', '!=']),
  );
  const comparison = fc
    .tuple(value, operator, value)
    .map(([a, sign, b]) => compared(dialect, a, sign, b));
  const simple = fc.oneof(
    { weight: 5, arbitrary: comparison },
    {
      weight: 2,
      arbitrary: fc
        .tuple(anyVariable, operator, fc.oneof(patternVariable, constantOf(dialect)))
        .map(([a, sign, b]) => compared(dialect, a, sign, b)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          value,
          fc.constantFrom('IN', 'NOT IN'),
          fc.array(valueOf(dialect, 0), {
            minLength: dialect.hasEmptyLists ? 0 : 1,
            maxLength: 3,
          }),
        )
        .map(([a, sign, of]) => compared(dialect, a, sign, `(${of.join(', ')})`)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anyVariable, fc.constantFrom('<=', '>='), fc.constantFrom('1', '1.5', '"a"', '1e0'))
        .map(([a, sign, b]) => compared(dialect, a, sign, b)),
    },
    { weight: 2, arbitrary: call('BOUND', anyVariable) },
    fc.oneof(
      call('isIRI', value),
      call('isBLANK', value),
      call('isLITERAL', value),
      call('isNUMERIC', value),
    ),
    call('sameTerm', value, value),
    fc.oneof(
      call('STRSTARTS', textOf(dialect), textOf(dialect, 0)),
      call('STRENDS', textOf(dialect), textOf(dialect, 0)),
      call('CONTAINS', textOf(dialect), textOf(dialect, 0)),
      call('REGEX', textOf(dialect), fc.constantFrom('"a"', '"^A"', '"."')),
      call('REGEX', textOf(dialect), fc.constantFrom('"a"', '"^A"'), fc.constantFrom('"i"', '""')),
      call('LANGMATCHES', call('LANG', patternVariable), fc.constantFrom('"en"', '"*"', '"EN-gb"')),
    ),
    { weight: dialect.hasIllTypedConditions ? 1 : 0, arbitrary: value },
  );
  if (depth === 0) return simple;
  const inner = conditionOf(dialect, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: simple },
    {
      weight: 2,
      arbitrary: fc
        .tuple(inner, fc.constantFrom('&&', '||'), inner)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    },
    inner.map((condition) => `(!${condition})`),
  );
}
