/** Random queries over random data, answered by Comunica too. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryData } from './arbitrary-data.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { loadComunica } from '../../support/comunica/comunica-engine.ts';
import { askComunica } from './comunica-oracle.ts';
import { COMUNICA_DIALECTS } from './dialect.ts';
import { differenceFrom } from './difference.ts';
import { propertyOptions } from './property-options.ts';

beforeAll(() => loadComunica());

describe('our engine', () => {
  it('answers as Comunica does', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryData('any'),
        arbitraryQuery(COMUNICA_DIALECTS),
        async (nquads, query) => {
          expect(await differenceFrom(askComunica, nquads, query)).toBeUndefined();
        },
      ),
      propertyOptions(200),
    );
  });
});
