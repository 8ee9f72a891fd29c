/** What a dataset says of one resource, ready to be shown or written: the start of pages, RDF documents and networks. */
import type { Kind } from './kinds.ts';
import type { LanguageMap, Quad, Term } from '../rdf/index.ts';

/** One value of a property, and who says so. */
export interface Statement {
  readonly value: Term;
  /** IRIs of the named graphs that hold the statement. */
  readonly graphs: readonly string[];
  /** IRIs of the resources that reify it (rdf:subject, rdf:predicate, rdf:object): the claims behind it. */
  readonly reifiers: readonly string[];
  /** For a blank node: what is said of it. */
  readonly nested: readonly PropertyStatements[];
}

export interface PropertyStatements {
  readonly predicate: string;
  readonly statements: readonly Statement[];
}

/** Resources that point here by one property. */
export interface IncomingProperty {
  readonly predicate: string;
  /** How many there are in all. */
  readonly total: number;
  /** Those on this page, as the IRI of the pointing resource; a blank node stands for the resource it belongs to. */
  readonly subjects: readonly string[];
  /** The claims behind each of these statements, where there are any, by the pointing resource. */
  readonly reifiers: ReadonlyMap<string, readonly string[]>;
}

export interface Description {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly types: readonly string[];
  readonly properties: readonly PropertyStatements[];
  /** What is claimed of it (reified) without being stated: no graph holds the triple. */
  readonly claimed: readonly PropertyStatements[];
  readonly incoming: readonly IncomingProperty[];
  /** How many triples point here, on all pages. */
  readonly incomingTotal: number;
  /** For a document with hash terms: the IRIs of its terms ("…/def#Claim"). */
  readonly hashTerms: readonly string[];
  /** The triples of this page: concise bounded description, hash terms, incoming triples. https://www.w3.org/submissions/CBD/ */
  readonly quads: readonly Quad[];
  /** Pages count the incoming triples; from 1. The properties stand on each. */
  readonly page: number;
  readonly pages: number;
}

export interface TermCount {
  readonly iri: string;
  readonly count: number;
}

export interface DatasetStatistics {
  readonly triples: number;
  readonly graphs: number;
  /** Distinct IRIs that are a subject. */
  readonly resources: number;
  /** By falling count of instances. */
  readonly classes: readonly TermCount[];
  /** By falling count of triples. */
  readonly properties: readonly TermCount[];
}

/** What a dataset says, by resource. Asynchronous, because a remote endpoint may stand behind it. */
export interface Descriptions {
  /** Undefined for a resource of which nothing is said, and for a page that does not exist. */
  describe(iri: string, page?: number): Promise<Description | undefined>;
  /** The labels of those that have one. */
  labels(iris: Iterable<string>): Promise<ReadonlyMap<string, LanguageMap>>;
  /** What kind of thing each is. */
  kinds(iris: Iterable<string>): Promise<ReadonlyMap<string, Kind>>;
  /** The classes and everything above them, by rdfs:subClassOf. */
  withBroader(classes: Iterable<string>): Promise<ReadonlySet<string>>;
  /** Whether anything is said of the resource or of its hash terms. */
  has(iri: string): Promise<boolean>;
  statistics(): Promise<DatasetStatistics>;
}
