/** What is known of functions beside their rows agrees with the rows. */
import { describe, expect, it } from 'vitest';
import { isVolatile } from '../../src/sparql/index.ts';
import {
  BUILT_IN,
  BY_IRI,
  DESCRIBED_FUNCTIONS,
  everyFunction,
} from '../../src/sparql/expression/function-registry.ts';

const CALLED_BY_TRANSLATION = 'solution number';
const functions = [...BUILT_IN].filter(([name]) => name !== CALLED_BY_TRANSLATION);

describe('the row of a function', () => {
  it.each(functions.filter(([name]) => /^\w+$/.test(name)))(
    'states whether results with %s can be cached',
    (name, { isDeterministic }) => {
      expect(isVolatile({ text: `SELECT (${name.toUpperCase()}() AS ?x) {}` })).toBe(
        !isDeterministic,
      );
    },
  );

  it.each(DESCRIBED_FUNCTIONS)('has help for $name', ({ name, takes, en, zh }) => {
    expect([en, zh].every((text) => text.length > 0)).toBe(true);
    const { maxArity } = BUILT_IN.get(name.toLowerCase()) ?? { maxArity: Infinity };
    expect(takes === '' ? 0 : takes.split(',').length).toBeLessThanOrEqual(maxArity);
  });

  it('names the functions of unbounded cost', () => {
    const names = [...BUILT_IN].filter(([, { cost }]) => cost === 'unbounded');
    expect(names.map(([name]) => name).toSorted()).toEqual([
      'concat',
      'encode_for_uri',
      'regex',
      'replace',
    ]);
  });

  it('is found for functions by IRI', () => {
    const iri = 'http://www.w3.org/2001/XMLSchema#integer';
    const argument = { kind: 'call', operator: 'rand', args: [] } as const;
    const holds = ({ isDeterministic }: { readonly isDeterministic: boolean }) => isDeterministic;
    expect(BY_IRI.has(iri)).toBe(true);
    expect(everyFunction({ kind: 'named', iri, args: [] }, holds)).toBe(true);
    expect(everyFunction({ kind: 'named', iri, args: [argument] }, holds)).toBe(false);
  });
});
