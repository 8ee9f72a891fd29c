/** The formats of solutions and booleans, in one table. */
import type { TabularResult } from '../engine.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeTsv } from './tsv.ts';
import { writeXml } from './xml.ts';

export interface ResultFormat {
  /** Short name, for `format=` and for the command line. */
  readonly name: 'json' | 'xml' | 'csv' | 'tsv';
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients send for it. */
  readonly aliases: readonly string[];
  readonly extensions: readonly [string];
  /** What the answer's Content-Type says beyond the media type. */
  readonly contentType: string;
  /** The text in pieces, as rows come. */
  readonly write: (result: TabularResult) => AsyncIterable<string>;
}

/** In the order in which we offer them. */
export const RESULT_FORMATS: readonly ResultFormat[] = [
  {
    name: 'json',
    label: 'JSON',
    mediaType: 'application/sparql-results+json',
    aliases: ['application/json'],
    extensions: ['json'],
    contentType: 'application/sparql-results+json; charset=utf-8',
    write: writeJson,
  },
  {
    name: 'xml',
    label: 'XML',
    mediaType: 'application/sparql-results+xml',
    aliases: ['application/xml', 'text/xml'],
    extensions: ['xml'],
    contentType: 'application/sparql-results+xml; charset=utf-8',
    write: writeXml,
  },
  {
    name: 'csv',
    label: 'CSV',
    mediaType: 'text/csv',
    aliases: [],
    extensions: ['csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    write: writeCsv,
  },
  {
    name: 'tsv',
    label: 'TSV',
    mediaType: 'text/tab-separated-values',
    aliases: [],
    extensions: ['tsv'],
    contentType: 'text/tab-separated-values; charset=utf-8; header=present',
    write: writeTsv,
  },
];
