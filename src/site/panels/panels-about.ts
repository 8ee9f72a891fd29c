/**
 * The panels of a page: the saved queries about a class of which the resource is an instance, or about a superclass.
 */
import type { Panel } from '../../pages/index.ts';
import type { SavedQuery, View } from '../../queries/index.ts';
import type { Publication } from '../../publication/index.ts';
import { type PanelRequest, runPanel } from './run-panel.ts';

/** Maximum number of panels on one page; further ones are linked. */
const MAX_PANELS = 30;

/** Views that a page does not show as panels. */
const ELSEWHERE: readonly View[] = ['source'];

export interface PanelsAbout {
  readonly panels: readonly Panel[];
  /** Further queries, which the page links to. */
  readonly others: readonly SavedQuery[];
}

export async function panelsAbout(
  publication: Publication,
  { iri, types }: { readonly iri: string; readonly types: readonly string[] },
  request: Pick<PanelRequest, 'path' | 'choices' | 'onVolatile'>,
): Promise<PanelsAbout> {
  const about = await queriesAbout(publication, types);
  const panels = about.filter(({ views }) => !views.some((view) => ELSEWHERE.includes(view)));
  const shown = panels.slice(0, MAX_PANELS);
  return {
    panels: await Promise.all(
      shown.map((query) => runPanel(publication, query, { ...request, subject: iri })),
    ),
    others: panels.slice(MAX_PANELS),
  };
}

/** The saved queries about instances of these classes and their superclasses, sorted by name. */
export async function queriesAbout(
  { queries, descriptions }: Publication,
  types: readonly string[],
): Promise<readonly SavedQuery[]> {
  const bound = queries.filter(({ about }) => about.length > 0);
  if (bound.length === 0 || types.length === 0) return [];
  const classes = await descriptions.withSuperclasses(types);
  return bound.filter(({ about }) => about.some((iri) => classes.has(iri)));
}
