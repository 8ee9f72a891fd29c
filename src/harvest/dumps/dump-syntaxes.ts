/** The syntaxes of dumps, one row each: how it is written, and how the catalogue and the data page describe it. */
import type { LanguageMap, Prefixes, RdfFormat } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { dumpLines } from './dump-lines.ts';
import { dumpTrig, dumpTurtle } from './dump-turtle.ts';

export interface DumpSyntax {
  readonly name: RdfFormat['name'];
  /**
   * The code of the EU:
   * https://op.europa.eu/en/web/eu-vocabularies/dataset/-/resource?uri=http://publications.europa.eu/resource/dataset/file-type
   */
  readonly fileType: string;
  /** What the file contains, in the catalogue. */
  readonly description: string;
  /** What the file contains and what it is good for, on the data page: a text for each language of the interface. */
  readonly contents: LanguageMap;
  readonly write: (store: Store, options: DumpOptions) => Iterable<string>;
}

export interface DumpOptions {
  /** IRIs of graphs that are not part of the dump. */
  readonly omitted: ReadonlySet<string>;
  readonly prefixes: Prefixes;
}

export const DUMP_SYNTAXES: readonly DumpSyntax[] = [
  {
    name: 'nquads',
    fileType: 'RDF_N_QUADS',
    description: 'All named graphs as canonical N-Quads, the lines sorted',
    contents: new Map([
      ['en', 'All named graphs, one statement a line, sorted: good for comparing and for loading.'],
      ['zh-hans', '所有命名图，每行一条语句，按序排列，便于比对和装载。'],
    ]),
    write: (store, { omitted }) => dumpLines(store, omitted),
  },
  {
    name: 'trig',
    fileType: 'RDF_TRIG',
    description: 'All named graphs',
    contents: new Map([
      ['en', 'All named graphs, with prefixes: good for reading.'],
      ['zh-hans', '所有命名图，使用前缀，便于阅读。'],
    ]),
    write: (store, { omitted, prefixes }) => dumpTrig(store, omitted, prefixes),
  },
  {
    name: 'turtle',
    fileType: 'RDF_TURTLE',
    description: 'The default graph, each triple once',
    contents: new Map([
      ['en', 'The default graph, each statement once, without the names of graphs.'],
      ['zh-hans', '默认图，每条语句只出现一次，不含图的名称。'],
    ]),
    write: (store, { prefixes }) => dumpTurtle(store, prefixes),
  },
];
