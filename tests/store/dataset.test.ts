/** A dataset says the same as a plain search through its quads. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quad, type Term, terms } from '../../src/rdf/index.ts';
import {
  buildDataset,
  type Dataset,
  DEFAULT_GRAPH,
  matchQuads,
  type QuadPattern,
} from '../../src/store/index.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { filterQuads, quadKey } from '../support/naive-dataset.ts';

const NAMES = ['a', 'b', 'c'].map((name) => terms.namedNode(`http://e.example/${name}`));
const GRAPHS = ['g', 'h', 'hidden'].map((name) => terms.namedNode(`http://e.example/${name}`));
const OBJECTS: readonly Term[] = [
  ...NAMES,
  terms.blankNode('a'),
  terms.literal('a'),
  terms.literal('a', 'en'),
  terms.quad(NAMES[0] as never, NAMES[1] as never, terms.literal('a')) as unknown as Term,
];

const quadFrom = fc
  .tuple(
    fc.constantFrom<Term>(...NAMES, terms.blankNode('a')),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...OBJECTS),
    fc.constantFrom(...GRAPHS),
  )
  .map(([s, p, o, g]) => terms.quad(s as never, p, o as never, g));

const maybe = (values: readonly Term[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const pattern = fc.record({
  subject: maybe([...NAMES, terms.blankNode('a')]),
  predicate: maybe(NAMES),
  object: maybe(OBJECTS),
  graph: maybe([...GRAPHS, terms.defaultGraph()]),
});

const isShown = (graph: string) => graph !== 'http://e.example/hidden';
const keys = (quads: Iterable<Quad>) => Array.from(quads, (quad) => quadKey(quad)).toSorted();

describe('a dataset', () => {
  it('finds what a plain filter finds, and counts it exactly', () => {
    fc.assert(
      fc.property(fc.array(quadFrom, { maxLength: 30 }), pattern, (quads, asked) => {
        const dataset = buildDataset(quads, { version: '1', isInDefaultGraph: isShown });
        const expected = keys(filterQuads(quads, asked, isShown));
        expect(keys(matchQuads(dataset, asked))).toEqual(expected);
        const ids = idsOf(dataset, asked);
        expect(ids === undefined ? 0 : dataset.count(ids)).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
  });

  it('holds each quad once, however often it is given', async () => {
    const dataset = await datasetOf('e:g { e:s e:p 1 . e:s e:p 1 } e:g { e:s e:p 1 }');
    expect(dataset.count({})).toBe(1);
  });

  it('counts a triple of two graphs once in the default graph and twice in named graphs', async () => {
    const dataset = await datasetOf('e:g { e:s e:p 1 } e:h { e:s e:p 1, 2 }');
    expect(dataset.count({ graph: DEFAULT_GRAPH })).toBe(2);
    expect(dataset.count({})).toBe(3);
  });

  it('leaves out of the default graph what stands in a graph apart', async () => {
    const dataset = await datasetOf('e:g { e:s e:p 1 } e:hidden { e:s e:p 2 }', {
      isInDefaultGraph: isShown,
    });
    const values = (graph: Term) =>
      Array.from(matchQuads(dataset, { graph }), ({ object }) => object.value);
    expect(values(terms.defaultGraph())).toEqual(['1']);
    expect(values(terms.namedNode('http://e.example/hidden'))).toEqual(['2']);
  });

  it('gives quads in the order of their terms, graph by graph, every time', async () => {
    const dataset = await datasetOf('e:g { e:s e:p 3, 1 } e:h { e:s e:p 2 }');
    const values = () => Array.from(matchQuads(dataset, {}), ({ object }) => object.value);
    expect([values(), values()]).toEqual([
      ['1', '3', '2'],
      ['1', '3', '2'],
    ]);
  });

  it('finds nothing for a term that it does not hold', async () => {
    const dataset = await datasetOf('e:s e:p 1 .');
    expect([...matchQuads(dataset, { subject: terms.namedNode('http://e.example/x') })]).toEqual(
      [],
    );
  });

  it('refuses a quad outside of every named graph', () => {
    const [a] = NAMES;
    const quad = terms.quad(a as never, a as never, a as never);
    expect(() => buildDataset([quad], { version: '1' })).toThrow('stands in a named graph');
  });
});

/** The pattern as ids, or undefined where a term is unknown. */
function idsOf(dataset: Dataset, asked: Readonly<Record<string, Term | undefined>>) {
  const ids: Record<string, number> = {};
  for (const [place, term] of Object.entries(asked)) {
    if (!term) continue;
    const id = term.termType === 'DefaultGraph' ? DEFAULT_GRAPH : dataset.dictionary.idOf(term);
    if (id === undefined) return undefined;
    ids[place] = id;
  }
  return ids as QuadPattern;
}
