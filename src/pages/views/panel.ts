/** A saved query with its answer, on a page: what is to be drawn, and how. */
import type { Presentation } from '../../queries/index.ts';
import type { LanguageMap } from '../../rdf/index.ts';
import type { Answer } from '../parts/answer.ts';

export interface Panel extends Pick<Presentation, 'views' | 'columns' | 'filters'> {
  /** Of the query. */
  readonly name: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly answer: Answer;
  /** The resource that `?this` stands for; undefined on the query's own page. */
  readonly subject: string | undefined;
  /** What the reader has chosen of its filters: variable to value. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The page on which it stands: its path inside the publication. */
  readonly path: string;
}
