/** The forms in which the endpoint answers: those of SPARQL, those of RDF, and a page. */
import { type Prefixes, type Quad, RDF_FORMATS, writeRdf } from '../rdf/index.ts';
import { type QueryForm, type QueryResult, RESULT_FORMATS } from '../sparql/index.ts';
import type { NamedOffer } from './requested-format.ts';

export interface AnswerFormat extends NamedOffer {
  readonly contentType: string;
  /** The answer in pieces; undefined for the page, which is written elsewhere. */
  readonly write?: (result: QueryResult, prefixes: Prefixes) => AsyncIterable<string>;
}

const HTML: AnswerFormat = {
  name: 'html',
  label: 'HTML',
  mediaType: 'text/html',
  aliases: [],
  extensions: ['html'],
  contentType: 'text/html; charset=utf-8',
};

const TABULAR: readonly AnswerFormat[] = [
  ...RESULT_FORMATS.map((format) => ({
    ...format,
    write: (result: QueryResult) => {
      if (result.kind === 'quads') throw new Error('a graph is no table');
      return format.write(result);
    },
  })),
  HTML,
];

const GRAPH: readonly AnswerFormat[] = [
  ...RDF_FORMATS.map((format) => ({
    ...format,
    contentType: `${format.mediaType}; charset=utf-8`,
    async *write(result: QueryResult, prefixes: Prefixes) {
      if (result.kind !== 'quads') throw new Error('a table is no graph');
      const quads: Quad[] = [];
      for await (const quad of result.quads) quads.push(quad);
      yield await writeRdf(quads, format, prefixes);
    },
  })),
  HTML,
];

/** In the order in which we offer them. */
export const answerFormats = (form: QueryForm): readonly AnswerFormat[] =>
  form === 'construct' || form === 'describe' ? GRAPH : TABULAR;
