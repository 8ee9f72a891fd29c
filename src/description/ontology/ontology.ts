/** An ontology for display: classes, properties and code lists, with their use in the data. */
import type { LanguageMap, Term } from '../../rdf/index.ts';
import type { Kind } from '../kinds.ts';

/** What occurs together with a term, by descending frequency. */
export interface Usage {
  readonly items: readonly { readonly iri: string; readonly count: number }[];
  /** The number of entries that `items` omits. */
  readonly omitted: number;
  /** The number of instances or statements in the sample; undefined if all were counted. */
  readonly sampleSize: number | undefined;
}

/** A class expression; `unknown` for one that cannot be shown as a sentence. https://www.w3.org/TR/owl2-syntax/#Class_Expressions */
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
  /** The kind of the instances. */
  readonly instancesAre: Kind;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Anonymous superclasses and equivalent classes. */
  readonly conditions: readonly ClassExpression[];
  readonly disjointWith: readonly string[];
  /** Properties of its instances, by the number of instances that have the property. */
  readonly usedWith: Usage;
  /** Properties whose values are its instances, by number of statements. */
  readonly reachedBy: Usage;
  /** IRIs of some instances. */
  readonly examples: readonly string[];
}

export interface PropertyFacts {
  /** The number of statements with this predicate. */
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
  /** Its further types, besides class and property: owl:SymmetricProperty. */
  readonly types: readonly string[];
  readonly isDeprecated: boolean;
  readonly replacedBy: readonly string[];
  /** Equivalent, exactly or closely matching terms of other vocabularies. */
  readonly equivalents: readonly string[];
  readonly seeAlso: readonly string[];
  /** A term may be both a class and a property. */
  readonly asClass: ClassFacts | undefined;
  readonly asProperty: PropertyFacts | undefined;
}

export interface CodeListEntry {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly definitions: LanguageMap;
  readonly isDeprecated: boolean;
  readonly replacedBy: readonly string[];
  /** The number of statements whose object it is, without those of the list itself. */
  readonly uses: number;
}

/** A skos:ConceptScheme. */
export interface CodeList {
  readonly iri: string;
  readonly labels: LanguageMap;
  readonly definitions: LanguageMap;
  readonly definedBy: readonly string[];
  /** At most the first 200. */
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

/** A property that links instances of one class to instances of another. */
export interface ClassLink {
  readonly from: string;
  readonly property: string;
  readonly to: string;
  /** The number of such statements; 0 if only domain and range declare the link. */
  readonly count: number;
}

export interface Ontology {
  readonly documents: readonly OntologyDocument[];
  /** Defined and reused terms, by IRI. */
  readonly terms: ReadonlyMap<string, OntologyTerm>;
  readonly codeLists: readonly CodeList[];
  readonly codeListsOmitted: number;
  /** Resources that an ontology of this data defines and that are no class, no property and in no code list. */
  readonly others: readonly Pick<CodeListEntry, 'iri' | 'labels' | 'definitions'>[];
  readonly links: readonly ClassLink[];
  /** The number of class expressions that cannot be shown as a sentence. */
  readonly unsupportedExpressions: number;
}
