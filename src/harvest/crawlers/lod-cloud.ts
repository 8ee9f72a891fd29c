/** The entry for the LOD cloud. https://lod-cloud.net/ */
import {
  dcat,
  dct,
  type LanguageMap,
  pickLanguage,
  type Term,
  voidVocabulary,
} from '../../rdf/index.ts';
import { descriptionsOf } from '../catalog/catalog.ts';
import { countDataset } from '../void/dataset-counts.ts';
import { DUMP_FORMS, latestDumpPath } from '../dump-forms.ts';
import { namesOf } from '../eu-codes.ts';
import { datasetIri, type HarvestSubject, type SiteUrl, statedOf } from '../harvest-subject.ts';
import { linksetsOf } from '../void/linksets.ts';

interface Download {
  readonly title: string;
  readonly description: string;
  readonly access_url: string;
}

/** An entry in the format of the LOD cloud: names with underscores, all fields present. */
export interface LodCloudEntry {
  readonly identifier: string;
  readonly title: string;
  readonly description: { readonly en: string };
  readonly full_download: readonly (Omit<Download, 'access_url'> & {
    readonly download_url: string;
    readonly media_type: string;
  })[];
  readonly sparql: readonly Download[];
  readonly other_download: readonly Download[];
  readonly example: readonly Omit<Download, 'description'>[];
  readonly keywords: readonly string[];
  readonly domain: string;
  readonly website: string;
  readonly contact_point: { readonly name: string; readonly email: string };
  readonly links: readonly { readonly target: string; readonly value: string }[];
  readonly triples: string;
  readonly license: string;
}

/** The document as plain data. `contact_point.email` is empty if the data states none. */
export function lodCloudEntry(subject: HarvestSubject, siteUrl: SiteUrl): LodCloudEntry {
  const self = datasetIri(subject);
  const stated = (property: Term) => statedOf(subject, self, property);
  const [publisher] = stated(dct('publisher'));
  const title = english(subject.about.titles);
  const examples = stated(voidVocabulary('exampleResource'));
  return {
    identifier: identifierOf(self.value),
    title,
    description: { en: descriptionsOf(subject).find(isEnglish)?.value ?? title },
    full_download: DUMP_FORMS.map((form) => ({
      title: `${form.label}${form.isCompressed ? ', compressed' : ''}`,
      description: 'All statements as one file.',
      download_url: siteUrl + latestDumpPath(subject, form),
      media_type: form.isCompressed ? 'application/gzip' : form.mediaType,
    })),
    sparql: [
      { title: 'SPARQL endpoint', description: 'SPARQL 1.1', access_url: `${siteUrl}sparql` },
    ],
    other_download: [
      { title: 'VoID', description: 'What is in it', access_url: `${siteUrl}.well-known/void` },
      { title: 'DCAT', description: 'The catalogue', access_url: `${siteUrl}catalog` },
    ],
    example: examples.map(({ value }) => ({
      title:
        namesOf(subject, { termType: 'NamedNode', value } as Term).find(isEnglish)?.value ?? value,
      access_url: value,
    })),
    keywords: stated(dcat('keyword'))
      .filter(isEnglish)
      .map(({ value }) => value),
    domain: '',
    website: siteUrl,
    contact_point: {
      name: publisher ? (namesOf(subject, publisher).find(isEnglish)?.value ?? '') : '',
      email: '',
    },
    links: linksByTarget(subject),
    triples: String(countDataset(subject).triples),
    license: subject.about.license ?? '',
  };
}

/** Links to one target, of all properties. */
function linksByTarget(subject: HarvestSubject): { target: string; value: string }[] {
  const totals = new Map<string, number>();
  for (const { target, triples } of linksetsOf(subject))
    totals.set(target, (totals.get(target) ?? 0) + triples);
  return Array.from(totals, ([target, value]) => ({ target, value: String(value) }));
}

const isEnglish = (term: Term): boolean =>
  term.termType === 'Literal' && (term.language === '' || /^en(?:-|$)/.test(term.language));

const english = (map: LanguageMap): string => pickLanguage(map, ['en'])?.text ?? '';

const identifierOf = (iri: string): string =>
  iri
    .split(/[/#]/)
    .findLast((part) => part !== '')
    ?.toLowerCase() ?? iri;
