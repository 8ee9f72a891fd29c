/** The files in which the dataset can be downloaded: each syntax of dumps, plain and compressed. */
import { RDF_FORMATS, type RdfFormat } from '../rdf/index.ts';
import { DUMP_SYNTAXES, type DumpSyntax } from './dumps/dump-syntaxes.ts';
import { datasetIri, type HarvestSubject } from './harvest-subject.ts';

export interface DumpForm {
  readonly syntax: DumpSyntax;
  readonly isCompressed: boolean;
  /** Of the syntax. */
  readonly mediaType: string;
  readonly label: string;
  /** The end of the file's name: "nq.gz". */
  readonly extension: string;
}

export const DUMP_FORMS: readonly DumpForm[] = DUMP_SYNTAXES.flatMap((syntax) => {
  const { mediaType, label, extensions } = RDF_FORMATS.find(
    ({ name }) => name === syntax.name,
  ) as RdfFormat;
  const [extension] = extensions;
  return [
    { syntax, isCompressed: false, mediaType, label, extension },
    { syntax, isCompressed: true, mediaType, label, extension: `${extension}.gz` },
  ];
});

/** The path of the dumps, below the base. */
export const DUMPS_PATH = 'dumps/';

/** The path of the dump of this version, whose content never changes. */
export const dumpPath = (subject: HarvestSubject, { extension }: DumpForm): string =>
  `${DUMPS_PATH}${dumpStem(subject)}.${extension}`;

/** The path of the dump of the version that is published. */
export const latestDumpPath = (subject: HarvestSubject, { extension }: DumpForm): string =>
  `${DUMPS_PATH}${slugOf(subject)}-latest.${extension}`;

/** The version alone identifies the dump; the date is added for readers, and `dumpAt` ignores it. */
function dumpStem(subject: HarvestSubject): string {
  const date = subject.changed?.toISOString().slice(0, 10);
  return [slugOf(subject), ...(date === undefined ? [] : [date]), subject.version].join('-');
}

/** A name for files: the last part of the dataset's IRI, or else its host. */
function slugOf(subject: HarvestSubject): string {
  const { hostname, pathname } = new URL(datasetIri(subject).value);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  return last.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'dataset';
}

/** The form that a path names; `isVersioned` for the path of this version. */
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
