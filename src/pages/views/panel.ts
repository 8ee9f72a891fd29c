/** A saved query with its answer, to be rendered on a page. */
import type { Presentation } from '../../queries/index.ts';
import type { LanguageMap } from '../../rdf/index.ts';
import type { Answer } from '../parts/answer.ts';

export interface Panel extends Pick<Presentation, 'views' | 'columns' | 'filters'> {
  /** Of the query. */
  readonly name: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly answer: Answer;
  /** The resource to which `?this` is bound; undefined on the query's own page. */
  readonly subject: string | undefined;
  /** The chosen filters: variable to value. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The path of its page inside the publication. */
  readonly path: string;
}
