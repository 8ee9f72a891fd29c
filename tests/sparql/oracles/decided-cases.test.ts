/** Where engines disagree: what the specification says, and who says otherwise. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadComunica } from '../../support/comunica/comunica-engine.ts';
import { askComunica } from './comunica-oracle.ts';
import { DECIDED_PATTERNS } from './decided-patterns.ts';
import { DECIDED_VALUES } from './decided-values.ts';
import { askOurs, type Oracle } from './difference.ts';
import { askOxigraph } from './oxigraph-oracle.ts';
import { nquadsOf, PREFIXES, short } from './plain-rows.ts';

const CASES = [...DECIDED_PATTERNS, ...DECIDED_VALUES];

const ORACLES: Readonly<Record<string, Oracle>> = { Comunica: askComunica, Oxigraph: askOxigraph };

beforeAll(() => loadComunica());

describe('where engines disagree', () => {
  it.each(CASES)('$what ($section)', async ({ data, query, answer }) => {
    expect(short(await askOurs(nquadsOf(data), PREFIXES + query))).toEqual(answer);
  });

  const others = CASES.flatMap(({ differs, ...decided }) =>
    differs.map((oracle) => ({ ...decided, oracle })),
  );

  // Once one of them fails, the oracle is right, and its dialect may ask for it.
  it.each(others)(
    '$oracle does not know yet that $what',
    async ({ data, query, answer, oracle }) => {
      const ask = async () => (ORACLES[oracle] as Oracle)(nquadsOf(data), PREFIXES + query);
      const given = await ask().then(short, () => 'an error');
      expect(given).not.toEqual(answer);
    },
  );
});
