/** The dumps: in which syntaxes, plain and compressed, and under which names. */
import { RDF_FORMATS, type RdfFormat } from '../rdf/index.ts';
import { datasetIri, type HarvestSubject } from './harvest-subject.ts';

export type DumpSyntax = 'nquads' | 'trig' | 'turtle';

export interface DumpForm {
  readonly syntax: DumpSyntax;
  readonly isCompressed: boolean;
  /** Of the syntax. */
  readonly mediaType: string;
  readonly label: string;
  /** The end of the file's name: "nq.gz". */
  readonly extension: string;
}

export const DUMP_FORMS: readonly DumpForm[] = (['nquads', 'trig', 'turtle'] as const).flatMap(
  (syntax) => {
    const format = RDF_FORMATS.find(({ name }) => name === syntax) as RdfFormat;
    const [extension] = format.extensions;
    const { mediaType, label } = format;
    return [
      { syntax, isCompressed: false, mediaType, label, extension },
      { syntax, isCompressed: true, mediaType, label, extension: `${extension}.gz` },
    ];
  },
);

/** Where the dumps are, below the base. */
export const DUMPS_PATH = 'dumps/';

/** The path of the dump of this version: what is found there never changes. */
export const dumpPath = (subject: HarvestSubject, { extension }: DumpForm): string =>
  `${DUMPS_PATH}${dumpStem(subject)}.${extension}`;

/** The path of the dump of whichever version is published. */
export const latestDumpPath = (subject: HarvestSubject, { extension }: DumpForm): string =>
  `${DUMPS_PATH}${slugOf(subject)}-latest.${extension}`;

/** The date is for people; the version alone names it, since a commit changes the one and not the other. */
function dumpStem(subject: HarvestSubject): string {
  const date = subject.changed?.toISOString().slice(0, 10);
  return [slugOf(subject), ...(date === undefined ? [] : [date]), subject.version].join('-');
}

/** A name for files: the end of the dataset's IRI, or else its host. */
function slugOf(subject: HarvestSubject): string {
  const { hostname, pathname } = new URL(datasetIri(subject).value);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  return last.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'dataset';
}

/** The form that a path asks for; `isVersioned` where it names this very version. */
export function dumpAt(
  subject: HarvestSubject,
  path: string,
): { readonly form: DumpForm; readonly isVersioned: boolean } | undefined {
  const name = path.replace(/-\d{4}-\d\d-\d\d(?=-[^-/]+$)/, '');
  for (const form of DUMP_FORMS) {
    if (path === latestDumpPath(subject, form)) return { form, isVersioned: false };
    if (name === dumpPath({ ...subject, changed: undefined }, form))
      return { form, isVersioned: true };
  }
  return undefined;
}
