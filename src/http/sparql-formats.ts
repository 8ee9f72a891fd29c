/** The forms in which the endpoint answers: those of SPARQL, those of RDF, a page, and the plan as text. */
import { RDF_FORMATS } from '../rdf/index.ts';
import { type QueryForm, RESULT_FORMATS } from '../sparql/index.ts';
import type { NamedOffer } from './requested-format.ts';

export interface AnswerFormat extends NamedOffer {
  readonly contentType: string;
  /** Whether it is for people to look at, and made of terms; all others are bytes from the engine. */
  readonly isPage: boolean;
}

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
  HTML,
];

/** In the order in which we offer them. */
export const answerFormats = (form: QueryForm): readonly AnswerFormat[] =>
  form === 'construct' || form === 'describe' ? GRAPH : TABULAR;
