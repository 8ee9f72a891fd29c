/** The pages of saved queries. */
import { renderQueries, renderQuery, savedQueryPath } from '../../pages/index.ts';
import type { SavedQuery } from '../../queries/index.ts';
import { rdf, terms } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { irisIn, runPanel } from './run-panel.ts';
import { pageFor } from '../frame/page-context.ts';
import { textForOne } from './bind-this.ts';

/** Maximum number of example resources for `?this`. */
const MAX_SUBJECTS = 12;

export async function queriesPage(publication: Publication, reader: Reader): Promise<string> {
  const { queries } = publication;
  const iris = queries.flatMap(({ about }) => about);
  return renderQueries(queries, await pageFor(publication, reader, { path: 'queries', iris }));
}

export interface QueryPageRequest {
  /** The resource to which `?this` is bound. */
  readonly subject: string | undefined;
  readonly choices: ReadonlyMap<string, string>;
  /** The address of the page with the parameters that the reader chose. */
  readonly again: string;
  readonly formats: readonly { readonly label: string; readonly path: string }[];
}

export async function queryPage(
  publication: Publication,
  reader: Reader,
  { saved, subject, choices, formats, again }: QueryPageRequest & { readonly saved: SavedQuery },
): Promise<string> {
  const path = savedQueryPath(saved.name, subject);
  const panel = await runPanel(publication, saved, {
    subject,
    path,
    choices,
    onVolatile: reader.onVolatile,
  });
  const subjects = instancesOf(publication, saved.about);
  const iris = new Set([...irisIn([panel]), ...saved.about, ...subjects]);
  if (subject !== undefined) iris.add(subject);
  const context = await pageFor(publication, reader, { path: again, iris });
  return renderQuery(
    {
      saved,
      panel,
      formats,
      subjects,
      isChecked: publication.expected.has(saved.name),
      text: subject === undefined ? saved.bareText : textForOne(saved.bareText, subject),
    },
    context,
  );
}

function instancesOf({ dataset }: Publication, classes: readonly string[]): string[] {
  const found = new Set<string>();
  for (const iri of classes) {
    const instances = matchQuads(dataset, {
      predicate: rdf('type'),
      object: terms.namedNode(iri),
      graph: terms.defaultGraph(),
    });
    for (const { subject } of Iterator.from(instances).take(MAX_SUBJECTS))
      if (subject.termType === 'NamedNode' && found.size < MAX_SUBJECTS) found.add(subject.value);
  }
  return [...found];
}
