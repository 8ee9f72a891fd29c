/** Networks from Turtle or from triples, and what the formats make of them. */
import { describeDataset } from '../../src/description/index.ts';
import {
  DEFAULT_NODES,
  type Network,
  NETWORK_FORMATS,
  networkOfDataset,
  networkOfTriples,
  readSelection,
  writeNetwork,
} from '../../src/network/index.ts';
import { type Quad, withWellKnown } from '../../src/rdf/index.ts';
import type { Store } from '../../src/store/index.ts';
import { datasetOf } from './dataset-of.ts';

export interface NetworkWishes {
  readonly resource?: string;
  readonly class?: string;
  readonly depth?: string;
  readonly languages?: readonly string[];
  readonly limit?: number;
}

export const PREFIXES = withWellKnown(new Map([['e', 'http://e.example/']]));

const contextOf = (store: Store, { languages = ['en'], limit = DEFAULT_NODES }: NetworkWishes) => ({
  descriptions: describeDataset(store),
  prefixes: PREFIXES,
  languages,
  limit,
  title: 'Test',
});

/** Of the default graph of `trig`, in which the prefix e: is <http://e.example/>. */
export async function networkOf(
  trig: string | Store,
  wishes: NetworkWishes = {},
): Promise<Network> {
  const store = typeof trig === 'string' ? await datasetOf(trig) : trig;
  const { resource, class: klass, depth } = wishes;
  const selection = readSelection({ resource, class: klass, depth }, PREFIXES);
  return networkOfDataset(store, { ...contextOf(store, wishes), selection });
}

/** Of triples that come out of a query over `trig`. */
export async function networkOfQuads(
  quads: Iterable<Quad>,
  trig = '',
  wishes: NetworkWishes = {},
): Promise<Network> {
  return networkOfTriples(quads, contextOf(await datasetOf(trig), wishes));
}

export async function writtenAs(name: string, network: Network): Promise<Buffer> {
  const format = NETWORK_FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`no format ${name}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeNetwork(network, format)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
