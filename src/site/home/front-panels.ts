/**
 * The panels of the front page, which is the page of the dataset: the saved queries about its class, grouped into
 * figures, questions and others. Without such queries, the first saved queries are shown as questions.
 */
import type { Panel } from '../../pages/index.ts';
import { dcat, voidVocabulary } from '../../rdf/index.ts';
import type { View } from '../../queries/index.ts';
import { queriesAbout } from '../panels/panels-about.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { runPanel } from '../panels/run-panel.ts';

export interface FrontPanels {
  readonly figures: readonly Panel[];
  readonly questions: readonly Panel[];
  readonly panels: readonly Panel[];
}

/** Number of questions if no saved query is about the class of the dataset. */
const FIRST_QUESTIONS = 3;
/** Maximum number of panels on the front page. */
const MAX_PANELS = 16;

export async function frontPanels(
  publication: Publication,
  { onVolatile }: Pick<Reader, 'onVolatile'>,
): Promise<FrontPanels> {
  const { about, descriptions, queries, base } = publication;
  const stated = about.iri === undefined ? undefined : await descriptions.describe(about.iri);
  const types = stated?.types ?? [dcat('Dataset').value, voidVocabulary('Dataset').value];
  const bound = (await queriesAbout(publication, types)).slice(0, MAX_PANELS);
  const request = { path: '', choices: new Map<string, string>(), onVolatile };
  const run = (query: (typeof queries)[number], views?: readonly View[]) =>
    runPanel(publication, query, {
      ...request,
      subject: about.iri ?? base,
      ...(views && { views }),
    });
  const of = (view: View) => bound.filter(({ views }) => views.includes(view));
  const requested = of('answer');
  const first = queries
    .filter(({ about: classes }) => classes.length === 0)
    .slice(0, FIRST_QUESTIONS);
  const others = bound.filter(
    ({ views }) =>
      !views.some((view) => view === 'figure' || view === 'answer' || view === 'source'),
  );
  return {
    figures: await Promise.all(of('figure').map((query) => run(query))),
    questions: await Promise.all(
      requested.length > 0
        ? requested.map((query) => run(query))
        : first.map((query) => run(query, ['answer'])),
    ),
    panels: await Promise.all(others.map((query) => run(query))),
  };
}
