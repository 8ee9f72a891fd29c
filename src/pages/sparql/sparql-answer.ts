/** The answer to a query, on the endpoint's page: in the view that was asked for, or a word on what that view needs. */
import { html } from 'hono/html';
import type { Answer, AnswerTable } from '../parts/answer.ts';
import type { Html } from '../parts/layout.ts';
import type { PageContext } from '../parts/site.ts';
import type { SparqlWords } from './sparql-words.ts';
import type { Panel } from '../views/panel.ts';
import { renderPanelAnswer, renderView } from '../views/render-panel.ts';

/** Ways to draw an answer, beside the table, that `view=` takes. */
export const ANSWER_VIEWS = ['bar', 'map', 'timeline', 'network'] as const;
export type AnswerView = (typeof ANSWER_VIEWS)[number];

interface AnswerFacts {
  readonly answer: Answer;
  /** Whether its rows are triples. */
  readonly isGraph: boolean;
  readonly view: AnswerView | undefined;
}

export function renderAnswer(
  { answer, isGraph, view }: AnswerFacts,
  words: SparqlWords,
  context: PageContext,
): Html {
  const panel: Panel = {
    name: 'answer',
    title: new Map(),
    description: new Map(),
    views: [],
    columns: new Map(),
    filters: [],
    answer,
    isGraph,
    subject: undefined,
    chosen: new Map(),
    path: 'sparql',
  };
  if (answer.kind !== 'table' || view === undefined) return renderPanelAnswer(panel, context);
  const drawn = isDrawable(view, answer) ? renderView(view, answer, { panel, context }) : '';
  return drawn === '' ? html`<p class="remark">${words[NEEDS[view]]}</p>` : drawn;
}

const NEEDS = {
  bar: 'needsNumbers',
  map: 'needsPlaces',
  timeline: 'needsTimes',
  network: 'needsTriples',
} as const;

/** Bars are drawn of whatever holds a number; the other views say themselves that they have nothing to draw. */
const isDrawable = (view: AnswerView, { rows }: AnswerTable): boolean =>
  view !== 'bar' ||
  rows.some((row) =>
    row.some(
      (term) =>
        term?.termType === 'Literal' && term.value.trim() !== '' && !isNaN(Number(term.value)),
    ),
  );
