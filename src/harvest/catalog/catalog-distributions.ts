/** Distributions: each dump, and the endpoint. https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution */
import { dcat, dct, rdf, type Term, terms, xsd } from '../../rdf/index.ts';
import { CATALOG_PATH } from './catalog-path.ts';
import { DUMPS_PATH, type DumpForm, dumpPath } from '../dump-forms.ts';
import { AVAILABLE, addConcept } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type SiteUrl,
  statedOf,
} from '../harvest-subject.ts';
import type { GraphBuilder } from '../graph-builder.ts';
import { dcatap, euAuthority, mediaTypeIri, spdx, SPARQL_PROTOCOL } from '../vocabularies.ts';

/** Size and checksum of a dump. */
export interface DumpFacts {
  readonly form: DumpForm;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export function addDistributions(
  builder: GraphBuilder,
  subject: HarvestSubject,
  { siteUrl, dumps }: { readonly siteUrl: SiteUrl; readonly dumps: readonly DumpFacts[] },
): void {
  for (const { form, bytes, sha256 } of dumps) {
    const name = form.extension.replace('.', '-');
    const distribution = terms.namedNode(`${subject.base}${CATALOG_PATH}#${name}`);
    addDistribution(builder, subject, distribution);
    builder.add(distribution, dct('title'), english(titleOf(form)));
    builder.add(distribution, dct('description'), english(describe(form)));
    builder.add(distribution, dcat('accessURL'), terms.namedNode(siteUrl + DUMPS_PATH));
    builder.add(
      distribution,
      dcat('downloadURL'),
      terms.namedNode(siteUrl + dumpPath(subject, form)),
    );
    addFormat(builder, distribution, { mediaType: form.mediaType, fileType: form.syntax.fileType });
    if (form.isCompressed) {
      builder.add(distribution, dcat('compressFormat'), mediaTypeIri('application/gzip'));
      builder.add(mediaTypeIri('application/gzip'), rdf('type'), dct('MediaType'));
    }
    builder.add(
      distribution,
      dcat('byteSize'),
      terms.literal(String(bytes), xsd('nonNegativeInteger')),
    );
    const checksum = builder.blankNode();
    builder.add(distribution, spdx('checksum'), checksum);
    builder.add(checksum, rdf('type'), spdx('Checksum'));
    builder.add(checksum, spdx('algorithm'), spdx('checksumAlgorithm_sha256'));
    builder.add(checksum, spdx('checksumValue'), terms.literal(sha256, xsd('hexBinary')));
  }
}

export function addSparqlDistribution(
  builder: GraphBuilder,
  subject: HarvestSubject,
  { service, siteUrl }: { readonly service: Term; readonly siteUrl: SiteUrl },
): void {
  const distribution = terms.namedNode(`${subject.base}${CATALOG_PATH}#endpoint`);
  addDistribution(builder, subject, distribution);
  builder.add(distribution, dct('title'), english('SPARQL endpoint'));
  builder.add(
    distribution,
    dct('description'),
    english('All statements, to be queried in SPARQL 1.1.'),
  );
  builder.add(distribution, dcat('accessURL'), terms.namedNode(`${siteUrl}sparql`));
  builder.add(distribution, dcat('accessService'), service);
  builder.add(distribution, dct('conformsTo'), SPARQL_PROTOCOL);
  const fileType = euAuthority('file-type/SPARQLQ');
  builder.add(distribution, dct('format'), fileType);
  builder.add(fileType, rdf('type'), dct('MediaTypeOrExtent'));
}

function addDistribution(builder: GraphBuilder, subject: HarvestSubject, distribution: Term): void {
  const self = datasetIri(subject);
  builder.add(self, dcat('distribution'), distribution);
  builder.add(distribution, rdf('type'), dcat('Distribution'));
  builder.add(distribution, dct('license'), ...statedOf(subject, self, dct('license')));
  builder.add(distribution, dct('language'), ...statedOf(subject, self, dct('language')));
  builder.add(distribution, dct('issued'), ...statedOf(subject, self, dct('issued')));
  builder.add(distribution, dct('modified'), lastChange(subject));
  builder.add(distribution, dcatap('availability'), AVAILABLE);
  addConcept(builder, subject, AVAILABLE);
}

function addFormat(
  builder: GraphBuilder,
  distribution: Term,
  { mediaType, fileType }: { readonly mediaType: string; readonly fileType: string },
): void {
  const [type, format] = [mediaTypeIri(mediaType), euAuthority(`file-type/${fileType}`)];
  builder.add(distribution, dcat('mediaType'), type);
  builder.add(type, rdf('type'), dct('MediaType'));
  builder.add(distribution, dct('format'), format);
  builder.add(format, rdf('type'), dct('MediaTypeOrExtent'));
}

const english = (text: string) => terms.literal(text, 'en');

const titleOf = ({ label, isCompressed }: DumpForm) =>
  `Dump in ${label}${isCompressed ? ', compressed' : ''}`;

const describe = ({ syntax, isCompressed }: DumpForm) =>
  `${syntax.description}${isCompressed ? '; compressed with gzip' : ''}.`;
