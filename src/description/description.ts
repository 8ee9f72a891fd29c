/** The statements of a dataset about one resource, as the input of pages, RDF documents and networks. */
import type { Kind } from './kinds.ts';
import type { LanguageMap, Quad, Term } from '../rdf/index.ts';

/** One value of a property, with the graphs and claims that state it. */
export interface Statement {
  readonly value: Term;
  /** IRIs of the named graphs that contain the statement. */
  readonly graphs: readonly string[];
  /** IRIs of the resources that reify it (rdf:subject, rdf:predicate, rdf:object): the claims of it. */
  readonly reifiers: readonly string[];
  /** For a blank node: its own statements. */
  readonly nested: readonly PropertyStatements[];
}

export interface PropertyStatements {
  readonly predicate: string;
  readonly statements: readonly Statement[];
}

/** Resources that refer to the described one by one property. */
export interface IncomingProperty {
  readonly predicate: string;
  /** The number of these resources on all pages. */
  readonly total: number;
  /** The IRIs of those on this page; for a blank node, the IRI of the resource that it belongs to. */
  readonly subjects: readonly string[];
  /** The claims of these statements, by subject; subjects without claims are omitted. */
  readonly reifiers: ReadonlyMap<string, readonly string[]>;
}

export interface Description {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly types: readonly string[];
  readonly properties: readonly PropertyStatements[];
  /** Reified statements about it that no graph contains. */
  readonly claimed: readonly PropertyStatements[];
  readonly incoming: readonly IncomingProperty[];
  /** The number of triples whose object it is, on all pages. */
  readonly incomingTotal: number;
  /** For a document with hash terms: the IRIs of its terms ("…/def#Claim"). */
  readonly hashTerms: readonly string[];
  /** The triples of this page: concise bounded description, hash terms, incoming triples. https://www.w3.org/submissions/CBD/ */
  readonly quads: readonly Quad[];
  /** Number of the page, from 1. Pages divide the incoming triples; the properties are on every page. */
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
  /** By number of instances, descending. */
  readonly classes: readonly TermCount[];
  /** By number of triples, descending. */
  readonly properties: readonly TermCount[];
}

/** Descriptions by resource. Asynchronous, so that an implementation can query a remote endpoint. */
export interface Descriptions {
  /** Undefined for a resource without statements, and for a page that does not exist. */
  describe(iri: string, page?: number): Promise<Description | undefined>;
  /** The labels by IRI; IRIs without a label are omitted. */
  labels(iris: Iterable<string>): Promise<ReadonlyMap<string, LanguageMap>>;
  /** The kind of each resource. */
  kinds(iris: Iterable<string>): Promise<ReadonlyMap<string, Kind>>;
  /** The classes and all their superclasses, by rdfs:subClassOf. */
  withSuperclasses(classes: Iterable<string>): Promise<ReadonlySet<string>>;
  /** Whether the resource or one of its hash terms is a subject. */
  has(iri: string): Promise<boolean>;
  statistics(): Promise<DatasetStatistics>;
}
