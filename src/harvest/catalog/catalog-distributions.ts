/** Distributions: each dump, and the endpoint. https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution */
import { dcat, dct, rdf, type Term, terms, xsd } from '../../rdf/index.ts';
import { CATALOG_PATH } from './catalog-path.ts';
import { DUMPS_PATH, type DumpForm, dumpPath } from '../dump-forms.ts';
import { AVAILABLE, sayConcept } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type Place,
  statedOf,
} from '../harvest-subject.ts';
import type { TripleList } from '../triple-list.ts';
import { dcatap, euAuthority, mediaTypeIri, spdx, SPARQL_PROTOCOL } from '../vocabularies.ts';

/** What is known of a dump once it was made. */
export interface DumpFacts {
  readonly form: DumpForm;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export function sayDistributions(
  list: TripleList,
  subject: HarvestSubject,
  { place, dumps }: { readonly place: Place; readonly dumps: readonly DumpFacts[] },
): void {
  for (const { form, bytes, sha256 } of dumps) {
    const name = form.extension.replace('.', '-');
    const distribution = terms.namedNode(`${subject.base}${CATALOG_PATH}#${name}`);
    sayDistribution(list, subject, distribution);
    list.say(distribution, dct('title'), english(titleOf(form)));
    list.say(distribution, dct('description'), english(describe(form)));
    list.say(distribution, dcat('accessURL'), terms.namedNode(place + DUMPS_PATH));
    list.say(distribution, dcat('downloadURL'), terms.namedNode(place + dumpPath(subject, form)));
    sayFormat(list, distribution, { mediaType: form.mediaType, fileType: form.syntax.fileType });
    if (form.isCompressed) {
      list.say(distribution, dcat('compressFormat'), mediaTypeIri('application/gzip'));
      list.say(mediaTypeIri('application/gzip'), rdf('type'), dct('MediaType'));
    }
    list.say(
      distribution,
      dcat('byteSize'),
      terms.literal(String(bytes), xsd('nonNegativeInteger')),
    );
    const checksum = list.node();
    list.say(distribution, spdx('checksum'), checksum);
    list.say(checksum, rdf('type'), spdx('Checksum'));
    list.say(checksum, spdx('algorithm'), spdx('checksumAlgorithm_sha256'));
    list.say(checksum, spdx('checksumValue'), terms.literal(sha256, xsd('hexBinary')));
  }
}

export function saySparqlDistribution(
  list: TripleList,
  subject: HarvestSubject,
  { service, place }: { readonly service: Term; readonly place: Place },
): void {
  const distribution = terms.namedNode(`${subject.base}${CATALOG_PATH}#endpoint`);
  sayDistribution(list, subject, distribution);
  list.say(distribution, dct('title'), english('SPARQL endpoint'));
  list.say(
    distribution,
    dct('description'),
    english('All statements, to be queried in SPARQL 1.1.'),
  );
  list.say(distribution, dcat('accessURL'), terms.namedNode(`${place}sparql`));
  list.say(distribution, dcat('accessService'), service);
  list.say(distribution, dct('conformsTo'), SPARQL_PROTOCOL);
  const fileType = euAuthority('file-type/SPARQLQ');
  list.say(distribution, dct('format'), fileType);
  list.say(fileType, rdf('type'), dct('MediaTypeOrExtent'));
}

function sayDistribution(list: TripleList, subject: HarvestSubject, distribution: Term): void {
  const self = datasetIri(subject);
  list.say(self, dcat('distribution'), distribution);
  list.say(distribution, rdf('type'), dcat('Distribution'));
  list.say(distribution, dct('license'), ...statedOf(subject, self, dct('license')));
  list.say(distribution, dct('language'), ...statedOf(subject, self, dct('language')));
  list.say(distribution, dct('issued'), ...statedOf(subject, self, dct('issued')));
  list.say(distribution, dct('modified'), lastChange(subject));
  list.say(distribution, dcatap('availability'), AVAILABLE);
  sayConcept(list, subject, AVAILABLE);
}

function sayFormat(
  list: TripleList,
  distribution: Term,
  { mediaType, fileType }: { readonly mediaType: string; readonly fileType: string },
): void {
  const [type, format] = [mediaTypeIri(mediaType), euAuthority(`file-type/${fileType}`)];
  list.say(distribution, dcat('mediaType'), type);
  list.say(type, rdf('type'), dct('MediaType'));
  list.say(distribution, dct('format'), format);
  list.say(format, rdf('type'), dct('MediaTypeOrExtent'));
}

const english = (text: string) => terms.literal(text, 'en');

const titleOf = ({ label, isCompressed }: DumpForm) =>
  `Dump in ${label}${isCompressed ? ', compressed' : ''}`;

const describe = ({ syntax, isCompressed }: DumpForm) =>
  `${syntax.description}${isCompressed ? '; compressed with gzip' : ''}.`;
