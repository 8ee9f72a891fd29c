/** Collects the content of the data page. */
import {
  dumpPath,
  type HarvestSubject,
  lastChange,
  latestDumpPath,
  LINKSET_PATH,
  linksetsOf,
  VOID_GRAPH_PATH,
  VOID_PATH,
} from '../../harvest/index.ts';
import { type DataView, documentPath } from '../../pages/index.ts';
import { dcat, dct, owl, pickLanguage, terms } from '../../rdf/index.ts';
import { allDumps } from './dumps.ts';
import { findExample } from '../frame/example-resource.ts';
import { pathOfGraph } from '../resource/graph-path.ts';
import { harvestOf, siteUrlAt } from './harvest-facts.ts';
import { labelLanguages } from '../frame/label-languages.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { agentsOf, dateOf, statedOf, textsOf } from './stated-of-dataset.ts';

/** Maximum number of classes and of properties whose labels are looked up: those that the page shows. */
const MAX_NAMED = 20;

/** @returns the view, and the IRIs that may be labelled in it. */
export async function dataView(
  publication: Publication,
  reader: Reader,
  formats: DataView['formats'],
): Promise<{ readonly view: DataView; readonly iris: readonly string[] }> {
  const { about, base, dataset, descriptions, version } = publication;
  const subject = await harvestOf(publication);
  const self = terms.namedNode(about.iri ?? base);
  const statistics = await descriptions.statistics();
  const graphs = graphsOf(publication);
  const linksets = linksetsOf(subject).map(({ predicate, target, triples }) => ({
    property: predicate.value,
    target,
    count: triples,
  }));
  const siteUrl = siteUrlAt(base, reader.origin);
  const files = await filesOf(publication, subject);
  const [stated] = [dcat('version'), owl('versionInfo')].flatMap((property) =>
    statedOf(dataset, self, property).filter(({ termType }) => termType === 'Literal'),
  );
  const view: DataView = {
    titles: about.titles,
    address: /^https?:/.test(self.value) && URL.canParse(self.value) ? self.value : siteUrl,
    authors: agentsOf(dataset, self, dct('creator')),
    publishers: agentsOf(dataset, self, dct('publisher')),
    license: about.license,
    rights: textsOf(dataset, self, dct('rights')),
    issued: dateOf(dataset, self, dct('issued')),
    changed: lastChange(subject)?.value.slice(0, 10),
    version: stated?.value ?? version,
    statistics,
    labelLanguages: labelLanguages(publication),
    linksets,
    graphs,
    files,
    interfaces: await interfacesOf(publication, reader, { siteUrl, subject, files, graphs }),
    formats,
    descriptions: [
      { label: 'VoID', path: `${VOID_PATH}.ttl` },
      { label: 'llms.txt', path: 'llms.txt' },
      { label: 'Linkset', path: LINKSET_PATH },
      { label: 'Sitemap', path: 'sitemap.xml' },
      { label: 'robots.txt', path: 'robots.txt' },
      { label: 'LOD Cloud', path: 'lod-cloud.json' },
    ],
  };
  const iris = [
    ...[
      ...statistics.classes.slice(0, MAX_NAMED),
      ...statistics.properties.slice(0, MAX_NAMED),
    ].map(({ iri }) => iri),
    ...linksets.map(({ property }) => property),
    ...graphs.map(({ iri }) => iri),
  ];
  return { view, iris };
}

async function filesOf(
  publication: Publication,
  subject: HarvestSubject,
): Promise<DataView['files']> {
  const dumps = await allDumps(publication);
  return dumps.map(({ form, bytes, sha256 }) => ({
    label: form.label,
    contents: form.syntax.contents,
    isCompressed: form.isCompressed,
    path: dumpPath(subject, form),
    latest: latestDumpPath(subject, form),
    bytes,
    sha256,
  }));
}

/** The named graphs, largest first. */
function graphsOf(publication: Publication): DataView['graphs'] {
  const { base, dataset } = publication;
  return dataset.graphs
    .map((id) => {
      const graph = dataset.dictionary.termOf(id);
      return {
        iri: graph.value,
        path: pathOfGraph(publication, graph.value),
        descriptions: textsOf(dataset, graph, dct('description')),
        count: dataset.count({ graph: id }),
        license: statedOf(dataset, graph, dct('license'))[0]?.value,
        rights: textsOf(dataset, graph, dct('rights')),
        isInDefault: dataset.defaultGraphs.has(id),
        isVoid: graph.value === base + VOID_GRAPH_PATH,
      };
    })
    .toSorted((a, b) => b.count - a.count || (a.iri < b.iri ? -1 : 1));
}

interface InterfaceSources extends Pick<DataView, 'files' | 'graphs'> {
  readonly siteUrl: string;
  readonly subject: HarvestSubject;
}

async function interfacesOf(
  publication: Publication,
  { languages }: Reader,
  { siteUrl, subject, files, graphs }: InterfaceSources,
): Promise<DataView['interfaces']> {
  const { about, base, descriptions, queries, versions } = publication;
  const iri = await findExample(publication);
  const labels = iri === undefined ? undefined : (await descriptions.labels([iri])).get(iri);
  const dump = files.find(({ latest }) => latest.endsWith('.nq.gz'));
  return {
    siteUrl,
    example: iri === undefined ? undefined : exampleAt(iri, { base, siteUrl }),
    searchText: labels && pickLanguage(labels, [...languages, ...about.languages])?.text,
    graph: graphs.find(({ isInDefault }) => isInDefault)?.iri,
    // A query about one resource has `?this`, so it cannot run without a parameter.
    query: queries.find(({ query, about: of }) => query.form === 'select' && of.length === 0)?.name,
    dump: dump && siteUrl + dump.latest,
    time: (await versions.areThere()) ? subject.changed : undefined,
  };
}

/** The URL at which a resource is dereferenced: that of its IRI, or `doc` for an IRI outside the base. */
function exampleAt(
  iri: string,
  { base, siteUrl }: { readonly base: string; readonly siteUrl: string },
): DataView['interfaces']['example'] {
  return documentPath(iri, base).startsWith('doc?')
    ? { url: `${siteUrl}doc`, parameters: { iri } }
    : { url: new URL(siteUrl + iri.slice(base.length)).href };
}
