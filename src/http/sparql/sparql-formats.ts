/** The formats of the endpoint: those of SPARQL, those of RDF, networks, a page, and the plan as text. */
import { NETWORK_FORMATS, type NetworkFormat } from '../../network/index.ts';
import { RDF_FORMATS } from '../../rdf/index.ts';
import { type QueryForm, RESULT_FORMATS } from '../../sparql/index.ts';
import type { NamedOffer } from '../protocol/requested-format.ts';

export interface AnswerFormat extends NamedOffer {
  readonly contentType: string;
  /** Whether it is a page. Pages and networks are made of terms; all other formats are bytes from the engine. */
  readonly isPage: boolean;
  readonly network?: NetworkFormat;
}

/** Whether it depends on the languages of the reader. */
export const variesByLanguage = ({ isPage, network }: AnswerFormat): boolean =>
  isPage || network !== undefined;

const HTML: AnswerFormat = {
  name: 'html',
  label: 'HTML',
  mediaType: 'text/html',
  aliases: [],
  extensions: ['html'],
  contentType: 'text/html; charset=utf-8',
  isPage: true,
};

/** How the query is answered, and how many solutions each part gave: `?explain`. */
export const EXPLAIN: AnswerFormat = {
  name: 'explain',
  label: 'plan',
  mediaType: 'text/plain',
  aliases: [],
  extensions: ['txt'],
  contentType: 'text/plain; charset=utf-8',
  isPage: false,
};

const TABULAR: readonly AnswerFormat[] = [
  ...RESULT_FORMATS.map((format) => ({ ...format, isPage: false })),
  HTML,
];

const GRAPH: readonly AnswerFormat[] = [
  ...RDF_FORMATS.map((format) => ({
    ...format,
    contentType: `${format.mediaType}; charset=utf-8`,
    isPage: false,
  })),
  // Clients that send `format=json` expect JSON-LD, so that no network may have that extension here.
  ...NETWORK_FORMATS.map((network) => ({ ...network, extensions: [], isPage: false, network })),
  HTML,
];

/** In the order of preference. */
export const answerFormats = (form: QueryForm): readonly AnswerFormat[] =>
  form === 'construct' || form === 'describe' ? GRAPH : TABULAR;
