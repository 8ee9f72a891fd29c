/** The counts of a dataset. */
import { describe, expect, it } from 'vitest';
import { describeDataset } from '../../src/description/index.ts';
import { rdf } from '../../src/rdf/index.ts';
import { datasetOf } from '../support/dataset-of.ts';

const iri = (name: string) => `http://e.example/${name}`;

describe('statistics', () => {
  it('count each triple once, resources by IRI, classes and properties by falling count', async () => {
    const dataset = await datasetOf(
      `e:g { e:a a e:Rare . e:b a e:Common . e:a e:q 1 }
       e:h { e:a a e:Rare . e:c a e:Common ; e:p [ a e:Common ; e:q 1 ] }
       e:apart { e:d a e:Rare }`,
      { isInDefaultGraph: (graph) => graph !== iri('apart') },
    );
    expect(await describeDataset(dataset).statistics()).toEqual({
      triples: 7,
      graphs: 3,
      resources: 3,
      classes: [
        { iri: iri('Common'), count: 3 },
        { iri: iri('Rare'), count: 1 },
      ],
      properties: [
        { iri: rdf('type').value, count: 4 },
        { iri: iri('q'), count: 2 },
        { iri: iri('p'), count: 1 },
      ],
    });
  });

  it('order equal counts by IRI', async () => {
    const dataset = await datasetOf('e:s a e:B , e:C , e:A .');
    const { classes } = await describeDataset(dataset).statistics();
    expect(classes.map((term) => term.iri)).toEqual(['A', 'B', 'C'].map(iri));
  });

  it('are zero for a dataset without quads', async () => {
    expect(await describeDataset(await datasetOf('')).statistics()).toEqual({
      triples: 0,
      graphs: 0,
      resources: 0,
      classes: [],
      properties: [],
    });
  });
});
