/**
 * The dataset in schema.org terms, for the front page.
 * https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
import { dcat, dct, foaf, rdf, type Term } from '../../rdf/index.ts';
import { CATALOG_PATH } from './catalog-path.ts';
import { descriptionsOf } from './catalog.ts';
import { countDataset } from '../void/dataset-counts.ts';
import { DUMP_FORMS, latestDumpPath } from '../dump-forms.ts';
import { namesOf, PUBLIC } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type SiteUrl,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import { SPARQL_PROTOCOL } from '../vocabularies.ts';

type Json =
  | string
  | number
  | boolean
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

const TERMS = 'http://purl.org/dc/terms/';

/** A JSON-LD document. */
export function schemaDataset(subject: HarvestSubject, siteUrl: SiteUrl): Json {
  const self = datasetIri(subject);
  const stated = (property: Term) => statedOf(subject, self, property);
  const [publisher] = stated(dct('publisher'));
  const creators = stated(dct('creator'));
  return {
    '@context': {
      '@vocab': 'https://schema.org/',
      dct: TERMS,
      ...Object.fromEntries(IRI_PROPERTIES.map((name) => [name, { '@type': '@id' }])),
      'dct:accessRights': { '@type': '@id' },
      ...Object.fromEntries(DATE_PROPERTIES.map((name) => [name, { '@type': 'Date' }])),
    },
    '@type': 'Dataset',
    '@id': self.value,
    url: siteUrl,
    mainEntityOfPage: siteUrl,
    name: inLanguages(textsOf(subject.about.titles)),
    description: inLanguages(descriptionsOf(subject).map(fitting)),
    identifier: stated(dct('identifier')).at(0)?.value ?? self.value,
    license: subject.about.license,
    isAccessibleForFree: true,
    'dct:accessRights': stated(dct('accessRights')).at(0)?.value ?? PUBLIC.value,
    publisher: publisher && agent(subject, publisher),
    creator: (creators.length > 0 ? creators : publisher ? [publisher] : []).map((creator) =>
      agent(subject, creator),
    ),
    datePublished: dayOf(stated(dct('issued')).at(0)),
    dateCreated: dayOf(stated(dct('created')).at(0)),
    dateModified: dayOf(lastChange(subject)),
    version: subject.version,
    keywords: inLanguages(stated(dcat('keyword'))),
    inLanguage: [...subject.about.languages],
    about: irisOf(stated(dcat('theme'))),
    spatialCoverage: irisOf(stated(dct('spatial'))),
    temporalCoverage: temporalCoverage(subject),
    isBasedOn: irisOf(stated(dct('source'))),
    size: `${countDataset(subject).triples} statements`,
    includedInDataCatalog: subject.base + CATALOG_PATH,
    distribution: distributions(subject, siteUrl),
  };
}

const IRI_PROPERTIES = [
  'url',
  'mainEntityOfPage',
  'license',
  'about',
  'spatialCoverage',
  'isBasedOn',
  'includedInDataCatalog',
  'contentUrl',
  'usageInfo',
  'documentation',
] as const;
const DATE_PROPERTIES = ['datePublished', 'dateCreated', 'dateModified'] as const;

/** Minimum and maximum length of a description for Google, in characters. */
const MIN_DESCRIPTION = 50;
const MAX_DESCRIPTION = 5000;

/** Cuts a text that is too long, with an ellipsis; a text that is too short is left unchanged. */
function fitting(text: Term): Term {
  if (text.value.length <= MAX_DESCRIPTION || text.value.length < MIN_DESCRIPTION) return text;
  return { ...text, value: `${text.value.slice(0, MAX_DESCRIPTION - 2)} …` } as Term;
}

function distributions(subject: HarvestSubject, siteUrl: SiteUrl): Json[] {
  const dumps = DUMP_FORMS.map((form) => ({
    '@type': 'DataDownload',
    name: {
      '@language': 'en',
      '@value': `${form.label}${form.isCompressed ? ', compressed' : ''}`,
    },
    description: { '@language': 'en', '@value': 'All statements as one file.' },
    contentUrl: siteUrl + latestDumpPath(subject, form),
    encodingFormat: form.isCompressed ? `${form.mediaType}+gzip` : form.mediaType,
    license: subject.about.license,
  }));
  const endpoint = {
    '@type': 'DataDownload',
    name: { '@language': 'en', '@value': 'SPARQL endpoint' },
    description: { '@language': 'en', '@value': 'All statements, to be queried in SPARQL 1.1.' },
    contentUrl: `${siteUrl}sparql`,
    usageInfo: SPARQL_PROTOCOL.value,
    documentation: `${siteUrl}sparql`,
    license: subject.about.license,
  };
  return [...dumps, endpoint];
}

function agent(subject: HarvestSubject, iri: Term): Json {
  const isPerson = statedOf(subject, iri, rdf('type')).some((type) => type.equals(foaf('Person')));
  return {
    '@type': isPerson ? 'Person' : 'Organization',
    ...(iri.termType === 'NamedNode' && { '@id': iri.value }),
    name: inLanguages(namesOf(subject, iri)),
  };
}

/** "2012/2022". https://schema.org/temporalCoverage */
function temporalCoverage(subject: HarvestSubject): Json {
  const [period] = statedOf(subject, datasetIri(subject), dct('temporal'));
  if (!period) return undefined;
  const [start, end] = ['startDate', 'endDate'].map(
    (name) => statedOf(subject, period, dcat(name)).at(0)?.value,
  );
  return start === undefined && end === undefined ? undefined : `${start ?? '..'}/${end ?? '..'}`;
}

function inLanguages(texts: readonly Term[]): Json {
  return texts.map((text) =>
    text.termType === 'Literal' && text.language !== ''
      ? { '@language': text.language, '@value': text.value }
      : text.value,
  );
}

const irisOf = (found: readonly Term[]): Json =>
  found.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value);

const dayOf = (date: Term | undefined): string | undefined => date?.value;
