/**
 * The URL space: what stands at each path of a publication.
 *
 *     id/org/moe            a thing: see other, doc/org/moe
 *     doc/org/moe[.ttl …]   its description
 *     def/edu[.ttl …]       a document with hash terms, described in place
 *     graph/entities[.ttl]  one named graph
 *     graph?graph=…         any named graph; graph?default is the default graph
 *     doc?iri=…             the description of any IRI in the data
 *     ontology              the page of all classes and properties
 *     catalog, dumps/, .well-known/void   for harvesters, whatever the data has at these IRIs
 *
 * Any other IRI below the base works as one below `id/` does. A path that is an IRI of the data always wins over
 * the reading of its last part as a format.
 */
import { owl, RDF_FORMATS, type RdfFormat, terms } from '../rdf/index.ts';
import { documentPath, ONTOLOGY_PATH } from '../pages/index.ts';
import { matchQuads } from '../store/index.ts';
import { documentResource } from './document/document-resource.ts';
import { graphResource } from './graph/graph-resource.ts';
import { harvestResource } from './harvest/harvest-resource.ts';
import { homeResource } from './home/home-resource.ts';
import { ontologyResource } from './ontology/ontology-resource.ts';
import { decodePath, encodePath } from './resource/path-encoding.ts';
import type { Publication } from '../publication/index.ts';
import type { Resolution, Resource } from './resource/resource.ts';

/** A path without its leading slash, percent-encoded as it came, and the parameters that we know. */
export interface Address {
  readonly path: string;
  readonly iri?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** Further parameters, by which readers choose among what a page shows. */
  readonly choices?: ReadonlyMap<string, string> | undefined;
}

const NOT_FOUND: Resolution = { kind: 'not-found' };

/** What the address leads to. Its path is below the base's own path. */
export async function resolveAddress(
  publication: Publication,
  address: Address,
): Promise<Resolution> {
  const { path } = address;
  if (path === '') return whole(homeResource(publication));
  if (path === 'dumps') return { kind: 'see-other', path: 'dumps/' };
  if (path === 'doc')
    return address.iri === undefined ? NOT_FOUND : describe(publication, address.iri, address);
  for (const [candidate, format] of readings(path)) {
    const resolution = await resolvePath(publication, candidate, address);
    if (resolution.kind === 'not-found') continue;
    if (format === undefined) return resolution;
    if (resolution.kind === 'see-other')
      return { kind: 'see-other', path: `${resolution.path}.${format}` };
    const { resource } = resolution;
    const only = resource.representations.find(({ path: own }) =>
      own.split('?')[0]?.endsWith(`.${format}`),
    );
    if (only) return { kind: 'resource', resource, only };
  }
  // Where the data has something at this path, that wins.
  return readings(path).some(([candidate]) => candidate === ONTOLOGY_PATH)
    ? ontologyAt(publication, path)
    : NOT_FOUND;
}

/** The page about all terms, which is there in HTML alone. */
function ontologyAt(publication: Publication, path: string): Resolution {
  const resource = ontologyResource(publication);
  if (path === ONTOLOGY_PATH) return whole(resource);
  const [only] = resource.representations;
  return only.path === path ? { kind: 'resource', resource, only } : NOT_FOUND;
}

/** The IRIs that an address may stand for, whether anything is known of them or not. */
export function irisAt({ base }: Publication, { path, iri }: Address): string[] {
  if (path === 'doc') return iri === undefined ? [] : [iri];
  return readings(path).flatMap(([candidate]) =>
    [...decodings(candidate)].flatMap((decoded) => {
      if (!decoded.startsWith('doc/')) return [base + decoded];
      const name = decoded.slice('doc/'.length);
      return [`${base}id/${name}`, base + name];
    }),
  );
}

/** The path as it is, then without a format's extension. */
function readings(path: string): [path: string, extension: string | undefined][] {
  const extensions = ['html', ...RDF_FORMATS.map((format: RdfFormat) => format.extensions[0])];
  const extension = extensions.find((candidate) => path.endsWith(`.${candidate}`));
  return extension === undefined
    ? [[path, undefined]]
    : [
        [path, undefined],
        [path.slice(0, -extension.length - 1), extension],
      ];
}

async function resolvePath(
  publication: Publication,
  path: string,
  { page, choices }: Pick<Address, 'page' | 'choices'>,
): Promise<Resolution> {
  const { base, descriptions } = publication;
  const harvested = harvestResource(publication, path);
  if (harvested) return whole(harvested);
  for (const decoded of decodings(path)) {
    if (decoded.startsWith('doc/')) {
      const name = decoded.slice('doc/'.length);
      for (const iri of [`${base}id/${name}`, `${base}${name}`]) {
        const found = await describe(publication, iri, { path, page, choices });
        if (found.kind !== 'not-found') return found;
      }
      continue;
    }
    const iri = base + decoded;
    const current = currentVersionOf(publication, iri);
    if (current !== undefined)
      return { kind: 'see-other', path: encodePath(documentPath(current, base)) };
    if (isGraph(publication, iri)) return whole(graphResource(publication, iri, path));
    if (!(await descriptions.has(iri))) continue;
    const description = await descriptions.describe(iri);
    if (description && description.hashTerms.length > 0)
      return describe(publication, iri, { path, page, choices });
    const target = documentPath(iri, base);
    return { kind: 'see-other', path: target === decoded ? `doc/${path}` : encodePath(target) };
  }
  return NOT_FOUND;
}

async function describe(
  publication: Publication,
  iri: string,
  address: Address,
): Promise<Resolution> {
  const description = await publication.descriptions.describe(iri, address.page);
  return description ? whole(documentResource(publication, description, address)) : NOT_FOUND;
}

/** Whether there is a graph of that name; in one that can be written, an empty one too. */
export function isGraph({ dataset, writer }: Publication, iri: string): boolean {
  if (writer?.has(iri)) return true;
  const id = dataset.dictionary.idOf(terms.namedNode(iri));
  return id !== undefined && dataset.graphs.includes(id);
}

/** The document of which an IRI names a version: there is the latest one only. */
function currentVersionOf({ dataset }: Publication, iri: string): string | undefined {
  const graph = terms.defaultGraph();
  const [found] = matchQuads(dataset, {
    predicate: owl('versionIRI'),
    object: terms.namedNode(iri),
    graph,
  });
  return found?.subject.value;
}

const whole = (resource: Resource): Resolution => ({ kind: 'resource', resource });

/**
 * What an IRI may have been before it became a path: the same; letters beyond ASCII, which addresses must escape; all
 * that is escaped. https://www.rfc-editor.org/rfc/rfc3987#section-3.2
 */
const decodings = (path: string): ReadonlySet<string> =>
  new Set([path, path.replaceAll(/(?:%[89A-F][\dA-F])+/gi, decodePath), decodePath(path)]);
