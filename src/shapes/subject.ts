/** The input of the checks. */
import type { Descriptions } from '../description/index.ts';
import type { AnswerTable, SavedQuery } from '../queries/index.ts';
import type { Engine } from '../sparql/index.ts';
import type { Store } from '../store/index.ts';

/** The parts of a publication that are checked. */
export interface CheckSubject {
  readonly base: string;
  /** Languages in which every resource should have a label, lower case. */
  readonly languages: readonly string[];
  readonly dataset: Store;
  readonly shapesGraphs: ReadonlySet<string>;
  readonly engine: Engine;
  readonly descriptions: Descriptions;
  readonly queries: readonly SavedQuery[];
  readonly expected: ReadonlyMap<string, AnswerTable>;
}

/** The text of a source, to which selectors point. */
export interface SourceText {
  readonly path: string;
  /** Of the file's bytes: 64 hex digits. */
  readonly sha256: string;
  readonly text: string;
}
