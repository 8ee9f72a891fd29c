/**
 * The panels of a page: the saved queries that bind themselves to a class of which the resource is an instance, or to
 * a class above it.
 */
import type { Panel } from '../../pages/index.ts';
import type { SavedQuery, View } from '../../queries/index.ts';
import type { Publication } from '../../publication/index.ts';
import { type PanelPlace, runPanel } from './run-panel.ts';

/** Panels on one page; further ones are linked. */
const MAX_PANELS = 30;

/** What a page shows elsewhere than among its panels. */
const ELSEWHERE: readonly View[] = ['source'];

export interface PanelsAbout {
  readonly panels: readonly Panel[];
  /** Those for which there is no room: a page links to them. */
  readonly others: readonly SavedQuery[];
}

export async function panelsAbout(
  publication: Publication,
  { iri, types }: { readonly iri: string; readonly types: readonly string[] },
  place: Pick<PanelPlace, 'path' | 'choices' | 'onVolatile'>,
): Promise<PanelsAbout> {
  const fitting = await queriesAbout(publication, types);
  const panels = fitting.filter(({ views }) => !views.some((view) => ELSEWHERE.includes(view)));
  const shown = panels.slice(0, MAX_PANELS);
  return {
    panels: await Promise.all(
      shown.map((query) => runPanel(publication, query, { ...place, subject: iri })),
    ),
    others: panels.slice(MAX_PANELS),
  };
}

/** The saved queries about instances of these classes, in the order of their names. */
export async function queriesAbout(
  { queries, descriptions }: Publication,
  types: readonly string[],
): Promise<readonly SavedQuery[]> {
  const bound = queries.filter(({ about }) => about.length > 0);
  if (bound.length === 0 || types.length === 0) return [];
  const classes = await descriptions.withBroader(types);
  return bound.filter(({ about }) => about.some((iri) => classes.has(iri)));
}
