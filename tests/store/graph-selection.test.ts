/** Some graphs of a dataset as a dataset of their own. */
import { describe, expect, it } from 'vitest';
import { type Quad, terms } from '../../src/rdf/index.ts';
import { DEFAULT_GRAPH, type GraphNames, matchQuads, selectGraphs } from '../../src/store/index.ts';
import { datasetOf } from '../support/dataset-of.ts';

const whole = await datasetOf('e:a { e:s e:p 1 } e:b { e:s e:p 1, 2 } e:c { e:s e:p 3 }');
const iri = (name: string) => `http://e.example/${name}`;

const outline = (quads: Iterable<Quad>) =>
  Array.from(quads, ({ graph, object }) =>
    `${graph.value.replace(iri(''), '')} ${object.value}`.trim(),
  );

const select = (defaults: readonly string[], named: readonly string[]): GraphNames => ({
  defaultGraphs: defaults.map(iri),
  namedGraphs: named.map(iri),
});

describe('a selection of graphs', () => {
  it.each([
    [
      'the union of those for the default graph, as a set',
      select(['a', 'b', 'a'], []),
      ['1', '2'],
      [],
    ],
    ['each of those that are named', select([], ['b', 'a']), [], ['a 1', 'b 1', 'b 2']],
    ['both apart', select(['c'], ['a']), ['3'], ['a 1']],
    [
      'nothing for graphs that are not there, nor for other terms',
      select(['none', 's'], ['p']),
      [],
      [],
    ],
  ])('holds %s', (_, names, inDefaultGraph, inNamedGraphs) => {
    const selection = selectGraphs(whole, names);
    expect({
      default: outline(matchQuads(selection, { graph: terms.defaultGraph() })),
      named: outline(matchQuads(selection, {})),
      counts: [selection.count({ graph: DEFAULT_GRAPH }), selection.count({})],
    }).toEqual({
      default: inDefaultGraph,
      named: inNamedGraphs,
      counts: [inDefaultGraph.length, inNamedGraphs.length],
    });
  });

  it('shows no graph that was not named, even to who asks for it', () => {
    const selection = selectGraphs(whole, select(['a'], ['b']));
    expect([...matchQuads(selection, { graph: terms.namedNode(iri('a')) })]).toEqual([]);
  });

  it('keeps the version and the numbers of terms of the whole', () => {
    const selection = selectGraphs(whole, select(['a'], ['b']));
    expect([selection.version, selection.dictionary]).toEqual([whole.version, whole.dictionary]);
  });
});
