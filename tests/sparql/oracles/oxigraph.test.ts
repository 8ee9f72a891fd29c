/** Random queries over random data, answered by Oxigraph too. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryData } from './arbitrary-data.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { OXIGRAPH_DIALECTS } from './dialect.ts';
import { differenceFrom } from './difference.ts';
import { askOxigraph } from './oxigraph-oracle.ts';
import { propertyOptions } from './property-options.ts';

describe('our engine', () => {
  it('answers as Oxigraph does', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryData('canonical'),
        arbitraryQuery(OXIGRAPH_DIALECTS),
        async (nquads, query) => {
          expect(await differenceFrom(askOxigraph, nquads, query)).toBeUndefined();
        },
      ),
      propertyOptions(1000),
    );
  });
});
