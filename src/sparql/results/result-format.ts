/** The formats of solutions and booleans. */
import { CSV_FORMAT } from './csv.ts';
import { JSON_FORMAT } from './json.ts';
import { TSV_FORMAT } from './tsv.ts';
import type { SolutionFormat } from './write-solutions.ts';
import { XML_FORMAT } from './xml.ts';

export interface ResultFormat {
  /** Short name, for `format=` and for the command line. */
  readonly name: 'json' | 'xml' | 'csv' | 'tsv';
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients use for it. */
  readonly aliases: readonly string[];
  readonly extensions: readonly [string];
  /** Value of Content-Type. */
  readonly contentType: string;
  readonly solutions: SolutionFormat;
}

/** In the order of the server's preference. */
export const RESULT_FORMATS: readonly ResultFormat[] = [
  {
    name: 'json',
    label: 'JSON',
    mediaType: 'application/sparql-results+json',
    aliases: ['application/json'],
    extensions: ['json'],
    contentType: 'application/sparql-results+json; charset=utf-8',
    solutions: JSON_FORMAT,
  },
  {
    name: 'xml',
    label: 'XML',
    mediaType: 'application/sparql-results+xml',
    aliases: ['application/xml', 'text/xml'],
    extensions: ['xml'],
    contentType: 'application/sparql-results+xml; charset=utf-8',
    solutions: XML_FORMAT,
  },
  {
    name: 'csv',
    label: 'CSV',
    mediaType: 'text/csv',
    aliases: [],
    extensions: ['csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    solutions: CSV_FORMAT,
  },
  {
    name: 'tsv',
    label: 'TSV',
    mediaType: 'text/tab-separated-values',
    aliases: [],
    extensions: ['tsv'],
    contentType: 'text/tab-separated-values; charset=utf-8; header=present',
    solutions: TSV_FORMAT,
  },
];
