/**
 * The URL space: which resource or redirect is at each path of a publication.
 *
 *     id/org/moe            a resource: 303 See Other, doc/org/moe
 *     doc/org/moe[.ttl …]   its description
 *     def/edu[.ttl …]       a document with hash terms, described in place
 *     graph/entities[.ttl]  one named graph
 *     graph?graph=…         any named graph; graph?default is the default graph
 *     doc?iri=…             the description of any IRI in the data
 *     ontology              the page of all classes and properties
 *     catalog, dumps/, .well-known/void   for harvesters, even if the data has statements about these IRIs
 *
 * Any other IRI below the base is treated like one below `id/`. A path that is an IRI of the data takes precedence
 * over the interpretation of its end as the extension of a format.
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

/** A path without its leading slash, percent-encoded as requested, and the supported parameters. */
export interface Address {
  readonly path: string;
  readonly iri?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** Further parameters, with which readers filter the content of a page. */
  readonly choices?: ReadonlyMap<string, string> | undefined;
}

const NOT_FOUND: Resolution = { kind: 'not-found' };

/** Resolves an address, whose path is relative to the path of the base. */
export async function resolveAddress(
  publication: Publication,
  address: Address,
): Promise<Resolution> {
  const { path } = address;
  if (path === '') return found(homeResource(publication));
  if (path === 'dumps') return { kind: 'see-other', path: 'dumps/' };
  if (path === 'doc')
    return address.iri === undefined ? NOT_FOUND : describe(publication, address.iri, address);
  for (const [candidate, format] of pathCandidates(path)) {
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
  // Statements in the data about this path take precedence.
  return pathCandidates(path).some(([candidate]) => candidate === ONTOLOGY_PATH)
    ? ontologyAt(publication, path)
    : NOT_FOUND;
}

/** The page about all terms, which is available in HTML only. */
function ontologyAt(publication: Publication, path: string): Resolution {
  const resource = ontologyResource(publication);
  if (path === ONTOLOGY_PATH) return found(resource);
  const [only] = resource.representations;
  return only.path === path ? { kind: 'resource', resource, only } : NOT_FOUND;
}

/** The IRIs that an address may identify, whether the data has statements about them or not. */
export function irisAt({ base }: Publication, { path, iri }: Address): string[] {
  if (path === 'doc') return iri === undefined ? [] : [iri];
  return pathCandidates(path).flatMap(([candidate]) =>
    [...decodings(candidate)].flatMap((decoded) => {
      if (!decoded.startsWith('doc/')) return [base + decoded];
      const name = decoded.slice('doc/'.length);
      return [`${base}id/${name}`, base + name];
    }),
  );
}

/** The path unchanged, then without the extension of a format. */
function pathCandidates(path: string): [path: string, extension: string | undefined][] {
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
  if (harvested) return found(harvested);
  for (const decoded of decodings(path)) {
    if (decoded.startsWith('doc/')) {
      const name = decoded.slice('doc/'.length);
      for (const iri of [`${base}id/${name}`, `${base}${name}`]) {
        const resolution = await describe(publication, iri, { path, page, choices });
        if (resolution.kind !== 'not-found') return resolution;
      }
      continue;
    }
    const iri = base + decoded;
    const current = currentVersionOf(publication, iri);
    if (current !== undefined)
      return { kind: 'see-other', path: encodePath(documentPath(current, base)) };
    if (isGraph(publication, iri)) return found(graphResource(publication, iri, path));
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
  return description ? found(documentResource(publication, description, address)) : NOT_FOUND;
}

/** Whether there is a graph of that name; in a writable publication it may be empty. */
export function isGraph({ dataset, writer }: Publication, iri: string): boolean {
  if (writer?.has(iri)) return true;
  const id = dataset.dictionary.idOf(terms.namedNode(iri));
  return id !== undefined && dataset.graphs.includes(id);
}

/** The document of which an IRI identifies a version; only the latest version is available. */
function currentVersionOf({ dataset }: Publication, iri: string): string | undefined {
  const graph = terms.defaultGraph();
  const [quad] = matchQuads(dataset, {
    predicate: owl('versionIRI'),
    object: terms.namedNode(iri),
    graph,
  });
  return quad?.subject.value;
}

const found = (resource: Resource): Resolution => ({ kind: 'resource', resource });

/**
 * The IRIs that may have been encoded as this path: unchanged; with non-ASCII characters decoded, which URLs must
 * escape; with all escapes decoded. https://www.rfc-editor.org/rfc/rfc3987#section-3.2
 */
const decodings = (path: string): ReadonlySet<string> =>
  new Set([path, path.replaceAll(/(?:%[89A-F][\dA-F])+/gi, decodePath), decodePath(path)]);
