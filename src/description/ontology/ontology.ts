/** An ontology for display: classes, properties, code lists, and how the data uses them. */
import type { LanguageMap, Term } from '../../rdf/index.ts';
import type { Kind } from '../kinds.ts';

/** Uses of something by others, the most frequent first. */
export interface Usage {
  readonly items: readonly { readonly iri: string; readonly count: number }[];
  /** How many others are left out of `items`. */
  readonly omitted: number;
  /** How many instances or statements were looked at, where they are too many to look at all. */
  readonly sampleSize: number | undefined;
}

/** A class without a name, as far as it can be put in words. https://www.w3.org/TR/owl2-syntax/#Class_Expressions */
export type ClassExpression =
  | { readonly kind: 'class'; readonly iri: string }
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly ClassExpression[] }
  | { readonly kind: 'not'; readonly of: ClassExpression }
  | { readonly kind: 'oneOf'; readonly values: readonly Term[] }
  | { readonly kind: 'some' | 'only'; readonly property: string; readonly of: ClassExpression }
  | { readonly kind: 'value'; readonly property: string; readonly value: Term }
  | {
      readonly kind: 'min' | 'max' | 'exactly';
      readonly property: string;
      readonly count: number;
      readonly of: ClassExpression | undefined;
    }
  | { readonly kind: 'unknown' };

export interface ClassFacts {
  readonly instances: number;
  /** The kind of its instances. */
  readonly instancesAre: Kind;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Classes without a name that it is under or equal to. */
  readonly conditions: readonly ClassExpression[];
  readonly disjointWith: readonly string[];
  /** Properties of its instances, by how many of these have one. */
  readonly usedWith: Usage;
  /** Properties that lead to its instances, by how many statements do. */
  readonly reachedBy: Usage;
  /** IRIs of some instances. */
  readonly examples: readonly string[];
}

export interface PropertyFacts {
  /** How many statements have it. */
  readonly uses: number;
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly inverses: readonly string[];
  readonly domain: readonly ClassExpression[];
  readonly range: readonly ClassExpression[];
  /** Classes of the subjects. */
  readonly subjects: Usage;
  /** Classes of the values, or datatypes. */
  readonly values: Usage;
  readonly examples: readonly { readonly subject: string; readonly value: Term }[];
}

export interface OntologyTerm {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly definitions: LanguageMap;
  /** Whether this data defines it. */
  readonly isOwn: boolean;
  /** The ontologies of this data that define it. */
  readonly definedBy: readonly string[];
  /** What it is said to be beside a class or a property: owl:SymmetricProperty. */
  readonly types: readonly string[];
  readonly isDeprecated: boolean;
  readonly replacedBy: readonly string[];
  /** The same, or nearly so, elsewhere. */
  readonly equivalents: readonly string[];
  readonly seeAlso: readonly string[];
  /** A term may be both. */
  readonly asClass: ClassFacts | undefined;
  readonly asProperty: PropertyFacts | undefined;
}

export interface CodeListEntry {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly definitions: LanguageMap;
  readonly isDeprecated: boolean;
  readonly replacedBy: readonly string[];
  /** Statements that point to it, those of the list itself aside. */
  readonly uses: number;
}

/** A skos:ConceptScheme. */
export interface CodeList {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly definitions: LanguageMap;
  readonly definedBy: readonly string[];
  /** The first ones, where there are very many. */
  readonly entries: readonly CodeListEntry[];
  readonly total: number;
}

/** An owl:Ontology. */
export interface OntologyDocument {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly descriptions: LanguageMap;
  readonly version: string | undefined;
  readonly license: string | undefined;
  readonly created: string | undefined;
  readonly modified: string | undefined;
}

/** How instances of one class are joined to those of another. */
export interface ClassLink {
  readonly from: string;
  readonly property: string;
  readonly to: string;
  /** Statements that show it; 0 where only the ontology says so. */
  readonly count: number;
}

export interface Ontology {
  readonly documents: readonly OntologyDocument[];
  /** Own terms and reused ones, by their IRIs. */
  readonly terms: ReadonlyMap<string, OntologyTerm>;
  readonly codeLists: readonly CodeList[];
  readonly codeListsOmitted: number;
  /** What an ontology of this data defines that is neither class nor property nor in a code list. */
  readonly others: readonly Pick<CodeListEntry, 'iri' | 'labels' | 'definitions'>[];
  readonly links: readonly ClassLink[];
  /** Classes without a name that could not be put in words. */
  readonly unsaid: number;
}
