/** The formats of networks, in one table: their names, media types and file extensions. */
import type { Network } from '../network.ts';
import { writeCsvPair } from './write-csv-pair.ts';
import { writeCyjs } from './write-cyjs.ts';
import { writeDot } from './write-dot.ts';
import { writeGexf } from './write-gexf.ts';
import { writeGraphml } from './write-graphml.ts';
import { writeGraphology } from './write-graphology.ts';

export interface NetworkFormat {
  /** Short name, for `format=` and for the command line. */
  readonly name: string;
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients send for it. */
  readonly aliases: readonly string[];
  /** The Content-Type header. */
  readonly contentType: string;
  /** File extensions without the dot; the first is the one that is written. */
  readonly extensions: readonly [string, ...string[]];
  readonly isText: boolean;
  /** In parts, as they are made. */
  readonly write: (network: Network) => Iterable<string | Uint8Array>;
}

/** In the order of preference. Only GEXF, GraphML and DOT have media types of common use; DOT's is registered. */
export const NETWORK_FORMATS: readonly NetworkFormat[] = [
  {
    name: 'gexf',
    label: 'GEXF',
    mediaType: 'application/gexf+xml',
    aliases: ['application/xml', 'text/xml'],
    contentType: 'application/gexf+xml; charset=utf-8',
    extensions: ['gexf'],
    isText: true,
    write: writeGexf,
  },
  {
    name: 'graphml',
    label: 'GraphML',
    mediaType: 'application/graphml+xml',
    aliases: [],
    contentType: 'application/graphml+xml; charset=utf-8',
    extensions: ['graphml'],
    isText: true,
    write: writeGraphml,
  },
  {
    name: 'cyjs',
    label: 'Cytoscape JSON',
    mediaType: 'application/vnd.cytoscape+json',
    aliases: ['application/vnd.cyjs+json'],
    contentType: 'application/vnd.cytoscape+json; charset=utf-8',
    extensions: ['cyjs'],
    isText: true,
    write: writeCyjs,
  },
  {
    name: 'dot',
    label: 'DOT',
    mediaType: 'text/vnd.graphviz',
    aliases: ['text/x-graphviz', 'text/plain'],
    contentType: 'text/vnd.graphviz; charset=utf-8',
    extensions: ['dot', 'gv'],
    isText: true,
    write: writeDot,
  },
  {
    name: 'graphology',
    label: 'Graphology JSON',
    mediaType: 'application/vnd.graphology+json',
    aliases: ['application/json'],
    contentType: 'application/vnd.graphology+json; charset=utf-8',
    extensions: ['json'],
    isText: true,
    write: writeGraphology,
  },
  {
    name: 'zip',
    label: 'CSV in a ZIP',
    mediaType: 'application/zip',
    aliases: ['application/x-zip-compressed'],
    contentType: 'application/zip',
    extensions: ['zip'],
    isText: false,
    write: writeCsvPair,
  },
];
